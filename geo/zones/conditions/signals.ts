import { rowRefOf } from '../../columns'
import { printMoment } from '../moves/days'
import { type Asked, type LeafAnswer, met, type SignalsSeen, unknown } from './asked'

/** Why a leaf is unknown that waits for what becomes of a signal. */
export const SIGNAL_OPEN_REASON = 'signal-open'

export const NO_SIGNALS: SignalsSeen = { open: [], lastDecided: null }

/** Unknown while a signal of the ground is open: it may be a case. Met since the last one was decided. */
export function askSignals({ timezone, seen, signals }: Asked): LeafAnswer {
  const { open, lastDecided } = signals(seen)
  const without = met(lastDecided)
  if (open.length === 0) return without
  const evidence = open.map(({ at, kind, origin }) => ({
    ...rowRefOf(origin),
    at: printMoment(timezone, at),
    value: kind,
  }))
  const figures = {
    have: open.length,
    people: peopleWaiting(open),
    signals: open.map(({ id }) => id).join(' '),
  }
  return unknown(SIGNAL_OPEN_REASON, { figures, evidence, without })
}

/** Those who wait; null where it is not said of every one. */
export function peopleWaiting(open: readonly { readonly people: number | null }[]): number | null {
  return open.reduce<number | null>(
    (sum, { people }) => (sum === null || people === null ? null : sum + people),
    0,
  )
}
