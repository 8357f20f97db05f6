import { smallest } from '../../extremes'
import { boundsMeet, boundsOfLine } from '../rings/bounds'
import { asPlain } from '../rings/known-grounds'
import { signedRingAreaM2 } from '../rings/ring-area'
import { ringSide } from '../rings/ring-side'
import type { Bounds, Ring, Shape } from '../rings/shape'
import type { VertexIds } from '../rings/vertex-ids'

/** Directed edges with the ground to their left: from → to, by number of the vertex. */
export interface EdgeList {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly vertices: VertexIds
}

/** Edges that leave each vertex. */
function leaving({ from }: EdgeList): Map<number, number[]> {
  const out = new Map<number, number[]>()
  from.forEach((vertex, edge) => {
    const list = out.get(vertex)
    if (list) list.push(edge)
    else out.set(vertex, [edge])
  })
  return out
}

/** Angle in [0, 2π) from going straight back, clockwise: the smallest is the sharpest turn to the left. */
function turnOf({ vertices: { lonLat } }: EdgeList, came: number, at: number, next: number): number {
  const angle = (to: number): number =>
    Math.atan2(lonLat[2 * to + 1]! - lonLat[2 * at + 1]!, lonLat[2 * to]! - lonLat[2 * at]!)
  const turn = angle(came) - angle(next)
  return turn <= 0 ? turn + 2 * Math.PI : turn
}

/** Takes the edge that keeps to the same piece of ground. Null where none is left: the edges do not close. */
function takeNext(edges: EdgeList, out: Map<number, number[]>, came: number, at: number): number | null {
  const choices = out.get(at)
  if (!choices || choices.length === 0) return null
  let best = 0
  if (choices.length > 1) {
    const turns = choices.map((edge) => turnOf(edges, came, at, edges.to[edge]!))
    best = turns.indexOf(smallest(turns))
  }
  return choices.splice(best, 1)[0]!
}

/**
 * Rings of directed edges that close; a ring that passes a vertex twice is split there. Null where some do not.
 * Vertex numbers, the first not repeated.
 */
export function traceRings(edges: EdgeList): number[][] | null {
  const out = leaving(edges)
  const rings: number[][] = []
  for (const start of out.keys())
    while (out.get(start)!.length > 0) {
      const first = out.get(start)!.pop()!
      const path = [start, edges.to[first]!]
      const placeOf = new Map([[start, 0]])
      for (;;) {
        const at = path.at(-1)!
        const before = placeOf.get(at)
        if (before !== undefined) {
          const ring = path.splice(before + 1)
          for (const vertex of ring) placeOf.delete(vertex)
          rings.push(ring)
          if (path.length === 1) break
          placeOf.set(at, before)
        } else placeOf.set(at, path.length - 1)
        const next = takeNext(edges, out, path.at(-2)!, at)
        if (next === null) return null
        path.push(edges.to[next]!)
      }
    }
  return rings
}

function toRing(ids: readonly number[], { lonLat }: VertexIds): Ring {
  const ring = new Float64Array((ids.length + 1) * 2)
  const closed = [...ids, ids[0]!]
  closed.forEach((id, at) => {
    ring[2 * at] = lonLat[2 * id]!
    ring[2 * at + 1] = lonLat[2 * id + 1]!
  })
  return ring
}

interface Placed {
  readonly ring: Ring
  readonly area: number
  readonly bounds: Bounds
}

/** Whether the inner ring lies in the outer one; rings may touch at vertices but do not cross. */
function encloses(outer: Placed, inner: Placed): boolean {
  if (Math.abs(outer.area) <= Math.abs(inner.area) || !boundsMeet(outer.bounds, inner.bounds)) return false
  const { ring } = inner
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const side = ringSide(outer.ring, ring[i]!, ring[i + 1]!)
    if (side !== 'on') return side === 'inside'
  }
  return ringSide(outer.ring, (ring[0]! + ring[2]!) / 2, (ring[1]! + ring[3]!) / 2) === 'inside'
}

/**
 * Rings → shape: anticlockwise ones are polygons, clockwise ones holes of the smallest polygon around them. Null
 * where the nesting is not that of a plain area (ground upon ground, or a hole in nothing).
 */
export function nestRings(ids: readonly (readonly number[])[], vertices: VertexIds): Shape | null {
  const rings = ids
    .map((one): Placed => {
      const ring = toRing(one, vertices)
      return { ring, area: signedRingAreaM2(ring), bounds: boundsOfLine(ring)! }
    })
    .filter(({ area }) => area !== 0)
    .sort((one, other) => Math.abs(other.area) - Math.abs(one.area))
  const polygons = new Map<Placed, Ring[]>()
  for (const [at, placed] of rings.entries()) {
    const around = rings.slice(0, at).filter((other) => encloses(other, placed))
    const nearest = around.at(-1)
    if (placed.area > 0) {
      if (nearest && nearest.area > 0) return null
      polygons.set(placed, [placed.ring])
    } else {
      if (!nearest || nearest.area < 0) return null
      polygons.get(nearest)!.push(placed.ring)
    }
  }
  return asPlain([...polygons.values()])
}
