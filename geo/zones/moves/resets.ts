import type { TransitionAnswer } from '../../answers'
import type { Asked, LeafAnswer } from '../conditions/asked'
import { askAll, decides } from '../conditions/combine'
import { planOf } from '../conditions/plan'
import type { Clock, Condition, Policy, Transition } from '../policy/policy'
import { ruleOf } from '../policy/rule-of'
import { eventsOf, restartsOf } from '../record/clock-events'
import type { Occurrence } from '../record/record'
import type { Standing } from '../stays/standing'
import { transitionsFrom } from './world'

type Reset = TransitionAnswer['resets'][number]

/**
 * What would start the days of a transition anew, and what would move the zone to another level instead. An event is
 * named only where one of it now would make a condition wait longer than it does: not for being looked at.
 */
export function resetsOf(standing: Standing, transition: Transition, asked: Asked): Reset[] {
  const policy = standing.policy!
  const raised = transitionsFrom(standing)
    .filter((one) => one.kind === 'upgrade' && one.on && !one.optional)
    .map(({ on, to }): Reset => ({ event: on!, effect: 'level', to }))
  const moved = new Set(raised.map((one) => one.event))
  const when = ruleOf(policy, transition)
  const looked = when
    ? [...new Set([...clocksIn(when).flatMap((one) => restartsOf(one, policy)), ...limited(when)])]
    : []
  const restarts = looked
    .filter((event) => !moved.has(event) && puts(event, { policy, transition, when: when!, asked }))
    .map((event): Reset => ({ event, effect: 'restart', to: null }))
  return [...raised, ...restarts].sort((a, b) => (a.event < b.event ? -1 : a.event > b.event ? 1 : 0))
}

/** Whether one such event now would put a condition off, or may, where the condition is not known either way. */
function puts(
  event: string,
  about: { policy: Policy; transition: Transition; when: Condition; asked: Asked },
): boolean {
  const { policy, transition, when, asked } = about
  const { record, asOf } = asked
  const filters = clocksIn(when).flatMap((clock) => eventsOf(clock, policy))
  const only = filters.find((one) => one.event === event)?.filter?.only ?? []
  const one: Occurrence = {
    ...{ at: asOf, isDay: false, file: '', row: 0, value: null, silent: [] },
    words: only.slice(0, 1),
  }
  const events = new Map([...record.events, [event, [...(record.events.get(event) ?? []), one]]])
  const plan = planOf(policy, transition)
  const before = askAll({ ...asked, told: false }, plan)
  const after = askAll({ ...asked, told: false, record: { ...record, events } }, plan)
  return plan.leaves.some(
    (leaf, i) => decides(leaf) && leaf.looksAt.includes(event) && isLater(before[i]!, after[i]!),
  )
}

function isLater(before: LeafAnswer, after: LeafAnswer): boolean {
  if (before.state === 'unknown') return true
  if (before.state === 'met') return after.state !== 'met'
  return before.at !== null && (after.at === null || after.at.at > before.at.at)
}

/** Events of which no more than so many may have happened lately: one more starts the window anew. */
function limited(condition: Condition): string[] {
  if (condition.authority === 'reference') return []
  if ('all' in condition) return condition.all.flatMap(limited)
  if ('any' in condition) return condition.any.flatMap(limited)
  if (!('count' in condition)) return []
  const { event, lt, lte, eq } = condition.count
  return lt !== undefined || lte !== undefined || eq === 0 ? [event] : []
}

function clocksIn(condition: Condition): Clock[] {
  if (condition.authority === 'reference') return []
  if ('all' in condition) return condition.all.flatMap(clocksIn)
  if ('any' in condition) return condition.any.flatMap(clocksIn)
  if ('not' in condition) return clocksIn(condition.not)
  if ('days' in condition) return [condition.days.since]
  return 'rounds' in condition && condition.rounds.since ? [condition.rounds.since] : []
}
