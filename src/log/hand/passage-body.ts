/** Who passed a post on a day in one direction, of one group, under the names of the columns of the list; null is not said. */
export interface PassageRecord {
  readonly checkpoint: string
  readonly day: string
  readonly direction: string | null
  readonly group: string | null
  readonly vehicles: number | null
  readonly persons: number | null
  readonly fever: number | null
  readonly refused: number | null
}

/** What a person says of those who passed: the figures of that day so far, which stand in place of earlier ones. */
export interface PassageBody {
  readonly type: 'passage.counted@1'
  readonly passage: PassageRecord
}
