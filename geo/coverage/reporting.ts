import type { CoverageAnswer } from '../answers'
import type { Facts, Report, Reported } from '../facts'
import type { Hierarchy } from '../places/hierarchy'
import { dayOf, formatInstant, formatMoment, type Instant, type Moment, readMoment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { isByHand } from '../zones/sources/listed-rows'
import { figuresOf, isReport, isSaid, statusOf } from './filed'

export type Reporting = NonNullable<CoverageAnswer['reporting']>

/**
 * The daily reports of the day that `asOf` lies in or ends. A place has reported when a row of that day was filed by
 * `asOf` and is a report: its words say so, else at least one item of it is known; late is a first filing after the
 * cutoff. The row filed last by `asOf` is the one that holds. Null where the pack asks for no reports or has no such list.
 *
 * Zero, approximate and withheld are counts of places that reported: `zero` all items an exact 0, `approximate` and
 * `withheld` at least one item such; a place without report is `missing`, never zero.
 */
export function reportingOf(facts: Facts, hierarchy: Hierarchy, asOf: Instant): Reporting | null {
  const asked = facts.pack.reporting
  if (!asked || !(facts.stated.has('reports') || facts.reports.some(isByHand))) return null
  const timezone = facts.pack.timezone
  const day = dayOf(timezone, asOf - 1)
  const cutoffAt = readMoment(timezone, `${day}T${asked.cutoff}`)?.at ?? asOf
  const expected = hierarchy.ofKind(asked.kind)
  if (expected.length === 0) return null
  const held = new Map<string, Filing>()
  for (const report of facts.reports)
    if (report.day === day && isFiled(report, asked.items, asOf)) hold(held, report)
  const filed = expected.filter((code) => held.has(code))
  const last = filed.map((code) => held.get(code)!.last)
  const items = last.map((report) => itemsOf(report, asked.items))
  return {
    day,
    kind: asked.kind,
    cutoffAt: formatInstant(timezone, cutoffAt),
    expected: expected.length,
    filed: filed.length,
    late: filed.filter((code) => held.get(code)!.first > cutoffAt),
    missing: expected.filter((code) => !held.has(code)),
    zero: last.filter((report) => isZeroReport(report, asked.items)).length,
    approximate: items.filter((of) => of.some((item) => item.kind === 'approximate')).length,
    withheld: items.filter((of) => of.some((item) => item.kind === 'withheld')).length,
  }
}

/** Reports of a pack that does not say who reports by when, or knows none of them: how many places filed, and the newest filing. */
export function reportsFiledOf(
  facts: Facts,
  hierarchy: Hierarchy,
  asOf: Instant,
): Pick<CoverageAnswer, 'reportsFiled'> {
  const { pack, reports } = facts
  const isExpected = pack.reporting !== null && hierarchy.ofKind(pack.reporting.kind).length > 0
  if (isExpected || !facts.stated.has('reports')) return {}
  const day = dayOf(pack.timezone, asOf - 1)
  const filed = reports.filter((report) => report.day === day && isFiled(report, [], asOf))
  const newest = reports
    .filter((report) => report.filedAt && isFiled(report, [], asOf))
    .reduce<Moment | null>((last, { filedAt }) => (last && last.at >= filedAt!.at ? last : filedAt), null)
  const places = new Set(filed.map(({ place }) => place)).size
  return { reportsFiled: { day, places, at: newest && formatMoment(pack.timezone, newest) } }
}

/** The first report of a place for a day that was filed by the as-of; null where none came. */
export function firstFiled(
  { reports, pack }: Pick<Facts, 'reports' | 'pack'>,
  { place, day, asOf }: { readonly place: string; readonly day: string; readonly asOf: Instant },
): { readonly at: Moment | null } | null {
  const filed = reports.filter(
    (one) => one.place === place && one.day === day && isFiled(one, pack.reporting?.items ?? [], asOf),
  )
  const [first] = filed.sort((a, b) => filedAt(a) - filedAt(b))
  return first ? { at: first.filedAt } : null
}

interface Filing {
  /** −∞ where no filing time is given: such a report is not called late */
  readonly first: Instant
  readonly last: Report
}

const filedAt = (report: Report): Instant => report.filedAt?.at ?? -Infinity

function hold(held: Map<string, Filing>, report: Report): void {
  const known = held.get(report.place)
  if (!known) held.set(report.place, { first: filedAt(report), last: report })
  else
    held.set(report.place, {
      first: Math.min(known.first, filedAt(report)),
      last: filedAt(report) >= filedAt(known.last) ? report : known.last,
    })
}

/** The items asked for, a column that is not there being missing; every column that counts where none is asked for. */
function itemsOf({ items }: Report, asked: readonly string[]): readonly Reported[] {
  const missing: Reported = { kind: 'missing' }
  return asked.length > 0 ? asked.map((item) => items[item] ?? missing) : figuresOf(items)
}

function isFiled(report: Report, asked: readonly string[], asOf: Instant): boolean {
  if (report.filedAt && !isSeenMoment(report.filedAt, asOf)) return false
  return isReport(report.items, itemsOf(report, asked))
}

/** All items an exact 0, or said to be zero and none against it. */
function isZeroReport(report: Report, asked: readonly string[]): boolean {
  const items = itemsOf(report, asked)
  const isZero = (item: Reported): boolean => item.kind === 'count' && item.value === 0
  if (statusOf(report.items) === 'zero')
    return items.every((item) => isZero(item) || !isSaid(item) || item.kind === 'text')
  return items.length > 0 && items.every(isZero)
}
