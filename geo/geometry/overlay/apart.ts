import { orient2d } from 'robust-predicates'
import { boundsMeet, boundsOf } from '../rings/bounds'
import { sideOf } from '../rings/contains'
import { plain } from '../rings/plain'
import { wound } from '../rings/ring'
import type { Bounds, Ring, Shape } from '../rings/shape'
import { boxOfEdge, type Edge } from './edge'

/** More pairs of edges than this are left to the overlay, which sorts them. */
const MOST = 250_000

const woundRings = new WeakMap<Shape, readonly Ring[]>()

/** The rings of a shape, the ground to the left of every edge. */
function ringsOf(shape: Shape): readonly Ring[] {
  let rings = woundRings.get(shape)
  if (!rings) woundRings.set(shape, (rings = wound(shape).flat()))
  return rings
}

/** Edges that come into the bounds. */
function edgesIn(shape: Shape, [west, south, east, north]: Bounds): Edge[] {
  const edges: Edge[] = []
  for (const ring of ringsOf(shape))
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x1, y1, x2, y2] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!]
      if ((x1 < west && x2 < west) || (x1 > east && x2 > east)) continue
      if ((y1 < south && y2 < south) || (y1 > north && y2 > north)) continue
      edges.push([x1, y1, x2, y2])
    }
  return edges
}

/** Whether the position stands on the edge, but at none of its ends; `turn` is its orientation to the edge. */
function standsOn(edge: Edge, x: number, y: number, turn: number): boolean {
  if (turn !== 0 || (x === edge[0] && y === edge[1]) || (x === edge[2] && y === edge[3])) return false
  return boundsMeet(boxOfEdge(edge), [x, y, x, y])
}

/** `shared`: the same edge the other way round. `apart`: nothing in common but perhaps an end. */
function meetingOf(a: Edge, b: Edge): 'shared' | 'apart' | 'touching' {
  if (a[0] === b[2] && a[1] === b[3] && a[2] === b[0] && a[3] === b[1]) return 'shared'
  if (a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3]) return 'touching'
  const [b1, b2] = [orient2d(...a, b[0], b[1]), orient2d(...a, b[2], b[3])]
  if (b1 * b2 > 0) return 'apart'
  const [a1, a2] = [orient2d(...b, a[0], a[1]), orient2d(...b, a[2], a[3])]
  if (b1 * b2 < 0 && a1 * a2 < 0) return 'touching'
  const stands =
    standsOn(a, b[0], b[1], b1) ||
    standsOn(a, b[2], b[3], b2) ||
    standsOn(b, a[0], a[1], a1) ||
    standsOn(b, a[2], a[3], a2)
  return stands ? 'touching' : 'apart'
}

/** Whether edges that touch the other shape at most with their ends run outside it. */
function runOutside(edges: readonly Edge[], shape: Shape): boolean {
  return edges.every(([x1, y1, x2, y2]) => sideOf(shape, [(x1 + x2) / 2, (y1 + y2) / 2]) === 'outside')
}

/**
 * True where two shapes surely share no ground: they keep away from each other, or their borders meet only in whole
 * edges and vertices, as in a coverage that was drawn once. False says nothing. Exact and without a cut; shapes
 * (degrees) must not cross themselves, and one with a hole is never told.
 */
export function areApart(a: Shape, b: Shape): boolean {
  const [first, second] = [boundsOf(a), boundsOf(b)]
  if (!first || !second || !boundsMeet(first, second)) return true
  if ([...plain(a), ...plain(b)].some((polygon) => polygon.length > 1)) return false
  const common: Bounds = [
    Math.max(first[0], second[0]),
    Math.max(first[1], second[1]),
    Math.min(first[2], second[2]),
    Math.min(first[3], second[3]),
  ]
  const [own, other] = [edgesIn(a, common), edgesIn(b, common)]
  if (own.length * other.length > MOST) return false
  const shared = new Set<Edge>()
  const boxes = other.map(boxOfEdge)
  for (const edge of own) {
    const box = boxOfEdge(edge)
    for (let at = 0; at < other.length; at++) {
      if (!boundsMeet(box, boxes[at]!)) continue
      const meeting = meetingOf(edge, other[at]!)
      if (meeting === 'touching') return false
      if (meeting === 'shared') shared.add(edge).add(other[at]!)
    }
  }
  const alone = (edge: Edge): boolean => !shared.has(edge)
  return runOutside(own.filter(alone), b) && runOutside(other.filter(alone), a)
}
