import { afterDays, daysPassed, printMoment } from '../days'
import type { Clock } from '../policy'
import { type Asked, type LeafAnswer, met, unknown, unmet } from './asked'
import { readClock } from './clocks'

interface Days {
  readonly days: { readonly since: Clock; readonly gte: number }
  readonly ifMissing?: boolean
}

/** n days since a clock. Without the event: what `ifMissing` says, if its list is stated; else unmet. */
export function askDays(asked: Asked, { days, ifMissing }: Days): LeafAnswer {
  const clock = readClock(asked, days.since)
  const of = days.gte
  const bare = { n: of, have: null, of, left: null, date: null }
  if (clock.kind === 'unknown') return unknown('list-unknown', { figures: bare })
  if (!clock.moment) {
    if (ifMissing) return met(null, { reason: 'no-event', figures: bare })
    return unmet('no-event', { figures: bare })
  }
  const at = afterDays(asked, clock.moment, of)
  const notBefore = clock.onlyLater ? at.at : Number.NEGATIVE_INFINITY
  if (!asked.told)
    return at.at <= asked.at ? met(at) : unmet('days-left', { at, notBefore, since: clock.moment })
  const have = Math.min(of, daysPassed(asked, clock.moment, asked.at))
  const figures = {
    n: of,
    have,
    of,
    left: of - have,
    date: printMoment(asked.timezone, at),
    since: printMoment(asked.timezone, clock.moment),
  }
  if (at.at <= asked.at) return met(at, { evidence: clock.evidence, figures })
  return unmet('days-left', { at, evidence: clock.evidence, figures, notBefore, since: clock.moment })
}
