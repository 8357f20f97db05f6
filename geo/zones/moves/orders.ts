import type { ExecutedOrder, Facts, TransitionStep, ZoneStay } from '../../facts'
import { placesAt } from '../../places/changes/places-at'
import type { Instant, Moment } from '../../time/calendar'
import type { PolicyOf } from '../ground/ground'
import type { Transition } from '../policy/policy'
import { hasNews } from '../record/news'
import { type Standing, standingAt } from '../stays/standing'
import { staysBegun } from '../stays/stays'
import { chainOf } from './approval'
import { laterOf } from './days'
import { settingOf } from './setting'
import { effectOf, stepsRead } from './steps-read'
import { suspendingLeaves } from './suspension'
import { targetOf } from './target'
import { transitionsFrom, World } from './world'

export interface Execution {
  readonly zones: readonly ZoneStay[]
  readonly orders: readonly ExecutedOrder[]
}

/**
 * Carries out what was approved: from its hour a zone is at the ordered level, whatever its stay says and whatever has
 * lapsed since; unless what came between approval and hour suspends it. In order of the hours, so that each order finds
 * the zones as those before it left them; none later than `until`. Stays that agree with the orders are handed on as they are.
 */
export function executeOrders(
  facts: Facts,
  policyOf: PolicyOf,
  until: Instant = Number.POSITIVE_INFINITY,
): Execution {
  let current = facts
  const orders: ExecutedOrder[] = []
  for (const { step, at } of hoursOf(stepsRead(facts).steps)) {
    if (at > until) break
    const found = orderAt(current, { step, at, policyOf })
    if (!found) continue
    current = { ...facts, zones: carriedOut(current.zones, found) }
    const { stay, step: _, ...order } = found
    const { level, origin } = stay
    orders.push({
      ...order,
      zone: step.zone,
      recorded: { level, file: origin.file, row: origin.row },
      orderedBy: { file: step.origin.file, row: step.origin.row },
    })
  }
  return { zones: current.zones, orders }
}

interface Hour {
  readonly step: TransitionStep
  /** the first instant at which the effect of the step is seen */
  readonly at: Instant
}

/** Steps that may complete an approval, by the hour from which they would hold: never before they were given. */
function hoursOf(steps: readonly TransitionStep[]): Hour[] {
  return steps
    .filter(({ decision }) => decision === 'given')
    .map((step) => ({ step, at: firstSeen(effectOf(step)) }))
    .sort((a, b) => a.at - b.at || (a.step.zone < b.step.zone ? -1 : 1))
}

/** A day is seen after its 00:00 only. */
const firstSeen = ({ at, isDay }: Moment): Instant => (isDay ? at + 1 : at)

interface Found {
  readonly step: TransitionStep
  readonly stay: ZoneStay
  readonly transition: string
  readonly from: Moment
  readonly level: string
  readonly into: string | null
}

/** The order of that hour, where the record does not follow it and nothing suspends it. */
function orderAt(
  register: Facts,
  { step, at, policyOf }: Hour & { readonly policyOf: PolicyOf },
): Found | null {
  const facts = placesAt(register, at)
  const standing = standingOf(facts, { step, at, policyOf })
  const stay = staysBegun(facts.zones, at).get(step.zone)?.at(-1)
  if (!standing || !stay) return null
  const approved = approvedIn(facts, standing, { step, at })
  if (!approved) return null
  const setting = settingOf(facts, at, policyOf)
  if (!setting.live.has(step.zone)) return null
  const world = World.recorded(setting, at)
  if (suspendingLeaves(world, standing, { ...approved, seen: at }).length > 0) return null
  const { to, into } = targetOf(world, standing, approved.transition)
  return { step, stay, transition: step.transition, from: approved.from, level: to, into }
}

/** The standing from which the step would move the zone; null where its record has it elsewhere already. */
function standingOf(
  facts: Facts,
  { step, at, policyOf }: Hour & { readonly policyOf: PolicyOf },
): Standing | null {
  const standing = standingAt(step.zone, at, { stays: staysBegun(facts.zones, at), policyOf })
  return standing && transitionOf(standing, step) ? standing : null
}

