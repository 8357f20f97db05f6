import { describe, expect, test } from 'vitest'
import {
  areaM2,
  attribute,
  coverage,
  type Facts,
  hierarchyOf,
  lookUp,
  namesOf,
  type Place,
  type PlaceChange,
  placesAt,
  policiesOf,
  residentsOf,
  soundChanges,
  zoneShape,
} from '#geo'
import { aFacts, aPack, aPlace, aZone, box, type CaseRow, cases, moment, SHANGHAI } from '../../helpers/facts'
import { aBegun, aChange } from '../../helpers/place-changes'
import { shanghai22May } from '../../helpers/policies'

const at = (day: string) => moment(day).at
const village = (code: string, west: number, over: Partial<Place> = {}): Place =>
  aPlace({
    ...{ code, kind: 'village', parent: 'T', people: 1_000, households: 300 },
    shape: box(121 + west / 100, 31, 121 + (west + 1) / 100, 31.01),
    ...over,
  })

/** A town of three villages side by side, A, B and C. */
const PLACES: readonly Place[] = [
  aPlace({ code: 'D', name: '甲县', kind: 'district' }),
  aPlace({ code: 'T', name: '东镇', kind: 'town', parent: 'D' }),
  village('A', 0, { name: '柳村' }),
  village('B', 1, { name: '河村' }),
  village('C', 2, { name: '山村' }),
]

const given = (placeChanges: readonly PlaceChange[], over: Partial<Facts> = {}): Facts =>
  aFacts({
    pack: aPack({ policy: shanghai22May.id }),
    ...{ policies: [shanghai22May], places: PLACES, placeChanges },
    ...over,
  })

const peopleOf = (facts: Facts): number | null => residentsOf(hierarchyOf(facts.places)).totalOf('D').people
const aInB = aChange({ kind: 'merged', at: '2022-05-10', ends: ['A', 'B'], begins: [aBegun('B')] })

function zonesOf(facts: Facts, asOf: string): (string | number)[] {
  const held = placesAt(facts, at(asOf))
  const { zones, cases: counted } = attribute(held, at(asOf), policiesOf(held))
  return [...counted].map((zone) => zones[zone]?.id ?? zone)
}

describe('A21 a change holds from its time on', () => {
  test('before it the old places, after it the new one with the ground of both', () => {
    const [before, after] = ['2022-05-10', '2022-05-11'].map((day) =>
      hierarchyOf(placesAt(given([aInB]), at(day)).places),
    )
    expect(before!.ofKind('village')).toEqual(['A', 'B', 'C'])
    expect(after!.ofKind('village')).toEqual(['B', 'C'])
    expect(areaM2(after!.shapeOf('B')!)).toBeCloseTo(
      areaM2(before!.shapeOf('A')!) + areaM2(before!.shapeOf('B')!),
      3,
    )
    expect(after!.placeAt(121.005, 31.005)).toEqual({ code: 'B', among: ['B'] })
    expect(after!.place('A')!.former).toEqual({ role: 'part', until: moment('2022-05-10'), heirs: ['B'] })
  })

  test('between two changes the same facts come back, without any the facts themselves', () => {
    const facts = given([aInB])
    expect(placesAt(facts, at('2022-05-12'))).toBe(placesAt(facts, at('2022-06-12')))
    expect(placesAt(facts, at('2022-05-01'))).not.toBe(placesAt(facts, at('2022-06-12')))
    const unchanged = given([])
    expect(placesAt(unchanged, at('2022-06-12'))).toBe(unchanged)
  })

  test('a place that a file has brought for the change is not there before it', () => {
    const fresh = village('N', 0, { shape: box(121, 31, 121.02, 31.01), people: null })
    const change = aChange({ kind: 'merged', at: '2022-05-10', ends: ['A', 'B'], begins: [aBegun('N')] })
    const facts = given([change], { places: [...PLACES, fresh] })
    expect(peopleOf(placesAt(facts, at('2022-05-01')))).toBe(3_000)
    expect(hierarchyOf(placesAt(facts, at('2022-05-01')).places).place('N')).toBeNull()
    expect(peopleOf(placesAt(facts, at('2022-05-12')))).toBe(3_000)
    expect(hierarchyOf(placesAt(facts, at('2022-05-12')).places).ofKind('village')).toEqual(['C', 'N'])
  })
})

