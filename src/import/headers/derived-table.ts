import type { FormatTable } from '../../formats/table'
import type { ProblemCode } from '../problem'

/** What was put in a column that the file does not have, and from what. */
export interface Derived {
  readonly table: FormatTable
  readonly said: readonly { readonly code: ProblemCode; readonly column: string; readonly seen?: string }[]
}
