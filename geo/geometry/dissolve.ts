import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import type { Edge } from './edge'
import { union } from './overlay'
import { wound } from './ring'
import { type EdgeList, nestRings, traceRings } from './rings-of-edges'
import type { Shape } from './shape'
import { VertexIds } from './vertex-ids'

/** Edges of all shapes less those that are passed once each way. Null where one is passed twice the same way. */
function bordersOf(shapes: readonly Shape[]): EdgeList | null {
  const rings = shapes.flatMap((shape) => wound(shape).flat())
  const vertices = new VertexIds(rings.reduce((sum, ring) => sum + ring.length / 2, 0))
  const open = new Map<number, Map<number, true>>()
  for (const ring of rings) {
    let from = vertices.idOf(ring[0]!, ring[1]!)
    for (let i = 2; i + 1 < ring.length; i += 2) {
      const to = vertices.idOf(ring[i]!, ring[i + 1]!)
      if (to === from) continue
      if (!open.get(to)?.delete(from)) {
        const leaving = open.get(from)
        if (leaving?.has(to)) return null
        if (leaving) leaving.set(to, true)
        else open.set(from, new Map([[to, true]]))
      }
      from = to
    }
  }
  const edges = [...open].flatMap(([from, tos]) => [...tos.keys()].map((to) => [from, to] as const))
  return { from: edges.map(([from]) => from), to: edges.map(([, to]) => to), vertices }
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

/** Whether the edges that are left meet at their ends only: then the members fitted each other exactly. */
function isPlain({ from, to, vertices: { lonLat } }: EdgeList): boolean {
  if (from.length === 0) return true
  const edges = from.map((vertex, at): Edge => {
    const end = to[at]!
    return [lonLat[2 * vertex]!, lonLat[2 * vertex + 1]!, lonLat[2 * end]!, lonLat[2 * end + 1]!]
  })
  const tree = new Flatbush(edges.length)
  const boxes = edges.map(
    ([x1, y1, x2, y2]) =>
      [
        Math.min(x1, x2) - SLIVER,
        Math.min(y1, y2) - SLIVER,
        Math.max(x1, x2) + SLIVER,
        Math.max(y1, y2) + SLIVER,
      ] as const,
  )
  for (const box of boxes) tree.add(...box)
  tree.finish()
  return edges.every(
    (edge, at) =>
      tree.search(...boxes[at]!, (other) => other > at && conflict(edge, edges[other]!)).length === 0,
  )
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
