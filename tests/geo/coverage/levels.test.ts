import { describe, expect, test } from 'vitest'
import { coverage, type Facts, type Place, type Policy, type ZoneStay } from '#geo'
import { levelsOf } from '../../../geo/coverage/levels'
import { areaM2 } from '../../../geo/geometry/rings/area'
import { hierarchyOf } from '../../../geo/places/hierarchy'
import { groundOf } from '../../../geo/zones/ground/ground'
import { aFacts, aPlace, aZone, box, moment } from '../../helpers/facts'

const policy = {
  levels: [
    { id: 'sealed', rank: 3 },
    { id: 'controlled', rank: 2 },
    { id: 'precaution', rank: 1 },
    { id: 'normal', rank: 0 },
  ],
} as unknown as Policy

function levels(places: readonly Place[], zones: readonly ZoneStay[]) {
  const facts = aFacts({ places, zones })
  return levelsOf(
    hierarchyOf(places),
    groundOf(facts, moment('2022-05-27').at, () => policy),
  )
}

/** Two towns side by side of two villages each; T2's villages have compounds. */
const places: Place[] = [
  aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 0.05, 0.01), people: 1000 }),
  aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(0, 0, 0.02, 0.01) }),
  aPlace({ code: 'T2', kind: 'town', parent: 'D', shape: box(0.02, 0, 0.04, 0.01) }),
  aPlace({
    code: 'V11',
    kind: 'village',
    parent: 'T1',
    shape: box(0, 0, 0.01, 0.01),
    people: 100,
    households: 40,
  }),
  aPlace({ code: 'V12', kind: 'village', parent: 'T1', shape: box(0.01, 0, 0.02, 0.01), people: 200 }),
  aPlace({ code: 'V21', kind: 'village', parent: 'T2', shape: box(0.02, 0, 0.03, 0.01), people: 300 }),
  aPlace({ code: 'C1', parent: 'V21', shape: box(0.02, 0, 0.025, 0.01), people: 120 }),
  aPlace({ code: 'C2', parent: 'V21', shape: box(0.025, 0, 0.03, 0.005) }),
]
const from = '2022-05-13'
const km = (west: number, south: number, east: number, north: number): number =>
  areaM2(box(west, south, east, north))

