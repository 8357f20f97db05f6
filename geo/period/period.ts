import type { Facts } from '../facts'
import { addDays, type Day, dayOf, daysFrom, type Instant, startOfDay } from '../time/calendar'
import { seeTimes, type TimeOfRow } from './times'

/** A time further from the median of the facts is a mistyped year sooner than a fact. */
export const DAYS_BEYOND_MEDIAN = 400

/** A time learned within these hours after it is believed however old everything else is. */
const FRESH_MS = 48 * 3_600_000

/** The days that charts and answers span: from 400 days before the median of the facts to 400 days after it. */
export interface Period {
  readonly from: Day
  readonly to: Day
  /** 00:00 of `from` */
  readonly begin: Instant
  /** 24:00 of `to` */
  readonly end: Instant
}

/**
 * The period of the facts; null where nothing is dated. The median is over the times at which something was or began,
 * plans apart; of an even number the earlier of the middle two. Half of them would have to be mistyped to move it.
 */
export function periodOf(facts: Facts): Period | null {
  let period = periods.get(facts)
  if (period === undefined) periods.set(facts, (period = findPeriod(facts)))
  return period
}

const periods = new WeakMap<Facts, Period | null>()

function findPeriod(facts: Facts): Period | null {
  const times: Instant[] = []
  seeTimes(facts, ({ kind }, { at }) => {
    if (kind !== 'plan') times.push(at)
  })
  if (times.length === 0) return null
  const sorted = Float64Array.from(times).sort()
  const { timezone } = facts.pack
  const day = dayOf(timezone, sorted[(sorted.length - 1) >> 1]!)
  const [from, to] = [addDays(day, -DAYS_BEYOND_MEDIAN), addDays(day, DAYS_BEYOND_MEDIAN)]
  return { from, to, begin: startOfDay(timezone, from), end: startOfDay(timezone, addDays(to, 1)) }
}

/** The days from `first` to `last` that lie in the period; none where nothing is dated. */
export function daysWithin(period: Period | null, first: Day, last: Day): Day[] {
  if (!period) return []
  return daysFrom(first < period.from ? period.from : first, last > period.to ? period.to : last)
}

/** Whether a time lies in the period. */
export function isWithin(period: Period, at: Instant): boolean {
  return at >= period.begin && at < period.end
}

/** Whether it may be so that something was then: it lies in the period, or was learned within 48 hours after it. */
export function isPlausible(period: Period, { at, knownAt }: Pick<TimeOfRow, 'at' | 'knownAt'>): boolean {
  if (isWithin(period, at)) return true
  return knownAt !== null && at <= knownAt && knownAt - at <= FRESH_MS
}
