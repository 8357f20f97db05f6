import { addDays, type Day, dayOf, type Instant, type Moment, startOfDay } from '../../time/calendar'
import type { MetricDemand } from '../policy/policy'
import {
  clusterSizeOn,
  hasOwnFigure,
  type Measured,
  type MeasuredCase,
  MOVING_WITH_DAYS,
  metricAt,
  metricRange,
} from '../record/metrics'
import type { ZoneRecord } from '../record/record'
import { type Asked, type LeafAnswer, met, type Truth, unknown, unmet } from './asked'
import { limitOf, satisfiesRange } from './compare'

/**
 * A figure within limits, on each of the last k days. A day without a figure of its own is unknown; while today's is still
 * to come the days end with yesterday. With nothing new, counts over a window of days move as it does, what was stated
 * speaks for its day.
 */
export function askMetric(asked: Asked, { metric }: { readonly metric: MetricDemand }): LeafAnswer {
  const measured = measuredOf(asked)
  const days = metric.consecutiveDays ?? 1
  const first = days > 1 && !hasOwnFigure(measured, metric, asked.at) ? 1 : 0
  const truthAt = (at: Instant): Truth => {
    const range = metricRange(measured, metric, at)
    return range === null ? 'unknown' : satisfiesRange(range, metric)
  }
  const holdsAt = (at: Instant): boolean => truthAt(at) === 'met'
  const instants = Array.from({ length: days }, (_, back) => endOfDay(asked, back + first))
  const truths = instants.map(truthAt)
  const now = metricAt(measured, metric, instants[0]!)
  const held = truths.findIndex((truth) => truth !== 'met')
  const have = days > 1 ? (held < 0 ? days : held) : now
  const figures = { n: limitOf(metric), have, of: days > 1 ? days : limitOf(metric), value: now }
  const moves = MOVING_WITH_DAYS.has(metric.name)
  const since = (holds: (at: Instant) => boolean): Moment | null =>
    asked.told ? sinceWhen(asked, { days, name: metric.name, holdsAt: holds }) : null
  if (truths.includes('unmet')) {
    if (held > 0 && truths[held] === 'unmet')
      return unmet('days-left', { figures, at: whenHeld(asked, days, held + first) })
    const turn = moves && now !== null ? nextDayWhen(asked, holdsAt) : null
    const at = turn === null ? null : beginningOf(asked, addDays(turn, days - 1))
    const isUnmet = (one: Instant): boolean => truthAt(one) === 'unmet'
    return unmet('metric', { figures, at, since: days > 1 ? null : since(isUnmet) })
  }
  if (truths.includes('unknown')) return unknown('not-stated', { figures })
  const lapse = nextDayWhen(asked, (at) => !holdsAt(at))
  const until = lapse === null ? null : beginningOf(asked, lapse)
  return met(since(holdsAt), { figures, until })
}

function measuredOf({ timezone, policy, record }: Asked): Measured {
  return {
    timezone,
    dayAt: (at) => dayOf(timezone, at),
    cases: record.stated.has('cases') ? knownCases(record) : null,
    people: null,
    clusterSize: (day) => clusterSizeOn(policy, day),
    stated: record.metrics,
    partsOf: record.partsOf,
  }
}

const beginningOf = ({ timezone }: Asked, day: Day): Moment => ({
  at: startOfDay(timezone, day),
  isDay: true,
})

/** Windows of metrics are no longer than this, so that with nothing new nothing turns later. */
const DAYS_AHEAD = 15

/** The next day at whose beginning it is so, if nothing new happens. */
function nextDayWhen({ timezone, at }: Asked, isSo: (at: Instant) => boolean): Day | null {
  const today = dayOf(timezone, at)
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
    const day = addDays(today, ahead)
    if (isSo(startOfDay(timezone, day))) return day
  }
  return null
}

const known = new WeakMap<ZoneRecord, readonly MeasuredCase[]>()

/** Cases of a record as metrics ask them; `timed` says at which instant what has only a day stands. */
export function casesOf(
  { events }: Pick<ZoneRecord, 'events'>,
  timed: (at: Instant, isDay: boolean) => Instant = (at) => at,
): MeasuredCase[] {
  const left = new Map((events.get('case.left') ?? []).map((one) => [one.value, timed(one.at, one.isDay)]))
  return (events.get('case') ?? []).map(({ at, isDay, value, links }) => ({
    at: timed(at, isDay),
    left: (value === null ? undefined : left.get(value)) ?? null,
    links: links ?? null,
  }))
}

function knownCases(record: ZoneRecord): readonly MeasuredCase[] {
  let cases = known.get(record)
  if (!cases) known.set(record, (cases = casesOf(record)))
  return cases
}

/** Further back than this nobody asks since when a figure holds. */
const DAYS_BACK = 400

/**
 * Since when it holds: for days in a row the day that made them full; else the statement, case or beginning of a day
 * before which the figure was another one. Null where it has held ever since it was first known.
 */
function sinceWhen(
  asked: Asked,
  { days, name, holdsAt }: { days: number; name: string; holdsAt: (at: Instant) => boolean },
): Moment | null {
  const { timezone, at, record } = asked
  const today = dayOf(timezone, at)
  const starts = Array.from({ length: DAYS_BACK }, (_, back) => ({
    at: startOfDay(timezone, addDays(today, -back)),
    isDay: true,
  }))
  if (days > 1) {
    const broken = starts.findIndex((start) => !holdsAt(start.at - 1))
    if (broken < 0) return null
    const full = { at: startOfDay(timezone, addDays(today, days - 1 - broken)), isDay: true }
    const own = record.metrics.get(name)?.find((one) => dayOf(timezone, one.at) === dayOf(timezone, full.at))
    return own ? { at: own.at, isDay: own.isDay } : full
  }
  const stated = record.metrics.get(name) ?? []
  const cases = [...(record.events.get('case') ?? []), ...(record.events.get('case.left') ?? [])]
  const turns = [...starts, ...cases, ...stated]
    .filter((turn) => turn.at <= asked.seen)
    .sort((a, b) => b.at - a.at)
  const turn = turns.find((one) => !holdsAt(one.at - 1))
  return turn ? { at: turn.at, isDay: turn.isDay } : null
}

/** The last instant of the day so many days before the one asked, or the instant itself. */
function endOfDay({ timezone, at }: Asked, back: number): Instant {
  if (back === 0) return at
  return startOfDay(timezone, addDays(dayOf(timezone, at), 1 - back)) - 1
}

function whenHeld({ timezone, at }: Asked, days: number, held: number) {
  return { at: startOfDay(timezone, addDays(dayOf(timezone, at), days - held)), isDay: true }
}