describe('A22 what was written before a change means the places of then', () => {
  const rows: readonly CaseRow[] = [
    { id: 'old', place: 'B', reportedAt: '2022-05-09' },
    { id: 'byName', place: '河村', reportedAt: '2022-05-09' },
    { id: 'other', place: 'A', reportedAt: '2022-05-09' },
    { id: 'new', place: 'B', reportedAt: '2022-05-12' },
  ]
  const zones = [aZone({ id: 'z', from: '2022-05-01', members: ['B'] })]
  const facts = given([aInB], { zones, cases: cases(rows) })

  test('cases of the old place keep their zone; one of the grown place may lie in it', () => {
    expect(zonesOf(facts, '2022-05-10').slice(0, 3)).toEqual(['z', 'z', -1])
    expect(zonesOf(facts, '2022-05-20')).toEqual(['z', 'z', -1, -3])
  })

  test('the zone keeps its ground, also where its level has moved on', () => {
    const moved = aZone({ id: 'z', level: 'controlled', from: '2022-05-15', members: ['B'] })
    const stays = [aZone({ id: 'z', from: '2022-05-01', to: '2022-05-15', members: ['B'] }), moved]
    const after = placesAt({ ...facts, zones: stays }, at('2022-05-20'))
    expect(after.zones.map(({ members }) => members)).toEqual([['B@2022-05-10'], ['B@2022-05-10']])
    for (const stay of after.zones)
      expect(areaM2(zoneShape(stay, after.places))).toBeCloseTo(areaM2(PLACES[3]!.shape!), 3)
  })

  test('a zone that is drawn later holds the grown place, and the old cases in it', () => {
    const later = aZone({ id: 'y', from: '2022-05-11', members: ['B'] })
    expect(zonesOf({ ...facts, zones: [later] }, '2022-05-20')).toEqual(['y', 'y', 'y', 'y'])
  })

  test('the former place can be named by its code until the day, at any time', () => {
    const named = aZone({ id: 'y', from: '2022-05-12', members: ['B@2022-05-10'] })
    expect(zonesOf({ ...facts, zones: [named] }, '2022-05-20')).toEqual(['y', 'y', -1, -3])
    const early = placesAt({ ...facts, zones: [named] }, at('2022-05-10'))
    expect(early.zones[0]!.members).toEqual(['B'])
  })
})

