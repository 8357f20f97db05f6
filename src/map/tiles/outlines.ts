import Flatbush from 'flatbush'
import type { LineColumns, PolygonColumns } from '../../layers/part'
import { clipLine, clipRing } from './clip'
import { Commands } from './commands'
import { laid, Outline, roomIn, thinned } from './outline'
import { TileLayer } from './vector-tile'
import { projected, reachOf, type Square } from './world'

/** So far may a line go past a vertex that is left out, units of a tile of 4,096: a fifth of a css pixel. */
const TOLERANCE = 1.5

/** Boxes of rows by their vertices, asked which reach a square; null where no row has a vertex. */
function boxesOf(
  xy: Int32Array,
  rows: number,
  vertices: (row: number) => readonly [number, number],
): Flatbush | null {
  if (rows === 0) return null
  const boxes = new Flatbush(rows)
  for (let row = 0; row < rows; row++) {
    const [from, to] = vertices(row)
    let [west, north, east, south] = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]
    for (let v = from; v < to; v++) {
      const x = xy[2 * v]!
      const y = xy[2 * v + 1]!
      if (x < west) west = x
      if (x > east) east = x
      if (y < north) north = y
      if (y > south) south = y
    }
    boxes.add(west, north, east, south)
  }
  boxes.finish()
  return boxes
}

const rowsIn = (boxes: Flatbush | null, square: Square): number[] =>
  boxes ? boxes.search(...reachOf(square)).sort((a, b) => a - b) : []

/** Polygons as features whose ids are their rows. */
export class PolygonTiles {
  readonly #columns: Omit<PolygonColumns, 'codes'>
  readonly #xy: Int32Array
  readonly #boxes: Flatbush | null
  readonly #ring = new Outline()
  readonly #commands = new Commands()

  constructor(columns: Omit<PolygonColumns, 'codes'>) {
    this.#columns = columns
    this.#xy = projected(columns.coordinates)
    const { ringStarts, polygonStarts, rowStarts } = columns
    const vertexOf = (row: number): number => ringStarts[polygonStarts[rowStarts[row]!]!]!
    this.#boxes = boxesOf(this.#xy, rowStarts.length - 1, (row) => [vertexOf(row), vertexOf(row + 1)])
  }

  /** `isExact` leaves no vertex out. */
  cut(layer: string, square: Square, isExact: boolean): ArrayBuffer | null {
    const tile = new TileLayer(layer, square)
    for (const row of rowsIn(this.#boxes, square)) {
      this.#commands.clear()
      const { polygonStarts, rowStarts } = this.#columns
      for (let p = rowStarts[row]!; p < rowStarts[row + 1]!; p++)
        this.#polygon([polygonStarts[p]!, polygonStarts[p + 1]!], square, isExact)
      tile.add('polygons', this.#commands, { id: row })
    }
    return tile.tile
  }

  #polygon([from, to]: readonly [number, number], square: Square, isExact: boolean): void {
    const { ringStarts } = this.#columns
    for (let r = from; r < to; r++) {
      const ring = this.#ring
      laid(this.#xy, [ringStarts[r]!, ringStarts[r + 1]!], square, ring)
      clipRing(ring, square)
      if (!isExact) thinned(ring, TOLERANCE)
      if (
        ring.count > 1 &&
        ring.xy[0] === ring.xy[2 * ring.count - 2] &&
        ring.xy[1] === ring.xy[2 * ring.count - 1]
      )
        ring.count--
      const room = ring.count < 3 ? 0 : roomIn(ring)
      if (room === 0 && r === from) return
      // the outer ring runs clockwise on the screen, holes the other way
      if (room !== 0) this.#commands.ring(ring.xy, ring.count, room > 0 !== (r === from))
    }
  }
}

/** Lines as one feature a tile. */
export class LineTiles {
  readonly #columns: LineColumns
  readonly #xy: Int32Array
  readonly #boxes: Flatbush | null
  readonly #line = new Outline()
  readonly #commands = new Commands()

  constructor(columns: LineColumns) {
    this.#columns = columns
    this.#xy = projected(columns.coordinates)
    const { lineStarts } = columns
    this.#boxes = boxesOf(this.#xy, lineStarts.length - 1, (row) => [lineStarts[row]!, lineStarts[row + 1]!])
  }

  cut(layer: string, square: Square, isExact: boolean): ArrayBuffer | null {
    const tile = new TileLayer(layer, square)
    const { lineStarts } = this.#columns
    const [line, commands] = [this.#line, this.#commands]
    commands.clear()
    for (const row of rowsIn(this.#boxes, square)) {
      laid(this.#xy, [lineStarts[row]!, lineStarts[row + 1]!], square, line)
      if (!isExact) thinned(line, TOLERANCE)
      if (line.count > 1) clipLine(line, square, (piece) => commands.line(piece.xy, piece.count))
    }
    tile.add('lines', commands)
    return tile.tile
  }
}
