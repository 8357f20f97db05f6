import { boundsOfLine } from './bounds'
import { sideOf } from './contains'
import { plain } from './plain'
import { signedRingAreaM2 } from './ring-area'
import type { Position, Ring, Shape } from './shape'

/** Heights, as shares of the bounds, at which a level line is tried: odd, so that the middle is one of them. */
const LEVELS = 11

/** Where a level line passes the rings, west to east. Half-open in latitude, so that a vertex counts once. */
function cutsAt(rings: readonly Ring[], y: number): number[] {
  const cuts: number[] = []
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const y1 = ring[i + 1]!
      const y2 = ring[i + 3]!
      if (y1 > y !== y2 > y) cuts.push(ring[i]! + ((y - y1) / (y2 - y1)) * (ring[i + 2]! - ring[i]!))
    }
  return cuts.sort((one, other) => one - other)
}

/** Middles of the inner stretches of the level lines, best first: long and near the middle height. */
function candidates(polygon: readonly Ring[]): Position[] {
  const [, south, , north] = boundsOfLine(polygon[0]!)!
  const found: { at: Position; score: number }[] = []
  for (let level = 0; level < LEVELS; level++) {
    const share = (level + 0.5) / LEVELS
    const y = south + share * (north - south)
    const cuts = cutsAt(polygon, y)
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const width = cuts[i + 1]! - cuts[i]!
      found.push({ at: [(cuts[i]! + cuts[i + 1]!) / 2, y], score: width * (1 - Math.abs(share - 0.5)) })
    }
  }
  return found.sort((one, other) => other.score - one.score).map(({ at }) => at)
}

function largest(shape: Shape): readonly Ring[] | null {
  let best: readonly Ring[] | null = null
  let bestArea = 0
  for (const polygon of shape) {
    const area = polygon[0] ? Math.abs(signedRingAreaM2(polygon[0])) : 0
    if (area > bestArea) [best, bestArea] = [polygon, area]
  }
  return best
}

/**
 * A position inside the shape, for its label: the middle of a long level line through its largest part. Strictly
 * inside wherever the shape is wider than rounding; null where there is no ground.
 */
export function representativePoint(shape: Shape): Position | null {
  const polygon = largest(plain(shape))
  if (!polygon) return null
  const found = candidates(polygon)
  return found.find((at) => sideOf([polygon], at) === 'inside') ?? found[0] ?? null
}
