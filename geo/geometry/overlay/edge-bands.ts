import type { PointCells } from '../point-cells'
import type { BorderRule } from '../rings/contains'
import type { Shape } from '../rings/shape'
import { BandEdges } from './band-edges'

/** The edges of one shape after another, by the bands of a grid of positions. The memory serves all shapes. */
export class EdgeBands {
  first = 0
  last = -1
  /** what `holding` found, by number in the columns of positions */
  held = new Int32Array(64)
  /** by band: its edge noted last, −1 where it has none; by note: the one before, and where the edge begins in `line` */
  private readonly heads: Int32Array
  private before = new Int32Array(64)
  private begins = new Int32Array(64)
  private line: Float64Array = new Float64Array(0)
  private readonly edges: BandEdges

  constructor(
    private readonly points: PointCells,
    border: BorderRule,
  ) {
    this.heads = new Int32Array(points.side).fill(-1)
    this.edges = new BandEdges(points, border === 'closed')
  }

  /** Notes the edges of that shape; those of the one before are forgotten. */
  take(shape: Shape): void {
    this.heads.fill(-1, this.first, this.last + 1)
    const rings = shape.flat()
    this.line = rings.length === 1 ? rings[0]! : joined(rings)
    this.first = this.points.side
    this.last = -1
    let from = 0
    let notes = 0
    for (const ring of rings) {
      notes = this.note(from, from + ring.length, notes)
      from += ring.length
    }
  }

  private note(from: number, to: number, notes: number): number {
    const { points, line, heads } = this
    let count = notes
    let band = points.bandOf(line[from + 1]!)
    for (let i = from; i + 3 < to; i += 2) {
      const next = points.bandOf(line[i + 3]!)
      const low = band < next ? band : next
      const high = band < next ? next : band
      if (low < this.first) this.first = low
      if (high > this.last) this.last = high
      if (count + high - low >= this.before.length) this.grow(count + high - low)
      for (let at = low; at <= high; at++) {
        this.before[count] = heads[at]!
        this.begins[count] = i
        heads[at] = count++
      }
      band = next
    }
    return count
  }

  private grow(least: number): void {
    const [before, begins] = [this.before, this.begins]
    this.before = new Int32Array(2 * least + 2)
    this.begins = new Int32Array(2 * least + 2)
    this.before.set(before)
    this.begins.set(begins)
  }

  /** How many positions of the band the shape holds; they stand in `held`. */
  holding(band: number): number {
    const { edges } = this
    edges.clear()
    for (let note = this.heads[band]!; note >= 0; note = this.before[note]!)
      edges.add(this.line, this.begins[note]!)
    const [from, until] = edges.among(band)
    if (until <= from) return 0
    if (this.held.length < until - from) this.held = new Int32Array(2 * (until - from))
    return edges.holding(from, until, this.held)
  }
}

function joined(rings: readonly Float64Array[]): Float64Array {
  const line = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0))
  let at = 0
  for (const ring of rings) {
    line.set(ring, at)
    at += ring.length
  }
  return line
}
