import type { Facts, MomentColumn, ZoneStay } from '../../facts'
import { boundsOf } from '../../geometry/rings/bounds'
import { hierarchyOf } from '../../places/hierarchy'
import type { Instant, Moment } from '../../time/calendar'
import { zoneShape } from '../ground/zone-shape'
import { openSignals } from '../signals/signals'
import { resolvedOf } from '../unplaced/references'
import { faultOfTime, plausibleAt } from '../unplaced/times'
import { unreadOf } from './unread-rows'
import { type Whereabouts, whereaboutsOfCase, whereaboutsOfContact } from './whereabouts'

export interface Span {
  /** not included */
  readonly after: Instant
  /** included */
  readonly until: Instant
}

/**
 * Whether any case, contact, round, statement or figure has a time in the span, or none at all, or was learned in it, or has
 * only a day that may be that of its beginning, and may concern the zone: it names the zone, or a place on its line of descent, or lies in the box of its ground, or says nothing of where it was.
 * Errs only towards yes.
 */
export function hasNews(given: Facts, stay: ZoneStay, span: Span): boolean {
  const { facts } = resolvedOf(given)
  const { cases, contacts } = facts
  if ((facts.refused ?? []).length > 0 || unreadOf(given, span.until).length > 0) return true
  if (openSignals(facts, span.until).length > 0) return true
  if (hasZoneNews(facts, stay, span)) return true
  const plausible = plausibleAt(facts, span.until)
  const isTold = (at: Instant): boolean =>
    !Number.isNaN(at) && faultOfTime(plausible, at, Number.NaN) === null
  const concerns = concerningOf(facts, stay)
  const isIn = (at: Instant): boolean => at > span.after && at <= span.until
  const isNew = ({ at, isDay }: Moment): boolean =>
    isIn(at) || (isDay && at > span.after - LONGEST_DAY && at <= span.until)
  const isNewIn = (columns: readonly MomentColumn[], row: number, knownAt: Instant): boolean =>
    isIn(knownAt) ||
    columns.some(({ at, isDay }) => isNew({ at: at[row]!, isDay: isDay[row] === 1 })) ||
    !columns.some(({ at }) => isTold(at[row]!))
  const ofCase = [cases.reportedAt, cases.sampledAt, cases.onsetOn, cases.kindAt, cases.transferredAt]
  const ofContact = [contacts.exposedAt, contacts.transferredAt, contacts.releasedAt]
  for (let row = 0; row < cases.length; row++)
    if (isNewIn(ofCase, row, cases.knownAt[row]!) && concerns(whereaboutsOfCase(cases, row))) return true
  for (let row = 0; row < contacts.length; row++)
    if (isNewIn(ofContact, row, contacts.knownAt[row]!) && concerns(whereaboutsOfContact(contacts, row)))
      return true
  return [
    ...facts.rounds.map(({ zone, place, finishedAt, startedAt, origin }) => ({
      ...{ zone, place, origin },
      at: finishedAt ?? startedAt,
    })),
    ...facts.statedFacts,
    ...facts.metrics.map(({ place, at, origin }) => {
      const isZone = facts.zones.some(({ id }) => id === place)
      return { zone: isZone ? place : null, place: isZone ? null : place, at, origin }
    }),
  ].some(
    ({ zone, place, at, origin }) =>
      (isNew(at) || isIn(origin.knownAt ?? Number.NaN) || !isTold(at.at)) &&
      concerns({ zone, place, position: null, at: at.at }),
  )
}

/** Whether another zone began or was learned of in the span, or was ordered to move in it: it may stand in the way. */
function hasZoneNews({ zones, steps }: Facts, { id }: ZoneStay, { after, until }: Span): boolean {
  const isIn = (at: Instant): boolean => at > after && at <= until
  return (
    zones.some((one) => one.id !== id && (isIn(one.from.at) || isIn(one.origin.knownAt ?? Number.NaN))) ||
    steps.some((step) => step.zone !== id && isIn((step.takesEffectAt ?? step.at).at))
  )
}

/** A day may have an hour more where the clocks are set back. */
const LONGEST_DAY = 25 * 3_600_000

function concerningOf({ places, zones }: Facts, stay: ZoneStay): (where: Whereabouts) => boolean {
  const hierarchy = hierarchyOf(places)
  const lineOf = (code: string): string[] => [code, ...hierarchy.ancestorsOf(code)]
  const members = new Set(stay.members)
  const above = new Set(stay.members.flatMap(lineOf))
  const bounds = boundsOf(zoneShape(stay, places))
  return ({ zone, place, position }) => {
    if (zone === stay.id) return true
    if (position && bounds) {
      const [west, south, east, north] = bounds
      const [lon, lat] = position
      if (west <= lon && lon <= east && south <= lat && lat <= north) return true
    }
    if (zone !== null && !zones.some(({ id }) => id === zone)) return true
    if (place === null) return zone === null && position === null
    if (hierarchy.place(place) === null) return true
    return members.size === 0 || above.has(place) || lineOf(place).some((code) => members.has(code))
  }
}
