import type { Facts, UnreadRow } from '../../facts'
import { isPlausible } from '../../period/period'
import type { Instant, Moment } from '../../time/calendar'
import { resolvedOf } from '../unplaced/references'
import { plausibleAt } from '../unplaced/times'
import { staysInForce } from './stays'

/** What stays of an absurd year leave open. */
export interface MistypedStays {
  /** those that are not in force by their own times, but may be */
  readonly rows: readonly UnreadRow[]
  /** beginnings that nobody can count days from */
  readonly starts: ReadonlySet<Instant>
}

const NONE: MistypedStays = { rows: [], starts: new Set() }
const known = new WeakMap<Facts, Map<Instant, MistypedStays>>()

/**
 * Stays whose beginning is no plausible time: more than 400 days from the median of the facts, and not within 48 hours
 * before it was learned, where the facts do not span years. One that its times put into another century may stand now.
 */
export function mistypedStays(facts: Facts, asOf: Instant): MistypedStays {
  let ofFacts = known.get(facts)
  if (!ofFacts) known.set(facts, (ofFacts = new Map()))
  let found = ofFacts.get(asOf)
  if (!found) ofFacts.set(asOf, (found = find(facts, asOf)))
  return found
}

/** Whether nobody can count days from it. */
export const isMistypedStart = (facts: Facts, asOf: Instant, { at }: Moment): boolean =>
  mistypedStays(facts, asOf).starts.has(at)

function find(facts: Facts, asOf: Instant): MistypedStays {
  if (facts.zones.length === 0) return NONE
  const { period } = plausibleAt(resolvedOf(facts).facts, asOf)
  if (!period) return NONE
  const far = facts.zones.filter(
    ({ from, origin }) => !isPlausible(period, { at: from.at, knownAt: origin.knownAt ?? asOf }),
  )
  if (far.length === 0) return NONE
  const standing = new Set(staysInForce(facts.zones, asOf))
  const rows = far
    .filter((stay) => !standing.has(stay))
    .map(({ id, origin }) => ({
      ...({ list: 'zones', file: origin.file, row: origin.row, why: 'implausible-time' } as const),
      ...({ zone: id, transition: null, knownAt: origin.knownAt, isTaken: true } as const),
    }))
  return { rows, starts: new Set(far.map(({ from }) => from.at)) }
}
