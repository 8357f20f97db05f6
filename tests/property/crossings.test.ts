import { describe, expect, test } from 'vitest'
import { joinExactly } from '../../geo/geometry/overlay/dissolve'
import { flatOf, positionsOf } from '../../geo/geometry/rings/geojson'
import type { Line, Shape } from '../../geo/geometry/rings/shape'
import { crossings } from '../../geo/geometry/roads/crossings'
import { crossingsOfMany } from '../../geo/geometry/roads/crossings-of-many'
import { exactCrossings, type WholeRing } from '../helpers/exact-crossings'
import { type Random, seeded } from '../helpers/seeded'

const CELLS = 5
const STEP = 4
const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)
const SEEDS_40 = seeds(40)
const SEEDS_60 = seeds(60)
const SEEDS_250 = seeds(250)

/** Some triangles of a grid of split squares, joined: rings touch at corners, have holes, and lie level and upright. */
function someTriangles(random: Random): Shape {
  const triangles: Shape[] = []
  for (let x = 0; x < CELLS; x++)
    for (let y = 0; y < CELLS; y++) {
      const [w, s, e, n] = [x * STEP, y * STEP, (x + 1) * STEP, (y + 1) * STEP]
      const halves = random.chance(0.5)
        ? [
            [w, s, e, s, e, n],
            [w, s, e, n, w, n],
          ]
        : [
            [w, s, e, s, w, n],
            [e, s, e, n, w, n],
          ]
      for (const half of halves)
        if (random.chance(0.55)) triangles.push([[Float64Array.from([...half, half[0]!, half[1]!])]])
    }
  const joined = joinExactly(triangles)
  if (!joined) throw new Error('a clean grid must join')
  return joined
}

/** A road over the grid that likes corners, edges and going back. */
function aRoad(random: Random, closed: boolean): [number, number][] {
  const size = CELLS * STEP
  const road: [number, number][] = []
  const count = random.between(2, 7)
  for (let i = 0; i < count; i++) {
    const onCorner = random.chance(0.4)
    const unit = onCorner ? STEP : 1
    const at = (): number => random.between(0, size / unit) * unit
    const last = road.at(-1)
    road.push(
      last && random.chance(0.4) ? (random.chance(0.5) ? [at(), last[1]] : [last[0], at()]) : [at(), at()],
    )
  }
  if (closed) road.push([...road[0]!])
  return road
}

const wholeRings = (shape: Shape): WholeRing[] => shape.flatMap((polygon) => polygon.map(positionsOf))
const printed = (all: readonly { position: readonly [number, number]; kind: string }[]): string[] =>
  all.map(({ position: [x, y], kind }) => `${kind} ${(x + 0).toFixed(9)} ${(y + 0).toFixed(9)}`).sort()

describe('crossings against their definition in fractions', () => {
  test.each(SEEDS_250)('X2 fast and exact agree (seed %i)', (seed) => {
    const random = seeded(seed)
    const shape = someTriangles(random)
    for (let i = 0; i < 12; i++) {
      const road = aRoad(random, i % 3 === 0)
      expect(printed(crossings(flatOf(road), shape)), JSON.stringify(road)).toEqual(
        printed(exactCrossings(road, wholeRings(shape))),
      )
    }
  })

  test.each(SEEDS_60)('X4 a closed road has an even number (seed %i)', (seed) => {
    const random = seeded(seed * 7919)
    const shape = someTriangles(random)
    for (let i = 0; i < 20; i++) expect(crossings(flatOf(aRoad(random, true)), shape).length % 2).toBe(0)
  })

  test.each(SEEDS_40)('X5 direction changes no count (seed %i)', (seed) => {
    const random = seeded(seed * 104_729)
    const shape = someTriangles(random)
    for (let i = 0; i < 20; i++) {
      const road = aRoad(random, false)
      const there = crossings(flatOf(road), shape)
      const back = crossings(flatOf([...road].reverse()), shape)
      expect(back.map(({ kind }) => kind).sort()).toEqual(there.map(({ kind }) => kind).sort())
    }
  })

  test('X6 many roads and many outlines are the pairs one by one', () => {
    const random = seeded(11)
    const outlines = Array.from({ length: 8 }, () => someTriangles(random))
    const lines: Line[] = Array.from({ length: 60 }, () => flatOf(aRoad(random, false)))
    const pairs = outlines.flatMap((shape, outline) =>
      lines.flatMap((road, line) =>
        crossings(road, shape).map((crossing) => ({ ...crossing, line, outline })),
      ),
    )
    expect(crossingsOfMany(lines, outlines)).toEqual(pairs)
    expect(crossingsOfMany([], outlines)).toEqual([])
    expect(crossingsOfMany(lines, [[]])).toEqual([])
  })

  test('X6 the same where some touch and some do not, closed or beyond the roads (1,000 seeds)', () => {
    for (const seed of seeds(1_000)) {
      const random = seeded(seed)
      const outlines = [someTriangles(random), aBlob(random), aBlob(random)]
      const lines: Line[] = Array.from({ length: 6 }, (_, i) =>
        flatOf(i < 3 ? aRoad(random, random.chance(0.3)) : aWindingRoad(random)),
      )
      const pairs = outlines.flatMap((shape, outline) =>
        lines.flatMap((road, line) =>
          crossings(road, shape).map((crossing) => ({ ...crossing, line, outline })),
        ),
      )
      expect(crossingsOfMany(lines, outlines), `seed ${seed}`).toEqual(pairs)
    }
  })
})

/** A crooked ring anywhere, also partly or wholly beyond the roads. */
function aBlob(random: Random): Shape {
  const [x, y] = [30 * random.next() - 5, 30 * random.next() - 5]
  const ring = Array.from({ length: 12 }, (_, i) => {
    const reach = 1 + 5 * random.next()
    return [x + reach * Math.cos(i / 1.91), y + reach * Math.sin(i / 1.91)] as const
  })
  return [[Float64Array.from([...ring, ring[0]!].flat())]]
}

/** A road of short and long segments, one of them over everything at times. */
function aWindingRoad(random: Random): [number, number][] {
  let [x, y] = [20 * random.next(), 20 * random.next()]
  return Array.from({ length: 15 }, () => {
    const step = random.chance(0.1) ? 40 : 3
    x += step * (random.next() - 0.5)
    y += step * (random.next() - 0.5)
    return [x, y]
  })
}
