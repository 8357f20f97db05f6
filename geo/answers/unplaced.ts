import type { When } from './printed'

/** Lists whose rows have a ground and a time: a row of them that has neither for certain is unplaced 未落位. */
export type UnplacedList = 'cases' | 'contacts' | 'rounds' | 'facts' | 'reports'

/** Lists of which a row that an import refused is unplaced too: it may be a zone of any level, or a step sent back. */
export type UnreadList = 'zones' | 'transitions'

/** Why a row that was taken cannot be given to its ground or its time. */
export type UnplacedWhy =
  /** neither zone, place nor position */
  | 'no-ground'
  | 'unknown-place'
  | 'unknown-zone'
  | 'several-places'
  | 'several-zones'
  /** 0, 0 */
  | 'position-at-zero'
  /** more than 5 km outside the district */
  | 'position-outside'
  | 'position-against-place'
  /** its place is cut by a zone */
  | 'partly-in-zone'
  /** nobody has drawn the ground of a zone in which it may lie */
  | 'zone-undrawn'
  | 'no-time'
  /** more than 400 days from the median of the facts */
  | 'implausible-time'
  /** it says that it happened after now, or after the own as-of of a review */
  | 'time-ahead'
  /** of a step: no edition of its zone has that transition */
  | 'unknown-transition'
  /** of a step: it does not say how it was decided */
  | 'no-decision'
  /** a decline with only a day, on which something was given too */
  | 'order-unknown'

/** How a person ended an unplaced row that belongs in no zone. */
export type RulingKind = 'notInAnyZone' | 'outsideDistrict' | 'duplicateOf' | 'enteredByMistake'

/** A row ruled out by a named person: it stays in the total as unplaced and holds nothing. */
export interface RulingAnswer {
  readonly kind: RulingKind
  /** id of the row it repeats */
  readonly of: string | null
  readonly by: string
  readonly role: string
  readonly reason: string
  readonly at: When
  /** id of the event */
  readonly event: string
}

/**
 * A row of cases, contacts, rounds, facts or reports that cannot be given to its ground or its time, or one of zones or
 * transitions that an import refused.
 */
export interface UnplacedRow {
  readonly list: UnplacedList | UnreadList
  /** its own id; null where it has none */
  readonly id: string | null
  readonly file: string
  /** hash of the segment that brought it; null for a refused row, or where nobody says */
  readonly segment: string | null
  /** null: the file as a whole */
  readonly row: number | null
  /** `UnplacedWhy`, or the code of the refusal */
  readonly why: string
  /** the import refused it: nothing of its content is known */
  readonly refused: boolean
  /** codes of the places where it may be; empty where nothing narrows the district */
  readonly near: readonly string[]
  /** ids of the zones in force on whose ground it may lie, or for which its time decides */
  readonly zones: readonly string[]
  /** equal where it is stated; `from` null is any time before */
  readonly candidateTime: { readonly from: When | null; readonly to: When | null }
  /** since when it is known; null where nothing says so */
  readonly knownAt: When | null
  /** leaves that are unknown by it: met without it, unmet with it at its worst ground, time and value */
  readonly holds: readonly { readonly zone: string; readonly transition: string; readonly leaf: string }[]
  readonly ruledOut: RulingAnswer | null
}
