import { rowRefOf, textAt } from '../../columns'
import type { CaseTable, Facts } from '../../facts'
import { addDays, type Day, dayOf, daysBetween, type Instant, startOfDay } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { settleFigures } from '../figures/settle-figures'
import type { MetricDemand, Policy } from '../policy/policy'
import type { FigurePart, Held } from './record'
import { acrossParts, exactly, figureDay, type Range, statedOn } from './stated-figures'

/** A case as far as metrics ask. */
export interface MeasuredCase {
  readonly at: Instant
  /** when it was moved out; null where nothing says so */
  readonly left: Instant | null
  /** cases with a link in common belong together; null where no case of the list says anything of links */
  readonly links: readonly string[] | null
}

/** Cases of some ground and what is stated of it, as far as metrics ask. */
export interface Measured {
  readonly timezone: string
  /** the last day of a window of days that ends at the instant */
  dayAt(at: Instant): Day
  /** its cases by time of report; null where the list is not known */
  readonly cases: readonly MeasuredCase[] | null
  readonly people: number | null
  /** how many linked cases make a cluster on that day */
  clusterSize(day: Day): number
  readonly stated: ReadonlyMap<string, readonly Held<number | null>[]>
  /** the parts of its ground that figures are stated of */
  partsOf(metric: string): readonly FigurePart[]
}

/** Two linked cases, save where the edition says otherwise from a day on. */
export function clusterSizeOn({ clusterSize = [] }: Policy, day: Day): number {
  return (
    clusterSize.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.cases ?? 2
  )
}

const ofList = new WeakMap<CaseTable, boolean>()

/** Whether any case of the list names a chain or who infected it; without that nothing is known of clusters. */
function tellsLinks(cases: CaseTable): boolean {
  let told = ofList.get(cases)
  if (told === undefined) {
    told = [cases.chain, cases.infectedBy].some(({ codes }) => codes.some((code) => code >= 0))
    ofList.set(cases, told)
  }
  return told
}

/** Marks that a case shares with the cases it is linked to; undefined where the list tells no links. */
export function linksOfCase(cases: CaseTable, row: number): readonly string[] | undefined {
  if (!tellsLinks(cases)) return undefined
  const marks = [
    ['case', textAt(cases.id, row)],
    ['case', textAt(cases.infectedBy, row)],
    ['chain', textAt(cases.chain, row)],
  ]
  return marks.flatMap(([kind, text]) => (text === null ? [] : [`${kind} ${text}`]))
}

/** Cases in the window of n calendar days that ends with the day of the instant. */
function recentCases({ cases, timezone, dayAt }: Measured, at: Instant, days: number): MeasuredCase[] | null {
  if (!cases) return null
  const from = startOfDay(timezone, addDays(dayAt(at), 1 - days))
  return cases.filter((one) => one.at >= from && one.at <= at)
}

const recent = (measured: Measured, at: Instant, days: number): number | null =>
  recentCases(measured, at, days)?.length ?? null

/** Groups of enough linked cases of the last 14 days; where links are not told, no more than the cases could make. */
function clusters14d(measured: Measured, at: Instant): Range | null {
  const cases = recentCases(measured, at, 14)
  if (!cases) return null
  const least = measured.clusterSize(measured.dayAt(at))
  if (cases.some((one) => one.links === null)) return { low: 0, high: Math.floor(cases.length / least) }
  const groups: { marks: Set<string>; size: number }[] = []
  for (const { links } of cases) {
    const joined = groups.filter(({ marks }) => links!.some((mark) => marks.has(mark)))
    for (const one of joined) groups.splice(groups.indexOf(one), 1)
    const marks = new Set([...joined.flatMap((one) => [...one.marks]), ...links!])
    groups.push({ marks, size: 1 + joined.reduce((sum, one) => sum + one.size, 0) })
  }
  return exactly(groups.filter(({ size }) => size >= least).length)
}

function per100k(count: number | null, people: number | null): number | null {
  return count === null || !people ? null : (count / people) * 100_000
}

/** Reported and not moved out. */
function active({ cases }: Measured, at: Instant): number | null {
  return cases?.filter((one) => one.at <= at && !(one.left !== null && one.left <= at)).length ?? null
}

/**
 * Reported, less those stated to have died or recovered so far. What nobody stated has not ended: never too few. Moving a
 * case to hospital ends nothing.
 */
function notEnded({ cases, stated }: Measured, at: Instant): number | null {
  if (!cases) return null
  const ended = ['died', 'recovered'].map((name) => {
    const last = stated.get(name)?.findLast((one) => one.at <= at && one.value !== null)?.value ?? 0
    return last > 0 ? last : 0
  })
  return Math.max(0, cases.filter((one) => one.at <= at).length - ended[0]! - ended[1]!)
}

