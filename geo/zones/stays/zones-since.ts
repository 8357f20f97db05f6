import type { LeafAnswer } from '../conditions/asked'
import type { PlannedLeaf } from '../conditions/planned'
import { effectOf, stepsRead } from '../moves/steps-read'
import type { World } from '../moves/world'
import type { Policy } from '../policy/policy'
import { type Given, mayBeLearnedLater } from '../record/late-rows'
import type { Standing } from './standing'

/** A condition on other zones as it is answered since an approval, of which zone and by which edition. */
export interface SinceApproval {
  readonly leaf: PlannedLeaf
  readonly answer: LeafAnswer
  readonly standing: Standing
  readonly policy: Policy
  readonly given: Given
}

/**
 * Whether zones stand in the way that the approval did not know of: drawn or made stricter after it, or learned of
 * after it; or that it knew to be ordered away by now, and that are still as they were.
 */
export function isByZonesSince(world: World, since: SinceApproval): boolean {
  const { leaf, answer, standing, policy, given } = since
  if (answer.state !== 'unmet' || !answer.awaits) return false
  const { at } = given.approvedAt
  const known = leaf.ask({ ...world.at(at).asked(standing, { policy, at, told: true }), seen: at, asOf: at })
  const before = new Set(known.state === 'unmet' ? (known.awaits?.ids ?? []) : [])
  return answer.awaits.ids.some(
    (id) => !before.has(id) || isLearnedSince(world, id, given) || isStillThere(world, id, given),
  )
}

function isLearnedSince({ facts }: World, id: string, given: Given): boolean {
  return facts.zones.some(
    (stay) => stay.id === id && stay.from.at <= given.seen && mayBeLearnedLater(facts, stay.origin, given),
  )
}

/** Its own order was given before, for an hour that has passed, and it stands as it stood before that hour. */
function isStillThere({ facts, standings }: World, id: string, { approvedAt, seen }: Given): boolean {
  const standing = standings.get(id)
  if (!standing) return false
  return stepsRead(facts).steps.some((step) => {
    if (step.zone !== id || step.decision !== 'given' || step.at.at > approvedAt.at) return false
    const hour = effectOf(step).at
    return hour > approvedAt.at && hour < seen && standing.enteredAt.at < hour
  })
}
