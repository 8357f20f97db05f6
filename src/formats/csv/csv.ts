import { namedColumns } from '../columns'
import { countOf, LIMITS } from '../limits'
import { beginningOf, firstLines, Lines, linesBelow, type TextLines } from '../lines'
import { rowsAnew } from '../rows'
import { type RawRow, type Read, someLines, type Table, type TableLine } from '../table'
import { type CsvRecord, type CsvRecords, csvRecords, type Step } from './csv-records'

const DELIMITERS = [',', '\t', ';', '，']

interface Delimited {
  readonly delimiter: string
  readonly columns: number
}

/** The delimiter that the header holds most often outside quotation marks. A lone column has none: a comma then. */
function delimiterOf(lines: TextLines): Delimited {
  const line = mostOften(lines.at(0))
  if (line.columns > 1) return line
  const [wrapped] = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(beginningOf(lines, LONGEST_HEADER))!
  return mostOften(wrapped)
}

/** characters; a heading wraps over a few lines, not over a list */
const LONGEST_HEADER = 10_000

function mostOften(header: string): Delimited {
  const bare = header.replace(/"[^"]*"/g, '')
  let best: Delimited = { delimiter: ',', columns: 1 }
  for (const delimiter of DELIMITERS) {
    const columns = countOf(bare, delimiter, LIMITS.columns) + 1
    if (columns > best.columns) best = { delimiter, columns }
  }
  return best
}

/**
 * CSV text as a table, below so many rows of title. Every cell stays text (ids and telephone numbers keep their
 * zeros); lines without any content are skipped, and numbered as a spreadsheet does. A row with more cells than the
 * header is marked, not shifted; one with fewer lacks those at its end, and says so; a
 * stray quotation mark costs its own line. The second column of one name is told and gets a name of its own. A
 * header wider than any table is refused before anything is parsed.
 */
export function readCsv(text: string | TextLines, above = 0, step?: Step): Read<Table> {
  const lines = typeof text === 'string' ? Lines.of(text) : text
  const { delimiter, columns } = delimiterOf(lines)
  if (columns > LIMITS.columns) return { ok: false, code: 'too-many-columns', seen: `> ${LIMITS.columns}` }
  const found = csvRecords(lines, delimiter, step)
  if (!found) return { ok: false, code: 'empty-file', seen: null }
  const { headers, twice } = namedColumns(found.header.cells)
  const { broken: lost } = found
  const rows = rowsAnew(found.length, (at) => {
    const record = found.at(at)
    return rowOf(headers, record, { row: above + record.number, lost })
  })
  return {
    ok: true,
    value: {
      headers,
      headerRow: above + found.header.number,
      rows,
      twice,
      strayInHeader: strayIn(found.header),
    },
  }
}

/** The headers, where a quotation mark among them was not closed; else null. */
export const strayIn = ({ isBroken, cells }: CsvRecord): string | null => (isBroken ? excerpt(cells) : null)

/** A record as a row below these headers. */
export function rowOf(
  headers: readonly string[],
  { cells, isBroken, isDoubtful }: CsvRecord,
  at: { readonly row: number; readonly lost: number },
): RawRow {
  const { row } = at
  const named = namedCells(headers, cells)
  if (isBroken)
    return { row, cells: named, broken: { code: 'broken-quotes', seen: excerpt(cells), count: at.lost } }
  if (isDoubtful) return { row, cells: named, notes: [{ code: 'cell-over-lines', seen: excerpt(cells) }] }
  if (cells.length === headers.length) return { row, cells: named }
  const surplus = cells.slice(headers.length)
  // Spreadsheets pad short rows with empty cells at the end; what holds nothing shifts nothing.
  if (surplus.length > 0 && surplus.every((cell) => cell.trim() === '')) return { row, cells: named }
  const seen = `${cells.length} / ${headers.length}: ${excerpt(cells)}`
  // Other programs leave the empty cells at the end of a row out.
  if (surplus.length === 0)
    return { row, cells: named, notes: [{ code: 'short-row', seen: `${cells.length} / ${headers.length}` }] }
  return { row, cells: named, broken: { code: 'wrong-number-of-columns', seen } }
}

/** The cells by header: set one by one, for that is what engines are quick at. */
function namedCells(headers: readonly string[], cells: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {}
  for (const [i, header] of headers.entries()) {
    const cell = unquoted(cells[i] ?? '')
    if (header === '__proto__') Object.defineProperty(named, header, { value: cell, ...OWN })
    else named[header] = cell
  }
  return named
}

const OWN = { enumerable: true, configurable: true, writable: true }

/** The apostrophe with which we (and spreadsheets) keep text from being run as a formula is not part of it. */
const unquoted = (cell: string): string =>
  cell.startsWith("'") && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell

function excerpt(cells: readonly string[]): string {
  const text = cells.join(',').replace(/\s+/g, ' ')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** The first and last lines of a text as they stand in it. */
export function csvLines(lines: TextLines): TableLine[] {
  const found = recordsShown(lines)
  if (!found) return []
  return someLines(found.length + 1, (at) => lineShown(recordAt(found, at)))
}

/** The records of a text with its titles, as a spreadsheet shows them; null where there is none. */
export function recordsShown(lines: TextLines): CsvRecords | null {
  return csvRecords(withoutSeparator(lines), delimiterShown(lines))
}

/** The delimiter of a text with its titles. */
export const delimiterShown = (lines: TextLines): string =>
  delimiterOf(Lines.of(widestLine(withoutSeparator(lines)))).delimiter

const withoutSeparator = (lines: TextLines): TextLines =>
  lines.length > 1 && SEPARATOR.test(lines.at(0)) ? linesBelow(lines, 1) : lines

/** Of all records the one at that place, the first of them at 0. */
export const recordAt = ({ header, at }: CsvRecords, place: number): CsvRecord =>
  place === 0 ? header : at(place - 1)

export const lineShown = ({ number, cells }: CsvRecord): TableLine => ({
  row: number,
  cells: cells.slice(0, LIMITS.columns).map(excerptOf),
})

const SEPARATOR = /^sep=/i

/** Of the first lines the one that holds most delimiters: titles have none. */
function widestLine(text: TextLines): string {
  const lines = firstLines(text, MOST_TITLES)
  const width = (line: string): number => mostOften(line).columns
  return lines.reduce((widest, line) => (width(line) > width(widest) ? line : widest), '')
}
const MOST_TITLES = 10
/** letters of a cell that are shown */
const SHOWN = 80
const excerptOf = (cell: string): string => (cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell)
