import type { Clock, Comparison, Condition, Policy } from '../policy/policy'

/**
 * Whether a condition holds only where days have passed without such an event, each of them starting the days anew. A flag
 * that speaks of the event, a round since it or a limit above none asks for it, and counts no days without it; nor does a
 * clock that leaves some of the events out, or a reference, which never decides.
 */
export function countsDaysWithout(policy: Policy, condition: Condition, event: string): boolean {
  const counts = (one: Condition): boolean => countsDaysWithout(policy, one, event)
  if (condition.authority === 'reference') return false
  if ('all' in condition) return condition.all.some(counts)
  if ('any' in condition) return condition.any.length > 0 && condition.any.every(counts)
  if ('days' in condition) return condition.days.gte > 0 && restartsWith(condition.days.since, policy, event)
  if ('count' in condition) {
    const { count } = condition
    return count.event === event && count.filter === undefined && count.withinDays > 0 && allowsNone(count)
  }
  return false
}

/** Whether a clock starts anew with each such event: of several the last one does, and the first one if all do. */
function restartsWith(clock: Clock, policy: Policy, event: string): boolean {
  const restarts = (one: Clock): boolean => restartsWith(one, policy, event)
  if ('event' in clock) return clock.event === event && clock.agg !== 'first' && clock.filter === undefined
  if ('maxOf' in clock) return clock.maxOf.some(restarts)
  if ('minOf' in clock) return clock.minOf.length > 0 && clock.minOf.every(restarts)
  if ('if' in clock) return restarts(clock.then) && restarts(clock.else)
  const named = policy.clocks?.[clock.clock]
  return named !== undefined && restarts(named)
}

/** Whether a limit lets no single event pass. */
const allowsNone = ({ lt, lte, eq }: Comparison): boolean =>
  (lt !== undefined && lt <= 1) || (lte !== undefined && lte < 1) || eq === 0
