import type { LoweredEarly } from '../../answers'
import type { Facts, ZoneStay } from '../../facts'
import { formatMoment, type Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { combine, decides } from '../conditions/combine'
import { isLowering } from '../conditions/plan'
import { type PolicyOf, rankOf } from '../ground/ground'
import type { Transition } from '../policy/policy'
import { movedTo, type Standing, standingAt } from '../stays/standing'
import { staysBegun } from '../stays/stays'
import { chainOf } from './approval'
import { printMoment } from './days'
import { type Setting, settingOf } from './setting'
import { suspendingLeaves } from './suspension'
import { targetOf } from './target'
import { type Trial, tryTransition } from './trial'
import { transitionsFrom, World } from './world'

/**
 * Recorded lowerings, by zone and time, that the rule of then did not allow: at their hour something it asks for was
 * not met, by what is known of that hour now, and no order that was sound when it was approved covers it. A zone that ends
 * is lowered too; one that goes past levels must have been let go from each of them at that hour. What was only unknown
 * is not reported. The same facts are worked out once for each hour.
 */
export function loweredEarly(setting: Setting): LoweredEarly[] {
  const { facts, policyOf, timezone } = setting
  return loweringsOf(setting).flatMap(({ before, after }): LoweredEarly[] => {
    const unmet = unmetAt(facts, { before, after, policyOf })
    return unmet ? [{ zone: after.id, at: formatMoment(timezone, after.from), ...unmet }] : []
  })
}

/** Stays that follow on a stricter one of their zone, and the ends after which none does and no other zone goes on. */
function loweringsOf({ facts, asOf, policyOf, stays }: Setting): Pick<Lowering, 'before' | 'after'>[] {
  return [...stays.values()].flatMap((own) =>
    own.flatMap((before, i) => {
      const { to } = before
      if (to === null) return []
      const rank = rankOf(policyOf(before), before.level)
      const next = own[i + 1]
      if (next && to.at >= next.from.at)
        return rankOf(policyOf(next), next.level) < rank ? { before, after: next } : []
      const lowest = policyOf(before)?.levels.find((one) => one.rank === 0)
      if (!lowest || rank === 0 || !isSeenMoment(to, asOf) || goesOn(facts, before, policyOf)) return []
      return { before, after: { ...before, level: lowest.id, from: to, to: null } }
    }),
  )
}

/**
 * Whether its ground may go on as another zone: one that begins when it ends and is its heir, or may have some of its
 * ground; or one that is no weaker and has some of it already.
 */
function goesOn({ zones }: Facts, before: ZoneStay, policyOf: PolicyOf): boolean {
  const { id, members } = before
  const end = before.to!.at
  const rank = rankOf(policyOf(before), before.level)
  return zones.some((one) => {
    if (one.id === id) return false
    const shares = one.members.some((member) => members.includes(member))
    if (one.from.at === end)
      return one.heirOf?.includes(id) || shares || one.members.length === 0 || members.length === 0
    const isThere = one.from.at < end && (one.to === null || one.to.at > end)
    return isThere && shares && rankOf(policyOf(one), one.level) >= rank
  })
}

interface Lowering {
  readonly before: ZoneStay
  readonly after: ZoneStay
  readonly policyOf: PolicyOf
}

type Unmet = Pick<LoweredEarly, 'transition' | 'to' | 'eligibleAt' | 'unmet'>

const known = new WeakMap<Facts, Map<string, Unmet | null>>()

function unmetAt(facts: Facts, lowering: Lowering): Unmet | null {
  const { after, policyOf } = lowering
  const key = `${after.id} ${after.from.at} ${policyOf(lowering.before)?.id}`
  let ofFacts = known.get(facts)
  if (!ofFacts) known.set(facts, (ofFacts = new Map()))
  let found = ofFacts.get(key)
  if (found === undefined) ofFacts.set(key, (found = findUnmet(facts, lowering)))
  return found
}

function findUnmet(facts: Facts, { after, policyOf }: Lowering): Unmet | null {
  const at = after.from.isDay ? after.from.at + 1 : after.from.at
  const setting = settingOf(facts, after.from.at - 1, policyOf)
  const standing = standingAt(after.id, after.from.at - 1, setting)
  if (!standing || !setting.live.has(after.id)) return null
  const covers = (transition: Transition): boolean => isCovered(setting, standing, { transition, at })
  const refused = refusedWay(worldAt(facts, setting, { id: after.id, at }), standing, {
    ...{ to: after.level, at, covers },
  })
  if (!refused) return null
  const { transition, trial } = refused
  return {
    transition: transition.id,
    to: after.level,
    eligibleAt: printMoment(setting.timezone, trial.verdict.at),
    unmet: trial.plan.leaves
      .filter((leaf, i) => decides(leaf) && trial.answers[i]!.state === 'unmet')
      .map(({ id }) => id),
  }
}

interface Going {
  readonly to: string
  readonly at: Instant
  /** whether an order for that hour covers it */
  readonly covers: (transition: Transition) => boolean
}

/**
 * The first way down that was not open at that hour; null where one was that leads there, by itself or over levels left at
 * once, or where that is not known.
 */
function refusedWay(
  world: World,
  standing: Standing,
  going: Going,
): { readonly transition: Transition; readonly trial: Trial } | null {
  const { to, at, covers } = going
  const ways = transitionsFrom(standing).filter(isLowering)
  if (ways.length === 0 || ways.some(({ on }) => on !== undefined)) return null
  const leads = (way: Transition): boolean => way.to === to || targetOf(world, standing, way).into !== null
  const straight = ways.filter(leads)
  const tried = (straight.length > 0 ? straight : ways).map((transition) => {
    const trial = tryTransition(world, standing, { transition, at, told: true })
    const isOpen = trial.verdict.state === 'met' || covers(transition)
    if (!isOpen && trial.verdict.state === 'unmet') return { transition, trial }
    if (!isOpen || leads(transition)) return null
    const from = { at, isDay: false }
    const next = movedTo(standing, {
      level: transition.to,
      from,
      redesignate: transition.redesignate ?? false,
    })
    return refusedWay(world, next, { ...going, covers: () => false })
  })
  return tried.some((one) => one === null) ? null : tried[0]!
}

/** The zone as it stood a moment before, by everything seen at the hour; other zones as they stand from the hour on. */
function worldAt(facts: Facts, setting: Setting, { id, at }: { id: string; at: Instant }): World {
  const world = World.recorded({ ...setting, asOf: at, facts, stays: staysBegun(facts.zones, at) }, at - 1)
  for (const other of world.standings.keys()) if (other !== id) world.followRecord(other, at)
  return world
}

/** Approved for an hour by then, on conditions that held when it was approved and that nothing has broken since. */
function isCovered(
  setting: Setting,
  standing: Standing,
  { transition, at }: { transition: Transition; at: Instant },
): boolean {
  const { approvedAt } = chainOf({ ...setting, asOf: at }, standing, transition)
  if (!approvedAt) return false
  const world = World.recorded(setting, at - 1)
  if (suspendingLeaves(world, standing, { transition, approvedAt, seen: at }).length > 0) return false
  const { plan, answers } = tryTransition(world, standing, { transition, at: approvedAt.at, told: true })
  return combine(plan, answers)?.state === 'met'
}
