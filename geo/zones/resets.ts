import type { TransitionAnswer } from '../answers'
import { restartsOf } from './clock-events'
import type { Clock, Condition, Transition } from './policy'
import { ruleOf } from './rule-of'
import type { Standing } from './standing'
import { transitionsFrom } from './world'

type Reset = TransitionAnswer['resets'][number]

/** What would start the days of a transition anew, and what would move the zone to another level instead. */
export function resetsOf(standing: Standing, transition: Transition): Reset[] {
  const policy = standing.policy!
  const raised = transitionsFrom(standing)
    .filter((one) => one.kind === 'upgrade' && one.on && !one.optional)
    .map(({ on, to }): Reset => ({ event: on!, effect: 'level', to }))
  const moved = new Set(raised.map((one) => one.event))
  const when = ruleOf(policy, transition)
  const restarting = when
    ? [...new Set([...clocksIn(when).flatMap((clock) => restartsOf(clock, policy)), ...limited(when)])]
    : []
  const restarts = restarting
    .filter((event) => !moved.has(event))
    .map((event): Reset => ({ event, effect: 'restart', to: null }))
  return [...raised, ...restarts].sort((a, b) => (a.event < b.event ? -1 : a.event > b.event ? 1 : 0))
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
