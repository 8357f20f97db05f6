import { describe, expect, test } from 'vitest'
import { areApart } from '../../geo/geometry/overlay/apart'
import { overlapAreaM2 } from '../../geo/geometry/overlay/overlay'
import type { Shape } from '../../geo/geometry/rings/shape'
import { type Random, seeded } from '../helpers/seeded'

const SIDE = 0.002
const seeds = Array.from({ length: 80 }, (_, i) => i + 1)

const ring = (corners: readonly (readonly [number, number])[]): Shape => [
  [Float64Array.from([...corners, corners[0]!].flat())],
]
const square = (x: number, y: number, side = 1): Shape =>
  ring([
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ])

/** Compounds of a crooked grid, drawn once; `shake` degrees move each corner anew for each compound. */
function grid(random: Random, shake: number): Shape[] {
  const crooked = Array.from({ length: 36 }, () => [random.next() - 0.5, random.next() - 0.5] as const)
  const corner = (x: number, y: number): [number, number] => {
    const [dx, dy] = crooked[y * 6 + x]!
    const off = (): number => shake * (2 * random.next() - 1)
    return [113.5 + (x + 0.4 * dx) * SIDE + off(), 33.5 + (y + 0.4 * dy) * SIDE + off()]
  }
  return Array.from({ length: 25 }, (_, at) => {
    const [x, y] = [at % 5, Math.floor(at / 5)]
    const corners = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)]
    if (random.chance(0.5)) corners.reverse()
    return ring(corners)
  })
}

function pairsOf(cells: readonly Shape[]): [Shape, Shape][] {
  return cells.flatMap((a, at) => cells.slice(at + 1).map((b): [Shape, Shape] => [a, b]))
}

describe('shapes that surely share no ground', () => {
  test.each(seeds)('G14 all compounds of a coverage drawn once are told apart (seed %i)', (seed) => {
    expect(pairsOf(grid(seeded(seed), 0)).every(([a, b]) => areApart(a, b))).toBe(true)
  })

  test.each(seeds)('G14 what the overlay finds to overlap is never said to be apart (seed %i)', (seed) => {
    const random = seeded(seed * 17)
    const told = pairsOf(grid(random, 10 ** -random.between(4, 9))).filter(([a, b]) => areApart(a, b))
    expect(told.filter(([a, b]) => overlapAreaM2(a, b) > 0.01)).toEqual([])
  })

  test('G14 the same ground, one inside the other and a chord through it are never said to be apart', () => {
    const whole = square(0, 0)
    expect(areApart(whole, square(0, 0))).toBe(false)
    expect(areApart(whole, square(0.25, 0.25, 0.5))).toBe(false)
    expect(areApart(square(0.25, 0.25, 0.5), whole)).toBe(false)
    const half = ring([
      [0, 0],
      [1, 0],
      [1, 1],
    ])
    expect(areApart(whole, half)).toBe(false)
    expect(areApart(half, whole)).toBe(false)
  })

  test('G14 a common vertex is no ground, and a half border is left to the overlay', () => {
    expect(areApart(square(0, 0), square(1, 1))).toBe(true)
    expect(areApart(square(0, 0), square(5, 5))).toBe(true)
    expect(areApart(square(0, 0), square(1, 0.5))).toBe(false)
  })
})
