import type { CaseCounts } from '../answers'
import { textAt } from '../columns'
import type { CaseTable, Facts } from '../facts'
import { daysWithin, periodOf } from '../period/period'
import { type Day, dayOf, type Instant } from '../time/calendar'
import { isSeen } from '../time/seen'
import { undatedCases } from '../zones/unplaced/table-times'
import { dayReader, isSuspected, reportedBy } from './located-cases'

/** Where a case was found, as the policy in force divides it. */
export type Found = 'community' | 'controlled' | 'unknown'

/** Counts that are still being added up. */
type Tally = { -readonly [K in keyof CaseCounts]: CaseCounts[K] }

export interface Curve {
  /**
   * Every day from the first report to the day of the as-of, days without a case included, within the period of the
   * facts.
   */
  readonly daily: readonly (CaseCounts & { readonly day: Day; readonly partial: boolean })[]
  /** cases of `cumulative` that were reported on a day which `daily` does not span */
  readonly outsideDays: number
  /** the day of the first report in `daily`, else of the first at all; null without a case */
  readonly since: Day | null
  /** every day with a case, spanned or not */
  readonly days: ReadonlyMap<Day, CaseCounts>
  /** kinds as they stand at the as-of; cases that do not tell when they were reported are among them */
  readonly cumulative: CaseCounts
  /** cases on no day, for they do not tell when they were reported, or not truly */
  readonly undated: number
  /** of them, those found in the community and those of which it is not known */
  readonly undatedCommunity: number
  readonly suspected: number
}

const none = (): Tally => ({
  total: 0,
  community: 0,
  controlled: 0,
  unknownFound: 0,
  confirmed: 0,
  asymptomatic: 0,
  converted: 0,
})

/** No case at all in the span. */
export const NO_CASES: CaseCounts = Object.freeze(none())

/** Whether a way of being found counts as in the community (社会面); unknown without a word or without a list. */
export function foundOf(cases: CaseTable, row: number, communityFinds: readonly string[] | undefined): Found {
  const word = textAt(cases.foundIn, row)
  if (word === null || !communityFinds) return 'unknown'
  return communityFinds.includes(word) ? 'community' : 'controlled'
}

/**
 * The day on which an asymptomatic case turned confirmed: a confirmed case whose kind is younger than its report was
 * asymptomatic before. Null where it did not turn.
 */
function turnedAt(cases: CaseTable, row: number, dayAt: (at: Instant) => Day): Instant | null {
  const [kindAt, reportedAt] = [cases.kindAt.at[row]!, cases.reportedAt.at[row]!]
  if (textAt(cases.kind, row) !== 'confirmed' || Number.isNaN(kindAt)) return null
  const onlyDays = cases.kindAt.isDay[row] === 1 || cases.reportedAt.isDay[row] === 1
  return (onlyDays ? dayAt(kindAt) > dayAt(reportedAt) : kindAt > reportedAt) ? kindAt : null
}

/**
 * The epidemic curve by day of report, of the cases reported by `asOf`. A day counts the kinds as they were first
 * reported, and apart from them the cases that turned confirmed on it (`converted`: moved, never added); so a
 * day's bulletin says `confirmed + converted` confirmed, of which `converted` were asymptomatic. In `cumulative`
 * every case has the kind it has at `asOf`, cases on no day included (`undated`). Suspected cases are counted apart and nowhere else.
 */
export function curveOf(facts: Facts, asOf: Instant, communityFinds: readonly string[] | undefined): Curve {
  const { cases, pack } = facts
  const dayAt = dayReader(pack.timezone)
  const days = new Map<Day, Tally>()
  const tallyOf = (day: Day): Tally => days.get(day) ?? days.set(day, none()).get(day)!
  const cumulative = none()
  const isUndated = undatedCases(facts, asOf)
  let [suspected, undated, undatedCommunity] = [0, 0, 0]
  for (let row = 0; row < cases.length; row++) {
    if (isUndated(row)) {
      undated++
      const found = foundOf(cases, row, communityFinds)
      if (found !== 'controlled') undatedCommunity++
      add(cumulative, textAt(cases.kind, row), found)
      continue
    }
    if (!reportedBy(cases, row, asOf)) continue
    if (isSuspected(cases, row)) {
      suspected++
      continue
    }
    const turned = turnedAt(cases, row, dayAt)
    const kind = textAt(cases.kind, row)
    const found = foundOf(cases, row, communityFinds)
    add(tallyOf(dayAt(cases.reportedAt.at[row]!)), turned === null ? kind : 'asymptomatic', found)
    const isTurned = turned !== null && isSeen(turned, cases.kindAt.isDay[row] === 1, asOf)
    add(cumulative, turned === null || isTurned ? kind : 'asymptomatic', found)
    if (!isTurned) continue
    tallyOf(dayAt(turned)).converted++
    cumulative.converted++
  }
  const daily = series(days, facts, asOf)
  const spanned = daily.reduce((sum, { total }) => sum + total, undated)
  return {
    ...{
      daily,
      days,
      cumulative,
      suspected,
      undated,
      undatedCommunity,
      outsideDays: cumulative.total - spanned,
    },
    since: daily[0]?.day ?? [...days.keys()].sort()[0] ?? null,
  }
}

function add(tally: Tally, kind: string | null, found: Found): void {
  tally.total++
  if (found === 'community') tally.community++
  else if (found === 'controlled') tally.controlled++
  else tally.unknownFound++
  if (kind === 'confirmed') tally.confirmed++
  else if (kind === 'asymptomatic') tally.asymptomatic++
}

/** The day of the as-of is partial until its 24:00. */
function series(days: ReadonlyMap<Day, CaseCounts>, facts: Facts, asOf: Instant): Curve['daily'] {
  const { timezone } = facts.pack
  const period = periodOf(facts)
  const reported = [...days.keys()].filter((day) => period && day >= period.from && day <= period.to).sort()
  const first = reported[0]
  if (first === undefined) return []
  const last = [reported.at(-1)!, dayOf(timezone, asOf - 1)].sort().at(-1)!
  const partial = dayOf(timezone, asOf) === last
  return daysWithin(period, first, last).map((day) => ({
    day,
    partial: day === last && partial,
    ...(days.get(day) ?? NO_CASES),
  }))
}
