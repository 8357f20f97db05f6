import { describe, expect, test } from 'vitest'
import {
  areaM2,
  mergedShape,
  type Position,
  parted,
  remainderOf,
  ringRound,
  type Shape,
  splitShape,
  trimmedTo,
  withHole,
} from '#geo'
import { intersection } from '../../geo/geometry/overlay/overlay'
import { sharedAreaM2 } from '../../geo/geometry/overlay/shared-area'
import { faultsOf } from '../../geo/geometry/rings/repair'
import { wound } from '../../geo/geometry/rings/ring'
import { OutlineIndex } from '../../geo/geometry/roads/outline-index'
import { randomDistrict, randomRing } from '../helpers/random-district'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1)

const sum = (shapes: readonly Shape[]): number => shapes.reduce((so, one) => so + areaM2(one), 0)

/** Within 1e-9 of the whole. */
function expectSum(parts: readonly Shape[], whole: Shape): void {
  expect(Math.abs(sum(parts) - areaM2(whole))).toBeLessThanOrEqual(1e-9 * areaM2(whole))
}

/** No pair has more in common than the overlay leaves along a border. */
function expectApart(parts: readonly Shape[]): void {
  for (const [at, one] of parts.entries())
    for (const other of parts.slice(at + 1)) expect(areaM2(intersection(one, other))).toBeLessThan(0.05)
}

function wayThrough(random: Random): Float64Array {
  const spot = (): Position => [120.1 + 0.04 * random.next(), 31.1 + 0.04 * random.next()]
  return Float64Array.from(
    [[120.05, 31.1 + 0.04 * random.next()], spot(), spot(), spot(), [120.2, 31.12]].flat(),
  )
}

const value = <T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

describe('cutting ground', () => {
  test.each(SEEDS)('B4 the parts of a split sum to the whole and share nothing (seed %i)', (seed) => {
    const random = seeded(seed)
    const ground: Shape = [[randomRing(random, { vertices: 20 })]]
    const answer = splitShape(ground, wayThrough(random))
    if (!answer.ok) {
      expect(answer.reason).toBe('line-does-not-part')
      return
    }
    expect(answer.value.length).toBeGreaterThan(1)
    expectSum(answer.value, ground)
    expectApart(answer.value)
    for (const part of answer.value) expect(faultsOf(part)).toEqual([])
  })

  test.each(SEEDS)(
    'B5 two shapes part each other without loss, and put together are one again (seed %i)',
    (seed) => {
      const random = seeded(seed)
      const [a, b]: [Shape, Shape] = [[[randomRing(random)]], [[randomRing(random)]]]
      const { inside, outside } = parted(a, b)
      expectSum([inside, outside], a)
      expectApart([inside, outside])
      expect(Math.abs(areaM2(inside) - areaM2(intersection(a, b)))).toBeLessThan(2)
      const shared = sharedAreaM2(new OutlineIndex(wound(a)), new OutlineIndex(wound(b)))
      expect(Math.abs(areaM2(inside) - shared)).toBeLessThanOrEqual(1e-9 * areaM2(a))
      if (inside.length > 0 && outside.length > 0)
        expect(Math.abs(areaM2(value(mergedShape([inside, outside]))) - areaM2(a))).toBeLessThan(0.05)
    },
  )

  test.each(SEEDS)('B6 neighbours of one net share no ground and leave none (seed %i)', (seed) => {
    const random = seeded(seed)
    const { places } = randomDistrict(seed)
    const cells = places.flatMap(({ shape }) => (shape ? [shape] : []))
    const ground: Shape = [[randomRing(random)]]
    const line = new OutlineIndex(wound(ground))
    const shared = cells.map((cell) => sharedAreaM2(line, new OutlineIndex(wound(cell))))
    const parts = cells.map((cell) => parted(ground, cell).inside)
    const left = remainderOf(ground, cells)
    const total = shared.reduce((so, one) => so + one, 0) + (left.ok ? areaM2(left.value) : 0)
    expect(Math.abs(total - areaM2(ground))).toBeLessThanOrEqual(1e-7 * areaM2(ground))
    expectApart(parts)
    const [one, next] = [cells[0]!, cells[1]!]
    expect(sharedAreaM2(new OutlineIndex(wound(one)), new OutlineIndex(wound(next)))).toBeLessThan(1e-6)
  })

  test.each(SEEDS)('B7 a hole, a trim and a ring take what they say (seed %i)', (seed) => {
    const random = seeded(seed)
    const ground: Shape = [[randomRing(random, { vertices: 16 })]]
    const small: Shape = [
      [randomRing(random, { vertices: 5 }).map((one, i) => one * 0.05 + 0.95 * (i % 2 ? 31.12 : 120.12))],
    ]
    const holed = withHole(ground, small)
    if (holed.ok) expectSum([holed.value, small], ground)
    else expect(['does-not-meet', 'hole-reaches-the-line']).toContain(holed.reason)
    const other: Shape = [[randomRing(random)]]
    const trimmed = trimmedTo(ground, other)
    if (trimmed.ok)
      expect(Math.abs(areaM2(trimmed.value) - areaM2(intersection(ground, other)))).toBeLessThan(2)
    else expect(areaM2(intersection(ground, other))).toBeLessThan(0.05)
    expectApart([value(ringRound(ground, 120)), ground])
  })
})
