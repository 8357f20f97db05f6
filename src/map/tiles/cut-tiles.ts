import { MAX_ZOOM } from './max-zoom'
import { LineTiles, PolygonTiles } from './outlines'
import { PointTiles } from './points'
import type { CutColumns } from './tile-messages'
import { squareOf } from './world'

/** An index over columns from which tiles are cut. */
export interface TileIndex {
  readonly cut: (z: number, x: number, y: number) => ArrayBuffer | null
}

/** Units along the side of a tile; the closest ones are as fine as the renderer can have them. */
const [EXTENT, FINEST] = [4096, 8192]

/** Builds the index of one layer. Rows without a position or polygon yield nothing. */
export function indexColumns(layer: string, columns: CutColumns): TileIndex {
  const closest = MAX_ZOOM[columns.kind]
  const square = (tile: readonly [number, number, number]) =>
    squareOf(tile, tile[0] === closest ? FINEST : EXTENT)
  if (columns.kind === 'points') {
    const points = new PointTiles(columns)
    return { cut: (...tile) => points.cut(layer, square(tile)) }
  }
  const outlines = columns.kind === 'lines' ? new LineTiles(columns) : new PolygonTiles(columns)
  return { cut: (...tile) => outlines.cut(layer, square(tile), tile[0] === closest) }
}
