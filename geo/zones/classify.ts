import type { AssessAnswer } from '../answers'
import type { Facts } from '../facts'
import { hierarchyOf } from '../places/hierarchy'
import { dayOf, type Instant, sameClockAfterDays, startOfDay } from '../time/calendar'
import type { Asked, Siblings, Truth } from './conditions/asked'
import { satisfies } from './conditions/compare'
import { askLeaf } from './conditions/leaf'
import { casesOf } from './conditions/metric'
import { allOf, truthOf } from './conditions/truth'
import { type Measured, metricAt } from './metrics'
import { placeRecords } from './place-records'
import { placesBeside, zonesNear } from './place-zones'
import type { Condition, Policy } from './policy'
import type { ZoneRecord } from './record'
import { BESIDE, kindOfUnit } from './units'

/** Level of a place that cannot be told for want of figures. */
export const UNDETERMINED = 'unknown'

/**
 * Levels of places by a policy of mode `classify`, by code: the first rule that holds at the as-of, and no lower than
 * any day of its hysteresis. A rule that hangs on something unknown makes the level `unknown`. Else no places.
 */
export function classifyPlaces(
  facts: Facts,
  { asOf, policy }: { asOf: Instant; policy: Policy | null },
): AssessAnswer['places'] {
  if (policy?.mode !== 'classify') return []
  const kind = kindOfUnit(policy.unit?.default ?? 'district')
  const names = [...new Set((policy.classify ?? []).flatMap((rule) => metricsIn(rule.when)))].sort()
  const hierarchy = hierarchyOf(facts.places)
  const places = [...placeRecords(facts, kind, asOf)].map(([code, record]): Place => {
    const people = hierarchy.place(code)?.people ?? null
    return { facts, policy, code, record, people, levels: new Map() }
  })
  const days = Array.from({ length: 1 + (policy.hysteresis?.downgradeAfterDays ?? 0) }, (_, back) =>
    levelsAt(places, policy, sameClockAfterDays(facts.pack.timezone, asOf, -back)),
  )
  return places.map((place) => {
    const metrics = names.map((name) => [name, metricAt(measuredOf(place), name, asOf)])
    const level = steadyLevel(
      policy,
      days.map((levels) => levels.get(place.code)!),
    )
    return { code: place.code, level, metrics: Object.fromEntries(metrics) }
  })
}

/** A place and what was recorded of it. */
interface Place {
  readonly facts: Facts
  readonly policy: Policy
  readonly code: string
  readonly record: ZoneRecord
  readonly people: number | null
  /** of the other places, as far as they are told; only rules that ask what lies beside look at them */
  readonly levels: ReadonlyMap<string, string>
}

/** Down only after so many days in a row at a lower level: the strictest level of those days, the newest first. */
function steadyLevel(policy: Policy, [now, ...before]: readonly string[]): string {
  if (now === UNDETERMINED) return now
  const levels = before.flatMap((id) => policy.levels.find((one) => one.id === id) ?? [])
  const own = policy.levels.find((one) => one.id === now)!
  return levels.reduce((a, b) => (b.rank > a.rank ? b : a), own).id
}

/**
 * The level of every place at the instant. Where rules ask what lies beside, first as if nothing did, then with what that
 * gave, until it stays: what is next to red is told before what is next to that.
 */
function levelsAt(places: readonly Place[], policy: Policy, at: Instant): ReadonlyMap<string, string> {
  let levels = new Map(places.map((place) => [place.code, levelAt(place, at)]))
  if (!(policy.classify ?? []).some((rule) => asksBeside(rule.when))) return levels
  for (let pass = 0; pass < policy.levels.length; pass++) {
    const known = levels
    levels = new Map(places.map((place) => [place.code, levelAt({ ...place, levels: known }, at)]))
    if (places.every(({ code }) => levels.get(code) === known.get(code))) break
  }
  return levels
}

function asksBeside(condition: Condition): boolean {
  if ('not' in condition) return asksBeside(condition.not)
  if ('all' in condition) return condition.all.some(asksBeside)
  if ('any' in condition) return condition.any.some(asksBeside)
  return 'zones' in condition && condition.zones.within === BESIDE
}

