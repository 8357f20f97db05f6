import type { MomentColumn } from '../../facts'
import type { Instant, Moment } from '../../time/calendar'
import { isSeen, isSeenMoment } from '../../time/seen'
import { earliestOf } from '../moves/days'
import type { SaidOfRow, Untold } from './record'

/** A row that leaves out when something was. */
export interface Silent {
  /** all that it tells lies ahead */
  readonly isAhead: boolean
  /** the times by which it was over */
  readonly ends: readonly Moment[]
  /** what is untold has not happened yet */
  readonly pending?: boolean
}

/** The times that the row tells in these columns. */
export function timesOf(row: number, columns: readonly MomentColumn[]): Moment[] {
  return columns.flatMap(({ at, isDay }) =>
    Number.isNaN(at[row]!) ? [] : [{ at: at[row]!, isDay: isDay[row] === 1 }],
  )
}

/** Whether the row tells a time in one of these columns, and each lies ahead. */
export function isAheadIn(columns: readonly MomentColumn[], row: number, asOf: Instant): boolean {
  let isTold = false
  for (const { at, isDay } of columns) {
    if (Number.isNaN(at[row]!)) continue
    if (isSeen(at[row]!, isDay[row] === 1, asOf)) return false
    isTold = true
  }
  return isTold
}

/**
 * What the row leaves untold; null while all that it tells lies ahead. Where it is what `last` says, that is returned.
 */
export function untoldIn(
  { isAhead, ends, pending = false }: Silent,
  asOf: Instant,
  { said, last }: { readonly said: () => SaidOfRow; readonly last?: Untold | null },
): Untold | null {
  if (isAhead) return null
  const by = earliestOf(ends.filter((one) => isSeenMoment(one, asOf)))
  const isSame = last && last.by?.at === by?.at && last.by?.isDay === by?.isDay
  if (isSame) return last
  const { file, row, segment, value, words, silent, place, links, isDrawnOver } = said()
  return { file, row, segment, value, words, silent, place, links, isDrawnOver, by, pending }
}
