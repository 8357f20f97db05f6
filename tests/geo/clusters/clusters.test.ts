import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusters } from '../../../geo/clusters/clusters'
import { readAsOf } from '../../../geo/time/calendar'
import { aFacts, aPack, aPlace, box, type CaseRow, cases } from '../../helpers/facts'
import { tainanCases } from '../../helpers/shared-cases'
import { hasSharedData } from '../../helpers/shared-data'
import { sharedPlaces } from '../../helpers/shared-places'

const NO_TAINAN = !hasSharedData('tainan-2015')

const at = (seen: string): number => readAsOf('Asia/Shanghai', seen)!
const village = aPlace({ code: 'V', kind: 'village', shape: box(120, 31, 120.002, 31.002) })
const factsOf = (rows: readonly CaseRow[]) => aFacts({ places: [village], cases: cases(rows) })
const spot = (id: string, reportedAt: string, more: Partial<CaseRow> = {}): CaseRow => ({
  ...{ id, reportedAt, lng: 120, lat: 31 },
  ...more,
})

describe('clusters', () => {
  test('K4 a cluster has the id of its earliest case, of equal times the smaller id', () => {
    const rows = [
      spot('z', '2022-05-03'),
      spot('b', '2022-05-01'),
      spot('a', '2022-05-01'),
      spot('y', '2022-05-09'),
    ]
    const answer = clusters(factsOf(rows), { asOf: at('2022-05-20') })
    expect(answer.clusters).toMatchObject([
      {
        id: 'a',
        cases: ['a', 'b', 'y', 'z'],
        from: '2022-05-01',
        to: '2022-05-09',
        centre: [120, 31],
        radiusM: 0,
      },
    ])
  })

  test('K4 any order of the rows gives the same clusters', () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      spot(`c${(i * 7) % 30}`, `2022-05-${String(1 + (i % 28)).padStart(2, '0')}`, {
        lng: 120 + (i % 5) * 0.004,
        lat: 31 + (i % 3) * 0.003,
      }),
    )
    const expected = clusters(factsOf(rows), { asOf: at('2022-06-01') })
    expect(expected.clusters.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(clusters(factsOf(shuffled), { asOf: at('2022-06-01') })).toEqual(expected)
      }),
      { seed: 4, numRuns: 50 },
    )
  })

  test('K5 a case stands at its own position, else at its place; without either it is counted apart', () => {
    const nowhere = { lng: Number.NaN, lat: Number.NaN }
    const rows = [
      spot('a', '2022-05-01'),
      spot('b', '2022-05-02', { ...nowhere, place: 'V' }),
      spot('c', '2022-05-03', { ...nowhere, place: 'unknown' }),
      spot('d', '2022-05-04', nowhere),
    ]
    const answer = clusters(factsOf(rows), { asOf: at('2022-05-20'), min: 2 })
    expect(answer.clusters).toMatchObject([{ cases: ['a', 'b'], places: ['V'] }])
    expect(answer.unplaced).toBe(2)
    const [lon, lat] = answer.clusters[0]!.centre
    expect(lon).toBeGreaterThan(120)
    expect(lat).toBeGreaterThan(31)
  })

  test('K6 suspected cases, cases without a report and cases reported later take no part', () => {
    const rows = [
      spot('a', '2022-05-01'),
      spot('b', '2022-05-02'),
      spot('s', '2022-05-02', { kind: 'suspected' }),
      spot('n', '2022-05-02', { reportedAt: null }),
      spot('c', '2022-05-03T12:00'),
    ]
    expect(clusters(factsOf(rows), { asOf: at('2022-05-03T11:59') }).clusters).toEqual([])
    expect(clusters(factsOf(rows), { asOf: at('2022-05-03T12:00') }).clusters[0]!.cases).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(() => clusters(factsOf(rows), { asOf: at('2022-05-03'), min: 0 })).toThrow(/got 0/)
  })

  test.skipIf(NO_TAINAN)('K7 August 2015 in Tainan: every case in villages, clusters found', () => {
    const facts = aFacts({
      pack: aPack({ timezone: 'Asia/Taipei' }),
      places: sharedPlaces('tainan-2015'),
      cases: tainanCases(),
    })
    const july = clusters(facts, { asOf: readAsOf('Asia/Taipei', '2015-07-31')! })
    const august = clusters(facts, { asOf: readAsOf('Asia/Taipei', '2015-08-31')! })
    const year = clusters(facts, { asOf: readAsOf('Asia/Taipei', '2015-12-31')! })
    const inClusters = (answer: typeof july): number =>
      answer.clusters.reduce((sum, one) => sum + one.cases.length, 0)
    expect(year.unplaced).toBe(0)
    expect(inClusters(july)).toBeLessThan(inClusters(august))
    expect(inClusters(august)).toBeGreaterThan(2_500)
    expect(inClusters(year)).toBeLessThanOrEqual(22_755)
    expect(new Set(year.clusters.flatMap((one) => one.cases)).size).toBe(inClusters(year))
  })
})

describe('K12 the radius that the data bear', () => {
  /** a row of villages 300 m apart, each with cases in its middle */
  const LONGITUDE_M = 95_500
  const chainOf = (perVillage: number): CaseRow[] =>
    Array.from({ length: 12 * perVillage }, (_, i) =>
      spot(`k${i}`, `2022-05-${String(1 + (i % 20)).padStart(2, '0')}`, {
        lng: 120 + ((i % 12) * 300) / LONGITUDE_M,
      }),
    )

  test('villages that touch are no chain by themselves; cases with addresses of their own keep 500 m', () => {
    const dense = factsOf(chainOf(6))
    const asOf = at('2022-05-25')
    expect(clusters(dense, { asOf }).clusters).toHaveLength(1)
    const answer = clusters(dense, { asOf, radius: 'fromData' })
    expect(answer.options).toEqual({ radius: 150, window: 14, min: 3 })
    expect(answer.clusters).toHaveLength(12)
    expect(clusters(factsOf(chainOf(1)), { asOf, radius: 'fromData' }).options.radius).toBe(500)
  })

  test('a cluster says how many of the last seven days, and of the seven before', () => {
    const days = ['2022-05-01', '2022-05-08', '2022-05-12', '2022-05-14', '2022-05-15', '2022-05-20']
    const rows = days.map((day, i) => spot(`w${i}`, day))
    const [one] = clusters(factsOf(rows), { asOf: at('2022-05-20') }).clusters
    expect([one!.cases.length, one!.lastWeek, one!.weekBefore]).toEqual([6, 3, 2])
  })
})
