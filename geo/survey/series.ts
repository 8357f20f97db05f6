import { type Instant, sameClockAfterDays } from '../time/calendar'

/** Days of a figure's small curve. */
export const SERIES_DAYS = 9

/** The same clock time on each of the last days, oldest first, the as-of last. */
export function seriesAt(asOf: Instant, timezone: string): Instant[] {
  return Array.from({ length: SERIES_DAYS }, (_, i) =>
    sameClockAfterDays(timezone, asOf, i + 1 - SERIES_DAYS),
  )
}
