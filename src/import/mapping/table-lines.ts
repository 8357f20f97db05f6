import type { FormatTable, TableLine } from '../../formats/table'

/** What a line of a table is taken for. */
export type LineMark = 'title' | 'header' | 'row' | 'header-again' | 'total' | 'note'

export interface MarkedLine extends TableLine {
  readonly mark: LineMark
}

/** The lines of a table as they stand in its file, each with what it is taken for. */
export function markedLines({ lines, headers, headerRow, rows, said = [] }: FormatTable): MarkedLine[] {
  const shown = lines?.() ?? linesOf(headers, rows)
  const first = rows.at(0)?.row ?? Number.POSITIVE_INFINITY
  const left = new Map<number, LineMark>()
  let notes = Number.POSITIVE_INFINITY
  for (const { code, row } of said) {
    if (row === null) continue
    if (code === 'total-left-out') left.set(row, 'total')
    if (code === 'header-repeated') left.set(row, 'header-again')
    if (code === 'note-lines') notes = row
  }
  const markOf = (row: number): LineMark => {
    if (headerRow !== null && row < headerRow) return 'title'
    if (row >= notes) return 'note'
    const own = left.get(row)
    if (own) return own
    return headerRow !== null && row < first && !isBelowTotals(row, left) ? 'header' : 'row'
  }
  return shown.map((line) => ({ ...line, mark: markOf(line.row) }))
}

/** Of a table without rows only the line of its header is one. */
const isBelowTotals = (row: number, left: ReadonlyMap<number, LineMark>): boolean =>
  [...left.keys()].some((one) => one < row)

/** letters of a cell that are shown */
const SHOWN = 80
/** Features shown of a file that has no lines. */
const FEATURES = 20

/** Features have no lines: their members stand for cells. */
function linesOf(headers: readonly string[], rows: FormatTable['rows']): TableLine[] {
  return rows.slice(0, FEATURES).map(({ row, cells }) => ({
    row,
    cells: headers.map((header) => {
      const cell = cells[header] ?? ''
      const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
      return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
    }),
  }))
}
