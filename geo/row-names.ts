import { textAt } from './columns'
import type { CaseTable, ContactTable } from './facts'

const namesOf = new WeakMap<CaseTable | ContactTable, readonly string[]>()

/**
 * What people know each case or contact by: its id; without one its file and row, e.g. `cases.csv 3`, and where
 * several files have one name the import it came with as well. No two rows without an id have one name.
 */
export function rowNames(table: CaseTable | ContactTable): readonly string[] {
  let names = namesOf.get(table)
  if (!names) namesOf.set(table, (names = named(table)))
  return names
}

function named(table: CaseTable | ContactTable): string[] {
  const count = new Map<string, number>()
  return Array.from({ length: table.length }, (_, row) => {
    const id = textAt(table.id, row)
    if (id !== null) return id
    const name = `${textAt(table.file, row) ?? ('exposedAt' in table ? 'contacts' : 'cases')} ${table.row[row]}`
    const before = count.get(name) ?? 0
    count.set(name, before + 1)
    return before === 0 ? name : `${name} (${before + 1})`
  })
}
