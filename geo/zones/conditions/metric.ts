import { addDays, dayOf, type Instant, startOfDay } from '../../time/calendar'
import { metricAt } from '../metrics'
import type { Comparison } from '../policy'
import { type Asked, type LeafAnswer, met, unknown, unmet } from './asked'
import { limitOf, satisfies } from './compare'

interface MetricDemand {
  readonly metric: { readonly name: string; readonly consecutiveDays?: number } & Comparison
}

/** A figure within limits, on each of the last k days. A day without a value is unknown. */
export function askMetric(asked: Asked, { metric }: MetricDemand): LeafAnswer {
  const measured = {
    timezone: asked.timezone,
    dayAt: (at: Instant) => dayOf(asked.timezone, at),
    reported: asked.record.stated.has('cases')
      ? (asked.record.events.get('case') ?? []).map((one) => one.at)
      : null,
    people: null,
    stated: asked.record.metrics,
  }
  const days = metric.consecutiveDays ?? 1
  const values = Array.from({ length: days }, (_, back) =>
    metricAt(measured, metric.name, Math.min(endOfDay(asked, back), asked.seen)),
  )
  const now = values[0] ?? null
  const held = values.findIndex((value) => value === null || !satisfies(value, metric))
  const have = days > 1 ? (held < 0 ? days : held) : now
  const figures = { n: limitOf(metric), have, of: days > 1 ? days : limitOf(metric), value: now }
  if (values.some((value) => value !== null && !satisfies(value, metric))) {
    if (held > 0 && values[held] !== null)
      return unmet('days-left', { figures, at: whenHeld(asked, days, held) })
    return unmet('metric', { figures })
  }
  return values.includes(null) ? unknown('not-stated', { figures }) : met(null, { figures })
}

/** The last instant of the day so many days before the one asked, or the instant itself. */
function endOfDay({ timezone, at }: Asked, back: number): Instant {
  if (back === 0) return at
  return startOfDay(timezone, addDays(dayOf(timezone, at), 1 - back)) - 1
}

function whenHeld({ timezone, at }: Asked, days: number, held: number) {
  return { at: startOfDay(timezone, addDays(dayOf(timezone, at), days - held)), isDay: true }
}
