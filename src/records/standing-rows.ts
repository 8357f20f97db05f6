import type { Line, Moment, MomentColumn, Origin, Shape, TextColumn } from '#geo'

/** One standing row, read as values of the kernel's types by the names of its fields; null is unknown. */
export interface StandingRow {
  text(name: string): string | null
  /** text of a required field: empty where a log written by others lacks it */
  required(name: string): string
  list(name: string): readonly string[]
  number(name: string): number | null
  flag(name: string): boolean | null
  moment(name: string): Moment | null
  /** the calendar day of a time; null where it is not told */
  dayOf(name: string): string | null
  /** the town of the row, and who filled it in, where it says so */
  around(): { readonly town?: string; readonly unit?: string }
  shape(name: string): Shape | null
  lines(name: string): readonly Line[]
  /** names of the columns of the row's file, corrected ones included */
  names(): ReadonlySet<string>
  readonly origin: Origin
}

/** The standing rows of one list, in their order. */
export interface StandingRows {
  map<Fact>(read: (row: StandingRow) => Fact | readonly Fact[]): readonly Fact[]
}

/** The standing rows of one list in columns, for lists that are too long to be rows one by one. */
export interface StandingTable {
  readonly length: number
  text(name: string): TextColumn
  moments(name: string): MomentColumn
  numbers(name: string): Float64Array
  /** what a row may say beside: its town, who filled it in, sex and age band; a column where any row does */
  beside(): { readonly [Name in 'town' | 'unit' | 'sex' | 'ageBand']?: TextColumn }
  /** where each row came from */
  origins(): {
    readonly file: TextColumn
    readonly segment: TextColumn
    readonly row: Uint32Array
    readonly knownAt: Float64Array
  }
}

const NO_TIME: Moment = Object.freeze({ at: Number.NaN, isDay: false })

/** The time of a field that every row should have; no time where it lacks it. */
export const due = (row: StandingRow, name: string): Moment => row.moment(name) ?? NO_TIME

type Stated<Fields> = { readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> }

/** Without what the row leaves empty. */
export function stated<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Stated<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Stated<Fields>
}
