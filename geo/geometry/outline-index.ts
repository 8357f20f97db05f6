import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import { boundsOf } from './bounds'
import type { Side } from './contains'
import type { Bounds, Position, Shape } from './shape'

/** A point at which a road segment meets the outline. */
export interface Contact {
  readonly position: Position
  /** the outline's edge, where road and edge cut each other in their inner points; −1 at a vertex of either */
  readonly edge: number
}

/** The edges of one outline in columns, found by position. Built once, asked for every road. */
export class OutlineIndex {
  readonly bounds: Bounds | null
  /** x1, y1, x2, y2 of every edge that has a length */
  private readonly edges: Float64Array
  private readonly tree: Flatbush | null

  constructor(outline: Shape) {
    this.bounds = boundsOf(outline)
    this.edges = edgesOf(outline)
    const count = this.edges.length / 4
    this.tree = count > 0 ? new Flatbush(count) : null
    for (let i = 0; i < this.edges.length; i += 4) this.addEdge(i)
    this.tree?.finish()
  }

  private addEdge(i: number): void {
    const [x1, y1, x2, y2] = [this.edges[i]!, this.edges[i + 1]!, this.edges[i + 2]!, this.edges[i + 3]!]
    this.tree?.add(x1 < x2 ? x1 : x2, y1 < y2 ? y1 : y2, x1 < x2 ? x2 : x1, y1 < y2 ? y2 : y1)
  }

  /** Where the segment meets the outline, in the order of the segment, each point once. Empty when it does not. */
  contacts(a: Position, b: Position): Contact[] {
    const box = [
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    ] as const
    const found = this.tree?.search(...box) ?? []
    if (found.length === 0) return []
    const crossed: Contact[] = []
    const vertices: Position[] = []
    for (const edge of found) this.meet(a, b, edge, crossed, vertices)
    return this.inOrder(a, b, crossed, vertices)
  }

