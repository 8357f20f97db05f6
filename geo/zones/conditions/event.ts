import type { Moment } from '../../time/calendar'
import { dayOf } from '../../time/calendar'
import { isLater } from '../days'
import { countSeen, type Occurrence } from '../record'
import { type Asked, evidenceOf, type LeafAnswer, met, unknown, unmet } from './asked'
import { isStated } from './clocks'

/**
 * The event that moves a zone at once: one strictly later than the designation (a later day, where either is only a
 * day), while the zone stood at this level. The events a zone was drawn for do not raise it.
 */
export function askEvent(asked: Asked, event: string): LeafAnswer {
  const all = asked.record.events.get(event) ?? []
  for (const one of all.slice(0, countSeen(all, asked.seen)))
    if (isLater(asked.timezone, one, asked.zone.designatedAt) && notBefore(asked, one, asked.zone.enteredAt))
      return met({ at: one.at, isDay: one.isDay }, { evidence: evidenceOf(asked, one) })
  return isStated(asked, event) || all.length > 0 ? unmet('no-event') : unknown('list-unknown')
}

function notBefore({ timezone }: Asked, one: Occurrence, entered: Moment): boolean {
  if (!one.isDay && !entered.isDay) return one.at >= entered.at
  return dayOf(timezone, one.at) >= dayOf(timezone, entered.at)
}
