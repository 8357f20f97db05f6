import type { ProblemCode } from './problem'

/** What is noted of a cell of a row. */
export interface RowNote {
  readonly code: ProblemCode
  readonly column: string | null
  readonly seen: string | null
}
