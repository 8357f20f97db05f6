import { boundsOfLine, joinBounds } from '../rings/bounds'
import type { Line } from '../rings/shape'

/** Degrees by which a stretch is taken longer than it is: more than rounding can move its end. */
const MARGIN = 1e-11
const MOST_A_SIDE = 1_024

/** The segments of lines that have a length, in columns, each noted in all cells of a grid through which it may pass. */
export class SegmentGrid {
  /** x1, y1, x2, y2 of every segment, in the order of the lines and along them */
  readonly ends: Float64Array
  /** row of the line of each */
  readonly lines: Int32Array
  private readonly side: number
  private readonly west: number
  private readonly south: number
  private readonly columnsADegree: number
  private readonly bandHeight: number
  private readonly bandsADegree: number
  /** by cell: where its segments begin in `noted`; one more at the end */
  private readonly starts: Int32Array
  private readonly noted: Int32Array
  private readonly spans: Int32Array
  /** what `near` found */
  found = new Int32Array(64)

  constructor(lines: readonly Line[]) {
    const most = lines.reduce((sum, line) => sum + line.length / 2, 0)
    const [ends, rows] = [new Float64Array(4 * most), new Int32Array(most)]
    let count = 0
    lines.forEach((line, row) => {
      for (let i = 0; i + 3 < line.length; i += 2) {
        if (line[i] === line[i + 2] && line[i + 1] === line[i + 3]) continue
        ends[4 * count] = line[i]!
        ends[4 * count + 1] = line[i + 1]!
        ends[4 * count + 2] = line[i + 2]!
        ends[4 * count + 3] = line[i + 3]!
        rows[count++] = row
      }
    })
    this.ends = ends.subarray(0, 4 * count)
    this.lines = rows.subarray(0, count)
    const [west, south, east, north] = joinBounds(lines.map(boundsOfLine)) ?? [0, 0, 0, 0]
    this.side = Math.max(1, Math.min(MOST_A_SIDE, Math.floor(Math.sqrt(count))))
    this.west = west
    this.south = south
    this.columnsADegree = this.side / Math.max(east - west, MARGIN)
    this.bandHeight = Math.max(north - south, MARGIN) / this.side
    this.bandsADegree = 1 / this.bandHeight
    this.spans = new Int32Array(2 * this.side)
    this.starts = new Int32Array(this.side * this.side + 1)
    this.noted = this.note()
  }

  private note(): Int32Array {
    const { ends, starts, spans } = this
    const count = this.lines.length
    for (let segment = 0; segment < count; segment++) {
      const at = 4 * segment
      const to = this.cellsOf(ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!)
      for (let span = 0; span < to; span += 2)
        for (let cell = spans[span]!; cell <= spans[span + 1]!; cell++) starts[cell + 1]!++
    }
    for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!
    const noted = new Int32Array(starts.at(-1)!)
    const next = starts.slice()
    for (let segment = 0; segment < count; segment++) {
      const at = 4 * segment
      const to = this.cellsOf(ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!)
      for (let span = 0; span < to; span += 2)
        for (let cell = spans[span]!; cell <= spans[span + 1]!; cell++) noted[next[cell]!++] = segment
    }
    return noted
  }

  /** How many segments come into the cells of that stretch; they stand in `found`, the same one again where they share several. */
  near(x1: number, y1: number, x2: number, y2: number): number {
    const { spans, starts, noted } = this
    const to = this.cellsOf(x1, y1, x2, y2)
    let count = 0
    for (let span = 0; span < to; span += 2) {
      const end = starts[spans[span + 1]! + 1]!
      for (let at = starts[spans[span]!]!; at < end; at++) {
        if (count === this.found.length) this.grow()
        this.found[count++] = noted[at]!
      }
    }
    return count
  }

  private grow(): void {
    const { found } = this
    this.found = new Int32Array(2 * found.length)
    this.found.set(found)
  }

  /** Writes the cells of a stretch to `spans`, the first and the last of each band; what lies beyond the grid is left out. */
  private cellsOf(x1: number, y1: number, x2: number, y2: number): number {
    const { side, south, bandHeight, spans } = this
    const low = y1 < y2 ? y1 : y2
    const high = y1 < y2 ? y2 : y1
    const left = x1 < x2 ? x1 : x2
    const right = x1 < x2 ? x2 : x1
    const firstBand = Math.max(0, this.bandOf(low - MARGIN))
    const lastBand = Math.min(side - 1, this.bandOf(high + MARGIN))
    const isLevel = firstBand === lastBand || high - low <= MARGIN
    const slope = isLevel ? 0 : (x2 - x1) / (y2 - y1)
    let to = 0
    for (let band = firstBand; band <= lastBand; band++) {
      let from = left
      let until = right
      if (!isLevel) {
        const floor = x1 + (south + band * bandHeight - MARGIN - y1) * slope
        const ceiling = x1 + (south + (band + 1) * bandHeight + MARGIN - y1) * slope
        from = Math.max(left, Math.min(floor, ceiling))
        until = Math.min(right, Math.max(floor, ceiling))
      }
      const first = Math.max(0, this.columnOf(from - MARGIN))
      const last = Math.min(side - 1, this.columnOf(until + MARGIN))
      if (first > last) continue
      spans[to++] = band * side + first
      spans[to++] = band * side + last
    }
    return to
  }

  private bandOf(y: number): number {
    return Math.floor((y - this.south) * this.bandsADegree)
  }

  private columnOf(x: number): number {
    return Math.floor((x - this.west) * this.columnsADegree)
  }
}

const known = new WeakMap<readonly Line[], SegmentGrid>()

/** The segments of these lines: made once for as long as the list is. */
export function segmentsOf(lines: readonly Line[]): SegmentGrid {
  let grid = known.get(lines)
  if (!grid) known.set(lines, (grid = new SegmentGrid(lines)))
  return grid
}
