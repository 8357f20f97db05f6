import { type Facts, type Instant, readAsOf } from '#geo'
import { spanOf } from './span'

const HOUR = 3_600_000

/** At which instant facts are first looked at, and why it is not now. */
export interface Opening {
  readonly at: Instant
  readonly code: 'opened-at-as-of' | 'opened-at-newest-fact' | null
}

/**
 * Now if the newest plausible occurrence is younger than 48 h and not after now, else the pack's own as-of, else that
 * occurrence. A mistyped year and a plan ahead decide nothing.
 */
export function openingOf(facts: Facts, now: Instant): Opening {
  const { asOf, timezone } = facts.pack
  const newest = spanOf(facts, now)?.occurred ?? null
  if (newest === null || (!newest.isAhead && now - newest.newest < 48 * HOUR)) return { at: now, code: null }
  const own = asOf === null ? null : readAsOf(timezone, asOf)
  return own === null
    ? { at: newest.newest, code: 'opened-at-newest-fact' }
    : { at: own, code: 'opened-at-as-of' }
}
