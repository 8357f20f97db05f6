import type { MomentColumn } from '../facts'
import type { Instant, Moment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { earliestOf } from './days'
import type { Occurrence, Untold } from './record'

/** A row that leaves out when something was. */
export interface Silent {
  readonly said: Omit<Occurrence, 'at' | 'isDay'>
  /** the times it does tell */
  readonly told: readonly Moment[]
  /** those by which it was over */
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

/** What the row leaves untold; null while all that it tells lies ahead. Where it is what `last` says, that is returned. */
export function untoldIn(
  { said, told, ends, pending = false }: Silent,
  asOf: Instant,
  last?: Untold,
): Untold | null {
  const isSeen = (one: Moment): boolean => isSeenMoment(one, asOf)
  if (told.length > 0 && !told.some(isSeen)) return null
  const by = earliestOf(ends.filter(isSeen))
  const isSame = last?.by === by && last.isDrawnOver === said.isDrawnOver
  return isSame ? last : { ...said, by, pending }
}
