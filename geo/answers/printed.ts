import type { RowRef } from '../facts'

/** An instant (`2022-05-27T18:00:00+08:00`) or a day (`2022-05-27`), as printed. */
export type When = string

export interface Evidence extends RowRef {
  readonly at: When | null
  readonly value: string | number | boolean | null
  /** nobody has placed the row: it is counted in no zone and weighs on each in which it may lie. Absent where it is placed */
  readonly isUnplaced?: true
}