describe('A23 people are counted once', () => {
  test('the place that others were merged into has theirs, or what it says itself', () => {
    const told = { ...aInB, begins: [aBegun('B', { people: 1_800 })] }
    expect(peopleOf(placesAt(given([aInB]), at('2022-05-20')))).toBe(3_000)
    expect(peopleOf(placesAt(given([told]), at('2022-05-20')))).toBe(2_800)
  })

  test('parts of which the people are known take the place of the whole, others share its people', () => {
    const parts = (one: number | null, other: number | null) =>
      aChange({
        ...{ kind: 'split', at: '2022-05-10', ends: ['A'] },
        begins: [aBegun('A1', { people: one }), aBegun('A2', { people: other })],
      })
    expect(peopleOf(placesAt(given([parts(500, 450)]), at('2022-05-20')))).toBe(2_950)
    expect(peopleOf(placesAt(given([parts(500, null)]), at('2022-05-20')))).toBe(3_000)
    expect(peopleOf(placesAt(given([parts(null, null)]), at('2022-05-20')))).toBe(3_000)
  })

  test('a split of which nobody says the people adds no place whose people are not known', () => {
    const split = aChange({
      kind: 'split',
      at: '2022-05-10',
      ends: ['A'],
      begins: [aBegun('A'), aBegun('A2')],
    })
    const told = aChange({
      ...{ kind: 'split', at: '2022-05-10', ends: ['A'] },
      begins: [aBegun('A', { people: 400 }), aBegun('A2', { people: 600 })],
    })
    const compounds = ['A-1', 'A-2', 'A-3'].map((code) => aPlace({ code, parent: 'A', people: 200 }))
    const countsOf = (change: PlaceChange, more: readonly Place[]): number[] => {
      const held = placesAt(given([change], { places: [...PLACES, ...more] }), at('2022-05-20'))
      const { units } = residentsOf(hierarchyOf(held.places))
      const sum = (figure: 'places' | 'known') => units.reduce((so, unit) => so + unit[figure], 0)
      return [sum('places'), sum('known')]
    }
    expect(countsOf(split, [])).toEqual([4, 4])
    expect(countsOf(split, compounds)).toEqual([5, 5])
    expect(countsOf(told, compounds)).toEqual([4, 4])
  })

  test('a zone of a merged village keeps its people, and villages are counted as they are', () => {
    const zones = [aZone({ id: 'z', from: '2022-05-01', members: ['A'] })]
    const levels = (asOf: string) => coverage(given([aInB], { zones }), { asOf: at(asOf) }).levels
    const sealed = (asOf: string) => levels(asOf).rows.find(({ level }) => level === 'sealed')!
    expect(sealed('2022-05-09').people).toBe(1_000)
    expect(sealed('2022-05-20').people).toBe(1_000)
    expect(levels('2022-05-09').district.places).toBe(3)
    expect(levels('2022-05-20').district.places).toBe(2)
  })
})

describe('A24 a file that takes the place of others', () => {
  const old = PLACES.slice(2)
  const replaced = (fresh: readonly Place[]) => {
    const begins = fresh.map(({ code }) => aBegun(code))
    const change = aChange({ kind: 'replaced', at: '2022-05-10', ends: ['A', 'B', 'C'], begins, rows: old })
    return given([change], { places: [...PLACES.slice(0, 2), ...fresh] })
  }
  const across = (code: string, west: number, east: number, people: number | null): Place =>
    village(code, 0, { people, shape: box(121 + west / 100, 31, 121 + east / 100, 31.01) })
  const roleOf = (facts: Facts, code: string) =>
    placesAt(facts, at('2022-05-20')).places.find((place) => place.code === code)?.former

  test('which place became which its ground tells', () => {
    const facts = replaced([across('N', 0, 2, 2_100), across('O', 2, 2.5, null), across('Q', 2.5, 3, null)])
    expect(roleOf(facts, 'A')).toMatchObject({ role: 'part', heirs: ['N'] })
    expect(roleOf(facts, 'B')).toMatchObject({ role: 'part', heirs: ['N'] })
    expect(roleOf(facts, 'C')).toMatchObject({ role: 'whole', heirs: ['O', 'Q'] })
    expect(peopleOf(placesAt(facts, at('2022-05-01')))).toBe(3_000)
    expect(peopleOf(placesAt(facts, at('2022-05-20')))).toBe(3_100)
  })

  test('of one that lies across new ones the ground is kept, and the new ones count its people', () => {
    const facts = replaced([across('N', 0, 1.5, 1_400), across('O', 1.5, 3, 1_500)])
    expect(roleOf(facts, 'B')).toMatchObject({ role: 'loose', heirs: ['N', 'O'] })
    expect(peopleOf(placesAt(facts, at('2022-05-20')))).toBe(2_900)
    const zones = [aZone({ id: 'z', from: '2022-05-01', members: ['B'] })]
    const rows = [{ id: 'k', place: 'B', reportedAt: '2022-05-09' }]
    expect(zonesOf({ ...facts, zones, cases: cases(rows) }, '2022-05-20')).toEqual(['z'])
    const { rows: levels } = coverage({ ...facts, zones }, { asOf: at('2022-05-20') }).levels
    const sealed = levels.find(({ level }) => level === 'sealed')!
    expect(sealed.people).toBeCloseTo(1_400 / 3 + 1_500 / 3, 3)
    expect(sealed.areaM2).toBeCloseTo(areaM2(old[1]!.shape!), 3)
  })

  test('a code that goes on with other ground means the old one before the day', () => {
    const facts = replaced([across('A', 0, 1.5, 1_400), across('O', 1.5, 3, 1_500)])
    const rows = [
      { id: 'k', place: 'A', reportedAt: '2022-05-09' },
      { id: 'l', place: 'A', reportedAt: '2022-05-11' },
    ]
    const after = placesAt({ ...facts, cases: cases(rows) }, at('2022-05-20'))
    expect([...after.cases.place.codes].map((one) => after.cases.place.values[one])).toEqual([
      'A@2022-05-10',
      'A',
    ])
    expect(hierarchyOf(after.places).parentOf('A@2022-05-10')).toBe('A')
  })
})

