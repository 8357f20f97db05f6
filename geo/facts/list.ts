import type { Moment } from '../time/calendar'

/**
 * What a time says: something that was so (`occurrence`); something that was so or is still planned, by whether it has
 * come (`beginning`: a zone, a round, a release); or an end or effect that was set (`plan`).
 */
export type TimeKind = 'occurrence' | 'beginning' | 'plan'

/** A calendar day as a moment; null where it is none. */
export type DayRead = (day: string) => Moment | null

/** One time of the rows of a list. */
export interface TimeOf<Row> {
  readonly field: string
  readonly kind: TimeKind
  readonly of: (row: Row, read: DayRead) => Moment | null
}

/** For what ground and until when a row tells that its list speaks. */
export interface Told {
  readonly place?: string | null
  readonly zone?: string | null
  /** id of the facility at which it is */
  readonly site?: string
  readonly times: readonly (Moment | null)[]
}

/** A list of rows as the kernel goes through all lists: what it must know of one without asking what its rows mean. */
export interface RowList<Row, Held extends string = string> {
  /** under which name the facts hold them */
  readonly held: Held
  /** every time that a row gives */
  readonly times: readonly TimeOf<Row>[]
  /**
   * The time that has come where a row is there at an instant; one that does not say it is there. `stays`: rows are
   * always there. `own`: more than that is to be said (`factsSeen`).
   */
  readonly seen: ((row: Row, read: DayRead) => Moment | null) | 'stays' | 'own'
  /**
   * Of rows that name their place, and perhaps their zone: when they named it, where places become others
   * (`always`: what they name is never another). Null: they name none, or are read by rules of their own.
   */
  readonly ground: ((row: Row) => Moment | null) | 'always' | null
  /** what a row tells of its list, null where that row tells nothing; of a list whose silence never means *none*: null */
  readonly tells: ((row: Row, read: DayRead) => Told | null) | null
}

/** A list that is one table of columns. */
export interface TableList<Table, Held extends string = string> {
  readonly held: Held
  /** every time column; the first says since when a row is there */
  readonly columns: readonly { readonly field: keyof Table & string; readonly kind: TimeKind }[]
}
