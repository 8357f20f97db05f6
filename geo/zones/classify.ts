import type { AssessAnswer } from '../answers'
import type { Facts, PlaceKind } from '../facts'
import { hierarchyOf } from '../places/hierarchy'
import { dayOf, daysBetween, type Instant, sameClockAfterDays } from '../time/calendar'
import { type DayOfPlace, keptLevel, UNDETERMINED } from './kept-level'
import { holds, levelsAt, type Place, rangeOfPlace } from './place-level'
import type { Condition, MetricDemand, Policy } from './policy/policy'
import { kindOfUnit } from './policy/units'
import { only } from './record/metrics'
import { placeRecords } from './record/place-records'
import { withAdditions, type ZoneRecord } from './record/record'

/**
 * Levels of places by a policy of mode `classify`, by code: the first rule that holds at the as-of, and no lower than
 * any day of its hysteresis. A rule that hangs on something unknown makes the level `unknown`, and so do rows that nobody
 * can place where they would make it stricter. Else no places.
 */
export function classifyPlaces(
  facts: Facts,
  { asOf, policy }: { asOf: Instant; policy: Policy | null },
): AssessAnswer['places'] {
  if (policy?.mode !== 'classify') return []
  const kind = kindOfUnit(policy.unit?.default ?? 'district')
  const demands = new Map(
    (policy.classify ?? []).flatMap((rule) => metricsIn(rule.when)).map((one) => [one.name, one]),
  )
  const names = [...demands.keys()].sort()
  const hierarchy = hierarchyOf(facts.places)
  const places = [...placeRecords(facts, kind, asOf)].map(([code, record]): Place => {
    const people = hierarchy.place(code)?.people ?? null
    return { facts, policy, code, record, people, levels: new Map() }
  })
  const worst = places.map((place) => ({ ...place, record: atWorst(place.record, asOf) }))
  const levels = classified(places, { policy, asOf })
  const possibly = places.some(({ record }, i) => record !== worst[i]!.record)
    ? classified(worst, { policy, asOf })
    : levels
  const rankOf = (id: string): number =>
    policy.levels.find((one) => one.id === id)?.rank ?? Number.POSITIVE_INFINITY
  return places.map((place, i) => {
    const metrics = names.map((name) => [name, only(rangeOfPlace(place, demands.get(name)!, asOf))])
    const level = rankOf(possibly[i]!) > rankOf(levels[i]!) ? UNDETERMINED : levels[i]!
    return { code: place.code, level, metrics: Object.fromEntries(metrics) }
  })
}

/** The record with every row that nobody can place in it, as late as it may have been; the same where there is none. */
function atWorst(record: ZoneRecord, asOf: Instant): ZoneRecord {
  const additions = (record.possible ?? []).flatMap((one) => {
    const adds = one.adds(Math.min(asOf, one.by ?? asOf), EVENTS)
    return Array.from({ length: Math.min(one.rows.length, MOST) }, () => adds)
  })
  return additions.length === 0 ? record : withAdditions(record, additions)
}

/** Events that rules of classes count. */
const EVENTS: ReadonlySet<string> = new Set(['case', 'contact.exposure'])
/** So many equal rows are tried at most. */
const MOST = 200

/** The level of each place: no lower than any day of its hysteresis, or left only by the rule's own `until`. */
function classified(
  places: readonly Place[],
  { policy, asOf }: { readonly policy: Policy; readonly asOf: Instant },
): string[] {
  const { timezone } = places[0]?.facts.pack ?? { timezone: 'UTC' }
  const isKept = (policy.classify ?? []).some(({ until }) => until !== undefined)
  const instants = Array.from(
    { length: 1 + (isKept ? daysTold(places, asOf) : (policy.hysteresis?.downgradeAfterDays ?? 0)) },
    (_, back) => sameClockAfterDays(timezone, asOf, -back),
  )
  const days = instants.map((at) => levelsAt(places, policy, at))
  return places.map((place) => {
    const levels = days.map((one) => one.get(place.code)!)
    return isKept
      ? keptLevel(policy, instants.map((at, i) => dayOfPlace(place, at, levels[i]!)).reverse())
      : steadyLevel(place, instants, levels)
  })
}

/** Places of the other kinds, to which its rules give no level, by kind; none by a policy of another mode. */
export function unclassifiedPlaces(
  facts: Facts,
  policy: Policy | null,
): NonNullable<AssessAnswer['unclassified']> {
  if (policy?.mode !== 'classify') return []
  const kind = kindOfUnit(policy.unit?.default ?? 'district')
  const counts = new Map<PlaceKind, number>()
  for (const { kind: other, former } of facts.places)
    if (!former) counts.set(other, (counts.get(other) ?? 0) + 1)
  counts.delete(kind)
  return [...counts].map(([kind, places]) => ({ kind, places })).sort((a, b) => (a.kind < b.kind ? -1 : 1))
}

/** Further back than this nobody asks what a place was. */
const DAYS_BACK = 400

/** Days back to the first thing recorded of any of the places. */
function daysTold(places: readonly Place[], asOf: Instant): number {
  const first = places.reduce((least, { record }) => Math.min(least, record.instants[0] ?? asOf), asOf)
  const { timezone } = places[0]?.facts.pack ?? { timezone: 'UTC' }
  return Math.min(DAYS_BACK, daysBetween(dayOf(timezone, first), dayOf(timezone, asOf)))
}

function dayOfPlace(place: Place, at: Instant, level: string): DayOfPlace {
  const rules = place.policy.classify ?? []
  return {
    level,
    mayLeave: (id) => {
      const until = rules.find((rule) => rule.level === id)?.until
      return until ? holds(until, place, at) : 'met'
    },
  }
}

/**
 * Down only after so many days in a row at a lower level: the strictest level of those days, the newest first. A day
 * that cannot be told may have been the strictest, save before anything was recorded of the place.
 */
function steadyLevel(
  { policy, record }: Place,
  instants: readonly Instant[],
  levels: readonly string[],
): string {
  const now = levels[0]!
  if (now === UNDETERMINED) return now
  const known = levels.flatMap((id) => policy.levels.find((one) => one.id === id) ?? [])
  const strictest = known.reduce((a, b) => (b.rank > a.rank ? b : a))
  const mayBeStricter = policy.levels.some(({ rank }) => rank > strictest.rank)
  const begun = record.instants[0] ?? Number.POSITIVE_INFINITY
  const isOpen = levels.some((id, i) => id === UNDETERMINED && begun < instants[i]!)
  return isOpen && mayBeStricter ? UNDETERMINED : strictest.id
}

function metricsIn(condition: Condition): MetricDemand[] {
  if ('not' in condition) return metricsIn(condition.not)
  if ('all' in condition) return condition.all.flatMap(metricsIn)
  if ('any' in condition) return condition.any.flatMap(metricsIn)
  return 'metric' in condition ? [condition.metric] : []
}
