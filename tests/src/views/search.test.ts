import { expect, test } from 'vitest'
import { lookUp, policiesOf } from '#geo'
import { foundBy, search, searchIndex } from '../../../src/views/desk/search'
import { aSurvey } from '../../helpers/a-survey'
import { aFacts, aPlace, aZone, box, moment } from '../../helpers/facts'

const facts = aFacts({
  places: [
    aPlace({ code: '01', name: '文昌街道', kind: 'town' }),
    aPlace({ code: '0101', name: '锦绣苑', kind: 'compound', parent: '01', aliases: ['老锦绣'] }),
    aPlace({ code: '0102', name: '锦绣苑东区', kind: 'compound', parent: '01' }),
  ],
})
const index = searchIndex(facts, aSurvey.zones)

test('V30 an exact name comes before one that only begins with it', () => {
  expect(
    search(index, '锦绣苑')
      .slice(0, 1)
      .map(({ id }) => id),
  ).toEqual(['0101'])
})
test('V31 a place is found by alias and by code, and says what lies above it', () => {
  expect(search(index, '老锦绣')[0]).toMatchObject({ id: '0101', above: '文昌街道' })
  expect(search(index, '0102')[0]!.id).toBe('0102')
})
test('V32 a zone is found by its printed code in full-width or lower-case letters', () => {
  const zone = aSurvey.zones[0]!
  expect(search(index, zone.code.en.toLowerCase())[0]!.id).toBe(zone.id)
  expect(search(index, zone.code.zh)[0]!.id).toBe(zone.id)
})
test('V33 nothing is found for nothing', () => expect(search(index, '  ')).toEqual([]))
test('V35 an ended place is found by its whole code or name, and never by a part of it', () => {
  const former = { role: 'part', until: moment('2022-05-20'), heirs: ['0101'] } as const
  const merged = aFacts({
    places: [
      ...facts.places,
      { ...aPlace({ code: '0100', name: '老街', kind: 'compound', parent: '01' }), former },
    ],
  })
  const ended = searchIndex(merged, [])
  expect(search(ended, '0100').map(({ id }) => id)).toEqual(['0100'])
  expect(search(ended, '老街').map(({ id }) => id)).toEqual(['0100'])
  expect(search(ended, '老')[0]!.id).not.toBe('0100')
  expect(search(ended, '010').map(({ id }) => id)).not.toContain('0100')
})

const building = (number: number) =>
  aPlace({ code: `0101-${number}`, name: `${number}号楼`, kind: 'building', parent: '0101' })
const town = aFacts({
  places: [
    ...facts.places.map((place, at) => ({
      ...place,
      shape: box(120 + 0.01 * at, 31, 120.01 + 0.01 * at, 31.01),
    })),
    aPlace({
      code: '0103',
      name: '东门社区',
      kind: 'village',
      parent: '01',
      shape: box(120.03, 31, 120.04, 31.01),
    }),
    ...[2, 12].map(building),
  ],
  zones: [
    aZone({
      id: 'Z-9',
      name: '旧封控区',
      level: 'sealed',
      from: '2022-05-01T08:00',
      to: '2022-05-15T08:00',
      members: ['0103'],
    }),
    aZone({ id: 'Z-10', name: '新封控区', level: 'sealed', from: '2022-06-01', members: ['0103'] }),
    aZone({ id: 'Z-11', name: '现封控区', level: 'sealed', from: '2022-05-10', members: ['0102'] }),
  ],
})
const asOf = moment('2022-05-25T12:00').at
const inForce = [{ ...aSurvey.zones[0]!, id: 'Z-11', name: '现封控区', code: { zh: '封11', en: 'S-11' } }]
const towns = searchIndex(town, inForce, asOf)
const find = (text: string) =>
  foundBy(towns, text, lookUp(town, { asOf, policyOf: policiesOf(town) }, [text])[0] ?? null)
const ids = (text: string): string[] => find(text).hits.map(({ id }) => id)

test('V37 a number is found whole: 2号楼 is not in 12号楼', () => {
  expect(search(towns, '2号楼').map(({ id }) => id)).toEqual(['0101-2'])
  expect(search(towns, '1').map(({ id }) => id)).toContain('0101-12')
})
test('V37 the text is understood as the look-up understands it, before what merely contains it', () => {
  expect([ids('东门居委会')[0], ids('东门村委会')[0]]).toEqual(['0103', '0103'])
  expect(ids('文昌街道锦绣苑2号楼')).toEqual(['0101-2'])
  expect(ids('锦绣苑')).toEqual(['0101', '0102'])
})
test('V37 a letter that is wrong finds what is like it, said as such', () => {
  expect(find('锦秀苑')).toMatchObject({ areAlike: true })
  expect(ids('锦秀苑')).toContain('0101')
  expect(find('锦绣苑').areAlike).toBe(false)
})
test('V37 two coordinates find the place around them and keep the position', () => {
  expect(find('120.035, 31.005').hits[0]).toMatchObject({ id: '0103', at: [120.035, 31.005] })
})
test('V38 a zone that has ended or begins later is found with its time, by name or id', () => {
  expect(find('旧封控区').hits[0]!.outOfForce).toMatchObject({
    word: 'ended',
    at: '2022-05-15T08:00:00+08:00',
  })
  expect(find('z-10').hits[0]!.outOfForce).toMatchObject({ word: 'ahead', at: '2022-06-01' })
  expect(find('现封控区').hits[0]!.outOfForce).toBeUndefined()
  expect(searchIndex(town, inForce).entries.map(({ id }) => id)).not.toContain('Z-9')
})
