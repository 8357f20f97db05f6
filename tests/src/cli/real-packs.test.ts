import { describe, expect, test } from 'vitest'
import type { ClustersAnswer, CoverageAnswer } from '#geo'
import { main } from '../../../src/cli/main'
import { hasSharedData, readSharedData, sharedData } from '../../helpers/shared-data'

async function answer<T>(...args: string[]): Promise<T> {
  let [out, err] = ['', '']
  const code = await main([...args, '--json'], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
  })
  expect(code).toBe(0)
  // beside the pack's files lie others (sources, a description) that no list reads, and that is said
  expect(err).toMatch(/^(0 rows and \d+ files? not taken: see cordon check\.\n)?$/)
  return JSON.parse(out) as T
}

interface Reference {
  readonly zones: readonly {
    readonly zone: string
    readonly points: readonly {
      readonly lon: number
      readonly lat: number
      readonly kind: string
      readonly cls: string
    }[]
  }[]
}

/** Metres, flat enough for points a few metres apart at 47° north. */
const apart = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot((a[0] - b[0]) * 75_900, (a[1] - b[1]) * 111_200)

describe.skipIf(!hasSharedData('liechtenstein'))('Liechtenstein (skipped where the data are absent)', () => {
  test('H6 coverage finds each of the 648 crossings of the reference within 1 m, and no other', async () => {
    const coverage = await answer<CoverageAnswer>(
      'coverage',
      sharedData('liechtenstein'),
      '--as-of',
      '2022-03-02',
    )
    const reference = readSharedData<Reference>('liechtenstein/crossings-reference.json')
    const lines = new Map(coverage.perimeter!.map((line) => [line.id, line.crossings]))
    let found = 0
    for (const { zone, points } of reference.zones) {
      const left = [...lines.get(zone)!]
      for (const { lon, lat, kind, cls } of points) {
        const at = left.findIndex(
          (c) => c.kind === kind && c.class === cls && apart(c.position as [number, number], [lon, lat]) < 1,
        )
        expect(at, `${zone} ${lon}, ${lat}`).toBeGreaterThanOrEqual(0)
        left.splice(at, 1)
        found += 1
      }
      expect(left, zone).toEqual([])
    }
    expect(found).toBe(648)
    expect(coverage.asOf).toBe('2022-03-03T00:00:00+01:00')
    const sum = coverage.levels.rows.reduce((total, row) => total + row.areaM2!, 0)
    expect(Math.abs(sum / coverage.levels.district.areaM2! - 1)).toBeLessThan(1e-9)
  })
})

describe.skipIf(!hasSharedData('tainan-2015'))('Tainan (skipped where the data are absent)', () => {
  test('H6 clusters of August come out of the real cases, sorted by id, none before their first case', async () => {
    const read = (day: string) =>
      answer<ClustersAnswer>('clusters', sharedData('tainan-2015'), '--as-of', day)
    const [january, august] = [await read('2015-01-31'), await read('2015-08-31')]
    expect(january.clusters).toEqual([])
    expect(august.clusters.length).toBeGreaterThan(5)
    const ids = august.clusters.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    for (const { id, cases, from, to } of august.clusters) {
      expect(cases).toContain(id)
      expect(from <= to && to <= '2015-08-31').toBe(true)
    }
  })

  test('H6 a pack without roads and zones has no perimeter, only its ground', async () => {
    const coverage = await answer<CoverageAnswer>(
      'coverage',
      sharedData('tainan-2015'),
      '--as-of',
      '2015-09-01',
    )
    expect(coverage.perimeter).toBeNull()
    expect(coverage).toMatchObject({ testing: [], unknownLists: ['rounds'] })
    expect(coverage.levels.district.people).toBeCloseTo(1_885_079, 0)
    expect(coverage.levels.rows.every(({ level }) => level === 'normal')).toBe(true)
  })
})
