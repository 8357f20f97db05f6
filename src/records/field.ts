/** What a column holds after it was read. `tags` and `members` are lists joined by `;`. */
export type FieldType =
  | 'text'
  | 'list'
  | 'moment'
  | 'day'
  | 'count'
  | 'number'
  | 'flag'
  | 'lon'
  | 'lat'
  | 'shape'
  | 'line'
  | 'point'
  | 'report'

export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly required?: boolean
  /** accepted header spellings beside the name itself, compared without case, spaces and brackets */
  readonly synonyms: readonly string[]
  /** closed vocabulary; a value outside it is refused (`not-in-list`) */
  readonly values?: Readonly<Record<string, readonly string[]>>
}

/** A row of any kind may say when it was learned. */
export const KNOWN_AT: Field = {
  name: 'knownAt',
  type: 'moment',
  synonyms: ['获知时间', '录入时间', '接报时间'],
}
