import { rowRefOf, textAt } from '../columns'
import type { CaseTable, Facts } from '../facts'
import { addDays, type Day, dayOf, daysBetween, type Instant, startOfDay } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { type Held, holding } from './record'

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
  readonly stated: ReadonlyMap<string, readonly Held<number | null>[]>
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

/** Groups of two and more linked cases of the last 14 days; unknown where several cases say nothing of links. */
function clusters14d(measured: Measured, at: Instant): number | null {
  const cases = recentCases(measured, at, 14)
  if (!cases) return null
  if (cases.length < 2) return 0
  if (cases.some((one) => one.links === null)) return null
  const groups: { marks: Set<string>; size: number }[] = []
  for (const { links } of cases) {
    const joined = groups.filter(({ marks }) => links!.some((mark) => marks.has(mark)))
    for (const one of joined) groups.splice(groups.indexOf(one), 1)
    const marks = new Set([...joined.flatMap((one) => [...one.marks]), ...links!])
    groups.push({ marks, size: 1 + joined.reduce((sum, one) => sum + one.size, 0) })
  }
  return groups.filter(({ size }) => size >= 2).length
}

function per100k(count: number | null, people: number | null): number | null {
  return count === null || !people ? null : (count / people) * 100_000
}

/** Reported and not moved out. */
function active({ cases }: Measured, at: Instant): number | null {
  return cases?.filter((one) => one.at <= at && !(one.left !== null && one.left <= at)).length ?? null
}

/** Metrics of which a stated value is believed before what the links of the list say. */
const STATED_FIRST: ReadonlySet<string> = new Set(['clusters14d'])

const COMPUTED: Record<string, (measured: Measured, at: Instant) => number | null> = {
  cases: active,
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

/** A metric at an instant: computed from the cases where it can be, else the value stated last; null is unknown. */
export function metricAt(measured: Measured, name: string, at: Instant): number | null {
  const stated = holding(measured.stated.get(name) ?? [], at)?.value ?? null
  if (stated !== null && STATED_FIRST.has(name)) return stated
  return COMPUTED[name]?.(measured, at) ?? stated
}

/** Stated metrics seen at `asOf` by place, then by name, in order of time; of equal times the later row holds. */
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
  for (const byName of byPlace.values())
    for (const held of byName.values()) held.sort((a, b) => a.at - b.at || a.row - b.row)
  return byPlace
}
