import { signedRingAreaM2 } from './area'
import { boundsOfLine } from './bounds'
import { sideOf } from './contains'
import { planeOf } from './plane'
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
  const polygon = largest(shape)
  if (!polygon) return null
  const found = candidates(polygon)
  return found.find((at) => sideOf([polygon], at) === 'inside') ?? found[0] ?? null
}

/**
 * Centre of gravity of the ground, in the plane of its bounds (within 1e-4 of the extent for 50 km); it may lie
 * outside the shape. Null where there is no ground.
 */
export function centroid(shape: Shape): Position | null {
  const rings = shape.flatMap((polygon) => polygon.map((ring, at) => ({ ring, sign: at === 0 ? 1 : -1 })))
  const bounds = rings[0] && boundsOfLine(rings[0].ring)
  if (!bounds) return null
  const origin = planeOf(bounds)
  let [x, y, weight] = [0, 0, 0]
  for (const { ring, sign } of rings) {
    const one = momentsOf(ring, origin.lon, origin.lat)
    const turn = one.area < 0 ? -sign : sign
    x += turn * one.x
    y += turn * one.y
    weight += turn * one.area
  }
  return weight > 0 ? [origin.lon + x / weight, origin.lat + y / weight] : null
}

function momentsOf(ring: Ring, lon: number, lat: number): { area: number; x: number; y: number } {
  let [area, x, y] = [0, 0, 0]
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [x1, y1, x2, y2] = [ring[i]! - lon, ring[i + 1]! - lat, ring[i + 2]! - lon, ring[i + 3]! - lat]
    const cross = x1 * y2 - x2 * y1
    area += cross / 2
    x += (cross * (x1 + x2)) / 6
    y += (cross * (y1 + y2)) / 6
  }
  return { area, x, y }
}
