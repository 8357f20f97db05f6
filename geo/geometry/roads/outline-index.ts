import { orient2d } from 'robust-predicates'
import { boxOfEdge, isInBox } from '../overlay/edge'
import { EdgeIndex } from '../overlay/edge-index'
import { LocalArea } from '../rings/local-area'
import type { Side } from '../rings/ring-side'
import type { Position } from '../rings/shape'

/** A point at which a road segment meets the outline. */
export interface Contact {
  readonly position: Position
  /** the outline's edge, where road and edge cut each other in their inner points; −1 at a vertex of either */
  readonly edge: number
}

/** The edges of one outline, asked where roads meet it and on which side of it they are. Built once, asked for every road. */
export class OutlineIndex extends EdgeIndex {
  private area: LocalArea | null = null

  /** Areas above the parallel through the middle of its bounds; it must have some. */
  get localArea(): LocalArea {
    this.area ??= new LocalArea((this.bounds![1] + this.bounds![3]) / 2)
    return this.area
  }

  /** Where the segment meets the outline, in the order of the segment, each point once. Empty when it does not. */
  contacts(a: Position, b: Position): Contact[] {
    const found = this.near(boxOfEdge([a[0], a[1], b[0], b[1]]))
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
    const own = this.edgeAt(edge)
    const segment = [a[0], a[1], b[0], b[1]] as const
    if (sideA === 0 && isInBox(own, a)) vertices.push(a)
    if (sideB === 0 && isInBox(own, b)) vertices.push(b)
    if (sideP === 0 && isInBox(segment, p)) vertices.push(p)
    if (sideQ === 0 && isInBox(segment, q)) vertices.push(q)
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
    for (const edge of this.near([x, y, Infinity, y])) {
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

  /** Whether the outline holds the position, border included. Exact. */
  holds([x, y]: Position): boolean {
    let inside = false
    for (const edge of this.near([x, y, Infinity, y])) {
      const p = this.from(edge)
      const q = this.to(edge)
      if (this.passes(edge, [x, y])) return true
      if (p[1] > y !== q[1] > y && orient2d(p[0], p[1], q[0], q[1], x, y) > 0 === p[1] > q[1])
        inside = !inside
    }
    return inside
  }

  private passes(edge: number, at: Position): boolean {
    const ends = this.edgeAt(edge)
    return isInBox(ends, at) && orient2d(ends[0], ends[1], ends[2], ends[3], at[0], at[1]) === 0
  }
}

/** On a level edge from x1 to x2: whether the first step from x towards `to` stays on it. */
function runsAlong(x1: number, x2: number, x: number, to: number): boolean {
  const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)]
  return to > x ? west <= x && x < east : west < x && x <= east
}
