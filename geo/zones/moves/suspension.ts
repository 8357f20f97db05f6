import type { Instant, Moment } from '../../time/calendar'
import { type Asked, atBest, type LeafAnswer } from '../conditions/asked'
import { askAll, combine, decides } from '../conditions/combine'
import { planOf } from '../conditions/plan'
import type { PlannedLeaf } from '../conditions/planned'
import { SIGNAL_OPEN_REASON } from '../conditions/signals'
import { HELD_BY_ROWS } from '../conditions/unread'
import type { Transition } from '../policy/policy'
import { mayBeLater, recordedAt } from '../record/late-rows'
import type { Standing } from '../stays/standing'
import { isByZonesSince } from '../stays/zones-since'
import type { World } from './world'

/** A condition that held when the order was approved, or was known to come to hold, and does so no longer. */
export interface BrokenLeaf {
  readonly leaf: PlannedLeaf
  readonly answer: LeafAnswer
}

/** Whether all that suspends an order is rows that nobody has placed: once they are placed elsewhere it is carried out. */
export function isUntilPlaced(broken: readonly BrokenLeaf[]): boolean {
  return broken.length > 0 && broken.every(({ answer }) => HELD_BY_ROWS.has(answer.reason))
}

/** An approved change: when the last step that is waited for was given, and up to when rows are looked at. */
export interface Approved {
  readonly transition: Transition
  readonly approvedAt: Moment
  readonly seen: Instant
}

/**
 * What suspends an approved order: conditions that what has happened since the approval has broken or put off, or that
 * something unplaced, a refused row of zones or steps or an open signal holds, or a figure of a later moment than the approval; or that are not met by a row that was only
 * learned since, or may be of later that day; or by zones that the approval did not know of, or knew to be ordered away by now. Both pictures are asked at the instant of the approval, so that what merely
 * lapses with time suspends nothing, nor a list that has fallen silent. Empty where the conditions hold together all the same.
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
  const later = askAll({ ...asked, seen, asOf: seen }, plan)
  const after = plan.leaves.map((leaf, i) =>
    leaf.isOfFigures && before[i]!.state === 'met'
      ? (brokenByFigure(leaf, { ...asked, asOf: seen }, seen) ?? later[i]!)
      : later[i]!,
  )
  if (combine(plan, after)?.state === 'met') return []
  const order = { zone: standing.id, transition: transition.id, at: approvedAt }
  const given = { approvedAt, recordedAt: recordedAt(world.facts, order), seen }
  const isLate = ({ state, evidence }: LeafAnswer): boolean =>
    state !== 'met' && evidence.some((row) => mayBeLater(world.facts, row, given))
  return plan.leaves.flatMap((leaf, i) => {
    const answer = after[i]!
    if (!decides(leaf)) return []
    const since = { leaf, answer, standing, policy, given }
    return isBroken(before[i]!, answer) || isLate(answer) || isByZonesSince(world, since)
      ? { leaf, answer }
      : []
  })
}

/** Whether zones stand in the way at an hour ahead that the approval did not know of, or knew to be ordered away by then. */
export function isStoppedByZones(
  world: World,
  standing: Standing,
  { transition, approvedAt, seen }: Approved,
): boolean {
  const policy = standing.policy!
  const { at } = approvedAt
  const asked = world.asked(standing, { policy, at, told: true })
  const order = { zone: standing.id, transition: transition.id, at: approvedAt }
  const given = { approvedAt, recordedAt: recordedAt(world.facts, order), seen }
  return planOf(policy, transition).leaves.some(
    (leaf) =>
      decides(leaf) && isByZonesSince(world, { leaf, answer: leaf.ask(asked), standing, policy, given }),
  )
}

/**
 * What a leaf of figures says at the first moment after the approval at which it is not met. While nobody states a figure
 * it is only unknown: that is a lapse.
 */
function brokenByFigure(leaf: PlannedLeaf, asked: Asked, seen: Instant): LeafAnswer | null {
  for (const at of [...asked.record.instants, seen]) {
    if (at <= asked.at || at > seen) continue
    const answer = leaf.ask({ ...asked, at, seen: at })
    if (answer.state === 'unmet') return answer
  }
  return null
}

function isBroken(given: LeafAnswer, now: LeafAnswer): boolean {
  if (now.reason === SIGNAL_OPEN_REASON) return true
  const [before, after] = [given, now].map((one) => (one.heldBy ? one : atBest(one))) as [
    LeafAnswer,
    LeafAnswer,
  ]
  if (after.state === 'met') return false
  if (before.state === 'met' || HELD_BY_ROWS.has(after.reason)) return true
  return before.at !== null && (after.at === null || after.at.at > before.at.at)
}
