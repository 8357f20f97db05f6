import type { Instant, Moment } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import type { Transition } from '../policy/policy'
import type { Standing } from '../stays/standing'
import { chainOf } from './approval'
import type { Setting } from './setting'
import { isStoppedByZones, suspendingLeaves } from './suspension'
import type { World } from './world'

/** From when an approval lets a zone move; `ordered`: at that hour it moves, whatever merely lapses until then. */
export interface OrderAhead {
  readonly floor: Moment | null
  readonly ordered: boolean
}

/** The order of a zone for an hour after the as-of, by the world as recorded and moved by orders alone. */
export function orderAhead(
  recorded: World,
  standing: Standing,
  { setting, transition, at }: { setting: Setting; transition: Transition; at: Instant },
): OrderAhead {
  const { floor, approvedAt } = chainOf(setting, standing, transition)
  if (!floor || !approvedAt) return { floor, ordered: false }
  const { asOf } = setting
  if (isSeenMoment(floor, asOf)) return { floor: null, ordered: false }
  const order = { transition, approvedAt }
  const suspended =
    suspendingLeaves(recorded, standing, { ...order, seen: asOf }).length > 0 ||
    (floor.at <= at && isStoppedByZones(recorded, standing, { ...order, seen: at }))
  return suspended ? { floor: null, ordered: false } : { floor, ordered: true }
}
