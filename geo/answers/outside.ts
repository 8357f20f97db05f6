import type { TimedList } from '../facts'
import type { When } from './printed'

/** The days that an answer spans, and what of the facts lies outside them. */
export interface OutsidePeriod {
  /** first day, 400 before the median of the facts */
  readonly from: string
  /** last day, 400 after it */
  readonly to: string
  /** number of times outside */
  readonly count: number
  /** the same by list and column, by name; `file` and `row` are those of the first */
  readonly times: readonly {
    readonly list: TimedList
    readonly field: string
    readonly count: number
    readonly first: When
    readonly last: When
    readonly file: string
    readonly row: number
  }[]
}
