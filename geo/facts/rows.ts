import type { Instant, Moment } from '../time/calendar'
import type { ListName } from './lists'

/** A row that an import refused: of cases, contacts, rounds, facts and reports it may still have happened. */
export interface RefusedRow {
  readonly list: 'cases' | 'contacts' | 'rounds' | 'facts' | 'reports'
  readonly file: string
  /** null: the file as a whole */
  readonly row: number | null
  /** code of the refusal */
  readonly why: string
  /** code of the place to which a person narrowed it; null where nobody did */
  readonly place: string | null
  readonly knownAt: Instant | null
}

/**
 * A row of zones or transitions that an import refused: a zone at any level may stand somewhere, what was approved may have
 * been declined. Nothing else of its content is known than what it names.
 */
export interface UnreadRow {
  readonly list: 'zones' | 'transitions'
  readonly file: string
  /** null: the file as a whole */
  readonly row: number | null
  /** code of the refusal */
  readonly why: string
  /** the zone that it names or, of a row of zones, is of, and the transition; null where it names none */
  readonly zone: string | null
  readonly transition: string | null
  /** of a signal: codes of the places that it may give beside the zone */
  readonly places?: readonly string[]
  /** of a row of zones without an id: its members, as it names them */
  readonly members?: readonly string[]
  /** when it was learned; null or absent where nothing tells */
  readonly knownAt?: Instant | null
  /** it was taken, and stands in its list at a time that cannot be true */
  readonly isTaken?: true
  /** of a step that was taken: which one, and when it was, where that is believed */
  readonly step?: string
  readonly at?: Moment
}

/** What one file, or a person, makes a list speak for: within it no row says *none*, beyond it nothing is known. */
export interface ListSource {
  readonly list: ListName
  /** name of the file; null where it is said of the list as a whole */
  readonly file: string | null
  /** the district, the towns in which the rows of the file lie, or the places of these codes */
  readonly ground: 'district' | 'rows' | readonly string[]
  /** places and zones that rows of the file name beside those that the list holds from it */
  readonly names?: readonly string[]
  /** the stated 截至; null: the newest row */
  readonly until: Moment | null
  /** when it was brought or said; null where nothing tells */
  readonly knownAt: Instant | null
}

/** That a row belongs in no zone, or is none of a list of zones or steps: said by a named person with a reason. It holds nothing and stays in the total. */
export interface Ruling {
  readonly list: RefusedRow['list'] | UnreadRow['list']
  readonly file: string
  readonly row: number | null
  /** of the segment that brought the row; null for a refused one */
  readonly segment?: string | null
  readonly kind: 'notInAnyZone' | 'outsideDistrict' | 'duplicateOf' | 'enteredByMistake'
  /** id of the row it repeats */
  readonly of: string | null
  readonly by: string
  readonly role: string
  readonly reason: string
  readonly at: Instant
  /** id of the event */
  readonly event: string
}
