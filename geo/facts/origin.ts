import type { Instant } from '../time/calendar'

/** Names one row: files of one name come every day, so what tells them apart is the segment. */
export interface RowRef {
  readonly file: string
  /** as a spreadsheet numbers it, header counted; of a file without a header, 1 = the first */
  readonly row: number
  /** hash of the segment that brought the row; null where no file did, absent where nobody says */
  readonly segment?: string | null
}

/** Where a row came from. `knownAt` is null where nothing says when it was learned. */
export interface Origin extends RowRef {
  readonly knownAt: Instant | null
}
