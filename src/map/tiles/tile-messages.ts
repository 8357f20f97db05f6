import type { LineColumns, PointColumns, PolygonColumns } from '../../layers/part'

/** Columns as the cutter has them: what the rows are called stays behind. */
export type CutColumns = PointColumns | LineColumns | Omit<PolygonColumns, 'codes'>

/** What the tile cutter is told. Buffers of `columns` are copies made for it and transferred. */
export type TileRequest =
  | {
      readonly kind: 'index'
      readonly key: string
      readonly layer: string
      readonly columns: CutColumns
    }
  | {
      readonly kind: 'tile'
      readonly request: number
      readonly key: string
      readonly z: number
      readonly x: number
      readonly y: number
    }
  | { readonly kind: 'drop'; readonly key: string }

/** `data` is null where the tile is empty; `error` where the key is unknown. */
export interface TileAnswer {
  readonly request: number
  readonly data: ArrayBuffer | null
  readonly error: string | null
}
