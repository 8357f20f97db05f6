import type { PointColumns, PolygonColumns } from './part'

/** What the tile cutter is told. Buffers of `columns` are copies made for it and transferred. */
export type TileRequest =
  | {
      readonly kind: 'index'
      readonly key: string
      readonly layer: string
      readonly columns: PointColumns | PolygonColumns
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
