import type { PointColumns } from '../../layers/part'
import { Commands } from './commands'
import { TileLayer } from './vector-tile'
import { projected, type Square } from './world'

/** Cells along each side of the grid over all points. */
const CELLS = 256

/** Which rows say the same in every column: the group of each row, and what each group says. */
export function groupsOf({ lonLat, properties }: PointColumns): { of: Int32Array; values: number[][] } {
  const of = new Int32Array(lonLat.length / 2)
  let values: number[][] = [[]]
  for (const column of Object.values(properties)) {
    const known = values.map(() => new Map<number, number>())
    const next: number[][] = []
    for (let row = 0; row < of.length; row++) {
      const groups = known[of[row]!]!
      const value = column[row]!
      let group = groups.get(value)
      if (group === undefined) {
        groups.set(value, (group = next.length))
        next.push([...values[of[row]!]!, value])
      }
      of[row] = group
    }
    values = next
  }
  return { of, values }
}

/** Points as one feature for each group of rows that say the same, those on one spot of the tile once. */
export class PointTiles {
  readonly #keys: readonly string[]
  readonly #values: readonly (readonly number[])[]
  readonly #groupOf: Int32Array
  /** groups in the order in which they are drawn: by what their columns say */
  readonly #order: readonly number[]
  readonly #xy: Int32Array
  readonly #west: number
  readonly #north: number
  readonly #cell: number
  /** first row of each cell in `#rows` */
  readonly #starts: Uint32Array
  readonly #rows: Uint32Array
  readonly #commands = new Commands()

  constructor(columns: PointColumns) {
    this.#keys = Object.keys(columns.properties)
    const { of, values } = groupsOf(columns)
    this.#groupOf = of
    this.#values = values
    this.#order = values.map((_, group) => group).sort((a, b) => inOrder(values[a]!, values[b]!))
    this.#xy = projected(columns.lonLat)
    let [west, north, east, south] = [0, 0, 0, 0]
    const xy = this.#xy
    for (let i = 0; i + 1 < xy.length; i += 2) {
      if (i === 0 || xy[i]! < west) west = xy[i]!
      if (i === 0 || xy[i]! > east) east = xy[i]!
      if (i === 0 || xy[i + 1]! < north) north = xy[i + 1]!
      if (i === 0 || xy[i + 1]! > south) south = xy[i + 1]!
    }
    this.#west = west
    this.#north = north
    this.#cell = Math.max(1, Math.ceil((Math.max(east - west, south - north) + 1) / CELLS))
    this.#starts = new Uint32Array(CELLS * CELLS + 1)
    this.#rows = new Uint32Array(of.length)
    this.#sort()
  }

  #cellOf(row: number): number {
    const column = Math.floor((this.#xy[2 * row]! - this.#west) / this.#cell)
    return Math.floor((this.#xy[2 * row + 1]! - this.#north) / this.#cell) * CELLS + column
  }

  #sort(): void {
    const [starts, rows] = [this.#starts, this.#rows]
    for (let row = 0; row < rows.length; row++) starts[this.#cellOf(row) + 1]!++
    for (let cell = 0; cell < CELLS * CELLS; cell++) starts[cell + 1]! += starts[cell]!
    const next = starts.slice()
    for (let row = 0; row < rows.length; row++) rows[next[this.#cellOf(row)]!++] = row
  }

  /** Cells that a square meets, row by row. */
  #cellsIn({ west, north, side }: Square): number[] {
    const from = (at: number): number => Math.max(0, Math.floor(at / this.#cell))
    const to = (at: number): number => Math.min(CELLS - 1, Math.floor((at + side - 1) / this.#cell))
    const cells: number[] = []
    for (let y = from(north - this.#north), last = to(north - this.#north); y <= last; y++)
      for (let x = from(west - this.#west), end = to(west - this.#west); x <= end; x++)
        cells.push(y * CELLS + x)
    return cells
  }

  /** Rows in the square, its west and north sides with it. */
  #rowsIn(square: Square): Uint32Array {
    const { west, north, side } = square
    const [xy, starts, rows] = [this.#xy, this.#starts, this.#rows]
    const cells = this.#cellsIn(square)
    const most = cells.reduce((sum, cell) => sum + starts[cell + 1]! - starts[cell]!, 0)
    const found = new Uint32Array(most)
    let count = 0
    for (const cell of cells)
      for (let i = starts[cell]!; i < starts[cell + 1]!; i++) {
        const row = rows[i]!
        const dx = xy[2 * row]! - west
        const dy = xy[2 * row + 1]! - north
        if (dx >= 0 && dx < side && dy >= 0 && dy < side) found[count++] = row
      }
    return found.subarray(0, count)
  }

  cut(layer: string, square: Square): ArrayBuffer | null {
    const tile = new TileLayer(layer, { extent: square.extent, keys: this.#keys })
    const { rows, ends } = this.#grouped(this.#rowsIn(square))
    const spots = new Uint32Array(Math.ceil(square.extent ** 2 / 32))
    let from = 0
    for (const [at, group] of this.#order.entries()) {
      this.#feature(rows.subarray(from, ends[at]!), square, spots)
      tile.add('points', this.#commands, { values: this.#values[group]! })
      from = ends[at]!
    }
    return tile.tile
  }

  /** Rows group by group in the order in which groups are drawn, and where each ends. */
  #grouped(rows: Uint32Array): { rows: Uint32Array; ends: Uint32Array } {
    const places = new Uint32Array(this.#order.length)
    for (const [at, group] of this.#order.entries()) places[group] = at
    const ends = new Uint32Array(this.#order.length)
    for (const row of rows) ends[places[this.#groupOf[row]!]!]!++
    const next = new Uint32Array(ends.length)
    for (let at = 1; at < ends.length; at++) next[at] = next[at - 1]! + ends[at - 1]!
    for (let at = 0; at < ends.length; at++) ends[at]! += next[at]!
    const sorted = new Uint32Array(rows.length)
    for (const row of rows) sorted[next[places[this.#groupOf[row]!]!]!++] = row
    return { rows: sorted, ends }
  }

  /** The spots of some rows as commands. `spots` has a bit for each place of the tile, none of them set before or after. */
  #feature(rows: Uint32Array, square: Square, spots: Uint32Array): void {
    const scale = square.extent / square.side
    const last = square.extent - 1
    const xy = new Int32Array(2 * rows.length)
    let count = 0
    const bitOf = (i: number): number => xy[2 * i]! + square.extent * xy[2 * i + 1]!
    for (const row of rows) {
      // the renderer leaves out what lies on the far sides: that is the next tile's
      xy[2 * count] = Math.min(last, Math.round((this.#xy[2 * row]! - square.west) * scale))
      xy[2 * count + 1] = Math.min(last, Math.round((this.#xy[2 * row + 1]! - square.north) * scale))
      const bit = bitOf(count)
      if (spots[bit >>> 5]! & (1 << (bit & 31))) continue
      spots[bit >>> 5]! |= 1 << (bit & 31)
      count++
    }
    for (let i = 0; i < count; i++) spots[bitOf(i) >>> 5] = 0
    this.#commands.clear()
    this.#commands.points(xy, count)
  }
}

/** What comes later in a column lies above what came before. */
function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}
