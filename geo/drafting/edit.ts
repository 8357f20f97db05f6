import { ringThrough } from '../geometry/rings/ring'
import type { Position, Ring, Shape } from '../geometry/rings/shape'

/** One vertex of a shape: the closing one of a ring is its first. */
export interface VertexSpot {
  readonly polygon: number
  readonly ring: number
  readonly vertex: number
}

/** `together`: every vertex on that very spot moves too, so that rings which shared it still do. */
export interface SharedVertices {
  readonly together?: boolean
}

const at = (ring: Ring, vertex: number): Position => [ring[2 * vertex]!, ring[2 * vertex + 1]!]

/** The ring at a spot; throws RangeError where there is none. */
export function ringAt(shape: Shape, { polygon, ring }: Pick<VertexSpot, 'polygon' | 'ring'>): Ring {
  const found = shape[polygon]?.[ring]
  if (!found) throw new RangeError(`no ring ${ring} in polygon ${polygon}`)
  return found
}

function replaceRing(shape: Shape, spot: Pick<VertexSpot, 'polygon' | 'ring'>, ring: Ring): Shape {
  return shape.map((rings, polygon) =>
    polygon === spot.polygon ? rings.map((one, i) => (i === spot.ring ? ring : one)) : rings,
  )
}

function countOf(ring: Ring): number {
  return ring.length / 2 - 1
}

function checkedVertex(ring: Ring, vertex: number): number {
  if (!Number.isInteger(vertex) || vertex < 0 || vertex >= countOf(ring))
    throw new RangeError(`vertex must be one of 0 … ${countOf(ring) - 1}, got ${vertex}`)
  return vertex
}

function withVertex(ring: Ring, vertex: number, [x, y]: Position): Ring {
  const moved = ring.slice()
  moved[2 * vertex] = x
  moved[2 * vertex + 1] = y
  if (vertex === 0) {
    moved[moved.length - 2] = x
    moved[moved.length - 1] = y
  }
  return moved
}

/** The shape with one vertex elsewhere. Rings that do not change are the same objects. */
export function moveVertex(
  shape: Shape,
  spot: VertexSpot,
  { to, together = false }: SharedVertices & { readonly to: Position },
): Shape {
  const ring = ringAt(shape, spot)
  const from = at(ring, checkedVertex(ring, spot.vertex))
  if (!together) return replaceRing(shape, spot, withVertex(ring, spot.vertex, to))
  return shape.map((rings) => rings.map((one) => moveAll(one, from, to)))
}

/** Every vertex of the ring on the spot, elsewhere; the same ring where none is. */
export function moveAll(ring: Ring, from: Position, to: Position): Ring {
  let moved: Ring | null = null
  for (let i = 0; i < ring.length; i += 2)
    if (ring[i] === from[0] && ring[i + 1] === from[1]) {
      moved ??= ring.slice()
      moved[i] = to[0]
      moved[i + 1] = to[1]
    }
  return moved ?? ring
}

/** A new vertex on the edge that begins at `after`; it becomes vertex `after + 1`. */
export function insertVertex(shape: Shape, after: VertexSpot, position: Position): Shape {
  const ring = ringAt(shape, after)
  const place = 2 * (checkedVertex(ring, after.vertex) + 1)
  const longer = new Float64Array(ring.length + 2)
  longer.set(ring.subarray(0, place))
  longer.set(position, place)
  longer.set(ring.subarray(place), place + 2)
  return replaceRing(shape, after, longer)
}

/**
 * The shape without a vertex. A hole that would keep fewer than three is left out, an outer ring takes its polygon with
 * it; the last polygon of all stays: null, because a zone needs ground.
 */
export function removeVertex(shape: Shape, spot: VertexSpot): Shape | null {
  const ring = ringAt(shape, spot)
  const vertex = checkedVertex(ring, spot.vertex)
  if (countOf(ring) <= 3) {
    if (spot.ring > 0)
      return shape.map((rings, i) => (i === spot.polygon ? rings.filter((_, r) => r !== spot.ring) : rings))
    const others = shape.filter((_, i) => i !== spot.polygon)
    return others.length > 0 ? others : null
  }
  const kept = Array.from({ length: countOf(ring) }, (_, i) => i)
    .filter((i) => i !== vertex)
    .map((i) => at(ring, i))
  return replaceRing(shape, spot, ringThrough(kept))
}

/** The shape moved as a whole by degrees. */
export function shifted(shape: Shape, [byLon, byLat]: readonly [number, number]): Shape {
  return shape.map((rings) =>
    rings.map((ring) => ring.map((value, i) => value + (i % 2 === 0 ? byLon : byLat))),
  )
}

/** The vertex nearest to the position (plane of its latitude is the caller's: degrees east–west count `cos φ`). */
export function nearestVertex(shape: Shape, [x, y]: Position): VertexSpot | null {
  const squeeze = Math.cos((y * Math.PI) / 180)
  let best: VertexSpot | null = null
  let least = Infinity
  for (const [polygon, rings] of shape.entries())
    for (const [ring, flat] of rings.entries())
      for (let vertex = 0; vertex < countOf(flat); vertex++) {
        const away = Math.hypot((flat[2 * vertex]! - x) * squeeze, flat[2 * vertex + 1]! - y)
        if (away < least) [least, best] = [away, { polygon, ring, vertex }]
      }
  return best
}
