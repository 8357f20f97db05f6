import type { Facts } from '../../facts'
import { isPlausible, isWithin, type Period, periodOf } from '../../period/period'
import { seeTimes } from '../../period/times'
import { type Instant, readAsOf } from '../../time/calendar'

/** Why a stated time is none. */
export type TimeFault = 'implausible-time' | 'time-ahead'

const DAY = 86_400_000
/** Where more than this share of many facts lies outside their period, they span more than a year. */
const REAL_SHARE = 0.05
const MANY = 20
/** A pack that goes on after the as-of without such a gap is looked back at; what comes after one lies ahead of it. */
const GAP_DAYS = 14

/** What is plausible of the times of a pack, asked at an instant. */
export interface Plausible {
  /** 400 days round the median of the facts; null where nothing is dated, or the facts themselves span years */
  readonly period: Period | null
  /** nothing has happened after this */
  readonly now: Instant
  readonly asOf: Instant
}

/** What is plausible at the as-of: the period of the facts, and nothing after now. */
export function plausibleAt(facts: Facts, asOf: Instant): Plausible {
  const span = spanKnown(facts)
  return { period: span.period, now: nowOf(facts, span.times, asOf), asOf }
}

/** The period in which the facts can have been; null where nothing is dated, or they span years. */
export const plausiblePeriod = (facts: Facts): Period | null => spanKnown(facts).period

interface Span {
  readonly period: Period | null
  /** of everything that was or began, ascending */
  readonly times: Float64Array
}

const spans = new WeakMap<Facts, Span>()

function spanKnown(facts: Facts): Span {
  let span = spans.get(facts)
  if (!span) spans.set(facts, (span = spanOf(facts)))
  return span
}

/** The times of the facts, and the period in which they lie; none where too many of them lie outside. */
function spanOf(facts: Facts): Span {
  const all: Instant[] = []
  seeTimes(facts, ({ kind }, { at }) => {
    if (kind !== 'plan') all.push(at)
  })
  const times = Float64Array.from(all).sort()
  const period = periodOf(facts)
  const far = period ? times.reduce((count, at) => count + (isWithin(period, at) ? 0 : 1), 0) : 0
  return { times, period: times.length >= MANY && far > REAL_SHARE * times.length ? null : period }
}

/** Null where the time is plausible. `knownAt` is NaN where nothing says when the row was learned. */
export function faultOfTime(
  { period, now, asOf }: Plausible,
  at: Instant,
  knownAt: Instant,
): TimeFault | null {
  const learned = Number.isNaN(knownAt) ? asOf : knownAt
  if (period && !isPlausible(period, { at, knownAt: learned })) return 'implausible-time'
  const latest = Number.isNaN(knownAt) ? now : Math.max(asOf, Math.min(now, knownAt))
  return at > latest ? 'time-ahead' : null
}

/**
 * The latest that something may have happened of which nothing tells when: when it was learned, at most the as-of. Before
 * all the facts it was not learned: that is mistyped.
 */
export function learnedBy({ asOf, period }: Plausible, knownAt: Instant): Instant {
  const isTold = !Number.isNaN(knownAt) && !(period && knownAt < period.begin)
  return isTold ? Math.min(knownAt, asOf) : asOf
}

/**
 * Now: of a review or an exercise its own as-of; of live data the as-of asked, or as far after it as the facts go on
 * without a gap of two weeks: then the question looks back.
 */
function nowOf({ pack }: Facts, all: Float64Array, asOf: Instant): Instant {
  const own = pack.asOf === null ? null : readAsOf(pack.timezone, pack.asOf)
  if (pack.use !== 'live') return own === null ? Number.POSITIVE_INFINITY : Math.max(own, asOf)
  let now = Math.max(asOf, own ?? Number.NEGATIVE_INFINITY)
  for (const at of all) if (at > now && at - now <= GAP_DAYS * DAY) now = at
  return now
}
