import type { Asked } from '../format'
import { beginsHeader, ENOUGH, groupsColumns, headerIn } from '../header-lines'
import { LIMITS } from '../limits'
import { firstLines, linesBelow, type TextLines } from '../lines'

/** A text of rows without the lines above its header. */
export interface Titled {
  /** title, unit and the like as they stand, in order; `sep=` left out */
  readonly titles: readonly string[]
  /** how many lines stand above the header */
  readonly skipped: number
  /** of them, those that a spreadsheet shows as rows: a `sep=` at the top it reads and shows not */
  readonly rows: number
  readonly lines: TextLines
}

/** A title takes a few lines, not a page. */
const MOST_LINES = 8
/** A heading of narrow columns goes on over some lines a cell. */
const MOST_PARTS = 100

/**
 * Takes off what stands above the header: lines without any known column before one that has several, and the
 * `sep=` with which spreadsheets begin. A line amid a quotation is no title.
 */
export function withoutTitles(text: TextLines, { columnsIn, headerRowOf }: Asked): Titled {
  const told = headerRowOf?.(null) ?? null
  if (told !== null) return below(text, firstLines(text, told + 1), told)
  const lines = firstRecords(text)
  const known = (line: string): number => knownIn(line, columnsIn)
  const found = headerIn(lines.map(cellsOf), (_, at) => known(lines[at]!))
  const isTwo = found > 0 && beginsHeader(cellsOf(lines[found - 1]!), cellsOf(lines[found]!), { columnsIn })
  const header = isTwo ? found - 1 : found
  const above = lines.slice(0, Math.max(0, header))
  const isTitle = (line: string): boolean => (known(line) === 0 || UNIT.test(line)) && !isOpen(line)
  // groups of columns above a header that is one without them
  const isGroups = header > 0 && groupsColumns(cellsOf(lines[header - 1]!), cellsOf(lines[header]!))
  const named = isGroups ? above.slice(0, -1) : above
  if (above.length === 0 || !named.every(isTitle)) return { titles: [], skipped: 0, rows: 0, lines: text }
  return takenOff(text, above)
}

/** The text below the row that somebody said is its header; all of it where it has no such row. */
function below(text: TextLines, lines: readonly string[], row: number): Titled {
  const above = row - 1 + Number(SEPARATOR.test(lines[0]!))
  return lines.length > above ? takenOff(text, lines.slice(0, above)) : takenOff(text, [])
}

function takenOff(text: TextLines, above: readonly string[]): Titled {
  if (above.length === 0) return { titles: [], skipped: 0, rows: 0, lines: text }
  const titles = above.filter((line) => line.trim() !== '' && !SEPARATOR.test(line))
  const rows = above.length - Number(SEPARATOR.test(above[0]!))
  return { titles, skipped: above.length, rows, lines: linesBelow(text, linesIn(above)) }
}

/** The first lines of a text; one that a cell of a heading goes on over comes whole, if its quotation is closed. */
function firstRecords(text: TextLines): string[] {
  const lines = firstLines(text, MOST_PARTS)
  const records: string[] = []
  for (let at = 0; at < lines.length && records.length <= MOST_LINES; ) {
    let [end, record] = [at, lines[at]!]
    while (isOpen(record) && end + 1 < lines.length) record += `\n${lines[++end]!}`
    const isWhole = !isOpen(record)
    records.push(isWhole ? record : lines[at]!)
    at = isWhole ? end + 1 : at + 1
  }
  return records
}

const linesIn = (records: readonly string[]): number =>
  records.reduce((sum, record) => sum + record.split('\n').length, 0)

/** Who filled in the list, in a cell of its own: a column elsewhere. */
const UNIT = /^\uFEFF?"?(?:填报|报送|上报)单位"?\s*[,\t;，]/

const SEPARATOR = /^\uFEFF?sep=/i

const isOpen = (line: string): boolean => line.split('"').length % 2 === 0

const cellsOf = (line: string): string[] =>
  line.split(/[,\t;，]/, LIMITS.columns).map((cell) => cell.replace(/"/g, '').trim())

/** Known columns in the line. One wider than any table is no title; it is not looked at, for it is refused next. */
function knownIn(line: string, columnsIn: Asked['columnsIn']): number {
  const cells = line.split(/[,\t;，]/, LIMITS.columns + 1)
  if (cells.length > LIMITS.columns) return ENOUGH
  const short = cells.filter(({ length }) => length <= LIMITS.header)
  return columnsIn(short.map((cell) => cell.replace(/"/g, '').trim()).filter(Boolean))
}
