import {
  type CaseTable,
  type ContactTable,
  type Facts,
  formatInstant,
  type ListName,
  type MomentColumn,
  type TextColumn,
} from '#geo'
import { writeBackdrop } from '../records/backdrop/rows'
import { writeChecks } from '../records/checks/rows'
import { writeFacilities } from '../records/facilities/rows'
import { writeStatedFacts } from '../records/facts/rows'
import { writeMetrics } from '../records/metrics/rows'
import { writeOccupancy } from '../records/occupancy/rows'
import { writePassages } from '../records/passages/rows'
import { writePlaces } from '../records/places/rows'
import { writeReports } from '../records/reports/rows'
import { writeRoads } from '../records/roads/rows'
import { writeRounds } from '../records/rounds/rows'
import { writeSurveys } from '../records/surveys/rows'
import { writeSteps } from '../records/transitions/rows'
import { momentText, type Writer, type Written, type WrittenRow } from '../records/written'
import { writeZones } from '../records/zones/rows'

/** Some rows of a list, by their places in it. */
export function rowsIn(facts: Facts, list: ListName, places: readonly number[]): WrittenRow[] {
  if (list === 'cases' || list === 'contacts') return places.map((row) => tableRow(facts, facts[list], row))
  const all = rowsOf(facts, list)
  return places.map((place) => all[place]!)
}

/** The rows of a list as facts hold them now, under the canonical names of their columns. */
export function rowsOf(facts: Facts, list: ListName): WrittenRow[] {
  return WRITERS[list]?.(facts) ?? []
}

const WRITERS: Partial<Record<ListName, Writer>> = {
  places: writePlaces,
  roads: writeRoads,
  backdrop: writeBackdrop,
  facilities: writeFacilities,
  zones: writeZones,
  transitions: writeSteps,
  cases: (facts) => tableRows(facts, facts.cases),
  contacts: (facts) => tableRows(facts, facts.contacts),
  rounds: writeRounds,
  facts: writeStatedFacts,
  reports: writeReports,
  occupancy: writeOccupancy,
  checks: writeChecks,
  passages: writePassages,
  metrics: writeMetrics,
  surveys: writeSurveys,
}

/** Columns → rows. `file`, `segment` and `row` say where a row came from and stay out; `lon` is written as `lng`. */
function tableRows(facts: Facts, table: CaseTable | ContactTable): WrittenRow[] {
  return Array.from({ length: table.length }, (_, row) => tableRow(facts, table, row))
}

function tableRow(facts: Facts, table: CaseTable | ContactTable, row: number): WrittenRow {
  const cells: Record<string, Written> = {}
  for (const [name, column] of Object.entries(table))
    if (!['length', 'file', 'segment', 'row', 'knownAt'].includes(name))
      cells[name === 'lon' ? 'lng' : name] = cellAt(facts, column, row)
  const learned = table.knownAt[row]!
  cells.knownAt = Number.isNaN(learned) ? null : formatInstant(facts.pack.timezone, learned)
  return { cells }
}

function cellAt(facts: Facts, column: TextColumn | MomentColumn | Float64Array, row: number): Written {
  if (column instanceof Float64Array) return Number.isNaN(column[row]!) ? null : column[row]!
  if ('codes' in column) return column.values[column.codes[row]!] ?? null
  const at = column.at[row]!
  return Number.isNaN(at) ? null : momentText(facts, { at, isDay: column.isDay[row] === 1 })
}
