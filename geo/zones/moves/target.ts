import { isLowering } from '../conditions/plan'
import { rankOf } from '../ground/ground'
import type { Transition } from '../policy/policy'
import { isOfPart, type Standing } from '../stays/standing'
import type { World } from './world'

/** Where a transition leads from where the zone stands. */
export interface Target {
  readonly to: string
  readonly into: string | null
  readonly kind: Transition['kind']
}

/**
 * A zone goes no lower than the zone around it: lowering to that level or below ends it in the outer zone, and a
 * published release becomes a downgrade. Where several lie all round it, it goes no lower than the weakest of them.
 */
export function targetOf(world: World, standing: Standing, transition: Transition): Target {
  const plain: Target = { to: transition.to, into: null, kind: transition.kind }
  if (!isLowering(transition)) return plain
  const outer = world.encloserOf(standing.id)
  const around = outer === null ? undefined : world.standings.get(outer)
  const rank = rankOf(standing.policy, transition.to)
  if (around && !around.over && rank <= around.rank)
    return { to: around.level, into: around.id, kind: 'downgrade' }
  const weakest = world.weakestAround(standing.id)
  if (!weakest || rank >= weakest.rank || weakest.rank > standing.rank) return plain
  return { to: weakest.level, into: weakest.id, kind: 'downgrade' }
}

/** A split, an extension of the ground, or what a person may choose is never done by the machine. */
export function movesByItself(transition: Transition): boolean {
  if (transition.optional || isOfPart(transition)) return false
  return isLowering(transition) || transition.kind === 'upgrade' || transition.redesignate === true
}
