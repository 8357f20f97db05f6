import type { Facts } from '../facts'
import { addDays, dayOf, type Instant, startOfDay } from '../time/calendar'
import type { Asked, Others, Siblings, Truth } from './conditions/asked'
import { satisfiesRange } from './conditions/compare'
import { askLeaf } from './conditions/leaf'
import type { LeafExpression } from './conditions/leaf-expression'
import { casesOf } from './conditions/metric'
import { NO_SIGNALS } from './conditions/signals'
import { isSilent, withSilence } from './conditions/silence'
import { allOf, truthOf } from './conditions/truth'
import { placesBeside, zonesNear } from './ground/place-zones'
import { UNDETERMINED } from './kept-level'
import type { Condition, MetricDemand, Policy } from './policy/policy'
import { BESIDE, kindOfUnit } from './policy/units'
import { clusterSizeOn, hasOwnFigure, type Measured, metricRange } from './record/metrics'
import type { ZoneRecord } from './record/record'
import type { Range } from './record/stated-figures'
import { unreadStays } from './record/unread-rows'
import { metricRangeBeyond } from './sources/open-figures'

/** A place and what was recorded of it. */
export interface Place {
  readonly facts: Facts
  readonly policy: Policy
  readonly code: string
  readonly record: ZoneRecord
  readonly people: number | null
  /** of the other places, as far as they are told; only rules that ask what lies beside look at them */
  readonly levels: ReadonlyMap<string, string>
}

/**
 * The level of every place at the instant. Where rules ask what lies beside, first as if nothing did, then with what that
 * gave, until it stays: what is next to red is told before what is next to that.
 */
export function levelsAt(places: readonly Place[], policy: Policy, at: Instant): ReadonlyMap<string, string> {
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

/** Whether the condition holds of the place at the instant. */
export function holds(condition: Condition, place: Place, at: Instant): Truth {
  return truthOf(condition, (leaf) =>
    'metric' in leaf ? metricHolds(leaf.metric, place, at) : leafHolds(leaf, place, at),
  )
}

function leafHolds(leaf: LeafExpression, place: Place, at: Instant): Truth {
  const asked = askedOf(place, at)
  const ask = (one: Asked) => askLeaf(one, leaf)
  return withSilence(asked, leaf, { answer: ask(asked), ask }).state
}

/** What the metric of the place may be at the instant. */
export function rangeOfPlace(place: Place, demand: MetricDemand, at: Instant): Range | null {
  const { policy, record } = place
  const isOpen = isSilent({ policy, record, asOf: at })
  return (isOpen ? metricRangeBeyond : metricRange)(measuredOf(place), demand, at)
}

/** Whether the metric compares so on each of its days in a row, which end with yesterday while today has no figure. */
function metricHolds(metric: MetricDemand, place: Place, at: Instant): Truth {
  const measured = measuredOf(place)
  const days = metric.consecutiveDays ?? 1
  const first = days > 1 && !hasOwnFigure(measured, metric, at) ? 1 : 0
  return allOf(
    Array.from({ length: days }, (_, back) => {
      const then = back + first === 0 ? at : endOfDayBefore(measured, at, back + first)
      const range = rangeOfPlace(place, metric, then)
      return range === null ? 'unknown' : satisfiesRange(range, metric)
    }),
  )
}

/** The end of the day so many days before the one asked about. */
function endOfDayBefore({ timezone, dayAt }: Measured, at: Instant, back: number): Instant {
  return startOfDay(timezone, addDays(dayAt(at), 1 - back))
}

const NOBODY: Others = { ids: [], unread: [] }

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
    ask: askLeaf,
    stricterInside: () => NOBODY,
    heldBy: () => NOBODY,
    siblings: (within, levels) =>
      within === BESIDE ? placesAround(place, levels) : zonesNear(facts, { code, within, levels, at }),
    unreadStays: unreadStays(facts, at),
    ownStays: [],
    unreadSteps: () => [],
    signals: () => NO_SIGNALS,
  }
}

/** What has only a day stands just after the 00:00 that begins it, where the day before ends. */
const afterMidnight = (at: Instant, isDay: boolean): Instant => (isDay ? at + 1 : at)

const known = new WeakMap<ZoneRecord, Measured>()

/** Windows of days asked at 24:00 end with the day that ends there. */
export function measuredOf({ facts, policy, record, people }: Place): Measured {
  let measured = known.get(record)
  if (!measured) {
    const { timezone } = facts.pack
    const cases = record.stated.has('cases') ? casesOf(record, afterMidnight) : null
    const stated = [...record.metrics].map(([name, held]): [string, typeof held] => [
      name,
      held.map((one) => ({ ...one, at: afterMidnight(one.at, one.isDay) })),
    ])
    measured = {
      ...{ timezone, cases, people, stated: new Map(stated), partsOf: record.partsOf },
      dayAt: (at) => dayOf(timezone, at - 1),
      clusterSize: (day) => clusterSizeOn(policy, day),
    }
    known.set(record, measured)
  }
  return measured
}
