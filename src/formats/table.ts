/** Why bytes hold no table, a row cannot be read, or what is to be said of it: codes, each with its sentences in the import. */
export type FaultCode =
  | 'not-utf8'
  | 'no-encoding'
  | 'empty-file'
  | 'file-too-large'
  | 'broken-json'
  | 'broken-xml'
  | 'broken-workbook'
  | 'locked-workbook'
  | 'broken-shapefile'
  | 'broken-flatgeobuf'
  | 'broken-document'
  | 'is-document'
  | 'shapefile-without-table'
  | 'encoding-against-cpg'
  | 'nested-too-deep'
  | 'not-features'
  | 'too-many-columns'
  | 'header-too-long'
  | 'not-a-feature'
  | 'wrong-geometry'
  | 'broken-coordinates'
  | 'ring-too-short'
  | 'line-too-short'
  | 'member-twice'
  | 'value-twice'
  | 'beside-standard'
  | 'unwritable-value'
  | 'broken-quotes'
  | 'wrong-number-of-columns'
  | 'short-row'
  | 'cell-over-lines'
  | 'title-lines'
  | 'header-repeated'
  | 'total-left-out'
  | 'total-differs'
  | 'note-lines'
  | 'hidden-rows'
  | 'formula-without-value'

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

/** Rows of a table one after the other, as a list has them. Those of a long text are read anew whenever they are asked for. */
export interface Rows extends Iterable<RawRow> {
  readonly length: number
  at(index: number): RawRow | undefined
  map<Made>(make: (row: RawRow, index: number) => Made): Made[]
  flatMap<Made>(make: (row: RawRow, index: number) => Made | readonly Made[]): Made[]
  filter(fits: (row: RawRow, index: number) => boolean): RawRow[]
  some(fits: (row: RawRow, index: number) => boolean): boolean
  slice(from?: number, to?: number): RawRow[]
}

/** What is to be said of a table beside its rows: lines above, below and between that were left out. */
export interface Said {
  readonly code: FaultCode
  readonly row: number | null
  readonly column: string | null
  readonly seen: string | null
  readonly suggestion?: string
}

/** A line of a file as it stands there. */
export interface TableLine {
  /** as a spreadsheet numbers it */
  readonly row: number
  readonly cells: readonly string[]
}

/** So many lines of a table are shown as they stand in the file. */
export const LINES_SHOWN = { first: 40, last: 10 }

/** The first and the last of the lines. */
export function someLines<T>(length: number, lineAt: (at: number) => T): T[] {
  const { first, last } = LINES_SHOWN
  const from = length - last > first ? length - last : first
  const places = Array.from({ length: Math.min(first, length) }, (_, at) => at)
  for (let at = from; at < length; at++) places.push(at)
  return places.map(lineAt)
}

/** A table of a file as headers and rows: every format looks the same from here on. */
export interface Table {
  readonly headers: readonly string[]
  /** row of the header, as a spreadsheet numbers it; null where the file has none by its nature (GeoJSON) */
  readonly headerRow: number | null
  readonly rows: Rows
  /** columns of one header, by the names they go under here: `note`, `note (2)` */
  readonly twice?: readonly (readonly string[])[]
  /** the headers, where a quotation mark among them was not closed; else null */
  readonly strayInHeader?: string | null
  /** what stands above the header: title, unit, until when */
  readonly titles?: readonly string[]
  readonly said?: readonly Said[]
  /** line and column at which the first row of a text begins, where its rows are no lines */
  readonly beginsAt?: string
  /** the frame that the file itself states; null where it states none */
  readonly statedFrame?: string | null
  /** its first and last lines as they stand in the file, titles and totals too; absent where it has none by its nature */
  readonly lines?: () => readonly TableLine[]
  /** what a person said of its columns, by header: the name each goes by, null for one that is left out */
  readonly told?: ReadonlyMap<string, string | null>
  /** the value that a person said a word of that row means, in the column of that name; null where nobody did */
  readonly meant?: (name: string, text: string, row: number) => string | null
}

/** One of the tables of a file. */
export interface FormatTable extends Table {
  /** of several tables in one file, its own name: that of the sheet */
  readonly name: string | null
  /** how its text was written; null where the format leaves no choice */
  readonly encoding: string | null
  /** whether the format cuts long names of columns off */
  readonly mayBeCut?: boolean
  /** whether its format has one frame where the file states none */
  readonly isFrameUsual?: boolean
  /** whether its rows are features, with a geometry each, be it null */
  readonly areFeatures: boolean
  /** the same rows read from the file once more, so that nobody needs to keep them; absent where that takes long */
  readonly again?: () => Rows
}

export type Read<T, Code extends string = FaultCode> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly code: Code
      readonly seen: string | null
      readonly suggestion?: string
    }
