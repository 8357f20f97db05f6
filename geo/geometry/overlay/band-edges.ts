import { orient2d } from 'robust-predicates'
import type { PointCells } from '../point-cells'

/** Bound of the share by which a turn in doubles may be off (Shewchuk 1997, ccwerrboundA). */
const ROUNDING = 3.330669073875472e-16
/** x1, y1, x2, y2 of an edge */
const WIDTH = 4

/** The edges of a shape that come to one band of a grid of positions: all that matter to a position of that band. */
export class BandEdges {
  private length = 0
  private edges = new Float64Array(WIDTH * 64)
  private west = Infinity
  private east = -Infinity

  constructor(
    private readonly points: PointCells,
    private readonly isClosed: boolean,
  ) {}

  clear(): void {
    this.length = 0
    this.west = Infinity
    this.east = -Infinity
  }

  /** The edge that begins there in the line. */
  add(line: Float64Array, from: number): void {
    if (this.length === this.edges.length) this.grow()
    const { edges } = this
    const x1 = line[from]!
    const x2 = line[from + 2]!
    edges[this.length] = x1
    edges[this.length + 1] = line[from + 1]!
    edges[this.length + 2] = x2
    edges[this.length + 3] = line[from + 3]!
    this.length += WIDTH
    const low = x1 < x2 ? x1 : x2
    const high = x1 < x2 ? x2 : x1
    if (low < this.west) this.west = low
    if (high > this.east) this.east = high
  }

  private grow(): void {
    const { edges } = this
    this.edges = new Float64Array(2 * edges.length)
    this.edges.set(edges)
  }

  /** Where the positions of the band begin and end that may lie inside. */
  among(band: number): readonly [from: number, until: number] {
    const { points, west, east } = this
    return [points.startOf(band, points.columnOf(west)), points.startOf(band, points.columnOf(east) + 1)]
  }

  /** Writes the numbers of those positions that lie inside, and says how many they are. */
  holding(from: number, until: number, held: Int32Array): number {
    const { west, east } = this
    const { rows, lonLat } = this.points
    let found = 0
    for (let at = from; at < until; at++) {
      const x = lonLat[2 * at]!
      if (x >= west && x <= east && this.holds(x, lonLat[2 * at + 1]!)) held[found++] = rows[at]!
    }
    return found
  }

  /** Without a branch that depends on the position, as long as rounding cannot have turned a sign. */
  private holds(x: number, y: number): boolean {
    const { edges, length } = this
    let inside = 0
    for (let edge = 0; edge < length; edge += WIDTH) {
      const y1 = edges[edge + 1]!
      const y2 = edges[edge + 3]!
      const left = (y1 - y) * (edges[edge + 2]! - x)
      const right = (edges[edge]! - x) * (y2 - y)
      const turn = left - right
      if (Math.abs(turn) <= ROUNDING * (Math.abs(left) + Math.abs(right))) return this.holdsExactly(x, y)
      const rises = Number(y2 > y)
      inside ^= (Number(y1 > y) ^ rises) & (Number(turn > 0) ^ rises)
    }
    return inside === 1
  }

  private holdsExactly(x: number, y: number): boolean {
    const { edges, length, isClosed } = this
    let inside = false
    for (let edge = 0; edge < length; edge += WIDTH) {
      const x1 = edges[edge]!
      const y1 = edges[edge + 1]!
      const x2 = edges[edge + 2]!
      const y2 = edges[edge + 3]!
      const turn = orient2d(x1, y1, x2, y2, x, y)
      if (turn === 0 && isClosed && isBetween(x, x1, x2) && isBetween(y, y1, y2)) return true
      if (y1 > y !== y2 > y && (y1 > y2 ? turn > 0 : turn < 0)) inside = !inside
    }
    return inside
  }
}

const isBetween = (one: number, a: number, b: number): boolean =>
  a < b ? a <= one && one <= b : b <= one && one <= a
