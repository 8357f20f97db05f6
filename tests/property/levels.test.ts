import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place, Policy, Shape, ZoneStay } from '#geo'
import { type Levels, levelsOf } from '../../geo/coverage/levels'
import { areaM2 } from '../../geo/geometry/rings/area'
import { hierarchyOf } from '../../geo/places/hierarchy'
import { groundOf } from '../../geo/zones/ground/ground'
import { aFacts, aPlace, aZone, box, moment } from '../helpers/facts'
import { hasSharedData } from '../helpers/shared-data'
import { sharedPlaces } from '../helpers/shared-places'

const NO_TAINAN = !hasSharedData('tainan-2015')
const NO_LIECHTENSTEIN = !hasSharedData('liechtenstein')

const LEVELS = ['sealed', 'controlled', 'precaution']
const policy = { levels: LEVELS.map((id, i) => ({ id, rank: 3 - i })) } as unknown as Policy

function levels(places: readonly Place[], zones: readonly ZoneStay[]): Levels {
  return levelsOf(
    hierarchyOf(places),
    groundOf(aFacts({ places, zones }), moment('2022-05-27').at, () => policy),
  )
}

/** Rows add up to the district in every column, within 1e-9; no row is negative. */
function expectAdditive({ rows, district }: Levels): void {
  const sum = (of: (row: Levels['rows'][number]) => number | null): number =>
    rows.reduce((so, row) => so + (of(row) ?? 0), 0)
  const close = (seen: number, whole: number): void =>
    expect(Math.abs(seen - whole)).toBeLessThanOrEqual(1e-9 * whole)
  close(
    sum((row) => row.areaM2),
    district.areaM2 ?? 0,
  )
  close(
    sum((row) => row.people),
    district.people ?? 0,
  )
  close(
    sum((row) => row.households),
    district.households ?? 0,
  )
  close(
    sum((row) => row.places),
    district.places ?? 0,
  )
  for (const row of rows) {
    expect(row.areaM2).toBeGreaterThanOrEqual(0)
    expect(row.people ?? 0).toBeGreaterThanOrEqual(0)
    expect(row.peopleKnown).toBeLessThanOrEqual(1)
  }
}

/** A grid of 3 towns of 3 villages of 2 compounds; towns leave a strip of the district open. */
function district(people: readonly (number | null)[]): Place[] {
  const places = [
    aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 0.032, 0.03), people: people[0] ?? null }),
  ]
  let next = 1
  const one = (code: string, kind: Place['kind'], parent: string, shape: Shape): void => {
    places.push(
      aPlace({
        code,
        kind,
        parent,
        shape,
        people: people[next] ?? null,
        households: people[next + 1] ?? null,
      }),
    )
    next++
  }
  for (let t = 0; t < 3; t++) {
    one(`T${t}`, 'town', 'D', box(t * 0.01, 0, (t + 1) * 0.01, 0.03))
    for (let v = 0; v < 3; v++) {
      one(`V${t}${v}`, 'village', `T${t}`, box(t * 0.01, v * 0.01, (t + 1) * 0.01, (v + 1) * 0.01))
      for (let c = 0; c < 2; c++) {
        const west = t * 0.01 + c * 0.004
        one(`C${t}${v}${c}`, 'compound', `V${t}${v}`, box(west, v * 0.01, west + 0.003, v * 0.01 + 0.006))
      }
    }
  }
  return places
}

const drawn = fc
  .tuple(fc.nat(64), fc.nat(60), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .map(([x, y, w, h]) => box(x / 1900, y / 1900, (x + w) / 1900, (y + h) / 1900))
const codes = district([]).map(({ code }) => code)
const stay = fc.record({
  level: fc.constantFrom(...LEVELS),
  ground: fc.oneof(
    fc.record({ drawn }),
    fc.record({
      members: fc.uniqueArray(fc.constantFrom(...codes.slice(1)), { minLength: 1, maxLength: 3 }),
    }),
  ),
})

describe('levels add up', () => {
  test('A12 for any zones over any people known or not', () => {
    const people = fc.array(fc.option(fc.nat(5_000)), { minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(people, fc.array(stay, { maxLength: 5 }), (figures, stays) => {
        const zones = stays.map(({ level, ground }, i) =>
          aZone({ id: `Z${i}`, from: '2022-05-13', level, members: [], ...ground }),
        )
        expectAdditive(levels(district(figures), zones))
      }),
      { seed: 20220527, numRuns: 150 },
    )
  })

  test.skipIf(NO_LIECHTENSTEIN)('A12 for the eleven towns of Liechtenstein, each a zone', () => {
    const places = sharedPlaces('liechtenstein')
    const towns = hierarchyOf(places).ofKind('town')
    const zones = towns.map((code) =>
      aZone({ id: `Z-${code}`, from: '2022-03-01', level: 'precaution', members: [code] }),
    )
    const answer = levels(places, zones)
    expectAdditive(answer)
    expect(answer.rows.filter(({ level }) => level === 'precaution').map(({ town }) => town)).toEqual(towns)
    expect(answer.rows.at(-1)).toMatchObject({ level: 'normal', town: null, areaM2: 0 })
    for (const row of answer.rows.slice(0, -1))
      expect(row.areaM2! / areaM2(hierarchyOf(places).shapeOf(row.town!)!)).toBeCloseTo(1, 6)
  })

  test.skipIf(NO_TAINAN)('A12 for Tainan, where villages overlap across town lines', () => {
    const places = sharedPlaces('tainan-2015')
    const hierarchy = hierarchyOf(places)
    const [first, second] = hierarchy.ofKind('town')
    const zones = [
      aZone({ id: 'Z1', from: '2015-08-01', level: 'controlled', members: [first!, second!] }),
      aZone({ id: 'Z2', from: '2015-08-01', level: 'sealed', drawn: box(120.18, 22.98, 120.26, 23.05) }),
    ]
    const answer = levels(places, zones)
    expectAdditive(answer)
    expect(answer.district.people).toBeCloseTo(1_885_079, 3)
    expect(answer.district.places).toBeCloseTo(752, 6)
    expect(answer.district.areaM2).toBeCloseTo(areaM2(hierarchy.shapeOf('67')!), 0)
  })
})
