import { eachMade } from '../formats/rows'
import { encodedLength } from '../formats/shapefile/column-names'
import type { FormatTable } from '../formats/table'
import { KINDS } from '../log/kinds'

/** A shapefile cuts the name of a column at so many bytes. */
const MOST_BYTES = 10
const FEWEST_LETTERS = 3

/** The table with names of columns that were cut made whole, where only one known name begins so. */
export function withWholeHeaders(table: FormatTable): FormatTable {
  if (!table.mayBeCut) return table
  const names = [
    ...new Set(KINDS.flatMap(({ fields }) => fields.flatMap(({ name, synonyms }) => [name, ...synonyms]))),
  ]
  const whole = new Map<string, string>()
  for (const header of table.headers) {
    const isCut = encodedLength(header, table.encoding) > MOST_BYTES - 3 && header.length >= FEWEST_LETTERS
    const found = isCut && !names.includes(header) ? names.filter((name) => name.startsWith(header)) : []
    if (found.length === 1 && !table.headers.includes(found[0]!)) whole.set(header, found[0]!)
  }
  if (whole.size === 0) return table
  const called = (header: string): string => whole.get(header) ?? header
  const rows = eachMade(table.rows, (row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([header, cell]) => [called(header), cell])),
  }))
  return { ...table, headers: table.headers.map(called), rows }
}
