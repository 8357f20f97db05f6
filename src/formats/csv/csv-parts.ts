import { namedColumns } from '../columns'
import type { Asked } from '../format'
import { beginsHeader, headerIn } from '../header-lines'
import { beginningOf, Lines, type TextLines } from '../lines'
import { rowsAnew } from '../rows'
import { hasGap, MOST_ABOVE, type Part, type SheetLines, tablesIn } from '../several-tables'
import { someLines, type Table } from '../table'
import { delimiterShown, lineShown, recordAt, recordsShown, rowOf, strayIn } from './csv'
import type { CsvRecord, CsvRecords } from './csv-records'

/** characters in which the headers of tables beside each other stand */
const BEGINNING = 20_000

/** Whether a text may hold several tables, told at a glance: few do, and none is read twice without need. */
function mayHold(lines: TextLines, asked: Asked): boolean {
  if (hasParting(lines, delimiterShown(lines), asked.watch)) return true
  const beginning = recordsShown(Lines.of(beginningOf(lines, BEGINNING)))
  return beginning !== null && hasGap(linesOf(beginning), asked)
}

/** lines between two looks */
const STRIDE = 2_000

/** Whether a line of one cell, or none, stands between two of the lines below one of several cells. */
function hasParting(lines: TextLines, delimiter: string, watch: () => void = () => {}): boolean {
  let [hasBegun, hasParted] = [false, false]
  for (let at = 0; at < lines.length; at += 1) {
    if (at % STRIDE === 0) watch()
    const isWide = holdsSeveral(lines.at(at), delimiter)
    if (isWide && hasParted) return true
    if (isWide) hasBegun = true
    else if (hasBegun) hasParted = true
  }
  return false
}

/** Whether two cells of a line say anything. */
function holdsSeveral(line: string, delimiter: string): boolean {
  let [told, isTold] = [0, false]
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!
    if (sign === delimiter) isTold = false
    else if (!isTold && sign !== ' ' && sign !== '"') {
      isTold = true
      if (++told > 1) return true
    }
  }
  return false
}

const linesOf = (records: CsvRecords): SheetLines => ({
  length: records.length + 1,
  numberOf: (at) => recordAt(records, at).number,
  cells: (at) => recordAt(records, at).cells.map((cell) => cell.trim()),
})

/** The tables of a text that holds several, as a spreadsheet saves a sheet; none where it is one. */
export function csvParts(lines: TextLines, asked: Asked): Table[] {
  const records = mayHold(lines, asked) ? recordsShown(lines) : null
  if (!records) return []
  const parts = tablesIn(linesOf(records), asked)
  return parts.length < 2 ? [] : parts.map((part) => tableOf(records, part, asked))
}

function tableOf(records: CsvRecords, { lines, columns }: Part, asked: Asked): Table {
  const recordOf = (at: number): CsvRecord => {
    const record = recordAt(records, lines[at]!)
    return { ...record, cells: record.cells.slice(columns.from, columns.to) }
  }
  const first = lines.slice(0, MOST_ABOVE).map((_, at) => recordOf(at).cells.map((cell) => cell.trim()))
  const at = headerAt(first, recordOf, asked)
  const header = recordOf(at)
  const width = lines.reduce((most, _, i) => Math.max(most, i < at ? 0 : widthOf(recordOf(i))), 0)
  const { headers, twice } = namedColumns(header.cells.slice(0, width))
  const said = { code: 'title-lines', row: null, column: null, seen: String(at) } as const
  const shown = someLines(lines.length, (i) => lineShown(recordOf(i)))
  return {
    ...{ headers, twice, headerRow: header.number, strayInHeader: strayIn(header) },
    rows: rowsAnew(lines.length - at - 1, (i) => {
      const record = recordOf(at + 1 + i)
      return rowOf(headers, record, { row: record.number, lost: records.broken })
    }),
    titles: first.slice(0, at).map((cells) => cells.filter(Boolean).join(' ')),
    said: at > 0 ? [said] : [],
    lines: () => shown,
  }
}

/** The line that somebody said is the header, else the first of those that are. */
function headerAt(
  first: readonly (readonly string[])[],
  recordOf: (at: number) => CsvRecord,
  asked: Asked,
): number {
  const told = asked.headerRowOf?.(null) ?? null
  const at = told === null ? -1 : first.findIndex((_, i) => recordOf(i).number === told)
  if (at >= 0) return at
  const found = Math.max(
    0,
    headerIn(first, (line) => asked.columnsIn(line.filter(Boolean))),
  )
  return found > 0 && beginsHeader(first[found - 1]!, first[found]!, asked) ? found - 1 : found
}

/** Columns up to the last that says anything. */
const widthOf = ({ cells }: CsvRecord): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1
