import { describe, expect, test } from 'vitest'
import { GAP_WIDTH_M, gapsBetween } from '../../geo/geometry/overlay/gaps'
import { areaM2 } from '../../geo/geometry/rings/area'
import { contains } from '../../geo/geometry/rings/contains'
import { metresPerDegree } from '../../geo/geometry/rings/plane'
import { reversed } from '../../geo/geometry/rings/ring'
import type { Shape } from '../../geo/geometry/rings/shape'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 100 }, (_, i) => i + 1)
const [WEST, SOUTH] = [121, 31]
const { lon: LON, lat: LAT } = metresPerDegree(SOUTH)
const at = (x: number, y: number): [number, number] => [WEST + x / LON, SOUTH + y / LAT]
const shapeThrough = (metres: readonly (readonly [number, number])[]): Shape => [
  [Float64Array.from([...metres, metres[0]!].flatMap(([x, y]) => at(x, y)))],
]

/** A border that wanders northwards through 1.2 km, and one beside it, `width` m to its east at each vertex. */
function borders(
  random: Random,
  width: () => number,
): { own: [number, number][]; other: [number, number][] } {
  const own = Array.from({ length: 13 }, (_, i): [number, number] => [random.between(-20, 20), 100 * i])
  return { own, other: own.map(([x, y]): [number, number] => [x + width(), y]) }
}

describe('G16 gaps between shapes', () => {
  test.each(SEEDS)(
    'a strip along a wandering border has its own area, and a position in it (seed %i)',
    (seed) => {
      const random = seeded(seed * 17)
      const { own, other } = borders(random, () => random.between(2, GAP_WIDTH_M - 20))
      const west = shapeThrough([...own, [-900, 1200], [-900, 0]])
      const east = shapeThrough([...other, [900, 1200], [900, 0]])
      const strip = shapeThrough([...own, ...[...other].reverse()])
      const shapes = random.chance(0.5) ? [west, east] : [east.map((rings) => rings.map(reversed)), west]
      const [gap, ...more] = gapsBetween(shapes)!
      expect(more).toEqual([])
      expect([gap!.a, gap!.b]).toEqual([0, 1])
      expect(Math.abs(gap!.areaM2 / areaM2(strip) - 1)).toBeLessThan(0.05)
      expect(contains(strip, gap!.position)).toBe(true)
    },
  )

  test.each(SEEDS)(
    'a cover whose borders have vertices of their own on either side has none (seed %i)',
    (seed) => {
      const random = seeded(seed * 29)
      const { own } = borders(random, () => 0)
      const denser = own.flatMap(([x, y], i): [number, number][] => {
        const next = own[i + 1]
        return next && random.chance(0.5)
          ? [
              [x, y],
              [(x + next[0]) / 2, (y + next[1]) / 2],
            ]
          : [[x, y]]
      })
      const west = shapeThrough([...own, [-900, 1200], [-900, 0]])
      const east = shapeThrough([...denser, [900, 1200], [900, 0]])
      expect(gapsBetween([west, east])!.filter(({ areaM2: m2 }) => m2 > 0.01)).toEqual([])
    },
  )
})
