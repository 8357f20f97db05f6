import type { Condition, Policy, Transition } from '../policy/policy'
import { ruleOf } from '../policy/rule-of'
import { startsFrom } from '../stays/standing'
import { type Asked, type LeafAnswer, met, unknown, unmet } from './asked'
import { askEvent, type Raise } from './event'
import { withPossible } from './possible'
import { countsDaysWithout } from './quiet-days'
import { withSilence } from './silence'

/**
 * Whether the zone is due to become stricter, whole or in a part, by an event that nobody has acted on; unknown where its
 * list is not stated or is silent, or an unplaced row may be one. Like a clock it knows every event up to the as-of. An unplaced
 * row only puts it in doubt: it holds where nothing else does.
 */
export function askNoRaise(asked: Asked, raises: readonly Raise[]): LeafAnswer {
  const ask = (one: Asked): LeafAnswer => {
    const known = { ...one, seen: one.asOf }
    const answers = raises.map((raise) => ({ raise, answer: askEvent(known, raise) }))
    const due = answers.filter(({ answer }) => answer.state === 'met')
    const figures = { have: due.length, raises: due.map(({ raise }) => raise.id).join(' ') }
    if (due.length > 0)
      return unmet('raise-due', { figures, evidence: due.flatMap(({ answer }) => answer.evidence) })
    const open = answers.find(({ answer }) => answer.state === 'unknown')
    return open ? unknown(open.answer.reason!, { figures }) : met(null, { figures })
  }
  const condition = conditionOf(raises)
  const answer = withPossible(asked, condition, ask)
  const held = answer.heldBy ? { ...answer, isDoubt: true } : answer
  return withSilence(asked, condition, { answer: held, ask })
}

/**
 * The raises out of the levels that a lowering starts from, by an event whose days its own conditions do not count: where
 * they do they say how long it counts. What a person may choose is not due by itself.
 */
export function raisesBeside(policy: Policy, lowering: Transition): readonly Raise[] {
  const rule = ruleOf(policy, lowering)
  const rankOf = (level: string): number => policy.levels.find(({ id }) => id === level)?.rank ?? 0
  const from = [lowering.from].flat()
  return (policy.transitions ?? []).filter(
    (one): one is Raise =>
      one.on !== undefined &&
      !one.optional &&
      !one.when &&
      !(rule && countsDaysWithout(policy, rule, one.on)) &&
      from.some((level) => startsFrom(one.from, level) && rankOf(one.to) > rankOf(level)),
  )
}

const conditions = new WeakMap<readonly Raise[], Condition>()

/** All that they ask, as one condition. */
function conditionOf(raises: readonly Raise[]): Condition {
  let condition = conditions.get(raises)
  if (!condition)
    conditions.set(
      raises,
      (condition = { any: raises.map(({ on }) => ({ count: { event: on, withinDays: 1, lte: 0 } })) }),
    )
  return condition
}
