import Flatbush from 'flatbush'
import { wound } from '../rings/ring'
import type { Bounds, Shape } from '../rings/shape'
import { VertexIds } from '../rings/vertex-ids'
import { boxOfEdge, type Edge } from './edge'

/** Edges of many shapes, the ground to the left of each, found by place. Edges that two shapes have in common are left out. */
export class FreeEdges {
  private readonly edges: Edge[] = []
  private readonly owners: number[] = []
  private readonly tree: Flatbush | null

  constructor(shapes: readonly Shape[]) {
    const rings = shapes.flatMap((shape, owner) =>
      wound(shape).flatMap((polygon) => polygon.map((ring) => ({ ring, owner }))),
    )
    const vertices = rings.reduce((sum, { ring }) => sum + ring.length / 2, 0)
    const ids = new VertexIds(vertices)
    const runs = new VertexIds(vertices)
    for (const { ring } of rings)
      for (let i = 0; i + 3 < ring.length; i += 2)
        runs.idOf(ids.idOf(ring[i]!, ring[i + 1]!), ids.idOf(ring[i + 2]!, ring[i + 3]!))
    for (const { ring, owner } of rings)
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const [from, to] = [ids.find(ring[i]!, ring[i + 1]!), ids.find(ring[i + 2]!, ring[i + 3]!)]
        if (from === to || runs.find(to, from) >= 0) continue
        this.edges.push([ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!])
        this.owners.push(owner)
      }
    this.tree = this.edges.length > 0 ? new Flatbush(this.edges.length) : null
    for (const edge of this.edges) this.tree!.add(...boxOfEdge(edge))
    this.tree?.finish()
  }

  get count(): number {
    return this.edges.length
  }

  edgeAt(edge: number): Edge {
    return this.edges[edge]!
  }

  /** Number of the shape an edge belongs to. */
  ownerOf(edge: number): number {
    return this.owners[edge]!
  }

  /** Edges whose boxes meet the bounds, in no order. */
  near(bounds: Bounds): number[] {
    return this.tree?.search(...bounds) ?? []
  }
}