  private meet(a: Position, b: Position, edge: number, crossed: Contact[], vertices: Position[]): void {
    const p = this.from(edge)
    const q = this.to(edge)
    const sideA = orient2d(p[0], p[1], q[0], q[1], a[0], a[1])
    const sideB = orient2d(p[0], p[1], q[0], q[1], b[0], b[1])
    if ((sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0)) return
    const sideP = orient2d(a[0], a[1], b[0], b[1], p[0], p[1])
    const sideQ = orient2d(a[0], a[1], b[0], b[1], q[0], q[1])
    if ((sideP > 0 && sideQ > 0) || (sideP < 0 && sideQ < 0)) return
    if (sideA !== 0 && sideB !== 0 && sideP !== 0 && sideQ !== 0) {
      const share = sideA / (sideA - sideB)
      crossed.push({ position: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])], edge })
      return
    }
    if (sideA === 0 && withinBox(p, q, a)) vertices.push(a)
    if (sideB === 0 && withinBox(p, q, b)) vertices.push(b)
    if (sideP === 0 && withinBox(a, b, p)) vertices.push(p)
    if (sideQ === 0 && withinBox(a, b, q)) vertices.push(q)
  }

  /** Vertices stand in exact order; a crossed edge that passes exactly through one of them is that vertex. */
  private inOrder(
    a: Position,
    b: Position,
    crossed: readonly Contact[],
    vertices: readonly Position[],
  ): Contact[] {
    if (crossed.length + vertices.length < 2)
      return [...crossed, ...vertices.map((position) => ({ position, edge: -1 }))]
    const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1
    const sign = b[axis] > a[axis] ? 1 : -1
    const distinct = vertices.filter(
      (one, at) => vertices.findIndex((other) => other[0] === one[0] && other[1] === one[1]) === at,
    )
    const kept = this.withoutDoubles(crossed).filter(
      ({ edge }) => !distinct.some((vertex) => this.passes(edge, vertex)),
    )
    return [...kept, ...distinct.map((position) => ({ position, edge: -1 }))].sort(
      (one, other) => sign * (one.position[axis] - other.position[axis]),
    )
  }

  /** Two polygons of one shape that share an edge: it lies inside, and crossing it twice is crossing it not at all. */
  private withoutDoubles(crossed: readonly Contact[]): readonly Contact[] {
    if (crossed.length < 2) return crossed
    const odd = new Map<string, Contact>()
    for (const contact of crossed) {
      const ends = [this.from(contact.edge).join(), this.to(contact.edge).join()].sort().join(' ')
      if (!odd.delete(ends)) odd.set(ends, contact)
    }
    return [...odd.values()]
  }

  /**
   * The side of the outline on which one is immeasurably soon after leaving `at` towards `to`: the crossing number
   * of that point, in which every tie is settled by the direction. Exact, also where `at` lies on the outline.
   */
  sideAfter(at: Position, to: Position): Side {
    const [x, y] = at
    const rising = to[1] - y
    let inside = false
    for (const edge of this.tree?.search(x, y, Infinity, y) ?? []) {
      const p = this.from(edge)
      const q = this.to(edge)
      const pAbove = p[1] > y || (p[1] === y && rising < 0)
      const qAbove = q[1] > y || (q[1] === y && rising < 0)
      if (pAbove === qAbove) {
        if (rising === 0 && p[1] === y && q[1] === y && runsAlong(p[0], q[0], x, to[0])) return 'on'
        continue
      }
      const turn = orient2d(p[0], p[1], q[0], q[1], x, y) || orient2d(p[0], p[1], q[0], q[1], to[0], to[1])
      if (turn === 0) return 'on'
      if (turn > 0 === pAbove) inside = !inside
    }
    return inside ? 'inside' : 'outside'
  }

  /** Number of edges that have a length; they stand in the order of their rings. */
  get count(): number {
    return this.edges.length / 4
  }

  /** x1, y1, x2, y2 of an edge. */
  edgeAt(edge: number): readonly [number, number, number, number] {
    const at = 4 * edge
    return [this.edges[at]!, this.edges[at + 1]!, this.edges[at + 2]!, this.edges[at + 3]!]
  }

  /** Edges whose boxes meet the bounds, in no order. */
  near(bounds: Bounds): number[] {
    return this.tree?.search(...bounds) ?? []
  }

  /** Whether any edge's box meets the bounds. */
  comesNear(bounds: Bounds): boolean {
    return this.tree?.collides(...bounds) ?? false
  }

  /** Whether the outline holds the position, border included. Exact. */
  holds([x, y]: Position): boolean {
    let inside = false
    for (const edge of this.tree?.search(x, y, Infinity, y) ?? []) {
      const p = this.from(edge)
      const q = this.to(edge)
      if (this.passes(edge, [x, y])) return true
      if (p[1] > y !== q[1] > y && orient2d(p[0], p[1], q[0], q[1], x, y) > 0 === p[1] > q[1])
        inside = !inside
    }
    return inside
  }

  private passes(edge: number, at: Position): boolean {
    const p = this.from(edge)
    const q = this.to(edge)
    return withinBox(p, q, at) && orient2d(p[0], p[1], q[0], q[1], at[0], at[1]) === 0
  }

  private from(edge: number): Position {
    return [this.edges[4 * edge]!, this.edges[4 * edge + 1]!]
  }

  private to(edge: number): Position {
    return [this.edges[4 * edge + 2]!, this.edges[4 * edge + 3]!]
  }
}

/** Edges that have a length, in the order of the rings. */
function edgesOf(outline: Shape): Float64Array {
  let most = 0
  for (const polygon of outline) for (const ring of polygon) most += 2 * ring.length
  const edges = new Float64Array(most)
  let at = 0
  for (const polygon of outline)
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

function withinBox(p: Position, q: Position, at: Position): boolean {
  return (
    Math.min(p[0], q[0]) <= at[0] &&
    at[0] <= Math.max(p[0], q[0]) &&
    Math.min(p[1], q[1]) <= at[1] &&
    at[1] <= Math.max(p[1], q[1])
  )
}

/** On a level edge from x1 to x2: whether the first step from x towards `to` stays on it. */
function runsAlong(x1: number, x2: number, x: number, to: number): boolean {
  const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)]
  return to > x ? west <= x && x < east : west < x && x <= east
}
