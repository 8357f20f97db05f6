import type { UnplacedWhy } from '../../answers'
import type { Position } from '../../geometry/rings/shape'
import type { PositionNote } from './references'

/** What a row says of its ground, names already read. */
export interface Said {
  readonly zone: string | null
  readonly place: string | null
  /** the town in which the place is meant, as written */
  readonly town: string | null
  /** who filled in the row, or the name of its file */
  readonly unit: string | null
  readonly position: Position | null
  /** what became of the position the row gave */
  readonly note: PositionNote | null
}

/** What a row that speaks of a zone or a place as a whole says of it. */
export type SaidOfWhole = Pick<Said, 'zone' | 'place' | 'town' | 'unit'>

/** Where a row belongs: indexes of zones in force. */
export interface Location {
  /** on whose ground it surely lies */
  readonly in: readonly number[]
  /** on whose ground it may lie */
  readonly may: readonly number[]
  /** null where its ground is certain */
  readonly why: UnplacedWhy | null
  /** codes of the places where it may be; empty where nothing narrows the district */
  readonly near: readonly string[]
}
