import type { Facts } from '../facts'
import { addDays, type Day, dayOf, daysBetween, type Instant, startOfDay } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { type Held, holding } from './record'

/** Cases of some ground and what is stated of it, as far as metrics ask. */
export interface Measured {
  readonly timezone: string
  /** the last day of a window of days that ends at the instant */
  dayAt(at: Instant): Day
  /** reporting times of its cases, ascending; null where the list of cases is not known */
  readonly reported: readonly Instant[] | null
  readonly people: number | null
  readonly stated: ReadonlyMap<string, readonly Held<number | null>[]>
}

/** Cases in the window of n calendar days that ends with the day of the instant. */
function recent(measured: Measured, at: Instant, days: number): number | null {
  if (!measured.reported) return null
  const { timezone } = measured
  const from = startOfDay(timezone, addDays(measured.dayAt(at), 1 - days))
  return measured.reported.filter((one) => one >= from && one <= at).length
}

function per100k(count: number | null, people: number | null): number | null {
  return count === null || !people ? null : (count / people) * 100_000
}

const COMPUTED: Record<string, (measured: Measured, at: Instant) => number | null> = {
  cases14d: (measured, at) => recent(measured, at, 14),
  casesTotal: (measured, at) => measured.reported?.filter((one) => one <= at).length ?? null,
  daysSinceLastCase: ({ reported, timezone, dayAt }, at) => {
    const last = reported?.findLast((one) => one <= at)
    return last === undefined ? null : daysBetween(dayOf(timezone, last), dayAt(at))
  },
  incidence7d: (measured, at) => per100k(recent(measured, at, 7), measured.people),
  rate14d: (measured, at) => per100k(recent(measured, at, 14), measured.people),
  dailyCasesPer100k7d: (measured, at) => {
    const week = per100k(recent(measured, at, 7), measured.people)
    return week === null ? null : week / 7
  },
}

/** A metric at an instant: computed from the cases where it can be, else the value stated last; null is unknown. */
export function metricAt(measured: Measured, name: string, at: Instant): number | null {
  const computed = COMPUTED[name]?.(measured, at) ?? null
  return computed ?? holding(measured.stated.get(name) ?? [], at)?.value ?? null
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
    held.push({ at: at.at, isDay: at.isDay, file: origin.file, row: origin.row, value })
    byName.set(metric, held)
  }
  for (const byName of byPlace.values())
    for (const held of byName.values()) held.sort((a, b) => a.at - b.at || a.row - b.row)
  return byPlace
}
