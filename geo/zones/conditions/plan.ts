import { factsOfLeaf } from '../flags/facts-of-leaf'
import type { Authority, Condition, Policy, Transition } from '../policy/policy'
import { ruleOf } from '../policy/rule-of'
import { restartsOf } from '../record/clock-events'
import type { Asked, LeafAnswer } from './asked'
import { raisesByEvent } from './event'
import { askLeaf, opposite } from './leaf'
import { isLeaf, type LeafExpression } from './leaf-expression'
import {
  daysInLevel,
  eventLeaf,
  NO_OPEN_SIGNAL,
  NOTHING_STRICTER,
  noneDue,
  nothingAround,
  noUnreadStep,
} from './own-leaves'
import type { Plan, PlanNode, PlannedLeaf } from './planned'
import { withPossible } from './possible'
import { raisesBeside } from './raises'
import { negated, sentenceOf } from './sentences'
import { withAbsent, withSilence } from './silence'

/** True for a transition that loosens. */
export function isLowering({ kind }: Pick<Transition, 'kind'>): boolean {
  return kind === 'release' || kind === 'downgrade'
}

const plans = new WeakMap<Transition, WeakMap<Policy, Plan>>()

/** Lays out the conditions of a transition; negation is carried into the leaves (De Morgan). */
export function planOf(policy: Policy, transition: Transition): Plan {
  let known = plans.get(transition)
  if (!known) plans.set(transition, (known = new WeakMap()))
  let plan = known.get(policy)
  if (!plan) known.set(policy, (plan = layOut(policy, transition)))
  return plan
}

interface Place {
  readonly policy: Policy
  readonly path: string
  readonly authority: Authority
  readonly anyOf: string | null
  readonly negated: boolean
  /** words said on a `not` for the leaf below it */
  readonly said: Pick<Condition, 'id' | 'zh' | 'en' | 'mark' | 'reading'>
}

function layOut(policy: Policy, transition: Transition): Plan {
  const leaves: PlannedLeaf[] = []
  const parts: PlanNode[] = []
  const add = (leaf: PlannedLeaf): PlanNode => ({ kind: 'leaf', leaf: leaves.push(leaf) - 1 })
  if (raisesByEvent(transition)) parts.push(add(eventLeaf(transition)))
  const when = ruleOf(policy, transition)
  if (when)
    parts.push(
      walk(when, { policy, path: 'when', authority: 'national', anyOf: null, negated: false, said: {} }, add),
    )
  if (transition.minDaysInLevel !== undefined) parts.push(add(daysInLevel(transition.minDaysInLevel)))
  if (isLowering(transition) && !transition.despiteStricterInside) parts.push(add(NOTHING_STRICTER))
  const raises = isLowering(transition) ? raisesBeside(policy, transition) : []
  if (raises.length > 0) parts.push(add(noneDue(raises)))
  if (isLowering(transition)) parts.push(add(nothingAround(transition)))
  if (isLowering(transition)) parts.push(add(noUnreadStep(transition)), add(NO_OPEN_SIGNAL))
  return { transition, leaves, root: { kind: 'all', parts } }
}

function walk(condition: Condition, place: Place, add: (leaf: PlannedLeaf) => PlanNode): PlanNode {
  const authority = condition.authority ?? place.authority
  const id = condition.id ?? place.said.id ?? place.path
  if ('not' in condition) {
    const { id: said, zh, en, mark, reading } = condition
    const words = { ...place.said, ...defined({ id: said, zh, en, mark, reading }) }
    return walk(
      condition.not,
      { ...place, path: `${place.path}.not`, authority, negated: !place.negated, said: words },
      add,
    )
  }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  if (parts) {
    const word = 'all' in condition ? 'all' : 'any'
    const kind = 'all' in condition === place.negated ? 'any' : 'all'
    const anyOf = kind === 'any' ? id : place.anyOf
    return {
      kind,
      parts: parts.map((part, i) =>
        walk(part, { ...place, path: `${place.path}.${word}.${i}`, authority, anyOf, said: {} }, add),
      ),
    }
  }
  if (!isLeaf(condition)) return { kind: 'all', parts: [] }
  return add({
    ...leafOf(condition, { ...place, authority }, id),
    looksAt: lookedAt(condition, place.policy),
    facts: factsOfLeaf(place.policy, condition),
  })
}

function defined<T extends object>(words: T): Partial<T> {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined)) as Partial<T>
}

function lookedAt(leaf: LeafExpression, policy: Policy): string[] {
  if ('count' in leaf) return [leaf.count.event]
  const clock = 'days' in leaf ? leaf.days.since : 'rounds' in leaf ? leaf.rounds.since : undefined
  return clock ? restartsOf(clock, policy) : []
}

function leafOf(condition: Condition, place: Place, id: string): Omit<PlannedLeaf, 'looksAt'> {
  if (!isLeaf(condition)) throw new TypeError('a leaf holds no other condition')
  const words = place.negated ? negated(sentenceOf(condition)) : sentenceOf(condition)
  const { said } = place
  return {
    id,
    zh: said.zh ?? condition.zh ?? words.zh,
    en: said.en ?? condition.en ?? words.en,
    mark: said.mark ?? condition.mark ?? null,
    authority: place.authority,
    anyOf: place.anyOf,
    reading: said.reading ?? condition.reading ?? false,
    quiet: false,
    isOfFigures: 'metric' in condition,
    ask: (asked) => {
      const ask = (one: Asked): LeafAnswer =>
        place.negated ? opposite(askLeaf(one, condition)) : askLeaf(one, condition)
      const answer = withSilence(asked, condition, { answer: withPossible(asked, condition, ask), ask })
      return withAbsent(asked, condition, answer)
    },
  }
}
