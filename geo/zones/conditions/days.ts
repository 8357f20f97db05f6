import type { Moment } from '../../time/calendar'
import { afterDays, daysPassed, laterOf, printMoment } from '../moves/days'
import type { Clock } from '../policy/policy'
import { type Asked, type LeafAnswer, met, unknown, unmet } from './asked'
import { readClock } from './clocks'

interface Days {
  readonly days: { readonly since: Clock; readonly gte: number }
  readonly ifMissing?: boolean
}

/**
 * n days since a clock. Without the event: what `ifMissing` says, if its list is stated; else unmet. Where the clock may
 * have started later than what is known, the days count from the latest it can be; where nothing tells that, unknown, save while even the earliest it can
 * be is not long enough ago: then that is the earliest, unless somebody has yet to say which it is.
 */
export function askDays(asked: Asked, { days, ifMissing }: Days): LeafAnswer {
  const clock = readClock(asked, days.since)
  const of = days.gte
  const bare = { n: of, have: null, of, left: null, date: null }
  if (clock.kind === 'unknown') {
    const at = clock.notBefore && !ifMissing ? afterDays(asked, clock.notBefore, of) : null
    const more = {
      figures: clock.flag === undefined ? bare : { ...bare, flag: clock.flag },
      evidence: clock.evidence,
      at: clock.reason === 'not-stated' ? null : at,
    }
    if (at && at.at > asked.at) return unmet('days-left', more)
    return unknown(clock.reason ?? 'list-unknown', more)
  }
  const latest = clock.untold?.by ? afterDays(asked, clock.untold.by, of) : null
  const isOpen = clock.untold?.by === null
  const lacking = clock.untold?.lacking ?? 0
  const untold = {
    figures: lacking > 0 ? { ...bare, missing: lacking } : bare,
    evidence: clock.untold?.evidence ?? [],
  }
  if (lacking > 0) return unmet('each-lacking', untold)
  if (!clock.moment) {
    if (isOpen) return stillOpen(clock.untold?.pending === true, untold)
    if (latest) return byTheLatest(asked, latest, untold)
    if (ifMissing) return met(null, { reason: 'no-event', figures: bare })
    return unmet('no-event', { figures: bare })
  }
  const known = afterDays(asked, clock.moment, of)
  if (isOpen && of > 0 && known.at <= asked.at) return stillOpen(clock.untold?.pending === true, untold)
  const at = latest ? laterOf(latest, known) : known
  const notBefore = clock.onlyLater ? at.at : Number.NEGATIVE_INFINITY
  if (!asked.told)
    return at.at <= asked.at ? met(at) : unmet('days-left', { at, notBefore, since: clock.moment })
  const from = at === known ? clock.moment : clock.untold!.by!
  const have = Math.min(of, daysPassed(asked, from, asked.at))
  const figures = {
    n: of,
    have,
    of,
    left: of - have,
    date: printMoment(asked.timezone, at),
    since: printMoment(asked.timezone, from),
  }
  if (at.at <= asked.at) return met(at, { evidence: clock.evidence, figures })
  return unmet('days-left', { at, evidence: clock.evidence, figures, notBefore, since: clock.moment })
}

/** What has not happened to somebody is unmet, what nobody told is unknown. */
function stillOpen(pending: boolean, untold: Pick<LeafAnswer, 'figures' | 'evidence'>): LeafAnswer {
  return pending ? unmet('no-event', untold) : unknown('not-stated', untold)
}

/** Nothing tells when it was, only when it was over. */
function byTheLatest(
  asked: Asked,
  at: Moment,
  { figures, evidence }: Pick<LeafAnswer, 'figures' | 'evidence'>,
): LeafAnswer {
  const dated = { evidence, figures: { ...figures, date: printMoment(asked.timezone, at) } }
  return at.at <= asked.at ? met(at, dated) : unmet('days-left', { ...dated, at })
}
