/** A cell that a spreadsheet would run as a formula. */
const FORMULA = /^'*[=+\-@\t\r]/
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

export type CsvCell = string | number | boolean | null

/**
 * One cell of CSV (RFC 4180). Text that a spreadsheet would run as a formula is preceded by an apostrophe; the
 * importer takes it off again. Numbers, also negative ones, stay numbers.
 */
export function csvCell(cell: CsvCell): string {
  const safe = guarded(cell)
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function guarded(cell: CsvCell): string {
  if (cell === null) return ''
  const text = String(cell)
  return typeof cell === 'string' && FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** CSV in UTF-8 with a byte order mark (Excel takes it for another encoding without) and CRLF. */
export const toCsv = (headers: readonly string[], rows: Iterable<readonly CsvCell[]>): string =>
  `\uFEFF${csvLines([headers, ...rows])}`

/** Lines of CSV that follow others. */
export const csvLines = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')

/** One row as text to be pasted into a sheet: cells with tabs between, each on one line and guarded as in CSV. */
export function tabbedRow(cells: readonly CsvCell[]): string {
  return cells.map((cell) => guarded(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')
}

/** A table as text to be pasted into a sheet. */
export function toTabbed(head: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return [head, ...rows].map(tabbedRow).join('\n')
}
