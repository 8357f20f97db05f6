import type { DraftGround } from '../../drafting/draft'
import type { OutsidePart } from '../../drafting/outside'
import type { Shape } from '../../geometry/rings/shape'

/** A place or spot where a case was, as a person states it. */
export interface Exposure {
  readonly place: string | null
  readonly position: readonly [number, number] | null
  readonly name: string | null
  /** instants; null is unknown */
  readonly from: number | null
  readonly to: number | null
  readonly risk: 'high' | 'some' | 'low' | null
  /** whether all contacts there were found and are held; null is unknown */
  readonly contactsTraced: boolean | null
  /** id of the case that was there; null is unknown */
  readonly case?: string | null
}

/** Why a zone is proposed, or why something was left as it is. */
export interface Because {
  /** path of the rule in the policy, `levels.sealed.delimit.0`; null where no rule speaks */
  readonly rule: string | null
  readonly case: string | null
  /** number in the list of exposures handed in, from 0 */
  readonly exposure: number | null
  readonly place: string | null
}

export interface ProposedZone {
  readonly level: string
  readonly rank: number
  readonly name: string
  /** as it would be written: members where the rule names units, else the whole line, kept whole */
  readonly ground: DraftGround
  readonly outline: Shape
  /** what it would hold: no two of a scheme share ground, and what stands and is stricter keeps its own */
  readonly held: Shape
  /** m² of `held` */
  readonly areaM2: number
  readonly because: readonly Because[]
  /** m² of the line beyond the district: to be drawn by the level above or with the neighbour; never cut off */
  readonly outside: {
    readonly areaM2: number
    readonly parts: readonly OutsidePart[]
  } | null
  readonly remainder: boolean
}

/** Ground that a rule would zone and that a zone at least as strict has already. */
export interface LeftAlone {
  readonly place: string | null
  readonly zone: string
  readonly level: string
  readonly because: Because
}

export type SchemeNoteCode =
  /** contradictory statements: the stricter is proposed, and a person decides */
  | 'high-risk-but-contacts-held'
  | 'low-risk-but-contacts-untraced'
  | 'stated-otherwise'
  /** not known, so nothing is proposed */
  | 'risk-unknown'
  | 'case-without-place'
  | 'unknown-place'
  | 'place-without-ground'
  | 'place-outside-district'
  /** the place is wider than the unit of the rule, or nothing of that unit is told */
  | 'place-too-wide'
  | 'unit-not-told'
  /** nothing of the unit of the rule is told: what holds it is drawn whole */
  | 'drawn-whole'
  /** only a point stands for an establishment whose edge counts */
  | 'edge-unknown'
  | 'outside-window'
  | 'contacts-held'
  | 'low-risk'
  | 'suspected-case'
  | 'not-reported-yet'
  /** the rule leaves it to people */
  | 'by-hand'
  | 'condition-not-about-a-place'
  | 'too-few-cases'
  /** no place of the pack says what lies within it */
  | 'no-district'
  /** zones in force lose ground to the scheme */
  | 'takes-ground'
  /** zones of the same scheme hold all of it already */
  | 'within-stricter'

export interface SchemeNote {
  readonly code: SchemeNoteCode
  readonly level: string | null
  readonly because: Because
  /** zone concerned */
  readonly zone: string | null
}

/** Zones that a policy's delimitation draws for cases; a proposal, which changes nothing. */
export interface Scheme {
  readonly policy: string
  /** the strictest first, a remainder last */
  readonly zones: readonly ProposedZone[]
  readonly leftAlone: readonly LeftAlone[]
  readonly notes: readonly SchemeNote[]
  /** for levels that a person draws: what would be looked at */
  readonly byHand: readonly { readonly level: string; readonly places: readonly string[] }[]
}
