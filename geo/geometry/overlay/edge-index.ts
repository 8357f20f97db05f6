import Flatbush from 'flatbush'
import { boundsOf } from '../rings/bounds'
import { plain } from '../rings/plain'
import type { Bounds, Position, Shape } from '../rings/shape'
import { boxOfEdge, type Edge } from './edge'

/** The edges of a shape's line in columns, found by position; those without a length, or inside a part, are left out. */
export class EdgeIndex {
  readonly bounds: Bounds | null
  /** x1, y1, x2, y2 of every edge */
  readonly edges: Float64Array
  private tree: Flatbush | null = null

  constructor(shape: Shape) {
    this.bounds = boundsOf(shape)
    this.edges = edgesOf(plain(shape))
  }

  /** Made when it is first asked for; null without edges. */
  private get boxes(): Flatbush | null {
    if (this.tree || this.count === 0) return this.tree
    this.tree = new Flatbush(this.count)
    for (let edge = 0; edge < this.count; edge++) this.tree.add(...boxOfEdge(this.edgeAt(edge)))
    this.tree.finish()
    return this.tree
  }

  /** Number of edges; they stand in the order of their rings. */
  get count(): number {
    return this.edges.length / 4
  }

  /** x1, y1, x2, y2 of an edge. */
  edgeAt(edge: number): Edge {
    const at = 4 * edge
    return [this.edges[at]!, this.edges[at + 1]!, this.edges[at + 2]!, this.edges[at + 3]!]
  }

  /** Where an edge begins. */
  from(edge: number): Position {
    return [this.edges[4 * edge]!, this.edges[4 * edge + 1]!]
  }

  /** Where an edge ends. */
  to(edge: number): Position {
    return [this.edges[4 * edge + 2]!, this.edges[4 * edge + 3]!]
  }

  /** Edges whose boxes meet the bounds, in no order. */
  near(bounds: Bounds): number[] {
    return this.boxes?.search(...bounds) ?? []
  }

  /** Whether any edge's box meets the bounds. */
  comesNear(bounds: Bounds): boolean {
    return this.boxes?.collides(...bounds) ?? false
  }
}

/** Edges that have a length, in the order of the rings. */
function edgesOf(shape: Shape): Float64Array {
  let most = 0
  for (const polygon of shape) for (const ring of polygon) most += 2 * ring.length
  const edges = new Float64Array(most)
  let at = 0
  for (const polygon of shape)
    for (const ring of polygon)
      for (let i = 0; i + 3 < ring.length; i += 2) {
        if (ring[i] === ring[i + 2] && ring[i + 1] === ring[i + 3]) continue
        edges[at] = ring[i]!
        edges[at + 1] = ring[i + 1]!
        edges[at + 2] = ring[i + 2]!
        edges[at + 3] = ring[i + 3]!
        at += 4
      }
  return edges.subarray(0, at)
}
