import type { ConditionAnswer } from '../answers'
import type { Facts, ZoneStay } from '../facts'
import type { Shape } from '../geometry/rings/shape'
import type { Instant } from '../time/calendar'
import { conditionsOf } from './condition-answer'
import { settingOf } from './moves/setting'
import { tryTransition } from './moves/trial'
import { World } from './moves/world'
import type { Policy, Transition } from './policy/policy'

/** The ground to be given its first level, and when. */
export interface NewGround {
  /** codes of its member places; empty where it is drawn */
  readonly members: readonly string[]
  readonly drawn: Shape | null
  readonly at: Instant
}

/** The level a policy gives new ground, and what decided it. */
export interface InitialLevel {
  /** null where the policy has no such rules, where none holds, or where it hangs on what is not known */
  readonly level: string | null
  readonly reason: 'rule' | 'unknown' | 'no-rule' | 'none-holds'
  /** conditions of the rule that decided, or that could not be decided */
  readonly conditions: readonly ConditionAnswer[]
}

/**
 * The first rule of `classifyInitial` that holds for the ground at the instant, by what was recorded on it: cases,
 * contacts and facts by place and position, rounds by its members; other zones play no part. A rule that hangs on
 * something unknown ends the search, for a later one must not stand in for it.
 */
export function initialLevel(policy: Policy, facts: Facts, { members, drawn, at }: NewGround): InitialLevel {
  const rules = policy.classifyInitial ?? []
  if (rules.length === 0) return { level: null, reason: 'no-rule', conditions: [] }
  const strictest = policy.levels.reduce((a, b) => (b.rank > a.rank ? b : a)).id
  const stay: ZoneStay = {
    ...{ id: 'new', name: 'new', level: strictest, from: { at, isDay: false }, to: null, policy: null },
    ...{ members, parent: null, arrivedFrom: null, drawn },
    origin: { file: '', row: 0, knownAt: null },
  }
  const setting = settingOf({ ...facts, zones: [stay] }, at, () => policy)
  const world = World.recorded(setting, at)
  const standing = world.standings.get(stay.id)!
  for (const [i, { level }] of rules.entries()) {
    const trial = tryTransition(world, standing, { transition: ruleOf(policy, i), at, told: true })
    if (trial.verdict.state === 'unmet') continue
    const conditions = conditionsOf(facts.pack.timezone, trial)
    return trial.verdict.state === 'met'
      ? { level, reason: 'rule', conditions }
      : { level: null, reason: 'unknown', conditions }
  }
  return { level: null, reason: 'none-holds', conditions: [] }
}

const laidOut = new WeakMap<Policy, Transition[]>()

/** The rule as a transition, so that its conditions are asked and told like all others. */
function ruleOf(policy: Policy, index: number): Transition {
  let rules = laidOut.get(policy)
  if (!rules) {
    rules = policy.classifyInitial!.map(({ level, when }, i) => ({
      id: `classifyInitial.${i}`,
      from: level,
      to: level,
      kind: 'upgrade',
      when,
    }))
    laidOut.set(policy, rules)
  }
  return rules[index]!
}
