import type { When } from '../../answers'
import {
  addDays,
  dayOf,
  daysBetween,
  formatMoment,
  type Instant,
  type Moment,
  sameClockAfterDays,
  startOfDay,
} from '../../time/calendar'
import type { Policy } from '../policy/policy'

/** How days are counted: the pack's zone, and the policy's way (`elapsed` or `fullDays`). */
export interface DayCount {
  readonly timezone: string
  readonly dayCount: Policy['dayCount']
}

/**
 * The moment n days after: the same clock time n calendar days later (`elapsed`), or 00:00 after n whole days with
 * the first excluded (`fullDays`). What follows from a day stays a day. Never 24 h × n.
 */
export function afterDays(count: DayCount, since: Moment, days: number): Moment {
  if (count.dayCount === 'elapsed')
    return { at: sameClockAfterDays(count.timezone, since.at, days), isDay: since.isDay }
  const day = addDays(dayOf(count.timezone, since.at), days + 1)
  return { at: startOfDay(count.timezone, day), isDay: since.isDay }
}

/** How many of those days have passed at the instant; 0 at or before `since`. */
export function daysPassed(count: DayCount, since: Moment, at: Instant): number {
  if (at <= since.at) return 0
  const { timezone } = count
  const days = daysBetween(dayOf(timezone, since.at), dayOf(timezone, at))
  if (count.dayCount === 'fullDays') return Math.max(0, days - 1)
  return sameClockAfterDays(timezone, since.at, days) > at ? days - 1 : days
}

/** The later of two; a day only if both are, or the later one is. */
export function laterOf(a: Moment, b: Moment): Moment {
  if (a.at === b.at) return a.isDay ? b : a
  return a.at > b.at ? a : b
}

/** The earlier of two. */
export function earlierOf(a: Moment, b: Moment): Moment {
  return laterOf(a, b) === a ? b : a
}

/** The latest of those that are known; null when none is. */
export function latestOf(moments: Iterable<Moment | null>): Moment | null {
  let latest: Moment | null = null
  for (const one of moments) if (one) latest = latest ? laterOf(latest, one) : one
  return latest
}

/** The earliest of those that are known; null when none is. */
export function earliestOf(moments: Iterable<Moment | null>): Moment | null {
  let earliest: Moment | null = null
  for (const one of moments) if (one) earliest = earliest ? earlierOf(earliest, one) : one
  return earliest
}

/** Strictly later: by the clock, or by a day where either is only a day. */
export function isLater(timezone: string, a: Moment, b: Moment): boolean {
  if (!a.isDay && !b.isDay) return a.at > b.at
  return dayOf(timezone, a.at) > dayOf(timezone, b.at)
}

/** 00:00 of the first day on which the moment lies more than `days` calendar days back. */
export function lapseAfterDays(timezone: string, since: Moment, days: number): Moment {
  return { at: startOfDay(timezone, addDays(dayOf(timezone, since.at), days + 1)), isDay: since.isDay }
}

/** A moment as answers print it; null stays null. */
export function printMoment(timezone: string, moment: Moment | null): When | null {
  return moment && formatMoment(timezone, moment)
}
