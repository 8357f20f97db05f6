import { isSuspected, reportedBy } from '../../clusters/located-cases'
import { momentAt, positionAt, textAt } from '../../columns'
import type { CaseTable, Facts } from '../../facts'
import type { Position } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import { byCode } from '../../places/tree'
import { rowNames } from '../../row-names'
import { addDays, dayOf, daysBetween, type Instant, startOfDay } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import type { Because, Exposure, SchemeNoteCode } from './scheme'

/** Where a case was, ready for the rules: its home, or a place of its days before. */
export interface Exposed {
  readonly kind: 'home' | 'activity'
  /** null where only a position is told that lies in no place */
  readonly place: string | null
  readonly position: Position | null
  readonly because: Because
  readonly exposure: Exposure | null
  /** the case's own time: onset, else sample, else report; null is unknown */
  readonly anchor: Instant | null
  /** when it was found: sample, else report; null is unknown */
  readonly foundAt: Instant | null
}

export interface ExposedQuestion {
  readonly asOf: Instant
  /** cases by id, else by their row's name; all counted ones where left out */
  readonly cases?: readonly string[]
  readonly exposures: readonly Exposure[]
}

export type Say = (code: SchemeNoteCode, because: Because) => void

/** Homes of the cases and the places they were at. What cannot be placed is said. */
export function exposedOf(
  facts: Facts,
  hierarchy: Hierarchy,
  question: ExposedQuestion & { say: Say },
): Exposed[] {
  const rows = rowsOf(facts.cases, question)
  const homes = rows.flatMap((row) => homeOf(facts, hierarchy, { row, ...question }))
  const names = rowNames(facts.cases)
  const anchors = rows.map((row) => ({ id: names[row]!, ...timesOf(facts.cases, row) }))
  const places = question.exposures.flatMap((exposure, at): Exposed[] => {
    const because: Because = { rule: null, case: exposure.case ?? null, exposure: at, place: exposure.place }
    const own = anchors.find(({ id }) => id === exposure.case) ?? earliest(anchors)
    const times = { anchor: own?.anchor ?? null, foundAt: own?.foundAt ?? null }
    const where = whereOf(hierarchy, exposure, because, question.say)
    return where ? [{ kind: 'activity', ...where, exposure, ...times }] : []
  })
  const known = new Set([...homes, ...places].map(({ place }) => place))
  const stated = placesWithRisk(facts, question.asOf).filter((code) => !known.has(code))
  return [...homes, ...places, ...stated.map((place) => statedPlace(hierarchy, place, earliest(anchors)))]
}

/** Facts by which a person says that a case was at a place and what came of it. */
const RISK_FACTS: ReadonlySet<string> = new Set([
  'highSpreadRiskAndContactsHardToTrace',
  'someSpreadRiskAndContactsHardToTrace',
])

function placesWithRisk({ statedFacts }: Facts, asOf: Instant): string[] {
  const said = statedFacts.filter(({ fact, at }) => RISK_FACTS.has(fact) && isSeenMoment(at, asOf))
  return [...new Set(said.flatMap(({ place }) => place ?? []))].sort(byCode)
}

function statedPlace(
  hierarchy: Hierarchy,
  place: string,
  own: { readonly anchor: Instant | null; readonly foundAt: Instant | null } | null,
): Exposed {
  return {
    ...{ kind: 'activity', place, position: hierarchy.pointOf(place), exposure: null },
    because: { rule: null, case: null, exposure: null, place },
    ...{ anchor: own?.anchor ?? null, foundAt: own?.foundAt ?? null },
  }
}

function rowsOf(cases: CaseTable, { asOf, cases: asked, say }: ExposedQuestion & { say: Say }): number[] {
  const rows: number[] = []
  for (let row = 0; row < cases.length; row++) {
    const id = rowNames(cases)[row]!
    if (asked && !asked.includes(id)) continue
    const because: Because = { rule: null, case: id, exposure: null, place: textAt(cases.place, row) }
    if (!reportedBy(cases, row, asOf)) {
      if (asked) say('not-reported-yet', because)
      continue
    }
    if (isSuspected(cases, row)) {
      if (asked) say('suspected-case', because)
      continue
    }
    rows.push(row)
  }
  return rows
}

function timesOf(cases: CaseTable, row: number): { anchor: Instant | null; foundAt: Instant | null } {
  const [onset, sampled, reported] = [cases.onsetOn, cases.sampledAt, cases.reportedAt].map(
    (column) => momentAt(column, row)?.at ?? null,
  )
  return { anchor: onset ?? sampled ?? reported ?? null, foundAt: sampled ?? reported ?? null }
}

function earliest<T extends { readonly anchor: Instant | null }>(all: readonly T[]): T | null {
  return all.reduce<T | null>(
    (first, one) => (one.anchor !== null && (first === null || one.anchor < first.anchor!) ? one : first),
    null,
  )
}

function homeOf(
  { cases }: Facts,
  hierarchy: Hierarchy,
  { row, say }: { readonly row: number; readonly say: Say },
): Exposed[] {
  const position = positionAt(cases, row)
  const place = textAt(cases.place, row)
  const because: Because = { rule: null, case: rowNames(cases)[row]!, exposure: null, place }
  if (place === null && !position) {
    say('case-without-place', because)
    return []
  }
  const where = whereOf(hierarchy, { place, position }, because, say)
  return where ? [{ kind: 'home', ...where, exposure: null, ...timesOf(cases, row) }] : []
}

/** The narrowest place that both name: what a position adds below the place it is given with. */
function whereOf(
  hierarchy: Hierarchy,
  { place, position }: Pick<Exposure, 'place' | 'position'>,
  because: Because,
  say: Say,
): Pick<Exposed, 'place' | 'position' | 'because'> | null {
  if (place !== null && !hierarchy.place(place)) say('unknown-place', because)
  const named = place !== null && hierarchy.place(place) ? place : null
  const found = position ? (hierarchy.placeAt(...position)?.code ?? null) : null
  const narrower = found !== null && (named === null || hierarchy.ancestorsOf(found).includes(named))
  const at = narrower ? found : named
  if (at === null && !position) {
    if (place === null) say('case-without-place', because)
    return null
  }
  const told = position ?? (at === null ? null : hierarchy.pointOf(at))
  return { place: at, position: told, because: { ...because, place: at } }
}

/** Whether the exposure ended within so many calendar days before its case's own time. Unknown times count. */
export function isInWindow(
  { exposure, anchor }: Exposed,
  lookbackDays: number | undefined,
  timezone: string,
): boolean {
  const last = exposure?.to ?? exposure?.from ?? null
  if (lookbackDays === undefined || last === null || anchor === null) return true
  return last >= startOfDay(timezone, addDays(dayOf(timezone, anchor), -lookbackDays))
}

/** Whether the case was found within so many calendar days before the as-of. Unknown times count. */
export function foundWithin(
  { foundAt }: Exposed,
  days: number,
  { asOf, timezone }: { asOf: Instant; timezone: string },
): boolean {
  return foundAt === null || daysBetween(dayOf(timezone, foundAt), dayOf(timezone, asOf - 1)) <= days
}
