import type { HeldLonger, ZoneAnswer } from '../../answers'
import { dayOf, daysBetween, type Instant, readMoment } from '../../time/calendar'
import { isLowering } from '../conditions/plan'

/**
 * Zones that local conditions hold longer than those from above the district alone would: by zone, each lowering whose
 * `nationalAt` lies a day or more before its own date. Without a date of its own it is held up to the as-of and beyond,
 * but only while everything from above is met and the local conditions alone are not.
 */
export function heldLonger(timezone: string, zones: readonly ZoneAnswer[], asOf: Instant): HeldLonger[] {
  const dayIn = (when: string): string => dayOf(timezone, readMoment(timezone, when)!.at)
  return zones.flatMap((zone) =>
    zone.transitions.filter(isLowering).flatMap((one): HeldLonger[] => {
      if (one.nationalAt === null || !isHeldByLocal(one)) return []
      const localAt = ownDate(zone, one, { timezone, asOf })
      const until = localAt === null ? dayOf(timezone, asOf - 1) : dayIn(localAt)
      const days = daysBetween(dayIn(one.nationalAt), until)
      return days > 0
        ? [{ zone: zone.id, transition: one.id, nationalAt: one.nationalAt, localAt, days }]
        : []
    }),
  )
}

/** Due or ordered, or unmet by local conditions alone; of an `any` one that is met is enough. */
function isHeldByLocal({ state, conditions }: ZoneAnswer['transitions'][number]): boolean {
  if (state === 'due' || state === 'approval') return true
  const settled = new Set(
    conditions.filter((one) => one.anyOf && one.state === 'met').map((one) => one.anyOf),
  )
  const open = conditions.filter(
    (one) => one.state !== 'met' && one.authority !== 'reference' && !(one.anyOf && settled.has(one.anyOf)),
  )
  return open.length > 0 && open.every(({ authority }) => authority === 'local')
}

/**
 * When the local rule moves it: since when it is due, else the move foreseen; null where that hangs on people. A move
 * that came due before the as-of and is due no longer was not made: it dates nothing.
 */
function ownDate(
  zone: ZoneAnswer,
  one: ZoneAnswer['transitions'][number],
  { timezone, asOf }: { timezone: string; asOf: Instant },
): string | null {
  if (one.state === 'due' || one.state === 'approval') return one.eligibleAt
  const next = zone.forecast.find(({ recorded, from }) => !recorded && readMoment(timezone, from)!.at > asOf)
  return next && next.level === one.to && next.into === one.into ? next.from : null
}
