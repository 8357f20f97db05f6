import type { ZoneAnswer } from '../answers'
import type { Facts, ZoneStay } from '../facts'
import { type Instant, type Moment, readMoment } from '../time/calendar'
import { assess } from '../zones/assess'
import { type PolicyOf, rankOf } from '../zones/ground/ground'
import { executeOrders } from '../zones/moves/orders'
import { policiesOf } from '../zones/policy/policies-of'
import { SUPPOSED } from './hypothesis'

interface Span {
  readonly from: Instant
  readonly until: Instant
  readonly policy: string | null
}

interface MadeMove {
  readonly zone: string
  readonly level: string
  readonly at: Moment
  readonly into: string | null
}

/**
 * The facts with the moves that need nobody's decision any more made in the span: raises by an event, and orders whose
 * hour has come and that nothing suspends. Lowerings that only came due are not made.
 */
export function withMovesMade(laid: Facts, { from, until, policy }: Span): Facts {
  const policyOf = policiesOf(laid, policy)
  const facts = { ...laid, zones: executeOrders(laid, policyOf, until).zones }
  const moves = assess(facts, { asOf: until, policy }).zones.flatMap((zone) =>
    movesOf(zone, { facts, from, until, policyOf }),
  )
  if (moves.length === 0) return facts
  return { ...facts, zones: moves.reduce<readonly ZoneStay[]>(moved, facts.zones) }
}

function movesOf(
  zone: ZoneAnswer,
  { facts, from, until, policyOf }: { facts: Facts; from: Instant; until: Instant; policyOf: PolicyOf },
): MadeMove[] {
  const stay = facts.zones.findLast(({ id }) => id === zone.id)
  const rules = stay ? policyOf(stay) : null
  const given = zone.transitions.some(({ approval }) => approval?.next === null && approval.takesEffectAt)
  const moves: MadeMove[] = []
  let rank = rankOf(rules, zone.level)
  for (const { level, from: when, into, recorded } of zone.forecast) {
    const at = recorded ? null : readMoment(facts.pack.timezone, when)
    if (!at || at.at > until) continue
    const next = rankOf(rules, level)
    if (next <= rank && !(given && moves.length === 0 && at.at >= from)) break
    if (next > rank && at.at < from) break
    moves.push({ zone: zone.id, level, at, into })
    rank = next
  }
  return moves
}

function moved(stays: readonly ZoneStay[], { zone, level, at, into }: MadeMove): readonly ZoneStay[] {
  const last = stays.findLastIndex(({ id, to }) => id === zone && to === null)
  const stay = stays[last]
  if (!stay) return stays
  const ended = stays.with(last, { ...stay, to: at })
  if (into !== null) return ended
  const origin = { file: SUPPOSED, row: 0, knownAt: null }
  return [...ended, { ...stay, level, from: at, to: null, arrivedFrom: stay.level, heirOf: [], origin }]
}
