import type { Instant, Moment } from '../../time/calendar'
import { decides } from '../conditions/combine'
import { isLowering, planOf } from '../conditions/plan'
import type { PlannedLeaf } from '../conditions/planned'
import type { Condition, Policy, Transition } from '../policy/policy'
import { conditionAbove } from '../policy/resolve-policy'
import { ruleOf } from '../policy/rule-of'
import { mayMoveFrom, type Standing } from '../stays/standing'
import type { Setting } from './setting'
import { momentOf, nextTurn, tryTransition } from './trial'
import type { World } from './world'

const ADDED = new Set([
  'on',
  'minDaysInLevel',
  'stricterInside',
  'raiseDue',
  'stricterAround',
  'stepUnread',
  'signalOpen',
])
/** Laid down above the district. References never decide and are out of the plan before. */
const isFromAbove = (leaf: PlannedLeaf): boolean => leaf.authority !== 'local'
const decidesItself = (leaf: PlannedLeaf): boolean => !ADDED.has(leaf.id) && decides(leaf)

/**
 * When the conditions from above the district (national, province, city) alone would have moved the zone since it
 * entered its level; a local condition that took the place of one from above is read as that one. Null where no local
 * condition was added or nothing else stands, or where that is not known or hangs on people. An edition of a city that is
 * looser than the nation's is not counted as a local addition.
 */
export function nationalAt(
  setting: Setting,
  { world, standing, transition }: { world: World; standing: Standing; transition: Transition },
): Moment | null {
  if (!isLowering(transition)) return null
  const policy = standing.policy!
  if (planOf(policy, transition).leaves.filter(decidesItself).every(isFromAbove)) return null
  const above = fromAbove(policy, transition)
  if (!planOf(policy, above).leaves.filter(decidesItself).some(isFromAbove)) return null
  const { record } = setting.live.get(standing.id)!
  const from = mayMoveFrom(standing)
  let at: Instant = Math.min(from.at, setting.asOf)
  for (let turn = 0; turn < 10_000; turn++) {
    const trial = tryTransition(world, standing, { transition: above, at, keep: isFromAbove })
    if (trial.verdict.state === 'met') return momentOf(setting.timezone, at, [trial.verdict.at, from])
    const next = nextTurn(setting, trial, { record, at })
    if (next === Number.POSITIVE_INFINITY) return null
    at = next
  }
  return null
}

const known = new WeakMap<Transition, WeakMap<Policy, Transition>>()

/** The transition with every replaced condition in its old place. */
function fromAbove(policy: Policy, transition: Transition): Transition {
  let ofPolicy = known.get(transition)
  if (!ofPolicy) known.set(transition, (ofPolicy = new WeakMap()))
  let above = ofPolicy.get(policy)
  if (!above) {
    const { sameAs: _, ...plain } = transition
    const when = ruleOf(policy, transition)
    above = when ? { ...plain, when: restored(when) } : transition
    ofPolicy.set(policy, above)
  }
  return above
}

function restored(condition: Condition): Condition {
  const above = conditionAbove(condition)
  if (above) return above
  return 'all' in condition ? { ...condition, all: condition.all.map(restored) } : condition
}