describe('A20 a merger beside a place that nobody drew and one whose people nobody says', () => {
  test('leaves the people of every level where they were', () => {
    const places = [
      ...PLACES.slice(0, 4),
      village('C', 2, { people: null, households: null }),
      village('E', 3, { people: 300, shape: null }),
    ]
    const drawn = box(121.005, 31, 121.01, 31.01)
    const zones = [aZone({ id: 'z', level: 'sealed', from: '2022-05-01', drawn })]
    const facts = given([aInB], { places, zones })
    const peopleAt = (day: string) =>
      coverage(facts, { asOf: at(day) }).levels.rows.map(({ level, town, people }) => [level, town, people])
    const before = peopleAt('2022-05-10')
    expect(before.find(([level]) => level === 'sealed')![2]).toBeCloseTo(500, 6)
    expect(peopleAt('2022-05-11')).toEqual(before)
  })
})

describe('A20 a part of a split, or a compound left in it, that becomes one with a neighbour', () => {
  const split = (...begins: PlaceChange['begins']): PlaceChange =>
    aChange({ kind: 'split', at: '2022-05-10', ends: ['A'], begins })
  const joined = (...ends: string[]): PlaceChange =>
    aChange({ kind: 'merged', at: '2022-05-12', ends, begins: [aBegun('N')] })
  const compound = aPlace({ code: 'A1', kind: 'compound', parent: 'A', people: 600 })
  const zones = [aZone({ id: 'z', from: '2022-05-01', members: ['A'] })]
  const two = split(aBegun('P'), aBegun('Q'))
  const told = split(aBegun('P', { people: 300 }), aBegun('Q'))

  test.each([
    ['a part', [two, joined('P', 'B')], 1_000],
    ['a part, named last', [two, joined('B', 'P')], 1_000],
    ['a part of which the people are told', [told, joined('P', 'B')], 700],
  ])('%s: counted once, and the rest of the whole keeps its own', (_, changes, left) => {
    const facts = given(changes, { zones, places: [...PLACES, compound] })
    const held = placesAt(facts, at('2022-05-20'))
    expect(peopleOf(held)).toBe(3_000)
    const hierarchy = hierarchyOf(held.places)
    expect([hierarchy.parentOf('N'), hierarchy.place('A')!.people]).toEqual(['T', left])
    expect(areaM2(zoneShape(zones[0]!, held.places))).toBeCloseTo(areaM2(PLACES[2]!.shape!), 0)
  })

  test('a compound that nothing gives to a part leaves the whole for no neighbour', () => {
    const { faults } = soundChanges([...PLACES, compound], [two, joined('B', 'A1')], SHANGHAI)
    expect(faults.map(({ fault }) => fault)).toEqual(['different-parents'])
  })
})

