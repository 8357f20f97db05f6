import { dayOf, type Instant } from '#geo'

export interface Backed {
  /** when the last proven backup was made; null: none ever was */
  readonly last: Instant | null
  /** when the first act was that it does not have; null: it has all */
  readonly act: Instant | null
  /** hours that may pass while there are acts */
  readonly everyHours: number
  readonly timezone: string
}

const HOUR = 3_600_000

/**
 * Since, or from, when a backup is due: with the first act of a day, and so many hours after the last one where there were
 * acts since. Null where nothing is new.
 */
export function backupDue({ last, act, everyHours, timezone }: Backed): Instant | null {
  if (act === null) return null
  if (last === null) return act
  const first = Math.max(act, last)
  return dayOf(timezone, first) === dayOf(timezone, last) ? Math.max(first, last + everyHours * HOUR) : first
}
