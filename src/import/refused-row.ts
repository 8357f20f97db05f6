import { aProblem, type Problem } from './problem'
import type { RowFault } from './row-note'

/** A list of which a row is refused. */
interface Refusing {
  readonly path: string
  /** the raw cells of a row, by header */
  readonly cellsOf: (row: number) => Readonly<Record<string, string>>
}

/** A refused row, so that the clerk can mend it. What it says is read from its file when it is asked for, and never stored. */
export class RefusedRow implements RowFault {
  readonly file: string
  readonly column: string | null
  readonly code: RowFault['code']
  readonly seen: string | null
  readonly suggestion: string | null
  readonly count?: number
  readonly #cellsOf: Refusing['cellsOf']

  constructor(
    { path, cellsOf }: Refusing,
    readonly row: number,
    { column, code, seen, suggestion, count }: RowFault,
  ) {
    this.file = path
    this.column = column
    this.code = code
    this.seen = seen
    this.suggestion = suggestion
    if (count !== undefined) this.count = count
    this.#cellsOf = cellsOf
  }

  /** by header, as the file has them */
  get cells(): Readonly<Record<string, string>> {
    return this.#cellsOf(this.row)
  }

  /** Why it was refused. */
  get problem(): Problem {
    const { file, row, column, code, seen, suggestion, count } = this
    const detail = count === undefined ? null : { count, areaM2: null, pairs: [] }
    return aProblem(file, code, { row, column, seen, suggestion, detail })
  }
}