describe('levels', () => {
  test('A10 without any place nobody knows who lives there: null, not 0', () => {
    const { district, rows } = levels([], [])
    expect(district).toMatchObject({ areaM2: null, people: null, households: null })
    expect(district).toMatchObject({ peopleKnown: 0, householdsKnown: 0 })
    expect(rows).toEqual([{ level: 'normal', town: null, ...district }])
  })

  test('A9 how large members without ground are nobody knows: null, not 0', () => {
    const undrawn = [
      ...places,
      aPlace({ code: 'V19', kind: 'village', parent: 'T1', shape: null, people: 70 }),
    ]
    const { rows, district } = levels(undrawn, [aZone({ id: 'S1', from, members: ['V19'] })])
    expect(rows[0]).toMatchObject({ level: 'sealed', people: 70, areaM2: null })
    expect(district.areaM2).toBeGreaterThan(0)
  })

  test('A9 members belong whole; the rest of the town is normal, ground of no town is a row of its own', () => {
    const { rows, district } = levels(places, [aZone({ id: 'S1', from, members: ['V11'] })])
    expect(
      rows.map(({ level, town, people, households, places: n }) => [level, town, people, households, n]),
    ).toEqual([
      ['sealed', 'T1', 100, 40, 1],
      ['normal', 'T1', 200, null, 1],
      ['normal', 'T2', 300, null, 2],
      ['normal', null, 400, null, 0],
    ])
    expect(rows[0]!.areaM2! / km(0, 0, 0.01, 0.01)).toBeCloseTo(1, 9)
    expect(rows[3]!.areaM2! / km(0.04, 0, 0.05, 0.01)).toBeCloseTo(1, 9)
    expect(district).toMatchObject({ people: 1000, households: 40, places: 4 })
    expect(district.peopleKnown).toBe(3 / 4)
    expect(district.householdsKnown).toBe(1 / 4)
  })

  test('A9 without members places are shared out by area, unrounded', () => {
    const drawn = box(0.005, 0, 0.0225, 0.01)
    const { rows } = levels(places, [aZone({ id: 'S1', from, drawn })])
    const sealed = rows.filter(({ level }) => level === 'sealed')
    expect(sealed.map(({ town }) => town)).toEqual(['T1', 'T2'])
    expect(sealed[0]!.people).toBeCloseTo(250, 6)
    expect(sealed[0]!.places).toBeCloseTo(1.5, 9)
    expect(sealed[1]!.people).toBeCloseTo(60, 6)
    expect(sealed[1]!.places).toBeCloseTo(0.5, 9)
  })

  test('A13 a zone drawn as a village is, where the villages leave the rest no ground, has what its member gives', () => {
    const covered = [
      aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 0.02, 0.01), people: 1000 }),
      aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(0, 0, 0.02, 0.01) }),
      ...places.filter(({ parent }) => parent === 'T1'),
    ]
    const peopleOf = (drawn: ReturnType<typeof box> | null, members: string[] = []) =>
      levels(covered, [aZone({ id: 'S1', from, members, ...(drawn ? { drawn } : {}) })]).rows.map(
        ({ level, town, people }) => [level, town, people],
      )
    const village = peopleOf(null, ['V11'])
    expect(village).toEqual([
      ['sealed', 'T1', 100],
      ['normal', 'T1', 200],
      ['normal', null, 700],
    ])
    expect(peopleOf(box(0, 0, 0.01, 0.01))).toEqual(village)
    expect(peopleOf(box(0, 0, 0.02, 0.01))).toEqual(peopleOf(null, ['D']))
  })

  test('A10 where zones overlap the stricter takes ground and people', () => {
    const { rows } = levels(places, [
      aZone({ id: 'C1', level: 'controlled', from, members: ['T1'] }),
      aZone({ id: 'S1', from, drawn: box(0, 0, 0.005, 0.01) }),
    ])
    const row = (level: string) => rows.find((one) => one.level === level && one.town === 'T1')!
    expect(row('sealed').people).toBeCloseTo(50, 6)
    expect(row('controlled').people).toBeCloseTo(250, 6)
    expect(row('sealed').areaM2! + row('controlled').areaM2!).toBeCloseTo(km(0, 0, 0.02, 0.01), 3)
    expect(rows.some(({ level, town }) => level === 'normal' && town === 'T1')).toBe(false)
  })

  test('A10 the last row is normal even where every square metre lies in a zone', () => {
    const { rows } = levels(places.slice(0, 1), [aZone({ id: 'S1', from, members: ['D'] })])
    expect(rows.map(({ level, town, people }) => [level, town, people])).toEqual([
      ['sealed', null, 1000],
      ['normal', null, 0],
    ])
    const uncounted = [{ ...places[0]!, people: null }]
    const left = levels(uncounted, [aZone({ id: 'S1', from, members: ['D'] })]).rows.at(-1)!
    expect(left).toMatchObject({ level: 'normal', people: null, peopleKnown: 0, households: null })
  })

  test('A11 ground in two towns is counted once, for the smaller code; a zone beyond the district is cut', () => {
    const overlapping = [
      aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 0.03, 0.01) }),
      aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(0, 0, 0.02, 0.01) }),
      aPlace({ code: 'T2', kind: 'town', parent: 'D', shape: box(0.01, 0, 0.03, 0.01) }),
    ]
    const { rows, district } = levels(overlapping, [
      aZone({ id: 'S1', from, drawn: box(0.025, 0, 0.09, 0.01) }),
    ])
    const area = (level: string, town: string) =>
      rows.find((one) => one.level === level && one.town === town)!.areaM2!
    expect(area('normal', 'T1') / km(0, 0, 0.02, 0.01)).toBeCloseTo(1, 9)
    expect(area('sealed', 'T2') / km(0.025, 0, 0.03, 0.01)).toBeCloseTo(1, 6)
    expect(area('normal', 'T2') / km(0.02, 0, 0.025, 0.01)).toBeCloseTo(1, 6)
    expect(district.areaM2! / km(0, 0, 0.03, 0.01)).toBeCloseTo(1, 12)
  })

  test('A9 without places the zones are as large as they are, and the district as unknown as what lies in none', () => {
    const { rows, district } = levels([], [aZone({ id: 'S1', from, drawn: box(0, 0, 0.01, 0.01) })])
    expect(rows.map(({ level, town, people, peopleKnown }) => [level, town, people, peopleKnown])).toEqual([
      ['sealed', null, null, 0],
      ['normal', null, null, 0],
    ])
    expect(rows[0]!.areaM2).toBeCloseTo(km(0, 0, 0.01, 0.01), 3)
    expect([district.areaM2, district.places, ...rows.map((row) => row.places)]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(rows[1]!.areaM2).toBeNull()
  })

  test('A9 of two zones of a level it is a lower bound where nobody knows the people of one, amid a village', () => {
    const unknown = places.map((one) => (['V21', 'C1'].includes(one.code) ? { ...one, people: null } : one))
    const beside = { kind: 'village', parent: 'T2', people: 50, shape: box(0.03, 0, 0.04, 0.01) } as const
    const zones = [
      aZone({ id: 'A', level: 'sealed', from, drawn: box(0.0271, 0.0071, 0.0279, 0.0079) }),
      aZone({ id: 'B', level: 'sealed', from, members: ['V22'] }),
    ]
    const { rows } = levels([...unknown, aPlace({ code: 'V22', ...beside })], zones)
    expect(rows[0]).toMatchObject({ level: 'sealed', town: 'T2', people: 50, peopleKnown: 0.5 })
  })

  test('A9 where the town is the finest place its people are asked for, and how many places it has is unknown', () => {
    const towns = [
      aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 0.03, 0.01) }),
      aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(0, 0, 0.01, 0.01), people: 4000 }),
      aPlace({ code: 'T2', kind: 'town', parent: 'D', shape: box(0.01, 0, 0.02, 0.01) }),
      aPlace({ code: 'T3', kind: 'town', parent: 'D', shape: box(0.02, 0, 0.03, 0.01), people: 500 }),
    ]
    const zones = [aZone({ id: 'S1', from, members: ['T2'] }), aZone({ id: 'S2', from, members: ['T3'] })]
    const { rows, district } = levels(towns, zones)
    expect(district).toMatchObject({ people: 4500, places: null })
    expect(district.peopleKnown).toBeCloseTo(2 / 3, 9)
    expect(rows.map(({ town, people, peopleKnown, places: n }) => [town, people, peopleKnown, n])).toEqual([
      ['T2', null, 0, null],
      ['T3', 500, 1, null],
      ['T1', 4000, 1, null],
    ])
    const half = levels(towns, [aZone({ id: 'S1', from, drawn: box(0, 0, 0.015, 0.01) })])
    expect(half.rows[0]).toMatchObject({ town: 'T1', people: 4000 })
    expect(half.rows[1]).toMatchObject({ town: 'T2', people: null, peopleKnown: 0, places: null })
    const listed = [...towns, aPlace({ code: 'V31', kind: 'village', parent: 'T3', people: 500 })]
    expect(levels(listed, []).district).toMatchObject({ people: 4500, places: 1, isPartlyListed: true })
  })

  test('A9 ground that nobody drew has no area, and what holds some of it is at least as large as what is drawn', () => {
    const undrawn = [
      aPlace({ code: 'D', kind: 'district' }),
      aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(0, 0, 0.02, 0.01) }),
      aPlace({ code: 'V11', kind: 'village', parent: 'T1', shape: box(0, 0, 0.01, 0.01) }),
      aPlace({ code: 'V12', kind: 'village', parent: 'T1' }),
      aPlace({ code: 'T2', kind: 'town', parent: 'D' }),
      aPlace({ code: 'V21', kind: 'village', parent: 'T2', people: 30 }),
      aPlace({ code: 'T3', kind: 'town', parent: 'D' }),
      aPlace({ code: 'V31', kind: 'village', parent: 'T3', shape: box(0.02, 0, 0.03, 0.01) }),
      aPlace({ code: 'V32', kind: 'village', parent: 'T3' }),
    ]
    const zones = [
      aZone({ id: 'S1', from, members: ['V11'] }),
      aZone({ id: 'S2', from, members: ['V12'] }),
      aZone({ id: 'C1', from, level: 'controlled', members: ['T3'] }),
    ]
    const { rows, district } = levels(undrawn, zones)
    const drawn = ({ level, town, areaM2: area, isPartlyDrawn }: (typeof rows)[number]) => [
      ...[level, town, area === null ? null : Math.round(area / km(0, 0, 0.01, 0.01)), isPartlyDrawn],
    ]
    expect(rows.map(drawn)).toEqual([
      ['sealed', 'T1', 1, true],
      ['controlled', 'T3', 1, true],
      ['normal', 'T1', 1, undefined],
      ['normal', 'T2', null, undefined],
    ])
    expect(district.isPartlyDrawn).toBe(true)
    const unknown = levels(undrawn, [aZone({ id: 'S1', from, members: ['V11', 'NOPE'] })])
    expect(unknown.rows.map(drawn)[0]).toEqual(['sealed', 'T1', 1, true])
    const bordered = [{ ...undrawn[0]!, shape: box(0, 0, 0.04, 0.01) }, ...undrawn.slice(1)]
    const whole = levels(bordered, [])
    expect(whole.district.isPartlyDrawn).toBeUndefined()
    expect(whole.rows.map(drawn)).toEqual([
      ['normal', 'T1', 2, undefined],
      ['normal', 'T2', null, undefined],
      ['normal', 'T3', 1, true],
      ['normal', null, 1, undefined],
    ])
  })

  test('A9 a level whose zones nobody drew has a row of which nothing is known', () => {
    const zones = [
      aZone({ id: 'S1', from, level: 'sealed', members: ['V11'] }),
      aZone({ id: 'C1', from, level: 'controlled' }),
      aZone({ id: 'S2', from, level: 'sealed' }),
    ]
    const { rows } = levels(places, zones)
    expect(rows.filter(({ level }) => level !== 'normal').map(({ level, town }) => [level, town])).toEqual([
      ['sealed', 'T1'],
      ['controlled', null],
    ])
    expect(rows[1]).toEqual({
      ...{ level: 'controlled', town: null, areaM2: null, people: null, peopleKnown: 0 },
      ...{ households: null, householdsKnown: 0, places: null },
    })
  })

  test('A9 where a row of the zones was refused, what lies in none that is known is an upper bound', () => {
    const zones = [aZone({ id: 'S1', from, level: 'sealed', members: ['V11'] })]
    const lists = aFacts({}).stated
    const most = (given: Partial<Facts>) =>
      coverage(aFacts({ places, ...given }), { asOf: moment('2022-05-27').at }).levels.rows.map(
        ({ level, holdsUndrawn, holdsUntold, holdsUnlisted }) =>
          [level, holdsUndrawn, holdsUntold, holdsUnlisted].join(' '),
      )
    const row = {
      list: 'zones',
      file: 'zones.csv',
      row: 3,
      zone: null,
      transition: null,
      why: 'unknown-level',
    }
    const without = new Set([...lists].filter((list) => list !== 'zones'))
    const unread = most({ zones, unread: [row] as unknown as Facts['unread'] & object })
    expect(unread[0]).toBe('sealed   ')
    const untold = most({ stated: without })
    for (const normal of unread.slice(1)) expect(normal).toBe('normal true true true')
    expect(new Set(untold)).toEqual(new Set(['normal   ']))
    expect(new Set(most({ zones }).slice(1))).toEqual(new Set(['normal   ']))
  })

  describe('A30 a figure that is stated for the whole', () => {
    const stated = [
      aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 0.04, 0.01) }),
      aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(0, 0, 0.02, 0.01), people: 900 }),
      aPlace({ code: 'V11', kind: 'village', parent: 'T1', shape: box(0, 0, 0.01, 0.01), people: 100 }),
      aPlace({ code: 'V12', kind: 'village', parent: 'T1', shape: box(0.01, 0, 0.015, 0.01) }),
      aPlace({ code: 'T2', kind: 'town', parent: 'D', shape: box(0.02, 0, 0.04, 0.01), people: 400 }),
      aPlace({ code: 'V21', kind: 'village', parent: 'T2', shape: box(0.02, 0, 0.03, 0.01) }),
    ]
    const of = (answer: ReturnType<typeof levels>) =>
      [answer.district, ...answer.rows].map(({ people, peopleStated = false }) => [people, peopleStated])

    test('is exact although that of some of its places is not known, and so is a zone of all of a town', () => {
      const answer = levels(stated, [aZone({ id: 'S1', from, members: ['T1'] })])
      expect(of(answer)).toEqual([
        [1300, true],
        [900, true],
        [400, true],
      ])
      expect(answer.district.peopleKnown).toBeCloseTo(1 / 3, 9)
      expect(answer.district.householdsStated).toBeUndefined()
    })

    test('is open where it is parted: of who says none himself the others may hold some', () => {
      const answer = levels(stated, [aZone({ id: 'S1', from, members: ['V11', 'V12'] })])
      expect(of(answer)).toEqual([
        [1300, true],
        [100, false],
        [800, false],
        [400, true],
      ])
      expect(answer.rows[0]!.peopleKnown).toBe(0.5)
    })

    test('is a lower bound where its parts exceed it, unless what is around them states more', () => {
      const given = (people: number | null) =>
        stated.map((one) =>
          one.code === 'V11' ? { ...one, people: 1000 } : one.code === 'D' ? { ...one, people } : one,
        )
      const people = (own: number | null) => of(levels(given(own), []))[0]
      expect(people(null)).toEqual([1400, false])
      expect(people(1350)).toEqual([1400, false])
      expect(people(1500)).toEqual([1500, true])
    })

    test('of the district holds also where a zone lies where nobody is said to live', () => {
      const places = [
        aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 0.03, 0.01), people: 100 }),
        aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(0, 0, 0.03, 0.01) }),
        aPlace({ code: 'V11', kind: 'village', parent: 'T1', shape: box(0, 0, 0.01, 0.01), people: 100 }),
      ]
      const zone = aZone({ id: 'S1', from, drawn: box(0.02, 0.002, 0.022, 0.004) })
      expect(of(levels(places, [zone]))[0]).toEqual([100, true])
    })
  })

  test('A31 ground in no town that is rounding alone makes no row, and the rows still add up', () => {
    const towns = [0, 1, 2].map((at) =>
      aPlace({
        ...{ code: `T${at}`, kind: 'town', parent: 'D', people: 100 },
        shape: box(121.5 + at * 0.05, 31.1, 121.5 + (at + 1) * 0.05, 31.15),
      }),
    )
    const { rows, district } = levels(
      [aPlace({ code: 'D', kind: 'district', shape: box(121.5, 31.1, 121.65, 31.1500000001) }), ...towns],
      [aZone({ id: 'S1', from, members: ['T1'] })],
    )
    expect(rows.map(({ level, town }) => [level, town])).toEqual([
      ['sealed', 'T1'],
      ['normal', 'T0'],
      ['normal', 'T2'],
    ])
    const sum = rows.reduce((so, { areaM2: one }) => so + (one ?? 0), 0)
    expect(Math.abs(sum / district.areaM2! - 1)).toBeLessThan(1e-9)
    expect(district.areaM2! - km(121.5, 31.1, 121.65, 31.15)).toBeGreaterThan(1e-3)
  })
})
