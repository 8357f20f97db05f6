import type { Instant } from '../time/calendar'
import type { DutyTurn } from './headquarters'

/** A value of a line: text, a count, an instant (`when`), or words in both languages. */
export type HandOverValue =
  | string
  | number
  | { readonly when: string }
  | { readonly zh: string; readonly en: string }

/** What is said, by the key of its sentence and the values in it. */
export interface HandOverWords {
  readonly key: string
  readonly values: Readonly<Record<string, HandOverValue>>
}

/** One line of a hand-over. `at`: when it happened, was due or will be due; null where nothing tells. */
export interface HandOverLine {
  readonly at: string | null
  readonly text: HandOverWords
  readonly note: HandOverWords | null
  readonly right: HandOverWords | null
  /** filled, outlined or dashed on paper */
  readonly tag: 'overdue' | 'open' | 'unplaced' | null
}

export type HandOverSection =
  | 'signals'
  | 'changes'
  | 'posts'
  | 'orders'
  | 'ahead'
  | 'sources'
  | 'unplaced'
  | 'corrections'

/** What one shift hands to the next 交接班, as it stood when it was signed. */
export interface HandOverContent {
  readonly from: string
  readonly to: string
  /** null is not known */
  readonly figures: {
    readonly signals: number
    readonly signalsOpen: number
    readonly unguarded: number | null
    readonly crossings: number | null
    readonly silent: number | null
    readonly expected: number | null
    readonly unplaced: number
    readonly held: number
    readonly toMove: number | null
  }
  /** carried + given − closed = open; `overdue` of them */
  readonly orders: {
    readonly carried: number
    readonly given: number
    readonly closed: number
    readonly open: number
    readonly overdue: number
  }
  readonly sections: Readonly<Record<HandOverSection, readonly HandOverLine[]>>
  /** who is on duty then and in the next hours; absent where there is no roster */
  readonly duty?: readonly Omit<DutyTurn, 'phone'>[]
}

interface Signature {
  readonly name: string
  readonly unit: string
  readonly at: Instant
}

/** A hand-over that was signed: by who hands over, then by who takes over. */
export interface SignedHandOver {
  readonly id: string
  /** runs on from the first */
  readonly number: number
  readonly content: HandOverContent
  readonly out: Signature
  /** null while nobody has taken over */
  readonly taken: Signature | null
}
