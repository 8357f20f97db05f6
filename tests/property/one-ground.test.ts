import { describe, expect, test } from 'vitest'
import { buffer } from '../../geo/geometry/overlay/buffer'
import { joinExactly } from '../../geo/geometry/overlay/dissolve'
import { difference, intersection, union } from '../../geo/geometry/overlay/overlay'
import { areaM2 } from '../../geo/geometry/rings/area'
import { contains, sideOf } from '../../geo/geometry/rings/contains'
import { flatOf, positionsOf } from '../../geo/geometry/rings/geojson'
import { reversed } from '../../geo/geometry/rings/ring'
import type { Position, Ring, Shape } from '../../geo/geometry/rings/shape'
import { crossings } from '../../geo/geometry/roads/crossings'
import { exactCrossings } from '../helpers/exact-crossings'
import { type Random, seeded } from '../helpers/seeded'

const CELLS = 5
const STEP = 4
const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1)

/** The two triangles of every square of a grid; no two share ground. */
function triangles(random: Random): Shape[] {
  const all: Shape[] = []
  for (let x = 0; x < CELLS; x++)
    for (let y = 0; y < CELLS; y++) {
      const [w, s, e, n] = [x * STEP, y * STEP, (x + 1) * STEP, (y + 1) * STEP]
      const rising = random.chance(0.5)
      all.push([[Float64Array.from(rising ? [w, s, e, s, e, n, w, s] : [w, s, e, s, w, n, w, s])]])
      all.push([[Float64Array.from(rising ? [w, s, e, n, w, n, w, s] : [e, s, e, n, w, n, e, s])]])
    }
  return all
}

const joined = (some: readonly Shape[]): Shape => {
  const shape = joinExactly(some)
  if (!shape) throw new Error('a clean grid must join')
  return shape
}

const turned = (random: Random, shape: Shape): Shape =>
  shape.map((polygon) => polygon.map((ring) => (random.chance(0.5) ? reversed(ring) : ring)))

/** Parts over, in, beside and equal to each other, wound either way, and the same ground as one clean cover. */
function layered(random: Random): { parts: Shape; ground: Shape } {
  const all = triangles(random)
  const covered = new Set<Shape>()
  const parts: (readonly Ring[])[] = []
  for (let layer = random.between(2, 4); layer > 0; layer--) {
    const some = all.filter(() => random.chance(0.45))
    for (const one of some) covered.add(one)
    const part = turned(random, joined(some))
    parts.push(...part, ...(random.chance(0.3) ? part.slice(0, 1) : []))
  }
  return { parts, ground: joined([...covered]) }
}

const somewhere = (random: Random): Position => [random.between(-1, 42) / 2, random.between(-1, 42) / 2]
const aRoad = (random: Random): [number, number][] =>
  Array.from({ length: random.between(2, 6) }, () => [random.between(-1, 21), random.between(-1, 21)])
const printed = (all: readonly { position: Position; kind: string }[]): string[] =>
  all.map(({ position: [x, y], kind }) => `${kind} ${(x + 0).toFixed(9)} ${(y + 0).toFixed(9)}`).sort()

/** Polygons of three to seven corners round random middles, some with a hole, that cross each other anywhere. */
function scattered(random: Random): Shape {
  const round = (x: number, y: number, size: number): Ring => {
    const count = random.between(3, 7)
    const flat = Array.from({ length: count }, (_, i) => {
      const angle = ((i + 0.8 * random.next()) / count) * 2 * Math.PI
      const reach = size * (0.6 + 0.4 * random.next())
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
    }).flat()
    return Float64Array.from([...flat, flat[0]!, flat[1]!])
  }
  return Array.from({ length: random.between(2, 6) }, () => {
    const [x, y] = [113 + 0.02 * random.next(), 34 + 0.02 * random.next()]
    const outer = round(x, y, 0.01)
    const rings = random.chance(0.4) ? [outer, round(x, y, 0.001)] : [outer]
    return random.chance(0.5) ? rings.map(reversed) : rings
  })
}

describe('any multipart shape is the union of its parts', () => {
  test.each(SEEDS)(
    'G15 laid on a grid: area, positions and crossings are those of a clean cover (seed %i)',
    (seed) => {
      const random = seeded(seed * 31)
      const { parts, ground } = layered(random)
      const area = areaM2(ground)
      expect(Math.abs(areaM2(parts) - area)).toBeLessThanOrEqual(1e-11 * area)
      for (let i = 0; i < 60; i++) {
        const at = somewhere(random)
        expect(sideOf(parts, at), at.join()).toBe(sideOf(ground, at))
        expect(contains(parts, at, 'halfOpen'), at.join()).toBe(contains(ground, at, 'halfOpen'))
      }
      const rings = ground.flatMap((polygon) => polygon.map(positionsOf))
      for (let i = 0; i < 10; i++) {
        const road = aRoad(random)
        expect(printed(crossings(flatOf(road), parts)), JSON.stringify(road)).toEqual(
          printed(exactCrossings(road, rings)),
        )
      }
    },
  )

  test.each(SEEDS)(
    'G15 crossing anywhere: a position is in if a part has it; area and crossings are the union’s (seed %i)',
    (seed) => {
      const random = seeded(seed * 57)
      const parts = scattered(random)
      const cut = union(parts.map((polygon) => [polygon]))
      expect(Math.abs(areaM2(parts) / areaM2(cut) - 1)).toBeLessThan(1e-6)
      const near = (): [number, number] => [112.985 + 0.05 * random.next(), 33.985 + 0.05 * random.next()]
      for (let i = 0; i < 200; i++) {
        const at = near()
        expect(contains(parts, at)).toBe(parts.some((polygon) => contains([polygon], at)))
      }
      for (let i = 0; i < 20; i++) {
        const road = flatOf([near(), near()])
        expect(crossings(road, parts)).toHaveLength(crossings(road, cut).length)
      }
    },
  )
})

test('G15 a shape whose own parts cross is cut with others like any: a plus, a star, three bars', () => {
  const bar = (w: number, s: number, e: number, n: number): Ring =>
    Float64Array.from([w, s, e, s, e, n, w, n, w, s])
  const triangle = (...at: number[]): Ring => Float64Array.from([...at, at[0]!, at[1]!])
  const crossed: Shape[] = [
    [[bar(0, 1, 3, 2)], [bar(1, 0, 2, 3)]],
    [[triangle(0, 0, 4, 0, 2, 3)], [triangle(0, 2, 2, -1, 4, 2)]],
    [[bar(0, 0, 9, 1)], [bar(1, -1, 2, 2)], [bar(4, -1, 5, 2)]],
  ].map((shape) => shape.map((polygon) => polygon.map((ring) => ring.map((value) => value / 1000))))
  const all: Shape = [[bar(-1, -1, 1, 1)]]
  for (const shape of crossed) {
    const ground = areaM2(shape)
    expect(areaM2(union([shape])) / ground).toBeCloseTo(1, 6)
    expect(areaM2(intersection(shape, all)) / ground).toBeCloseTo(1, 6)
    expect((areaM2(all) - areaM2(difference(all, shape))) / ground).toBeCloseTo(1, 3)
    expect(areaM2(buffer(shape, 1))).toBeGreaterThan(ground)
  }
})
