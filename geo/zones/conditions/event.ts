import type { Moment } from '../../time/calendar'
import { dayOf } from '../../time/calendar'
import { isLater } from '../moves/days'
import type { Transition } from '../policy/policy'
import { countSeen, type Occurrence } from '../record/record'
import { isOfPart } from '../stays/standing'
import { type Asked, evidenceOf, type LeafAnswer, met, unknown, unmet } from './asked'
import { isStated } from './clocks'

/** A transition that an event makes due. */
export type Raise = Transition & { readonly on: string }

export const raisesByEvent = (one: Transition): one is Raise => one.on !== undefined

/**
 * The event that moves a zone at once: one strictly later than the designation (a later day, where either is only a
 * day), while the zone stood at this level. The events a zone was drawn for do not raise it, and one that calls for a
 * part is answered once a stricter zone is drawn over it.
 */
export function askEvent(asked: Asked, raise: Raise): LeafAnswer {
  const { on: event } = raise
  const ofPart = isOfPart(raise)
  const all = asked.record.events.get(event) ?? []
  for (const one of all.slice(0, countSeen(all, asked.seen)))
    if (
      !(ofPart && one.isDrawnOver) &&
      isLater(asked.timezone, one, asked.zone.designatedAt) &&
      notBefore(asked, one, asked.zone.enteredAt)
    )
      return met({ at: one.at, isDay: one.isDay }, { evidence: evidenceOf(asked, one) })
  return isStated(asked, event) || all.length > 0 ? unmet('no-event') : unknown('list-unknown')
}

function notBefore({ timezone }: Asked, one: Occurrence, entered: Moment): boolean {
  if (!one.isDay && !entered.isDay) return one.at >= entered.at
  return dayOf(timezone, one.at) >= dayOf(timezone, entered.at)
}
