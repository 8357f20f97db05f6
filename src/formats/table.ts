/** Why bytes hold no table, a row cannot be read, or what is to be said of it: codes, each with its sentences in the import. */
export type FaultCode =
  | 'not-utf8'
  | 'empty-file'
  | 'file-too-large'
  | 'broken-json'
  | 'nested-too-deep'
  | 'not-features'
  | 'too-many-columns'
  | 'header-too-long'
  | 'not-a-feature'
  | 'unwritable-value'
  | 'broken-quotes'
  | 'wrong-number-of-columns'
  | 'cell-over-lines'

/** What one row of a file held before any column was read. */
export interface RawRow {
  /** as a spreadsheet numbers it: the first line is 1, titles, header and empty lines count; of a feature, 1 = the first */
  readonly row: number
  /** by header as the file spells it */
  readonly cells: Readonly<Record<string, unknown>>
  /** GeoJSON geometry; undefined where the file has none by its nature (CSV) */
  readonly geometry?: unknown
  /** why the row cannot be read at all */
  readonly broken?: {
    readonly code: FaultCode
    readonly seen: string
    readonly column?: string
    /** rows of the file that are broken in this way */
    readonly count?: number
  }
  /** what to say of the row though it can be read */
  readonly notes?: readonly { readonly code: FaultCode; readonly seen: string }[]
}

/** A file as headers and rows: CSV and GeoJSON look the same from here on. */
export interface Table {
  readonly headers: readonly string[]
  /** row of the header, as a spreadsheet numbers it; null where the file has none by its nature (GeoJSON) */
  readonly headerRow: number | null
  readonly rows: readonly RawRow[]
  /** columns of one header, by the names they go under here: `note`, `note (2)` */
  readonly twice?: readonly (readonly string[])[]
  /** the headers, where a quotation mark among them was not closed; else null */
  readonly strayInHeader?: string | null
}

export type Read<T, Code extends string = FaultCode> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly code: Code
      readonly seen: string | null
      readonly suggestion?: string
    }
