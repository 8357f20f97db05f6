import { beforeAll, describe, expect, test } from 'vitest'
import { dissolve, joinExactly } from '../../geo/geometry/overlay/dissolve'
import { difference, intersection, union } from '../../geo/geometry/overlay/overlay'
import { areaM2 } from '../../geo/geometry/rings/area'
import type { Shape } from '../../geo/geometry/rings/shape'
import { openGeos } from '../helpers/geos'
import { type Random, seeded } from '../helpers/seeded'

const CELLS = 7
const SIDE = 0.002
const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)
let geos: Awaited<ReturnType<typeof openGeos>>
beforeAll(async () => {
  geos = await openGeos()
})

/** Compounds on a crooked grid near 113.5° E 33.5° N, each vertex moved by up to `jitter` degrees anew for each. */
function compounds(random: Random, jitter: number, share = 0.7): Shape[] {
  const crooked = Array.from(
    { length: (CELLS + 1) ** 2 },
    () => [random.next() - 0.5, random.next() - 0.5] as const,
  )
  const corner = (x: number, y: number): [number, number] => {
    const [dx, dy] = crooked[y * (CELLS + 1) + x]!
    const shake = (): number => jitter * (2 * random.next() - 1)
    return [113.5 + (x + 0.4 * dx) * SIDE + shake(), 33.5 + (y + 0.4 * dy) * SIDE + shake()]
  }
  const cells: Shape[] = []
  for (let x = 0; x < CELLS; x++)
    for (let y = 0; y < CELLS; y++) {
      if (!random.chance(share)) continue
      const corners = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)]
      if (random.chance(0.5)) corners.reverse()
      cells.push([[Float64Array.from([...corners, corners[0]!].flat())]])
    }
  return cells
}

/** Square degrees of the result as GEOS measures it. */
const compare = (ours: Shape, theirs: number, digits: number): void =>
  expect(geos.areaOf(ours) / theirs).toBeCloseTo(1, digits)

describe('members become one ground', () => {
  test.each(seeds(60))('G13 a clean coverage is joined to the last bit, valid by GEOS (seed %i)', (seed) => {
    const cells = compounds(seeded(seed), 0)
    const joined = joinExactly(cells)!
    compare(joined, geos.unionArea(cells), 12)
    expect(geos.isValid(joined)).toBe(true)
    const own = new Set(cells.flatMap((cell) => [...cell[0]![0]!]))
    expect(joined.every((polygon) => polygon.every((ring) => ring.every((value) => own.has(value))))).toBe(
      true,
    )
    expect(areaM2(joined) / cells.reduce((sum, cell) => sum + areaM2(cell), 0)).toBeCloseTo(1, 10)
  })

  test.each(seeds(120))(
    'G13 jitter of 1e-15 … 1e-10 degrees leaves no sliver and no gap (seed %i)',
    (seed) => {
      const random = seeded(seed * 31)
      const cells = compounds(random, 10 ** -random.between(10, 15), 1)
      const joined = dissolve(cells)
      expect(joined).toHaveLength(1)
      expect(joined[0]).toHaveLength(1)
      compare(joined, geos.unionArea(cells), 6)
    },
  )

  test.each(seeds(40))('G13 members that overlap or leave gaps go to the cutter (seed %i)', (seed) => {
    const cells = compounds(seeded(seed * 17), 0.0003)
    expect(joinExactly(cells)).toBeNull()
    compare(dissolve(cells), geos.unionArea(cells), 6)
  })

  test('G13 a member inside another, or twice, is no clean coverage', () => {
    const ring = (w: number, s: number, e: number, n: number): Shape => [
      [Float64Array.of(w, s, e, s, e, n, w, n, w, s)],
    ]
    expect(joinExactly([ring(0, 0, 4, 4), ring(1, 1, 2, 2)])).toBeNull()
    expect(joinExactly([ring(0, 0, 4, 4), ring(0, 0, 4, 4)])).toBeNull()
    expect(dissolve([ring(0, 0, 4, 4), ring(1, 1, 2, 2)])).toHaveLength(1)
    expect(dissolve([])).toEqual([])
  })
})

describe('overlay against GEOS', () => {
  test.each(seeds(40))('G4 union, intersection and difference have the areas of GEOS (seed %i)', (seed) => {
    const random = seeded(seed * 101)
    const a = dissolve(compounds(random, 0, 0.6))
    const b = dissolve(compounds(random, 0, 0.6))
    compare(union([a, b]), geos.unionArea([a, b]), 6)
    compare(intersection(a, b), geos.intersectionArea(a, b), 6)
    compare(difference(a, b), geos.differenceArea(a, b), 6)
    expect(Math.abs((areaM2(intersection(a, b)) + areaM2(difference(a, b))) / areaM2(a) - 1)).toBeLessThan(
      2e-7,
    )
  })
})
