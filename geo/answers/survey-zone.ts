import type { Position, Shape } from '../geometry/rings/shape'
import type { ConditionAnswer, IfDone, TransitionAnswer } from './assess'
import type { Evidence, When } from './printed'
import type { SurveySuspension } from './survey-signals'
import type { SurveyHeld } from './survey-unplaced'

/**
 * The words of a transition's state, everywhere the same. `waiting` is unmet with only time missing, `suspended` one
 * that would be met or under approval but for a signal that nobody has decided; `toRaise` one that must become stricter,
 * whatever its lowering.
 */
export type TransitionWord =
  | 'unmet'
  | 'waiting'
  | 'met'
  | 'toAssess'
  | 'toApprove'
  | 'approved'
  | 'executed'
  | 'suspended'
  /** no rule says how it is lowered */
  | 'undecided'
  | 'toRaise'

/** A rule by which a zone must become stricter now, whole or in a part, and that nobody has acted on. */
export interface SurveyRaise {
  readonly transition: string
  readonly kind: TransitionAnswer['kind']
  readonly to: string
  readonly since: When | null
  /** the rows by which it is due */
  readonly evidence: readonly Evidence[]
}

export interface SurveyZone {
  readonly id: string
  /** printed code: 封01 / S-01 */
  readonly code: { readonly zh: string; readonly en: string }
  readonly name: string
  readonly level: string
  readonly rank: number
  readonly town: string | null
  readonly designatedAt: When
  readonly since: When
  readonly dayNumber: number
  readonly areaM2: number
  /** nobody drew all of its ground: it is at least this large. Absent where all is drawn */
  readonly isPartlyDrawn?: true
  /** ground of another zone that nobody drew may lie in it: it is at most this large. Absent where none does */
  readonly holdsUndrawn?: true
  readonly people: number | null
  readonly peopleKnown: number
  /** a place states them for all of it: they are exact, though of some of its places they are not known. Else absent */
  readonly peopleStated?: true
  readonly households: number | null
  /** share of its places whose households are known */
  readonly householdsKnown: number
  readonly householdsStated?: true
  /** people of another zone, known of nobody there, may be among these: there are at most so many. Absent where none are */
  readonly holdsUntold?: true
  readonly holdsUntoldHouseholds?: true
  /** null where no list tells the places that lie there */
  readonly places: number | null
  /** in a town of it no list tells the places: there are at least `places`. Absent where all are listed */
  readonly isPartlyListed?: true
  /** a zone of which nothing is told may have some of the places: there are at most `places`. Absent where none does */
  readonly holdsUnlisted?: true
  readonly buildings: number
  readonly cases: number
  readonly lastCaseOn: string | null
  /** null where it has no ground */
  readonly centre: Position | null
  /** centre of its cases, where it has any with a position; else `centre` */
  readonly caseCentre: Position | null
  /** the lowering that decides the row; null if the policy has none */
  readonly decisive: string | null
  readonly word: TransitionWord
  /** of a zone that must become stricter: the word of its lowering. Absent of every other */
  readonly loweringWord?: TransitionWord
  /** rules by which it must become stricter now; absent or empty where there is none */
  readonly raises?: readonly SurveyRaise[]
  /** taking effect, today where it is to be decided, or the earliest; null where that hangs on what a person must do */
  readonly date: When | null
  /** of the days condition: have/of, e.g. 6 of 7 */
  readonly dayProgress: { readonly have: number; readonly of: number } | null
  readonly daysLeft: number | null
  /** when an approved lowering takes effect although a condition of it is no longer met; null where none does */
  readonly approvalAtRisk?: When | null
  /** only rows that nobody has placed put it at risk: once they are placed elsewhere it is carried out */
  readonly approvalUntilPlaced?: boolean
  /** what would come of the deciding lowering, if everything open in it were done now; null where it is met or ordered */
  readonly ifDone?: IfDone | null
  /** of a lowering that is due: since when */
  readonly metSince?: When | null
  /** held by unplaced rows, itself or through the zones it waits for; null where it is not */
  readonly held?: SurveyHeld | null
  /** signals that hold its lowerings, whatever else does; null where none does */
  readonly suspension?: SurveySuspension | null
  readonly into: string | null
  readonly missing: readonly ConditionAnswer[]
  /** crossings of its line; null without roads, and where nobody drew it */
  readonly guarded: number | null
  readonly unguarded: number | null
  readonly closed: number | null
  /** all stays up to the as-of, for Gantt and history */
  readonly stays: readonly {
    readonly level: string
    readonly from: When
    readonly to: When | null
    readonly cases: number
  }[]
  readonly forecast: readonly { readonly level: string; readonly from: When }[]
  /** drawn on the map: cut out where a stricter one lies */
  readonly shape: Shape
  /** its own outline, not cut out */
  readonly outline: Shape
}
