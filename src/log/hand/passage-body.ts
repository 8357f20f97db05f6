import type { Passage } from '#geo'

/** Who passed a post on a day in one direction, of one group, under the names of the columns of the list; null is not said. */
export type PassageRecord = Omit<Passage, 'origin'>

/** What a person says of those who passed: the figures of that day so far, which stand in place of earlier ones. */
export interface PassageBody {
  readonly type: 'passage.counted@1'
  readonly passage: PassageRecord
}
