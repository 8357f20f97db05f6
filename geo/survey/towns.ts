import type { Survey, SurveyZone, TestingRow, TownRow } from '../answers'
import { roundTotals } from '../coverage/testing'
import type { TextColumn } from '../facts'
import { grouped } from '../grouped'
import { placeOfCase } from './cases/case-place'
import { countedRows, unplacedCases } from './cases/cases'
import { contactsKnownAt, isToMove } from './cases/contacts'
import { areaRounds } from './rounds'
import type { Slice } from './slice'

/** What the town table reads beside the slice. */
export interface TownSources {
  readonly zones: readonly SurveyZone[]
  readonly perimeter: Survey['perimeter']
}

/** The rows of all towns, and one for what lies in no town; together they are the district. */
export interface Towns {
  readonly towns: readonly TownRow[]
  /** null where everything has a town */
  readonly townless: TownRow | null
}

/** One row a town, by code, in which the current round is the area-wide one begun last. */
export function surveyTowns(slice: Slice, sources: TownSources): Towns {
  const { hierarchy } = slice
  const tallies = talliesOf(slice, sources)
  const zonesIn = grouped(sources.zones, ({ town }) => town)
  const towns = hierarchy
    .ofKind('town')
    .map((code) => rowOf(zonesIn, { town: code, name: hierarchy.place(code)!.name, tallies }))
  const rest = rowOf(zonesIn, { town: null, name: '', tallies })
  const counts = [rest.listed, rest.contactsToMove, rest.silent, rest.unguarded, rest.cases]
  const empty = counts.every((count) => !count) && Object.keys(rest.zones).length === 0
  return { towns, townless: empty ? null : rest }
}

type Tally = ReadonlyMap<string | null, number>

interface Tallies {
  readonly cases: Tally | null
  readonly toMove: Tally | null
  readonly silent: Tally | null
  readonly gaps: Tally | null
  /** rows of the current round by town */
  readonly rounds: ReadonlyMap<string | null, readonly TestingRow[]>
}

function talliesOf(slice: Slice, { perimeter }: TownSources): Tallies {
  const { facts, coverage, hierarchy, asOf } = slice
  const { cases, contacts } = facts
  const ofContact = townsIn(slice, contacts.place)
  const placeOf = placeOfCase(cases, hierarchy)
  const townOf = (code: string | null): string | null => code && hierarchy.townOf(code)
  const toMove = Array.from({ length: contacts.length }, (_, row) => row).filter((row) =>
    isToMove(contacts, row, asOf),
  )
  return {
    cases: facts.stated.has('cases')
      ? count(
          [...new Set([...countedRows(slice), ...unplacedCases(slice)])].map((row) => townOf(placeOf(row))),
        )
      : null,
    toMove: contactsKnownAt(facts, asOf) ? count(toMove.map(ofContact)) : null,
    silent: coverage.reporting && count(coverage.reporting.missing.map((code) => hierarchy.townOf(code))),
    gaps:
      perimeter?.isTold && perimeter.unguarded !== null ? count(perimeter.gaps.map((gap) => gap.town)) : null,
    rounds: currentRound(slice),
  }
}

function currentRound(slice: Slice): Map<string | null, TestingRow[]> {
  const byTown = new Map<string | null, TestingRow[]>()
  for (const row of areaRounds(slice).at(-1)?.rows ?? []) {
    const town = slice.hierarchy.townOf(row.place!)
    const rows = byTown.get(town)
    if (rows) rows.push(row)
    else byTown.set(town, [row])
  }
  return byTown
}

/** Town of a row by its place; each place is looked up once. */
function townsIn({ hierarchy }: Slice, column: TextColumn): (row: number) => string | null {
  const towns = column.values.map((code) => hierarchy.townOf(code))
  return (row) => towns[column.codes[row]!] ?? null
}

function count(towns: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const town of towns) counts.set(town, (counts.get(town) ?? 0) + 1)
  return counts
}

function rowOf(
  zonesIn: ReadonlyMap<string | null, readonly SurveyZone[]>,
  { town, name, tallies }: { town: string | null; name: string; tallies: Tallies },
): TownRow {
  const { due, ...round } = roundTotals(tallies.rounds.get(town) ?? [])
  const levels: Record<string, number> = {}
  for (const { level } of zonesIn.get(town) ?? []) levels[level] = (levels[level] ?? 0) + 1
  const of = (tally: Tally | null): number | null => tally && (tally.get(town) ?? 0)
  return {
    code: town ?? '',
    name,
    zones: levels,
    listed: due,
    ...round,
    contactsToMove: of(tallies.toMove),
    silent: of(tallies.silent),
    unguarded: of(tallies.gaps),
    cases: of(tallies.cases),
  }
}
