import { describe, expect, test } from 'vitest'
import { type Facts, type LookupAnswer, lookUp, policiesOf } from '#geo'
import { aFacts, aPlace, aZone, box, moment } from '../../helpers/facts'

const of = (code: string, name: string, parent: string, column: number) =>
  aPlace({
    code,
    name,
    parent,
    kind: 'compound',
    shape: box(120 + 0.01 * column, 31, 120.01 + 0.01 * column, 31.01),
  })
const building = (code: string, name: string, parent: string) =>
  aPlace({ code, name, parent, kind: 'building' })
const places = [
  aPlace({ code: 'D', name: '澜溪区', kind: 'district', shape: box(120, 31, 120.2, 31.01) }),
  aPlace({ code: 'V11', name: '西南村', kind: 'village', parent: 'D', shape: box(120, 31, 120.1, 31.01) }),
  aPlace({ code: 'V12', name: '西北村', kind: 'village', parent: 'D', shape: box(120.1, 31, 120.2, 31.01) }),
  of('C1', '阳光花园', 'V11', 0),
  of('C2', '锦绣苑二期', 'V11', 1),
  of('C12', '建设路8号', 'V11', 2),
  of('C13', '建设路18号', 'V12', 11),
  of('C14', '和平路25号院', 'V11', 3),
  of('C15', '和平路425号院', 'V12', 12),
  ...[2, 12].map((number) => building(`C1-${number}`, `${number}号楼`, 'C1')),
  ...[1, 2, 12].map((number) => building(`C2-${number}`, `${number}栋`, 'C2')),
  building('C2-5', '5号', 'C2'),
  building('C2-5-7', '7栋', 'C2-5'),
]
const zones = [
  aZone({ id: 'Z1', name: '东片封控', level: 'sealed', from: '2022-05-05', members: ['C2-12'] }),
  aZone({ id: 'Z2', name: '南片管控', level: 'controlled', from: '2022-05-05', members: ['V11'] }),
  aZone({ id: 'FK-12', name: '北片封控', level: 'sealed', from: '2022-05-05', members: ['C13'] }),
]
const facts = aFacts({ places, zones })
const ask = (text: string, of: Facts = facts): LookupAnswer =>
  lookUp(of, { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(of) }, [text])[0]!
const inZones = ({ zones }: LookupAnswer): (string | null)[] => zones.map(({ zone }) => zone)
const may = ({ candidates }: LookupAnswer): string[] => candidates.map(({ code }) => code)

describe('a place that zones share out', () => {
  const halves = (right: number): Facts =>
    aFacts({
      places,
      zones: [
        aZone({ id: 'L', level: 'controlled', from: '2022-05-05', members: ['V11'] }),
        aZone({ id: 'R', level: 'precaution', from: '2022-05-05', drawn: box(120.1, 31, right, 31.01) }),
      ],
    })
  test('J19 lies in one of them where they leave none of it, and may lie in none where they do', () => {
    expect(inZones(ask('D', halves(120.2)))).toEqual(['L', 'R'])
    expect(inZones(ask('D', halves(120.19)))).toEqual(['L', 'R', null])
  })

  test('J19 is not wholly in the zone around the stricter ones that fill it', () => {
    const around = aZone({ id: 'O', level: 'precaution', from: '2022-05-05', members: ['D'] })
    const inner = ['V11', 'V12'].map((code) =>
      aZone({ id: code, level: 'controlled', from: '2022-05-05', members: [code] }),
    )
    expect(inZones(ask('D', aFacts({ places, zones: [around, ...inner] })))).toEqual(['V11', 'V12'])
    expect(inZones(ask('D', aFacts({ places, zones: [around, inner[0]!] })))).toEqual(['V11', 'O'])
  })
})

describe('two numbers in one line', () => {
  test.each([
    ...['锦绣苑二期1号12栋', '锦绣苑二期12号1栋', '锦绣苑二期2号、12栋', '锦绣苑二期1号12号'],
    ...['锦绣苑二期1栋12栋', '锦绣苑二期1号/12栋3单元'],
  ])('J16 of two that may be buildings neither is certain: %s', (text) => {
    const answer = ask(text)
    expect(answer).toMatchObject({ state: 'partly', place: 'C2' })
    expect(inZones(answer)).toEqual(['Z1', 'Z2'])
  })

  test.each(['建设路8号、18号', '建设路8号/18号', '建设路8号-18号', '建设路8号 18号', '建设路18号、8号'])(
    'J16 a number in the place of that with which the name ends may be another place: %s',
    (text) => {
      const answer = ask(text)
      expect(answer).toMatchObject({ state: 'ambiguous', place: null, zone: null })
      expect(may(answer)).toEqual(['C13', 'C12'])
      expect(inZones(answer)).toEqual(['FK-12', 'Z2'])
    },
  )

  test('J16 one that the list does not have may lie anywhere; one of another yard is meant too', () => {
    expect(ask('建设路8号、28号')).toMatchObject({ state: 'unmatched', place: null })
    expect(may(ask('和平路25号院425号'))).toEqual(['C14', 'C15'])
  })

  test('J16 one building that has both numbers is certain, and so are rooms behind one', () => {
    expect(ask('锦绣苑二期5号7栋')).toMatchObject({ state: 'matched', place: 'C2-5-7' })
    expect(ask('锦绣苑二期1栋12号')).toMatchObject({ state: 'matched', place: 'C2-1' })
    expect(ask('锦绣苑二期1栋12单元')).toMatchObject({ state: 'matched', place: 'C2-1' })
    expect(ask('建设路8号3号楼')).toMatchObject({ state: 'matched', place: 'C12' })
  })
})

