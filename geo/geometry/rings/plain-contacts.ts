import { orient2d } from 'robust-predicates'
import type { SegmentGrid } from '../roads/segment-grid'
import { plain } from './plain'
import type { Position, Ring, Shape } from './shape'

/** Contacts of one segment closer to each other than this (degrees) are looked at more closely. */
const CLOSE = 1e-9

/** What is made of the lines that meet an outline, in the order of the lines. */
export interface Met {
  /** the line goes from side to side of the outline there; along the line */
  readonly pass: (line: number, position: Position) => void
  /** the line touches a vertex, or has one on the outline, or passes it so closely twice: it must be followed */
  readonly follow: (line: number) => void
}

/** A meeting of a segment with an edge of the outline in inner points of both, or nearer to a vertex than that. */
interface Contact {
  readonly segment: number
  /** number of the edge in the outline */
  readonly edge: number
  /** null: one of the four ends lies on the other stretch, or may */
  readonly position: Position | null
}

/** Where the lines of a grid meet outlines. */
export class PlainContacts {
  private found: Contact[] = []
  private edge = 0

  constructor(private readonly segments: SegmentGrid) {}

  meet(shape: Shape, { pass, follow }: Met): void {
    this.found = []
    this.edge = 0
    for (const polygon of plain(shape)) for (const ring of polygon) this.meetRing(ring)
    const { found } = this
    if (found.length > 1) this.sort()
    for (let from = 0; from < found.length; ) {
      const line = this.segments.lines[found[from]!.segment]!
      let to = from
      while (to < found.length && this.segments.lines[found[to]!.segment] === line) to++
      if (this.isPlain(from, to)) {
        for (let at = from; at < to; at++) if (!this.isRepeated(at)) pass(line, found[at]!.position!)
      } else follow(line)
      from = to
    }
  }

  private meetRing(ring: Ring): void {
    const { segments } = this
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const px = ring[i]!
      const py = ring[i + 1]!
      const qx = ring[i + 2]!
      const qy = ring[i + 3]!
      if (px === qx && py === qy) continue
      this.edge++
      const count = segments.near(px, py, qx, qy)
      for (let at = 0; at < count; at++) this.meetSegment(segments.found[at]!, px, py, qx, qy)
    }
  }

  /** The same signs and sums as `OutlineIndex.contacts`. */
  private meetSegment(segment: number, px: number, py: number, qx: number, qy: number): void {
    const { ends } = this.segments
    const at = 4 * segment
    const ax = ends[at]!
    const ay = ends[at + 1]!
    const bx = ends[at + 2]!
    const by = ends[at + 3]!
    if ((ax < px && ax < qx && bx < px && bx < qx) || (ax > px && ax > qx && bx > px && bx > qx)) return
    if ((ay < py && ay < qy && by < py && by < qy) || (ay > py && ay > qy && by > py && by > qy)) return
    const sideA = orient2d(px, py, qx, qy, ax, ay)
    const sideB = orient2d(px, py, qx, qy, bx, by)
    if ((sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0)) return
    const sideP = orient2d(ax, ay, bx, by, px, py)
    const sideQ = orient2d(ax, ay, bx, by, qx, qy)
    if ((sideP > 0 && sideQ > 0) || (sideP < 0 && sideQ < 0)) return
    const isInner = sideA !== 0 && sideB !== 0 && sideP !== 0 && sideQ !== 0
    const share = sideA / (sideA - sideB)
    const position: Position | null = isInner ? [ax + share * (bx - ax), ay + share * (by - ay)] : null
    this.found.push({ segment, edge: this.edge, position })
  }

  /** By segment, then along it. */
  private sort(): void {
    const { ends } = this.segments
    this.found.sort((one, other) => {
      if (one.segment !== other.segment) return one.segment - other.segment
      if (!one.position || !other.position) return one.edge - other.edge
      const at = 4 * one.segment
      const [dx, dy] = [ends[at + 2]! - ends[at]!, ends[at + 3]! - ends[at + 1]!]
      const axis = Math.abs(dx) >= Math.abs(dy) ? 0 : 1
      const along = one.position[axis] - other.position[axis]
      return ((axis === 0 ? dx : dy) > 0 ? along : -along) || one.edge - other.edge
    })
  }

  /** The same meeting, found in another cell that both share. */
  private isRepeated(at: number): boolean {
    const before = this.found[at - 1]
    const own = this.found[at]!
    return before !== undefined && before.segment === own.segment && before.edge === own.edge
  }

  private isPlain(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const { position, segment } = this.found[at]!
      if (!position) return false
      if (at === from || this.isRepeated(at)) continue
      const before = this.found[at - 1]!
      if (before.segment !== segment) continue
      const [dx, dy] = [position[0] - before.position![0], position[1] - before.position![1]]
      if (Math.abs(dx) < CLOSE && Math.abs(dy) < CLOSE) return false
    }
    return true
  }
}
