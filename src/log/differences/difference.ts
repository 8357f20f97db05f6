import type { Instant, ListName } from '#geo'
import type { Author, RowAt, Value } from '../events'
import type { ShownCell } from '../identity/changes'

/** What one machine stated of a field. */
export interface Statement {
  readonly event: string
  readonly device: string
  readonly by: Author
  readonly recordedAt: Instant
  /** `brought`: a file did */
  readonly kind: 'entered' | 'corrected' | 'told' | 'brought'
  /** name of the file, and the number of the row in it; null where a person said it */
  readonly file: string | null
  readonly row: number | null
  readonly because: string | null
  readonly value: ShownCell
  /** the same as a correction says it; undefined where none can: a shape */
  readonly said: Value | undefined
}

/** 两处说法不同: one field of one row of which two statements differ, and neither was made in knowledge of the other. */
export interface Difference {
  readonly list: ListName
  /** identity of the row */
  readonly row: string
  readonly field: string
  /** where the row stands */
  readonly at: RowAt | null
  /** what counts until somebody decides */
  readonly stands: ShownCell
  /** two or more, in the order of the log */
  readonly statements: readonly Statement[]
}

export const keyOf = ({ list, row, field }: Pick<Difference, 'list' | 'row' | 'field'>): string =>
  `${list}\n${row}\n${field}`
