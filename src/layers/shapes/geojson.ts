import type { Feature, FeatureCollection, Geometry, MultiPolygon } from 'geojson'
import { type Line, type Position, plain, type Shape } from '#geo'

/** Flat lon, lat, … as GeoJSON positions. */
export function positionsOf(flat: Float64Array): Position[] {
  const positions: Position[] = []
  for (let i = 0; i + 1 < flat.length; i += 2) positions.push([flat[i]!, flat[i + 1]!])
  return positions
}

/** The ground of a shape as a MultiPolygon, without lines where its parts lie over each other; empty where there is none. */
export function multiPolygonOf(shape: Shape): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: plain(shape).map((polygon) =>
      polygon.map((ring) => positionsOf(ring) as unknown as number[][]),
    ),
  }
}

/** Lines as one MultiLineString. */
export function multiLineOf(lines: readonly Line[]): Geometry {
  return {
    type: 'MultiLineString',
    coordinates: lines.map((line) => positionsOf(line) as unknown as number[][]),
  }
}

/** A point feature. Properties must be plain texts, numbers or booleans. */
export function pointAt(position: Position, properties: Record<string, string | number | boolean>): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...position] } }
}

export function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

/** Signed area of a flat ring in square degrees: only for comparing rings of one place. */
export function ringArea(ring: Float64Array): number {
  let sum = 0
  for (let i = 0; i + 3 < ring.length; i += 2) sum += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!
  return sum / 2
}

/** The ring of a shape that covers most ground; null where there is none. */
export function largestRing(shape: Shape): Float64Array | null {
  let best: Float64Array | null = null
  let area = 0
  for (const polygon of shape) {
    const outer = polygon[0]
    if (outer && Math.abs(ringArea(outer)) > area) [best, area] = [outer, Math.abs(ringArea(outer))]
  }
  return best
}

/** Even-odd test against one flat ring; a point on the line may be either. */
export function ringContains(ring: Float64Array, lon: number, lat: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [yi, yj] = [ring[i + 1]!, ring[j + 1]!]
    if (yi > lat !== yj > lat && lon < ((ring[j]! - ring[i]!) * (lat - yi)) / (yj - yi) + ring[i]!)
      inside = !inside
  }
  return inside
}

export function shapeContains(shape: Shape, lon: number, lat: number): boolean {
  return shape.some((polygon) => {
    let inside = false
    for (const ring of polygon) if (ringContains(ring, lon, lat)) inside = !inside
    return inside
  })
}

function centroid(ring: Float64Array): Position {
  let [x, y, twice] = [0, 0, 0]
  const [ox, oy] = [ring[0]!, ring[1]!]
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i]! - ox, ring[i + 1]! - oy, ring[i + 2]! - ox, ring[i + 3]! - oy]
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
    twice += cross
  }
  return twice === 0 ? [ox, oy] : [ox + x / (3 * twice), oy + y / (3 * twice)]
}

/**
 * Where a label of the shape stands: the centroid of its largest ring, or, where that lies outside, the
 * middle of the widest stretch inside on the parallel through it. Null where there is no ground.
 */
export function labelPoint(shape: Shape): Position | null {
  const ring = largestRing(shape)
  if (!ring) return null
  const [x, y] = centroid(ring)
  if (ringContains(ring, x, y)) return [x, y]
  const cuts: number[] = []
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [y1, y2] = [ring[i + 1]!, ring[i + 3]!]
    if (y1 > y !== y2 > y) cuts.push(ring[i]! + ((y - y1) / (y2 - y1)) * (ring[i + 2]! - ring[i]!))
  }
  cuts.sort((a, b) => a - b)
  let best: Position = [ring[0]!, ring[1]!]
  let width = 0
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const [a, b] = [cuts[i]!, cuts[i + 1]!]
    if (b - a > width) [best, width] = [[(a + b) / 2, y], b - a]
  }
  return best
}
