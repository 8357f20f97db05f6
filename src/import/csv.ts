import Papa from 'papaparse'
import { countOf, LIMITS } from './limits'
import type { RawRow, Read, Table } from './table'

const DELIMITERS = [',', '\t', ';', '，']

/** The delimiter that the header line holds most often outside quotes. A lone column has none: a comma then. */
function delimiterOf(text: string): { readonly delimiter: string; readonly columns: number } {
  const header = text.slice(0, endOfLine(text)).replace(/"[^"]*"/g, '')
  let best = { delimiter: ',', columns: 1 }
  for (const delimiter of DELIMITERS) {
    const columns = countOf(header, delimiter, LIMITS.columns) + 1
    if (columns > best.columns) best = { delimiter, columns }
  }
  return best
}

function endOfLine(text: string): number {
  const end = text.search(/[\r\n]/)
  return end < 0 ? text.length : end
}

/**
 * CSV text as a table. Every cell stays text (ids and telephone numbers keep their zeros); lines without any
 * content are skipped and not numbered. A row with more or fewer cells than the header is marked, not shifted.
 * A header wider than any table is refused before anything is parsed.
 */
export function readCsv(text: string): Read<Table> {
  const { delimiter, columns } = delimiterOf(text)
  if (columns > LIMITS.columns) return { ok: false, code: 'too-many-columns', seen: `> ${LIMITS.columns}` }
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter,
    header: false,
    dynamicTyping: false,
    skipEmptyLines: 'greedy',
  })
  const [first, ...lines] = parsed.data
  if (!first) return { ok: false, code: 'empty-file', seen: null }
  const headers = first.map((header, i) => header.trim() || `column ${i + 1}`)
  const quotes = new Set(parsed.errors.filter((e) => e.type === 'Quotes').map((e) => e.row))
  const rows = lines.map(
    (cells, i): RawRow => rowOf(headers, cells, { row: i + 1, quotes: quotes.has(i + 1) }),
  )
  return { ok: true, value: { headers, rows } }
}

function rowOf(headers: string[], cells: string[], at: { row: number; quotes: boolean }): RawRow {
  const named: Record<string, unknown> = {}
  headers.forEach((header, i) => {
    if (!Object.hasOwn(named, header)) named[header] = unquoted(cells[i] ?? '')
  })
  if (at.quotes) return { row: at.row, cells: named, broken: { code: 'broken-quotes', seen: excerpt(cells) } }
  if (cells.length === headers.length) return { row: at.row, cells: named }
  const surplus = cells.slice(headers.length)
  // Spreadsheets pad short rows with empty cells at the end; what holds nothing shifts nothing.
  if (surplus.length > 0 && surplus.every((cell) => cell.trim() === '')) return { row: at.row, cells: named }
  const seen = `${cells.length} / ${headers.length}: ${excerpt(cells)}`
  return { row: at.row, cells: named, broken: { code: 'wrong-number-of-columns', seen } }
}

/** The apostrophe with which we (and spreadsheets) keep text from being run as a formula is not part of it. */
const unquoted = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

function excerpt(cells: string[]): string {
  const text = cells.join(',').replace(/\s+/g, ' ')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
