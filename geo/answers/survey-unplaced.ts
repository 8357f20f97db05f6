import type { When } from './printed'
import type { UnplacedRow } from './unplaced'

/** How unplaced rows stand in the way of the lowering that decides the row of a zone. */
export interface SurveyHeld {
  /** a leaf of its own is unknown by them; else it waits for nothing but zones that are held */
  readonly own: boolean
  /** ids of the held zones it waits for */
  readonly through: readonly string[]
  /** the date that would hold once they are placed elsewhere and all else that is open were done; null where none can be said */
  readonly oncePlacedAt: When | null
  /** once they are placed a list that has fallen silent holds it still: the date wants that list too */
  readonly lists: boolean
  /** the level to which it would go */
  readonly to: string
}

/** Unplaced rows of one list, file and cause: told, and ended, together. */
export interface UnplacedItem {
  readonly list: UnplacedRow['list']
  readonly file: string
  readonly why: string
  readonly refused: boolean
  /** by row number */
  readonly rows: readonly UnplacedRow[]
  /** when the first of them was learned, or says that it was; null where nothing tells */
  readonly since: When | null
  /** ids of the zones of which a leaf is unknown by one of them */
  readonly holds: readonly string[]
}

/** Rows that cannot be given to their ground or time, as the screens say them. */
export interface SurveyUnplaced {
  /** open rows, all items together */
  readonly rows: number
  /** by list, how many of them */
  readonly lists: readonly { readonly list: UnplacedRow['list']; readonly rows: number }[]
  /** open ones, those that hold a zone first, of each the longest known */
  readonly items: readonly UnplacedItem[]
  /** ended by a named person: they hold nothing and stay in the total */
  readonly ruledOut: readonly UnplacedRow[]
  /** ids of the zones held by a leaf of their own or through others, in the order of the rows */
  readonly held: readonly string[]
  readonly since: When | null
  /** whole minutes from `since` to the as-of */
  readonly minutes: number | null
  /** how long that is for those who look: from 4 h on `long`, from 24 h on `longest` */
  readonly weight: 'new' | 'long' | 'longest'
}
