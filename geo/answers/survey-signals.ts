import type { SignalKind } from '../facts'
import type { Position } from '../geometry/rings/shape'
import type { When } from './printed'

/** A signal that nobody has decided, as the screens say it. */
export interface SurveySignal {
  readonly id: string
  readonly kind: SignalKind
  readonly at: When
  /** code and name of its place; null where it only has a position */
  readonly place: { readonly code: string; readonly name: string } | null
  /** where the map draws it; null where nothing tells */
  readonly position: Position | null
  readonly tubes: number | null
  readonly people: number | null
  /** until when an edition in force there wants it decided; null where none states hours */
  readonly dueAt: When | null
  /** whole minutes past `dueAt`; null while it is ahead, or not stated */
  readonly overMinutes: number | null
  /** ids of the zones whose lowering it holds */
  readonly zones: readonly string[]
  /** number of the case that it is said to have become, of which the list of cases does not tell */
  readonly awaitsCase: string | null
}

/** Open signals: in no count of cases. */
export interface SurveySignals {
  /** the first that is due first; those without a time limit by when they were reported */
  readonly open: readonly SurveySignal[]
  /** those who wait, as far as it is said */
  readonly people: number
  /** not said of every one: there are at least `people` */
  readonly isAtLeast: boolean
}

/** What suspends the lowering of a zone. */
export interface SurveySuspension {
  /** ids of the signals */
  readonly signals: readonly string[]
  /** null where it is not said of every one */
  readonly people: number | null
  /** when the first of them is to be decided; null where no edition states hours */
  readonly dueAt: When | null
  /** whole minutes past `dueAt`; null while it is ahead, or not stated */
  readonly overMinutes: number | null
}
