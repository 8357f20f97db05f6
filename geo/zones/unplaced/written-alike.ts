import { alike, type Numbers } from '../../alike'
import type { CaseTable, ContactTable } from '../../facts'

const known = new WeakMap<CaseTable | ContactTable, Int32Array>()

/** A number for every row, the same where rows say the same but for their id and origin; worked out once a table. */
export function writtenAlike(table: CaseTable | ContactTable): Int32Array {
  let numbers = known.get(table)
  if (!numbers) known.set(table, (numbers = numbered(table)))
  return numbers
}

const ORIGIN: ReadonlySet<string> = new Set(['id', 'file', 'row', 'segment', 'knownAt'])

function numbered(table: CaseTable | ContactTable): Int32Array {
  const columns = Object.entries(table).flatMap(([name, column]) =>
    ORIGIN.has(name) || typeof column !== 'object' ? [] : numbersOf(column),
  )
  return alike(table.length, columns)
}

type Column = Extract<(CaseTable | ContactTable)[keyof CaseTable & keyof ContactTable], object> | Float64Array

function numbersOf(column: Column): Numbers[] {
  if (column instanceof Float64Array || column instanceof Uint32Array) return [column]
  return 'codes' in column ? [column.codes] : [column.at, column.isDay]
}
