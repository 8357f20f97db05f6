/** A formula is kept with the value that it showed; a day as the number of a spreadsheet with its format. */
export type Cell =
  | string
  | number
  | null
  | { readonly formula: string; readonly value: number }
  | { readonly serial: number; readonly format: string }

/** First and last row, first and last column, from 0. */
export type Merge = readonly [top: number, left: number, bottom: number, right: number]

export interface Grid {
  readonly rows: readonly (readonly Cell[])[]
  readonly merges: readonly Merge[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

export interface Sheet {
  readonly name: string
  readonly grid: Grid
  readonly isHidden: boolean
}

/** What a row says when it is read right; `null` is unknown. */
export interface TrueRow {
  readonly kind: string
  /** code of the place; of a site its name as it is written */
  readonly place: string
  readonly values: Readonly<Record<string, string | number | null>>
}

export interface Workbook {
  readonly name: string
  readonly clerk: string
  readonly format: string
  readonly habits: readonly string[]
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly truth: readonly TrueRow[]
}

const EPOCH = Date.UTC(1899, 11, 30)

/** The number by which a spreadsheet knows a day. */
export const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - EPOCH) / 86_400_000