describe('a number without its compound', () => {
  test.each(['12号楼', '十二号楼', '12栋', '12幢', '１２号楼'])(
    'J8 J17 is nobody’s, with all that have it, the strictest first: %s',
    (text) => {
      const answer = ask(text)
      expect(answer).toMatchObject({ state: 'ambiguous', place: null, zone: null })
      expect(may(answer)).toEqual(['C2-12', 'C1-12'])
      expect(inZones(answer)).toEqual(['Z1', 'Z2'])
    },
  )

  test('J17 a zone of that name is no more certain, and one that has it alone is not either', () => {
    const named = {
      ...facts,
      zones: [{ ...zones[0]!, name: '1号楼' }, ...zones.slice(1)],
    }
    expect(ask('1栋', named)).toMatchObject({ state: 'ambiguous', zone: null })
    expect(ask('一号楼')).toMatchObject({ state: 'unmatched', place: null, candidates: [{ code: 'C2-1' }] })
    expect(ask('12号')).toMatchObject({ place: null, zone: null })
    expect(may(ask('12号'))).toEqual(['C2-12', 'C1-12'])
  })

  test('J1 an exact code is its place, though another compares like it', () => {
    expect(ask('C1-2')).toMatchObject({ state: 'matched', by: 'code', place: 'C1-2' })
    expect(ask('C12')).toMatchObject({ state: 'matched', by: 'code', place: 'C12' })
    expect(ask('c12')).toMatchObject({ state: 'matched', place: 'C12' })
    expect(ask('C 12')).toMatchObject({ state: 'matched', place: 'C12' })
    expect(ask('C1 2'), 'what parts two numbers stays').toMatchObject({ state: 'matched', place: 'C1-2' })
  })
})

describe('zones that nobody knows', () => {
  const row = {
    list: 'zones' as const,
    file: 'zones.csv',
    row: 3,
    zone: null,
    transition: null,
    why: 'unknown-level',
  }
  const unread = { ...facts, unread: [row] }

  test('J18 without a list of zones no place is certain to lie in none', () => {
    const lists = new Set([...facts.stated].filter((list) => list !== 'zones'))
    const untold = { ...facts, zones: [], stated: lists }
    for (const text of ['西北村', '建设路18号', '120.15,31.005'])
      expect(ask(text, untold)).toMatchObject({
        ...{ state: 'unknown', zone: null, level: null },
        zones: [{ zone: null, unknown: 'no-list' }, { zone: null }],
      })
    expect(ask('西北村', { ...facts, zones: [] })).toMatchObject({ state: 'matched', zone: null })
  })

  test('J18 a refused row may be a stricter zone anywhere, but none is stricter than the strictest', () => {
    expect(ask('和平路425号院', unread)).toMatchObject({
      state: 'unknown',
      zone: null,
      zones: [{ unknown: 'rows-unread' }, {}],
    })
    expect(inZones(ask('阳光花园', unread))).toEqual(['Z2', null])
    expect(ask('阳光花园', unread).state).toBe('unknown')
    const other = { ...unread, unread: [{ ...row, zone: 'Z9' }] }
    expect(ask('建设路18号', other)).toMatchObject({ state: 'matched', zone: 'FK-12' })
    const own = { ...unread, unread: [{ ...row, zone: 'FK-12' }] }
    expect(ask('建设路18号', own)).toMatchObject({ state: 'unknown', place: 'C13' })
  })

  test('J18 one that a person ruled out says nothing', () => {
    const ruling = { list: 'zones', file: 'zones.csv', row: 3, by: '王五', note: '重复行', at: 0 }
    const ruled = { ...unread, rulings: [ruling] } as unknown as Facts
    expect(ask('和平路425号院', ruled)).toMatchObject({ state: 'matched', zone: null })
  })
})

test.each(['0,0', '0 0', '0.000, 0.0', 'N0 E0'])('J4 Z50 0, 0 is no position: %s', (text) =>
  expect(ask(text)).toMatchObject({
    ...{ state: 'unmatched', by: 'coordinates', isZero: true, position: null, inDistrict: null, zone: null },
  }),
)

test('J3 J10 a code or name that goes on, or is mistyped, is offered', () => {
  expect(inZones(ask('FK-1'))).toEqual(['FK-12'])
  expect(inZones(ask('南片'))).toEqual(['Z2'])
  expect(inZones(ask('南片管空'))).toEqual(['Z2'])
  expect(may(ask('V1'))).toEqual(['V11', 'V12'])
  expect(ask('FK-1')).toMatchObject({ state: 'unmatched', zone: null })
})
