import type { Instant, Moment } from '../time/calendar'
import type { LeafAnswer } from './conditions/asked'
import { askAll, combine, decides } from './conditions/combine'
import { type PlannedLeaf, planOf } from './conditions/plan'
import type { Transition } from './policy'
import type { Standing } from './standing'
import type { World } from './world'

/** A condition that held when the order was approved, or was known to come to hold, and does so no longer. */
export interface BrokenLeaf {
  readonly leaf: PlannedLeaf
  readonly answer: LeafAnswer
}

/** An approved change: when the last step that is waited for was given, and up to when rows are looked at. */
export interface Approved {
  readonly transition: Transition
  readonly approvedAt: Moment
  readonly seen: Instant
}

/**
 * What suspends an approved order: conditions that what has happened since the approval has broken or put off, or that
 * something unplaced holds. Both pictures are asked at the instant of the approval, so that what merely lapses with
 * time suspends nothing. Empty where the conditions hold together all the same.
 */
export function suspendingLeaves(
  world: World,
  standing: Standing,
  { transition, approvedAt, seen }: Approved,
): BrokenLeaf[] {
  const policy = standing.policy!
  const plan = planOf(policy, transition)
  const { at } = approvedAt
  const asked = world.asked(standing, { policy, at, told: true })
  const before = askAll({ ...asked, seen: at, asOf: at }, plan)
  const after = askAll({ ...asked, seen, asOf: seen }, plan)
  if (combine(plan, after)?.state === 'met') return []
  return plan.leaves.flatMap((leaf, i) =>
    decides(leaf) && isBroken(before[i]!, after[i]!) ? { leaf, answer: after[i]! } : [],
  )
}

function isBroken(before: LeafAnswer, after: LeafAnswer): boolean {
  if (after.state === 'met') return false
  if (before.state === 'met' || after.reason === 'unplaced') return true
  return before.at !== null && (after.at === null || after.at.at > before.at.at)
}
