import type { ListName } from '../facts'
import type { When } from './printed'

/** What a list speaks for: within its ground and until its time no row says *none*; beyond either nothing is known. */
export interface SourceAnswer {
  readonly list: ListName
  /** the whole district, or codes of places, ascending */
  readonly speaksFor: 'district' | readonly string[]
  /** 截至, as far as the list had come by the as-of: of several grounds the oldest; null where nothing tells it */
  readonly until: When | null
  /** when silence ends to mean none; null: without end, or `until` is not known */
  readonly holdsUntil: When | null
}
