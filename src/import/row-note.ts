import type { ProblemCode } from './problem'

/** What is noted of a cell of a row. */
export interface RowNote {
  readonly code: ProblemCode
  readonly column: string | null
  readonly seen: string | null
}

/** Why a row is refused. */
export interface RowFault extends RowNote {
  readonly suggestion: string | null
  /** rows of the file with this fault, where the sentence tells it */
  readonly count?: number
}

export const fault = (column: string | null, code: ProblemCode, seen: string | null = null): RowFault => ({
  column,
  code,
  seen,
  suggestion: null,
})
