import type { Survey } from '../../answers'
import { type Curve, curveOf, foundOf, NO_CASES } from '../../clusters/curve'
import { dayNumber, dayReader, isSuspected, positionsOfCases, reportedBy } from '../../clusters/located-cases'
import { addDays, type Day, daysBetween } from '../../time/calendar'
import { UNATTRIBUTED } from '../../zones/record/row-finder'
import { undatedCases } from '../../zones/unplaced/table-times'
import { openDays } from '../open-days'
import type { Slice } from '../slice'

type SurveyCases = NonNullable<Survey['cases']>

/** Rows of the cases that count on a day at the as-of: reported by then and not merely suspected. */
export function countedRows({ facts, asOf }: Pick<Slice, 'facts' | 'asOf'>): number[] {
  const { cases } = facts
  const isUndated = undatedCases(facts, asOf)
  const rows: number[] = []
  for (let row = 0; row < cases.length; row++)
    if (reportedBy(cases, row, asOf) && !isSuspected(cases, row) && !isUndated(row)) rows.push(row)
  return rows
}

/** Whether a case was reported on the day of the slice and by its instant. */
function reportedOn({ facts: { cases }, asOf, day, timezone }: Slice): (row: number) => boolean {
  const dayAt = dayReader(timezone)
  return (row) => cases.reportedAt.at[row]! <= asOf && dayAt(cases.reportedAt.at[row]!) === day
}

/** Rows of the cases that count and are in no level, for nobody can tell on which ground or when they were. */
export function unplacedCases({ facts, attribution }: Pick<Slice, 'facts' | 'attribution'>): number[] {
  return (attribution.unplaced ?? []).flatMap(({ list, index, refused }) =>
    list === 'cases' && !refused && !isSuspected(facts.cases, index) ? [index] : [],
  )
}

/**
 * The cases of the slice; null where the list of cases is not known. `yesterday` is the last whole day: at 24:00 it
 * is the day that ends there, and `today` is the same day, no longer partial.
 */
export function surveyCases(slice: Slice): SurveyCases | null {
  const { facts, asOf, policy, day, lastWholeDay, attribution } = slice
  if (!facts.stated.has('cases')) return null
  const curve = curveOf(facts, asOf, policy?.communityFinds)
  const open = openDays(slice)
  const on = (asked: Day) => ({ ...NO_CASES, ...curve.days.get(asked), day: asked })
  return {
    yesterday: on(lastWholeDay),
    today: on(day),
    cumulative: { ...curve.cumulative, since: curve.since },
    suspected: curve.suspected,
    finds: policy?.communityFinds ? 'divided' : policy ? 'notInRules' : 'noRules',
    open,
    daily: curve.daily,
    outsideDays: curve.outsideDays,
    ...(curve.undatedCommunity > 0 ? { undatedCommunity: curve.undatedCommunity } : {}),
    communityZeroRun: open.yesterday || curve.undatedCommunity > 0 ? null : zeroRun(curve, lastWholeDay),
    unplaced: unplacedCases(slice).length,
    unplacedToday: unplacedCases(slice).filter(reportedOn(slice)).length,
    unattributed: countedRows(slice).filter((row) => attribution.cases[row] === UNATTRIBUTED).length,
  }
}

/**
 * Whole days in a row without a case found in the community, up to the last whole day and not before the first
 * report. A case whose finding is not known ends the run: it may have been one. Null also where the run is empty, or where the
 * list does not speak for the last of its days.
 */
function zeroRun({ daily, days }: Curve, lastWholeDay: Day): SurveyCases['communityZeroRun'] {
  const first = daily[0]?.day
  if (first === undefined) return null
  let from = first
  for (const [day, { community, unknownFound }] of days)
    if (day >= from && day <= lastWholeDay && community + unknownFound > 0) from = addDays(day, 1)
  if (from > lastWholeDay) return null
  return { days: daysBetween(from, lastWholeDay) + 1, from, to: lastWholeDay }
}

/** Positions of the counted cases that have one. `community`: 1 in the community, 0 controlled, 2 not known. */
export function caseDots(slice: Slice): Survey['caseDots'] {
  const { facts, hierarchy, policy, timezone } = slice
  const positionOf = positionsOfCases(facts.cases, hierarchy)
  const dayAt = dayReader(timezone)
  const rows = countedRows(slice).filter((row) => positionOf(row) !== null)
  const lonLat = new Float64Array(rows.length * 2)
  rows.forEach((row, at) => {
    lonLat.set(positionOf(row)!, 2 * at)
  })
  const unplaced = new Set(unplacedCases(slice))
  const code = { community: 1, controlled: 0, unknown: 2 }
  return {
    lonLat,
    day: Int32Array.from(rows, (row) => dayNumber(dayAt(facts.cases.reportedAt.at[row]!))),
    community: Uint8Array.from(rows, (row) => code[foundOf(facts.cases, row, policy?.communityFinds)]),
    ground: Uint8Array.from(rows, (row) =>
      unplaced.has(row) ? 2 : slice.attribution.zones[slice.attribution.cases[row]!] ? 1 : 0,
    ),
    unplaced: Int32Array.from(rows.filter((row) => unplaced.has(row))),
  }
}
