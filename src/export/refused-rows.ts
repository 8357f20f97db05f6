import { toCsv } from './csv'

/** A refused row as the clerk gets it back. */
export interface RefusedLine {
  readonly file: string
  readonly row: number
  readonly column: string | null
  readonly cells: Readonly<Record<string, string>>
}

export interface RefusedHeaders {
  readonly file: string
  readonly row: string
  readonly column: string
  readonly reason: string
}

/**
 * Refused rows as CSV: file, row number, column and the reason first, then every column of their files, so that
 * the rows can be mended and imported again. `reasonOf` puts the problem into words.
 */
export function refusedRowsCsv<Line extends RefusedLine>(
  lines: readonly Line[],
  headers: RefusedHeaders,
  reasonOf: (line: Line) => string,
): string {
  const columns = [...new Set(lines.flatMap(({ cells }) => Object.keys(cells)))]
  const first = [headers.file, headers.row, headers.column, headers.reason]
  const rows = lines.map((line) => [
    line.file,
    line.row,
    line.column,
    reasonOf(line),
    ...columns.map((column) => line.cells[column] ?? null),
  ])
  return toCsv([...first, ...columns], rows)
}
