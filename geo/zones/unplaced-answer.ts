import type { UnplacedRow } from '../answers'
import type { Facts } from '../facts'
import { placesAt } from '../places/changes/places-at'
import type { Instant } from '../time/calendar'
import { settingOf } from './moves/setting'
import { tryTransition } from './moves/trial'
import { transitionsFrom, World } from './moves/world'
import { policiesOf } from './policy/policies-of'
import { attribute } from './record/attribution'
import { unreadOf } from './record/unread-rows'
import { HeldLeaves, unplacedRows } from './unplaced/unplaced-rows'

/**
 * Whether any row cannot be given to its ground or time: cheaper than what they hold. `look` is called amid the rows and
 * may throw to end it.
 */
export function hasUnplaced(register: Facts, asOf: Instant, look: () => void = () => {}): boolean {
  const facts = placesAt(register, asOf)
  if (unreadOf(facts, asOf).length > 0) return true
  return attribute(facts, asOf, policiesOf(facts), look).unplaced?.length !== 0
}

/** Every row that cannot be given to its ground or time as seen at the as-of, and which leaves it holds. */
export function unplacedOf(
  register: Facts,
  { asOf, policy = null }: { asOf: Instant; policy?: string | null },
): UnplacedRow[] {
  const facts = placesAt(register, asOf)
  const policyOf = policiesOf(facts, policy)
  if (!hasUnplaced(facts, asOf)) return []
  const setting = settingOf(facts, asOf, policyOf)
  const world = World.recorded(setting, asOf)
  const held = new HeldLeaves()
  for (const zone of setting.live.keys()) {
    const standing = world.standings.get(zone)!
    for (const transition of transitionsFrom(standing)) {
      const trial = tryTransition(world, standing, { transition, at: asOf })
      held.noteAll({ zone, transition: transition.id }, trial)
    }
  }
  return unplacedRows(facts, { asOf, policyOf, held })
}
