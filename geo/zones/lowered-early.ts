import type { LoweredEarly } from '../answers'
import type { Facts, ZoneStay } from '../facts'
import { formatMoment, type Instant } from '../time/calendar'
import { chainOf } from './approval'
import { combine, decides } from './conditions/combine'
import { isLowering } from './conditions/plan'
import { printMoment } from './days'
import { type PolicyOf, rankOf } from './ground'
import type { Transition } from './policy'
import { type Setting, settingOf } from './setting'
import { type Standing, standingAt } from './standing'
import { staysBegun } from './stays'
import { suspendingLeaves } from './suspension'
import { type Trial, tryTransition } from './trial'
import { transitionsFrom, World } from './world'

/**
 * Recorded lowerings, by zone and time, that the rule of then did not allow: at their hour something it asks for was
 * not met, by what is known of that hour now, and no order that was sound when it was approved covers it. A zone that
 * went to a level to which its rule knows no way was lowered early if none of its ways down was open. What was only unknown is not reported. The same facts are worked out once for each hour.
 */
export function loweredEarly(setting: Setting): LoweredEarly[] {
  const { facts, policyOf, timezone } = setting
  return loweringsOf(setting).flatMap(({ before, after }): LoweredEarly[] => {
    const unmet = unmetAt(facts, { before, after, policyOf })
    return unmet ? [{ zone: after.id, at: formatMoment(timezone, after.from), ...unmet }] : []
  })
}

/** Stays that follow on a stricter one of their zone. */
function loweringsOf({ policyOf, stays }: Setting): Pick<Lowering, 'before' | 'after'>[] {
  return [...stays.values()].flatMap((own) =>
    own.slice(1).flatMap((after, i) => {
      const before = own[i]!
      const follows = before.to !== null && before.to.at >= after.from.at
      const isLower = rankOf(policyOf(after), after.level) < rankOf(policyOf(before), before.level)
      return follows && isLower ? { before, after } : []
    }),
  )
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
  const ways = transitionsFrom(standing).filter(isLowering)
  if (ways.some(({ on }) => on !== undefined)) return null
  const straight = ways.filter(({ to }) => to === after.level)
  const tried = (straight.length > 0 ? straight : ways).map((transition) => ({
    transition,
    trial: tryAt(facts, { setting, standing, transition, at }),
  }))
  const [first] = tried
  if (!first || tried.some(({ trial }) => trial.verdict.state !== 'unmet')) return null
  if (tried.some(({ transition }) => isCovered(setting, standing, { transition, at }))) return null
  const { transition, trial } = first
  return {
    transition: transition.id,
    to: after.level,
    eligibleAt: printMoment(setting.timezone, trial.verdict.at),
    unmet: trial.plan.leaves
      .filter((leaf, i) => decides(leaf) && trial.answers[i]!.state === 'unmet')
      .map(({ id }) => id),
  }
}

interface Trying {
  readonly setting: Setting
  readonly standing: Standing
  readonly transition: Transition
  readonly at: Instant
}

/** Asked as the zone stood a moment before, by everything seen at the hour; other zones as they stand from the hour on. */
function tryAt(facts: Facts, { setting, standing, transition, at }: Trying): Trial {
  const world = World.recorded({ ...setting, asOf: at, facts, stays: staysBegun(facts.zones, at) }, at - 1)
  for (const id of world.standings.keys()) if (id !== standing.id) world.followRecord(id, at)
  return tryTransition(world, standing, { transition, at, told: true })
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
