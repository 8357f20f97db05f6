import { orient2d } from 'robust-predicates'
import { wound } from '../rings/ring'
import type { Shape } from '../rings/shape'
import type { Edge } from './edge'
import { OpenEdges } from './open-edges'
import { union } from './overlay'
import { type EdgeList, nestRings, traceRings } from './rings-of-edges'

/** Edges of all shapes less those that are passed once each way. Null where one is passed twice the same way. */
function bordersOf(shapes: readonly Shape[]): EdgeList | null {
  let most = 0
  for (const shape of shapes) for (const polygon of shape) for (const ring of polygon) most += ring.length / 2
  const edges = new OpenEdges(most)
  for (const shape of shapes)
    for (const polygon of wound(shape)) for (const ring of polygon) if (!edges.follow(ring)) return null
  return edges.list()
}

/** Degrees, about 1 mm. Borders that come closer without meeting were meant to be one: they do not fit exactly. */
const SLIVER = 1e-8

/** Whether a vertex that is no end of the edge stands on it or closer to it than a sliver is wide. */
function isNear([x1, y1, x2, y2]: Edge, x: number, y: number): boolean {
  if ((x === x1 && y === y1) || (x === x2 && y === y2)) return false
  const [dx, dy] = [x2 - x1, y2 - y1]
  const share = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)
  const t = Math.max(0, Math.min(1, share))
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy) <= SLIVER
}

/** Whether two edges cross, or come close elsewhere than at a common end. */
function conflict(a: Edge, b: Edge): boolean {
  const near =
    isNear(a, b[0], b[1]) || isNear(a, b[2], b[3]) || isNear(b, a[0], a[1]) || isNear(b, a[2], a[3])
  if (near) return true
  const apart = (one: Edge, other: Edge): boolean =>
    orient2d(...one, other[0], other[1]) * orient2d(...one, other[2], other[3]) >= 0
  return !apart(a, b) && !apart(b, a)
}

/** Whether the edges that are left meet at their ends only: then the members fitted each other exactly. From the west on. */
function isPlain({ from, to, vertices: { lonLat } }: EdgeList): boolean {
  const edges = from.map((vertex, at): Edge => {
    const end = to[at]!
    return [lonLat[2 * vertex]!, lonLat[2 * vertex + 1]!, lonLat[2 * end]!, lonLat[2 * end + 1]!]
  })
  edges.sort((one, other) => Math.min(one[0], one[2]) - Math.min(other[0], other[2]))
  return edges.every((edge, at) => {
    const east = Math.max(edge[0], edge[2]) + 2 * SLIVER
    const south = Math.min(edge[1], edge[3]) - 2 * SLIVER
    const north = Math.max(edge[1], edge[3]) + 2 * SLIVER
    for (let next = at + 1; next < edges.length; next++) {
      const other = edges[next]!
      if (other[0] > east && other[2] > east) return true
      if ((other[1] > north && other[3] > north) || (other[1] < south && other[3] < south)) continue
      if (conflict(edge, other)) return false
    }
    return true
  })
}

/**
 * The ground of members that fit together, found without arithmetic by striking out the edges that two of them
 * share: vertices stay as they are, to the last bit. Null where the members overlap, leave slivers or do not close.
 */
export function joinExactly(shapes: readonly Shape[]): Shape | null {
  const edges = bordersOf(shapes)
  if (!edges || !isPlain(edges)) return null
  const rings = traceRings(edges)
  return rings && nestRings(rings, edges.vertices)
}

/** The ground of all members together: exactly where they fit each other, else by `union` at 0.1 mm. */
export function dissolve(shapes: readonly Shape[]): Shape {
  if (shapes.length === 1) return shapes[0]!
  return joinExactly(shapes) ?? union(shapes)
}
