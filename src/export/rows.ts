import {
  type CaseTable,
  type ContactTable,
  type Facts,
  formatInstant,
  LISTS,
  type ListedRow,
  type ListName,
  type MomentColumn,
  rowsHeld,
  type TextColumn,
} from '#geo'
import type { RowsRead } from '../records/kind'
import { RECORDS } from '../records/records'
import { momentText, type Written, type WrittenRow } from '../records/written'

/** Some rows of a list, by their places in it. */
export function rowsIn(facts: Facts, list: ListName, places: readonly number[]): WrittenRow[] {
  if (list === 'cases' || list === 'contacts') return places.map((row) => tableRow(facts, facts[list], row))
  const all = rowsOf(facts, list)
  return places.map((place) => all[place]!)
}

/** The rows of a list as facts hold them now, under the canonical names of their columns. */
export function rowsOf(facts: Facts, list: ListName): WrittenRow[] {
  if (list === 'indicators') return []
  if (list === 'cases' || list === 'contacts') return tableRows(facts, facts[list])
  const { write } = RECORDS[list].rows as unknown as RowsRead<ListedRow>
  return write(rowsHeld(facts, LISTS[list]), facts)
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
