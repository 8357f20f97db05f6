import { eachMade } from '../../formats/rows'
import { encodedLength } from '../../formats/shapefile/column-names'
import type { FormatTable } from '../../formats/table'
import { KINDS } from '../../records/records'
import { textOf } from '../cells/fields'

/** A shapefile cuts the name of a column at so many bytes. */
const MOST_BYTES = 10
const FEWEST_LETTERS = 3

/** By each known name of a column the fields that it stands for. */
const FIELDS: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ fields }) =>
    fields.flatMap(({ name, synonyms }) => [name, ...synonyms].map((spelt) => [spelt, name] as const)),
  ),
)
const OF_CODES = /(?:码|碼|编号|code|id)$/i
/** Cells that are looked at. */
const LOOKED_AT = 50

/** The name that was cut, where all that begin so stand for one field, those of codes where figures stand under it. */
function wholeOf(header: string, { rows }: FormatTable): string | null {
  const begun = [...FIELDS.keys()].filter((name) => name.startsWith(header))
  const isOne = (names: readonly string[]): boolean =>
    new Set(names.map((name) => FIELDS.get(name))).size === 1
  if (isOne(begun)) return begun[0]!
  const texts = rows.slice(0, LOOKED_AT).flatMap(({ cells }) => textOf(cells[header]) ?? [])
  const areCodes = texts.every((text) => /^[\dA-Z]*\d[\dA-Z]*$/i.test(text))
  const fitting = begun.filter((name) => OF_CODES.test(name) === areCodes)
  return isOne(fitting) ? fitting[0]! : null
}

/** The table with names of columns that were cut made whole, where the known names that begin so are of one field. */
export function withWholeHeaders(table: FormatTable): FormatTable {
  if (!table.mayBeCut) return table
  const whole = new Map<string, string>()
  for (const header of table.headers) {
    const isCut = encodedLength(header, table.encoding) > MOST_BYTES - 3 && header.length >= FEWEST_LETTERS
    const found = isCut && !FIELDS.has(header) ? wholeOf(header, table) : null
    if (found !== null && !table.headers.includes(found)) whole.set(header, found)
  }
  if (whole.size === 0) return table
  const called = (header: string): string => whole.get(header) ?? header
  const rows = eachMade(table.rows, (row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([header, cell]) => [called(header), cell])),
  }))
  return { ...table, headers: table.headers.map(called), rows }
}
