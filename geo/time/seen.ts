import type { Instant, Moment } from './calendar'

/**
 * Whether something of that time is seen at `asOf`: at or before it. What only has a day is not yet seen at the 00:00
 * with which its day begins, for there the day before ends: the picture of 31 August holds no case of 1 September.
 */
export function isSeen(at: Instant, isDay: boolean, asOf: Instant): boolean {
  return isDay ? at < asOf : at <= asOf
}

/** The same of a moment; a time that is not given is not seen. */
export function isSeenMoment(moment: Moment | null, asOf: Instant): boolean {
  return moment !== null && isSeen(moment.at, moment.isDay, asOf)
}
