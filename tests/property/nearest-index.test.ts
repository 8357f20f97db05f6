import { expect, test } from 'vitest'
import { NearestIndex } from '../../geo/geometry/nearest-index'
import { distanceM } from '../../geo/geometry/rings/distance'
import type { Position } from '../../geo/geometry/rings/shape'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 1_000 }, (_, i) => i + 1)

const columns = (positions: readonly Position[]) => ({
  lon: Float64Array.from(positions, ([lon]) => lon),
  lat: Float64Array.from(positions, ([, lat]) => lat),
})

/** Gathered and thin, some in one position, over a village or a continent, also across 180° and near a pole. */
function ground(random: Random): { at: () => Position; positions: Position[] } {
  const span = [0.001, 0.5, 5, 60, 300][random.between(0, 4)]!
  const [west, south] = [
    [-179.9, 113.5, 179.5][random.between(0, 2)]!,
    [-89, -0.2, 23, 64, 84.9][random.between(0, 4)]!,
  ]
  const at = (): Position => {
    const lon = west + span * random.next()
    return [lon > 180 ? lon - 360 : lon, Math.min(89.9, south + Math.min(60, span) * random.next())]
  }
  const positions: Position[] = []
  const count = random.between(1, 60)
  for (let i = 0; i < count; i++) {
    const before = positions.at(-1)
    if (before && random.chance(0.2)) positions.push(before)
    else if (before && random.chance(0.4)) positions.push([before[0] + 1e-4 * random.next(), before[1]])
    else positions.push(at())
  }
  return { at, positions }
}

function slowly(positions: readonly Position[], from: Position): number {
  const ways = positions.map((to) => distanceM(from, to))
  return ways.indexOf(Math.min(...ways))
}

test('G20 the nearest is that of all geodesics, of equals the first (1,000 seeds)', () => {
  for (const seed of SEEDS) {
    const random = seeded(seed)
    const { at, positions } = ground(random)
    const index = new NearestIndex(columns(positions))
    for (let i = 0; i < 30; i++) {
      const from = random.chance(0.2) ? positions[random.between(0, positions.length - 1)]! : at()
      const [own, best] = [index.nearest(...from), slowly(positions, from)]
      if (own !== best)
        expect(distanceM(from, positions[own]!), `seed ${seed}`).toBe(distanceM(from, positions[best]!))
      expect(own, `seed ${seed}`).toBe(best)
    }
  }
})

test('G20 where nothing is known nothing is nearest', () => {
  expect(new NearestIndex(columns([])).nearest(113, 23)).toBe(-1)
  expect(new NearestIndex(columns([[Number.NaN, 23]])).nearest(113, 23)).toBe(-1)
  expect(
    new NearestIndex(
      columns([
        [Number.NaN, 23],
        [113, 23],
      ]),
    ).nearest(100, 1),
  ).toBe(1)
  expect(new NearestIndex(columns([[113, 23]])).nearest(Number.NaN, 1)).toBe(-1)
})