/** Stated figures that only grow, whatever the pack says of them. */
export const RUNNING_TOTALS: ReadonlySet<string> = new Set(['died', 'recovered'])

/** Metrics of which a stated value is believed before what the links of the list say. */
const STATED_FIRST: ReadonlySet<string> = new Set(['clusters14d'])

/** Whether a stated value of it is believed before the computed one. */
export const isStatedFirst = (name: string): boolean => STATED_FIRST.has(name)

const COMPUTED: Record<string, (measured: Measured, at: Instant) => number | Range | null> = {
  cases: active,
  activeCases: notEnded,
  clusters14d,
  cases14d: (measured, at) => recent(measured, at, 14),
  casesTotal: (measured, at) => measured.cases?.filter((one) => one.at <= at).length ?? null,
  daysSinceLastCase: ({ cases, timezone, dayAt }, at) => {
    const last = cases?.findLast((one) => one.at <= at)
    return last === undefined ? null : daysBetween(dayOf(timezone, last.at), dayAt(at))
  },
  incidence7d: (measured, at) => per100k(recent(measured, at, 7), measured.people),
  rate14d: (measured, at) => per100k(recent(measured, at, 14), measured.people),
  dailyCasesPer100k7d: (measured, at) => {
    const week = per100k(recent(measured, at, 7), measured.people)
    return week === null ? null : week / 7
  },
}

/** Metrics that days alone change. */
export const MOVING_WITH_DAYS: ReadonlySet<string> = new Set([
  ...['cases14d', 'clusters14d', 'daysSinceLastCase'],
  ...['incidence7d', 'rate14d', 'dailyCasesPer100k7d'],
])

/** What a metric may be at an instant: computed from the cases where it can be, else as stated; null is unknown. */
export function metricRange(measured: Measured, demand: MetricDemand, at: Instant): Range | null {
  const { name } = demand
  const stated = statedRange(measured, demand, at)
  if (stated && STATED_FIRST.has(name)) return stated
  const computed = COMPUTED[name]?.(measured, at) ?? null
  if (computed === null) return stated
  return typeof computed === 'number' ? exactly(computed) : computed
}

/** What is stated of a metric for the instant; null where nothing is. */
export function statedRange(measured: Measured, demand: MetricDemand, at: Instant): Range | null {
  const { name, across } = demand
  const asked = figureDay(measured, at, demand)
  const own = statedOn(measured.stated.get(name) ?? [], asked)
  if (own !== null) return exactly(own)
  return across ? acrossParts(measured.partsOf(name), across, asked) : null
}

/** Whether a metric is computed from cases, whatever is stated of it beside. */
export const isComputed = (name: string): boolean => name in COMPUTED

/** The number it is; null where it is unknown or may be one of several. */
export function metricAt(measured: Measured, demand: MetricDemand, at: Instant): number | null {
  return only(metricRange(measured, demand, at))
}

/** The one number of a range; null where it may be several. */
export function only(range: Range | null): number | null {
  return range && range.low === range.high ? range.low : null
}

/** Whether the day has a figure of its own; what is computed always has. */
export function hasOwnFigure(measured: Measured, demand: MetricDemand, at: Instant): boolean {
  const { name } = demand
  if (COMPUTED[name]?.(measured, at) != null && !STATED_FIRST.has(name)) return true
  const asked = { ...figureDay(measured, at), isOpen: false }
  const lists = [
    measured.stated.get(name) ?? [],
    ...(demand.across ? measured.partsOf(name) : []).map(({ held }) => held),
  ]
  return lists.some((held) => statedOn(held, asked) !== null)
}

/** Stated metrics seen at `asOf` by place, then by name, in order of time; what contradicts itself is NaN. */
export function statedMetrics(
  facts: Facts,
  asOf: Instant,
): ReadonlyMap<string, ReadonlyMap<string, Held<number | null>[]>> {
  const byPlace = new Map<string, Map<string, Held<number | null>[]>>()
  for (const { place, at, metric, value, origin } of facts.metrics) {
    if (!isSeenMoment(at, asOf)) continue
    let byName = byPlace.get(place)
    if (!byName) byPlace.set(place, (byName = new Map()))
    const held = byName.get(metric) ?? []
    held.push({ at: at.at, isDay: at.isDay, ...rowRefOf(origin), value })
    byName.set(metric, held)
  }
  const totals = new Set(facts.indicators.flatMap(({ id, kind }) => (kind === 'cumulative' ? id : [])))
  for (const byName of byPlace.values())
    for (const [name, held] of byName)
      byName.set(name, settleFigures(held, { isCumulative: totals.has(name) || RUNNING_TOTALS.has(name) }))
  return byPlace
}
