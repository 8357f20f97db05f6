import type { UnplacedWhy } from '../../answers'
import type { Origin, Round, StatedFact } from '../../facts'
import type { Instant, Moment } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { faultOfTime, learnedBy, type Plausible, type TimeFault } from './times'
import type { OpenTime } from './unplaced-event'

/** What the times of a row say: it lies ahead of the as-of and is no matter yet, or what is open of it. */
export interface RowTime {
  readonly ahead: boolean
  readonly open: OpenTime | null
}

const knownAtOf = ({ knownAt }: Origin): Instant => knownAt ?? Number.NaN

/** Of a stated fact: when it was said. */
export function timeOfFact({ at, origin }: StatedFact, plausible: Plausible): RowTime {
  return timeOfOne(at, knownAtOf(origin), plausible)
}

/** Of a report: when it was filed; one that does not say so is filed with its day. */
export function timeOfReport(filedAt: Moment | null, origin: Origin, plausible: Plausible): RowTime {
  if (filedAt === null) return { ahead: false, open: null }
  return timeOfOne(filedAt, knownAtOf(origin), plausible)
}

/**
 * Of a round: when it ran. An end that lies ahead is a plan, unless the round says that it found somebody. One that does
 * not tell when it began was no later than its end.
 */
export function timeOfRound(round: Round, plausible: Plausible): RowTime {
  const knownAt = knownAtOf(round.origin)
  const by = learnedBy(plausible, knownAt)
  const [begin, end] = [round.startedAt, round.finishedAt]
  if (Number.isNaN(begin.at)) return { ahead: false, open: openWhole('no-time', Math.min(by, endOf(end))) }
  const fault = (moment: Moment | null): TimeFault | null =>
    moment ? faultOfTime(plausible, moment.at, knownAt) : null
  const found = round.result === 'positive' || (round.positivePeople ?? 0) > 0
  const wrong = fault(begin) ?? (found || fault(end) !== 'time-ahead' ? fault(end) : null)
  if (wrong === 'time-ahead' && !found) return { ahead: true, open: null }
  if (wrong) return { ahead: false, open: openWhole(wrong, by) }
  return { ahead: !isSeenMoment(begin, plausible.asOf), open: null }
}

const DAY = 86_400_000

/** The last instant of an end, be it a day; where none is told there is none. */
const endOf = (end: Moment | null): Instant =>
  end ? end.at + (end.isDay ? DAY : 0) : Number.POSITIVE_INFINITY

function timeOfOne(moment: Moment, knownAt: Instant, plausible: Plausible): RowTime {
  const by = learnedBy(plausible, knownAt)
  if (Number.isNaN(moment.at)) return { ahead: false, open: openWhole('no-time', by) }
  const fault = faultOfTime(plausible, moment.at, knownAt)
  if (fault) return { ahead: false, open: openWhole(fault, by) }
  return { ahead: !isSeenMoment(moment, plausible.asOf), open: null }
}

const openWhole = (why: UnplacedWhy, by: Instant): OpenTime => ({ why, events: new Set(), by })
