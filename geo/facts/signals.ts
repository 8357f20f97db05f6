import type { Position } from '../geometry/rings/shape'
import type { Instant, Moment } from '../time/calendar'
import type { Origin } from './origin'

export type SignalKind = 'pooled' | 'single' | 'antigen' | 'other'

/** A positive that is not yet a case 阳性线索: it is in no count and resets no clock. */
export interface Signal {
  readonly id: string
  readonly kind: SignalKind
  readonly at: Moment
  /** code of a place */
  readonly place: string | null
  readonly position: Position | null
  readonly tubes: number | null
  /** those who wait where they are; null is not said */
  readonly people: number | null
  /** what was said to have become of it, in the order in which it was said: of those seen the last holds */
  readonly decisions: readonly SignalDecision[]
  readonly origin: Origin
}

export interface SignalDecision {
  readonly at: Moment
  readonly outcome: 'cleared' | 'case'
  /** number of the case that it became */
  readonly case: string | null
  /** id of the event that says so */
  readonly event: string
  /** when that was said; null where nothing tells */
  readonly knownAt: Instant | null
}
