import type { Line, Moment, Shape } from '#geo'

/**
 * A block of rows as columns: what an import appends, what storage keeps, what crosses to a worker.
 * Every buffer is transferable; nothing in a block is changed after it was made.
 */
export interface ColumnBlock {
  readonly list: string
  readonly length: number
  readonly columns: Readonly<Record<string, Column>>
  /** row number in the source file, as a spreadsheet numbers it (earlier releases: 1 = the first below the header) */
  readonly rows: Uint32Array
  /** identity of each row: its own id, else hash(kind, content, n-th occurrence) */
  readonly ids: readonly string[]
}

export type Column =
  | { readonly type: 'text'; readonly codes: Int32Array; readonly values: readonly string[] }
  | { readonly type: 'moment'; readonly at: Float64Array; readonly isDay: Uint8Array }
  | { readonly type: 'number'; readonly values: Float64Array }
  | { readonly type: 'flag'; readonly values: Int8Array }
  /** row r is bytes starts[r] … starts[r+1]; files that are kept as they came */
  | { readonly type: 'bytes'; readonly bytes: Uint8Array; readonly starts: Uint32Array }
  /** shapes or lines: row r has parts starts[r] … starts[r+1] of rings; NaN-free flat lon/lat */
  | {
      readonly type: 'geometry'
      readonly coordinates: Float64Array
      /** first vertex of each ring or line */
      readonly ringStarts: Uint32Array
      /** first ring of each polygon (each line is one polygon of one ring) */
      readonly polygonStarts: Uint32Array
      /** first polygon of each row; length = rows + 1. A row without polygons has no geometry */
      readonly rowStarts: Uint32Array
    }

/**
 * One value of a row. Text and lists (joined by `;`) are strings, days are `YYYY-MM-DD` strings in text
 * columns, times are moments, a line is a Float64Array, several lines or an area are a Shape. Null is unknown.
 */
export type Cell = string | number | boolean | Moment | Shape | Line | Uint8Array | null

/** A row as an importer read it: its number in the file, as a spreadsheet numbers it, and its values by field name. */
export interface SourceRow {
  readonly row: number
  readonly values: Readonly<Record<string, Cell | undefined>>
}