describe('A25 a change that cannot be is not made', () => {
  const faultsOf = (change: PlaceChange): string[] =>
    soundChanges(PLACES, [change], SHANGHAI).faults.map(({ fault }) => fault)
  const change = (over: Partial<PlaceChange>): PlaceChange => ({ ...aInB, ...over })

  test.each([
    ['no-such-place', change({ ends: ['A', 'X'] })],
    ['nothing-begins', change({ begins: [] })],
    ['different-parents', change({ ends: ['A', 'T'] })],
    ['of-the-district', change({ ends: ['D'], begins: [aBegun('D')] })],
    ['no-such-place', change({ kind: 'renamed', ends: ['A'], begins: [aBegun('B')] })],
    ['no-name', change({ kind: 'renamed', ends: ['A'], begins: [aBegun('A', { name: ' ' })] })],
    ['no-other-place', change({ ends: ['A'], begins: [aBegun('A')] })],
    ['too-few-parts', change({ kind: 'split', ends: ['A'], begins: [aBegun('A1')] })],
    ['too-few-parts', change({ kind: 'split', ends: ['A'], begins: [aBegun('A1'), aBegun('A1')] })],
    ['code-in-use', change({ kind: 'split', ends: ['A'], begins: [aBegun('B'), aBegun('A2')] })],
    ['code-in-use', change({ ends: ['A'], begins: [aBegun('B')] })],
  ])('%s', (fault, faulty) => {
    expect(faultsOf(faulty)).toEqual([fault])
    expect(placesAt(given([faulty]), at('2022-05-20')).places).toEqual(PLACES)
  })

  test('a place of a file on the ground of those that end is no other one', () => {
    const west = village('A1', 0, { shape: box(121, 31, 121.004, 31.01) })
    const split = change({ kind: 'split', ends: ['A'], begins: [aBegun('A1'), aBegun('A2')] })
    const joined = change({ begins: [aBegun('N')] })
    const all = village('N', 0, { shape: box(121, 31, 121.0205, 31.01) })
    expect(soundChanges([...PLACES, west], [split], SHANGHAI).faults).toEqual([])
    expect(soundChanges([...PLACES, all], [joined], SHANGHAI).faults).toEqual([])
  })

  test('a part of a split is merged with a neighbour: both lie in what held the whole', () => {
    const split = aChange({
      kind: 'split',
      at: '2022-05-10',
      ends: ['A'],
      begins: [aBegun('A1'), aBegun('A2')],
    })
    const joined = aChange({ kind: 'merged', at: '2022-05-12', ends: ['A2', 'B'], begins: [aBegun('B')] })
    expect(soundChanges(PLACES, [split, joined], SHANGHAI).faults).toEqual([])
  })

  test('a place that has ended is merged no second time, and its code begins no other', () => {
    const again = aChange({ kind: 'merged', at: '2022-05-12', ends: ['A', 'C'], begins: [aBegun('C')] })
    const reused = aChange({ kind: 'split', at: '2022-05-13', ends: ['C'], begins: [aBegun('A')] })
    const { faults, made } = soundChanges(PLACES, [reused, again, aInB], SHANGHAI)
    expect(made).toEqual([aInB])
    expect(faults.map(({ fault }) => fault)).toEqual(['no-such-place', 'code-in-use'])
  })
})

describe('A26 names are those of the date, and old ones are still found', () => {
  const renamed = aChange({
    ...{ kind: 'renamed', at: '2022-05-10', ends: ['A'], begins: [aBegun('A', { name: '柳苑社区' })] },
  })

  test('a new name from its day on, the old one an alias', () => {
    const nameAt = (asOf: string) => hierarchyOf(placesAt(given([renamed]), at(asOf)).places).place('A')!.name
    expect(nameAt('2022-05-10')).toBe('柳村')
    expect(nameAt('2022-05-11')).toBe('柳苑社区')
    const names = namesOf(hierarchyOf(placesAt(given([renamed]), at('2022-05-11')).places))
    expect(names.find('柳村')).toEqual({ by: 'alias', codes: ['A'], isWhole: true })
  })

  test('an address in a village that was merged away lies on the ground it had', () => {
    const zones = [aZone({ id: 'z', from: '2022-05-01', members: ['A'] })]
    const facts = given([aInB], { zones })
    const question = { asOf: at('2022-05-20'), policyOf: policiesOf(facts) }
    expect(lookUp(facts, question, ['柳村12号'])[0]).toMatchObject({ place: 'A', zone: 'z' })
  })
})
