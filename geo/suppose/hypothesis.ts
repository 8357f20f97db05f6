import type { DraftGround } from '../drafting/draft'
import type { CaseKind } from '../facts'
import type { Position } from '../geometry/rings/shape'
import type { Instant } from '../time/calendar'

/** Something that has not happened, laid over what is known. */
export type Hypothesis =
  /** a positive found there; in a zone, at a place or at a position (degrees WGS-84) */
  | {
      readonly kind: 'case'
      readonly at: Instant
      readonly zone: string | null
      readonly place: string | null
      readonly position: Position | null
      readonly caseKind: CaseKind
      /** word of `cases.csv`; null is not known */
      readonly foundIn: string | null
    }
  /** a round of everybody in the zone is complete and has its result */
  | {
      readonly kind: 'round'
      readonly at: Instant
      readonly zone: string
      readonly result: 'negative' | 'positive'
    }
  /** somebody states a fact of the zone, in the words of `facts.csv` */
  | {
      readonly kind: 'fact'
      readonly at: Instant
      readonly zone: string
      readonly fact: string
      readonly value: string
    }
  /** a zone is drawn there */
  | {
      readonly kind: 'zoneDrawn'
      readonly at: Instant
      readonly zone: string
      readonly name: string
      readonly level: string
      /** null: that of the pack */
      readonly policy: string | null
      readonly ground: DraftGround
    }
  /** nobody guards there any more */
  | { readonly kind: 'checkpointCloses'; readonly at: Instant; readonly checkpoint: string }

/** Name in the place of a file where a row is supposed and not read. */
export const SUPPOSED = 'supposed'