/** The approval as the step completes it at that hour; null where it does not. */
function approvedIn(
  facts: Facts,
  standing: Standing,
  { step, at }: Hour,
): { readonly transition: Transition; readonly approvedAt: Moment; readonly from: Moment } | null {
  const transition = transitionOf(standing, step)!
  const { answer, floor } = chainOf({ facts, asOf: at, timezone: facts.pack.timezone }, standing, transition)
  if (answer?.next !== null || !floor) return null
  const from = laterOf(floor, step.at)
  return firstSeen(from) === at ? { transition, approvedAt: step.at, from } : null
}

/**
 * Whether what came between approval and hour suspends the step's order, by the stays as they were without it. Where
 * nothing of that time lies near the zone nothing more is asked. A decision that no chain stands behind is one all the same.
 */
export function isSuspended(register: Facts, step: TransitionStep, policyOf: PolicyOf): boolean {
  const at = firstSeen(effectOf(step))
  const facts = placesAt(register, at)
  const standing = standingOf(facts, { step, at, policyOf })
  const stay = staysBegun(facts.zones, at).get(step.zone)?.at(-1)
  if (!standing || !stay || !hasNews(facts, stay, { after: step.at.at, until: at })) return false
  const approved = approvedIn(facts, standing, { step, at }) ?? {
    transition: transitionOf(standing, step)!,
    approvedAt: step.at,
  }
  const setting = settingOf(facts, at, policyOf)
  if (!setting.live.has(step.zone)) return false
  return suspendingLeaves(World.recorded(setting, at), standing, { ...approved, seen: at }).length > 0
}

/** Of the changes open to the zone as it stands, by where it came from too: what is not open to it nobody can order. */
function transitionOf(standing: Standing, step: TransitionStep): Transition | null {
  return transitionsFrom(standing).find(({ id }) => id === step.transition) ?? null
}

/** The stays with the ordered one from its hour on; stays of the same level that follow on it say no more than it did. */
function carriedOut(zones: readonly ZoneStay[], { step, stay, from, level, into }: Found): ZoneStay[] {
  const following = followingOn(zones, stay)
  return zones.flatMap((one): ZoneStay[] => {
    const isFirst = one.id === stay.id && one.from.at === stay.from.at
    if (!isFirst && !following.has(one)) return [one]
    const before = isFirst && one.from.at < from.at ? [changed(one, { to: from })] : []
    if (into !== null) return before
    const ordered = {
      level,
      arrivedFrom: isFirst ? stay.level : one.arrivedFrom,
      heirOf: [],
      origin: step.origin,
    }
    return [...before, changed(one, isFirst ? { ...ordered, from } : ordered)]
  })
}

const known = new WeakMap<ZoneStay, Map<string, ZoneStay>>()

/** The stay with that in it; the same change gives the same stay, so that the ground laid out for it holds on. */
function changed(stay: ZoneStay, change: Partial<ZoneStay>): ZoneStay {
  let ofStay = known.get(stay)
  if (!ofStay) known.set(stay, (ofStay = new Map()))
  const key = JSON.stringify(change)
  let made = ofStay.get(key)
  if (!made) ofStay.set(key, (made = { ...stay, ...change }))
  return made
}

/** Later stays without a gap and at the same level, up to the first that says it came anew to its level. */
function followingOn(zones: readonly ZoneStay[], stay: ZoneStay): Set<ZoneStay> {
  const found = new Set<ZoneStay>()
  let last = zones.find((one) => one.id === stay.id && one.from.at === stay.from.at)
  while (last?.to) {
    const end = last.to.at
    const next = zones.find((one) => one.id === stay.id && one.from.at === end && one.level === stay.level)
    if (!next || next.arrivedFrom === next.level || found.has(next)) break
    found.add(next)
    last = next
  }
  return found
}
