import type { LeafExpression } from '../conditions/leaf-expression'
import type { Clock, Condition, Policy } from '../policy/policy'
import { listOfEvent } from '../record/record'

/** A fact that a person states: answered yes or no, an event with its time, or a figure. */
export interface AskedFact {
  readonly name: string
  readonly kind: 'yesNo' | 'event' | 'figure'
}

const OF_ZONES: ReadonlySet<string> = new Set(['zone.designated', 'level.entered'])

/** The facts that a leaf asks people for, its clocks included; what the other lists tell is none. */
export function factsOfLeaf(policy: Policy, leaf: LeafExpression): readonly AskedFact[] {
  const found = new Map<string, AskedFact>()
  const take = (name: string, kind: AskedFact['kind']): void => {
    if (!found.has(name)) found.set(name, { name, kind })
  }
  const ofEvent = (event: string): void => {
    if (listOfEvent(event) === 'facts' && !OF_ZONES.has(event)) take(event, 'event')
  }
  const ofClock = (clock: Clock): void => {
    if ('event' in clock) {
      ofEvent(clock.event)
      if (clock.each !== undefined) ofEvent(clock.each)
    } else if ('clock' in clock) {
      const named = policy.clocks?.[clock.clock]
      if (named) ofClock(named)
    } else if ('maxOf' in clock) clock.maxOf.forEach(ofClock)
    else if ('minOf' in clock) clock.minOf.forEach(ofClock)
    else {
      ofCondition(clock.if)
      ofClock(clock.then)
      ofClock(clock.else)
    }
  }
  const ofCondition = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(ofCondition)
    else if ('any' in condition) condition.any.forEach(ofCondition)
    else if ('not' in condition) ofCondition(condition.not)
    else ofOwn(condition)
  }
  const ofOwn = (one: LeafExpression): void => {
    if ('flag' in one) take(one.flag, 'yesNo')
    else if ('days' in one) ofClock(one.days.since)
    else if ('count' in one) ofEvent(one.count.event)
    else if ('rounds' in one && one.rounds.since) ofClock(one.rounds.since)
    else if ('metric' in one) take(one.metric.name, 'figure')
  }
  ofOwn(leaf)
  return [...found.values()]
}
