import { orient2d } from 'robust-predicates'
import type { LocalArea } from '../rings/local-area'
import type { OutlineIndex } from '../roads/outline-index'

/** Cuts of one edge whose shares of it are nearer to each other than this may stand in the wrong order. */
const CLOSE = 1e-9

interface Cut {
  /** of the edge, from its beginning */
  readonly share: number
  readonly x: number
  readonly y: number
}

/** The edges of an outline that come into the bounds of another, and where that one's edges cut them. Used again for each pair. */
export class CutEdges {
  count = 0
  /** x1, y1, x2, y2 of each */
  edges = new Float64Array(256)
  /** by edge: its number in the outline */
  private numbers = new Int32Array(64)
  private readonly cuts = new Map<number, Cut[]>()
  private against: OutlineIndex | null = null

  take(outline: OutlineIndex, against: OutlineIndex): void {
    const [west, south, east, north] = against.bounds!
    const { edges, count } = outline
    this.cuts.clear()
    this.against = against
    this.count = 0
    if (this.numbers.length < count) {
      this.numbers = new Int32Array(count)
      this.edges = new Float64Array(4 * count)
    }
    for (let edge = 0; edge < count; edge++) {
      const x1 = edges[4 * edge]!
      const x2 = edges[4 * edge + 2]!
      if ((x1 < west && x2 < west) || (x1 > east && x2 > east)) continue
      const y1 = edges[4 * edge + 1]!
      const y2 = edges[4 * edge + 3]!
      if ((y1 < south && y2 < south) || (y1 > north && y2 > north)) continue
      const at = 4 * this.count
      this.edges[at] = x1
      this.edges[at + 1] = y1
      this.edges[at + 2] = x2
      this.edges[at + 3] = y2
      this.numbers[this.count++] = edge
    }
  }

  cut(at: number, cut: Cut): void {
    const known = this.cuts.get(at)
    if (known) known.push(cut)
    else this.cuts.set(at, [cut])
  }

  /** What the pieces inside the other outline add to an area, m²; null where cuts cannot be put in order. */
  areaInside(area: LocalArea): number | null {
    const { edges } = this
    let sum = 0
    let isInside = false
    for (let at = 0; at < this.count; at++) {
      const x1 = edges[4 * at]!
      const y1 = edges[4 * at + 1]!
      const x2 = edges[4 * at + 2]!
      const y2 = edges[4 * at + 3]!
      if (!this.follows(at)) isInside = this.isInside(x1, y1)
      const cuts = this.cuts.size > 0 ? this.cuts.get(at) : undefined
      if (!cuts) {
        if (isInside) sum += area.of(x1, y1, x2, y2)
        continue
      }
      cuts.sort((one, other) => one.share - other.share)
      let [x, y, before] = [x1, y1, 0]
      for (const cut of cuts) {
        if (cut.share - before < CLOSE || 1 - cut.share < CLOSE) return null
        if (isInside) sum += area.of(x, y, cut.x, cut.y)
        isInside = !isInside
        x = cut.x
        y = cut.y
        before = cut.share
      }
      if (isInside) sum += area.of(x, y, x2, y2)
    }
    return sum
  }

  private follows(at: number): boolean {
    const { edges, numbers } = this
    return (
      at > 0 &&
      numbers[at] === numbers[at - 1]! + 1 &&
      edges[4 * at] === edges[4 * at - 2] &&
      edges[4 * at + 1] === edges[4 * at - 1]
    )
  }

  /** Whether the other outline holds the position, which lies on none of its edges. */
  private isInside(x: number, y: number): boolean {
    const { edges, count, bounds } = this.against!
    if (x < bounds![0] || x > bounds![2] || y < bounds![1] || y > bounds![3]) return false
    let inside = false
    for (let edge = 0; edge < count; edge++) {
      const y1 = edges[4 * edge + 1]!
      const y2 = edges[4 * edge + 3]!
      if (y1 > y === y2 > y) continue
      const x1 = edges[4 * edge]!
      const x2 = edges[4 * edge + 2]!
      if (x1 < x && x2 < x) continue
      if ((x1 > x && x2 > x) || orient2d(x1, y1, x2, y2, x, y) > 0 === y1 > y2) inside = !inside
    }
    return inside
  }
}