/** The other places of its kind that share a line with it and stand at one of the levels. */
function placesAround({ facts, policy, code, levels: known }: Place, levels: readonly string[]): Siblings {
  const kind = kindOfUnit(policy.unit?.default ?? 'district')
  const beside = [...(placesBeside(facts.places, kind).get(code) ?? [])].sort()
  const ids = beside.filter((one) => levels.includes(known.get(one) ?? ''))
  const unsure = beside.filter((one) => known.get(one) === UNDETERMINED).length
  return { count: ids.length, ids, lastLeft: null, unsure }
}

function levelAt(place: Place, at: Instant): string {
  const { policy } = place
  for (const rule of policy.classify ?? []) {
    const truth = holds(rule.when, place, at)
    if (truth === 'met') return rule.level
    if (truth === 'unknown') return UNDETERMINED
  }
  return policy.levels.reduce((a, b) => (b.rank < a.rank ? b : a)).id
}

function holds(condition: Condition, place: Place, at: Instant): Truth {
  return truthOf(condition, (leaf) =>
    'metric' in leaf ? metricHolds(leaf.metric, place, at) : askLeaf(askedOf(place, at), leaf).state,
  )
}

/** Whether the metric compares so on each of its days in a row. */
function metricHolds(
  metric: Extract<Condition, { metric: unknown }>['metric'],
  place: Place,
  at: Instant,
): Truth {
  const measured = measuredOf(place)
  return allOf(
    Array.from({ length: metric.consecutiveDays ?? 1 }, (_, back) => {
      const value = metricAt(measured, metric.name, sameClockAfterDays(measured.timezone, at, -back))
      return value === null ? 'unknown' : satisfies(value, metric) ? 'met' : 'unmet'
    }),
  )
}

/**
 * The question to a leaf about a place. Asked at 24:00 it is about the day that ends there; a place was never drawn, so
 * that clocks of a zone's own are unknown.
 */
function askedOf(place: Place, at: Instant): Asked {
  const { facts, policy, code, record } = place
  const { timezone } = facts.pack
  const endsDay = startOfDay(timezone, dayOf(timezone, at)) === at
  const never = { at: Number.POSITIVE_INFINITY, isDay: false }
  return {
    timezone,
    dayCount: policy.dayCount,
    policy,
    zone: {
      ...{ id: code, level: '', enteredAt: never, designatedAt: never, cameFrom: null },
      ...{ file: '', row: 0 },
    },
    record,
    at: endsDay ? at - 1 : at,
    seen: at,
    asOf: at,
    told: false,
    isPlace: true,
    stricterInside: () => [],
    heldBy: () => [],
    siblings: (within, levels) =>
      within === BESIDE ? placesAround(place, levels) : zonesNear(facts, { code, within, levels, at }),
  }
}

function metricsIn(condition: Condition): string[] {
  if ('not' in condition) return metricsIn(condition.not)
  if ('all' in condition) return condition.all.flatMap(metricsIn)
  if ('any' in condition) return condition.any.flatMap(metricsIn)
  return 'metric' in condition ? [condition.metric.name] : []
}

/** What has only a day stands just after the 00:00 that begins it, where the day before ends. */
const afterMidnight = (at: Instant, isDay: boolean): Instant => (isDay ? at + 1 : at)

const known = new WeakMap<ZoneRecord, Measured>()

/** Windows of days asked at 24:00 end with the day that ends there. */
function measuredOf({ facts, record, people }: Place): Measured {
  let measured = known.get(record)
  if (!measured) {
    const { timezone } = facts.pack
    const cases = record.stated.has('cases') ? casesOf(record, afterMidnight) : null
    const stated = [...record.metrics].map(([name, held]): [string, typeof held] => [
      name,
      held.map((one) => ({ ...one, at: afterMidnight(one.at, one.isDay) })),
    ])
    measured = { timezone, dayAt: (at) => dayOf(timezone, at - 1), cases, people, stated: new Map(stated) }
    known.set(record, measured)
  }
  return measured
}
