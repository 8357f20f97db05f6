import { expect, test } from 'vitest'
import { search, searchIndex } from '../../../src/views/desk/search'
import { aSurvey } from '../../helpers/a-survey'
import { aFacts, aPlace, moment } from '../../helpers/facts'

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
