import { beforeAll, expect, test } from 'vitest'
import { plainSharedAreaM2 } from '../../geo/geometry/overlay/plain-shared-area'
import { sharedAreaByPieces, sharedAreaM2 } from '../../geo/geometry/overlay/shared-area'
import { LocalArea } from '../../geo/geometry/rings/local-area'
import { edgeAreaM2 } from '../../geo/geometry/rings/ring-area'
import type { Shape } from '../../geo/geometry/rings/shape'
import { OutlineIndex } from '../../geo/geometry/roads/outline-index'
import { openGeos } from '../helpers/geos'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 1_000 }, (_, i) => i + 1)
let geos: Awaited<ReturnType<typeof openGeos>>
beforeAll(async () => {
  geos = await openGeos()
})

/** A star-shaped ring, at times with a hole, on a coarse grid at times so that vertices and edges fall on each other. */
function blob(random: Random, step: number): Shape {
  const [x, y] = [113.5 + 0.02 * random.next(), 33.5 + 0.02 * random.next()]
  const snapped = (value: number): number => (step > 0 ? Math.round(value / step) * step : value)
  const ring = (reach: number, count: number): Float64Array => {
    const corners = Array.from({ length: count }, (_, i) => {
      const away = reach * (0.8 + 0.2 * random.next())
      const angle = (2 * Math.PI * i) / count
      return [snapped(x + away * Math.cos(angle)), snapped(y + away * Math.sin(angle))] as const
    })
    return Float64Array.from([...corners, corners[0]!].flat())
  }
  const outer = ring(0.004 + 0.012 * random.next(), random.between(4, 30))
  return [
    random.chance(0.3)
      ? [
          outer,
          ring(0.001, 5)
            .reverse()
            .map((_, i, all) => all[i ^ 1]!),
        ]
      : [outer],
  ]
}

test('G19 the area in common is that of its pieces, holes and lines that touch too (1,000 seeds)', () => {
  let [plain, touching] = [0, 0]
  for (const seed of SEEDS) {
    const random = seeded(seed)
    const step = random.chance(0.3) ? 0.002 : 0
    const [a, b] = [new OutlineIndex(blob(random, step)), new OutlineIndex(blob(random, step))]
    const slowly = sharedAreaByPieces(a, b)
    if (plainSharedAreaM2(a, b) === null) touching++
    else if (slowly > 0) plain++
    expect(Math.abs(sharedAreaM2(a, b) - slowly), `seed ${seed}`).toBeLessThanOrEqual(1e-11 * slowly + 1e-6)
  }
  expect(plain).toBeGreaterThan(300)
  expect(touching).toBeGreaterThan(100)
})

test.each(SEEDS.slice(0, 100))('G19 as a share of the whole it is that of GEOS (seed %i)', (seed) => {
  const random = seeded(seed)
  // so small that the degrees of GEOS and square metres are one scale
  const [a, b] = [blob(random, 0), blob(random, 0)].map(
    (shape): Shape =>
      shape.map((polygon) =>
        polygon.map((ring) =>
          ring.map((value, i) => (i % 2 ? 33.5 + (value - 33.5) * 1e-4 : 113.5 + (value - 113.5) * 1e-4)),
        ),
      ),
  ) as [Shape, Shape]
  const [own, other] = [new OutlineIndex(a), new OutlineIndex(b)]
  const theirs = geos.intersectionArea(a, b) / geos.areaOf(a)
  const ours = sharedAreaM2(own, other) / sharedAreaByPieces(own, own)
  expect(Math.abs(ours - theirs)).toBeLessThan(1e-6)
})

test('G19 an edge adds by the series what it adds by its sines', () => {
  const random = seeded(3)
  for (let i = 0; i < 5_000; i++) {
    const from = 178 * random.next() - 89
    const span = random.chance(0.5) ? 2.4 : 0.01
    const [y1, y2] = [from + span * (random.next() - 0.5), from + span * (random.next() - 0.5)]
    const [x1, x2] = [113 + random.next(), 113 + random.next()]
    const exact = edgeAreaM2([x1, y1, x2, y2], from)
    // a millionth of a millionth of the box in which such edges lie
    const box = 1.24e10 * span
    expect(Math.abs(new LocalArea(from).of(x1, y1, x2, y2) - exact)).toBeLessThanOrEqual(1e-12 * box)
  }
})
