import { csvLines, toCsv } from './csv'

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

/** So many rows are made into text at once. */
const AT_ONCE = 1_000

/**
 * Refused rows as CSV, a piece of the text at a time: file, row number, column and the reason first, then every column of
 * their files, so that the rows can be mended and imported again. `reasonOf` puts the problem into words.
 */
export function* refusedRowsCsv<Line extends RefusedLine>(
  lines: readonly Line[],
  headers: RefusedHeaders,
  reasonOf: (line: Line) => string,
): Generator<string> {
  const named = new Set<string>()
  for (const { cells } of lines) for (const header of Object.keys(cells)) named.add(header)
  const columns = [...named]
  yield toCsv([headers.file, headers.row, headers.column, headers.reason, ...columns], [])
  for (let from = 0; from < lines.length; from += AT_ONCE)
    yield csvLines(
      lines.slice(from, from + AT_ONCE).map((line) => {
        const { file, row, column, cells } = line
        return [file, row, column, reasonOf(line), ...columns.map((header) => cells[header] ?? null)]
      }),
    )
}
