import type { Position } from '../geometry/rings/shape'
import type { Instant, Moment } from '../time/calendar'
import type { Origin } from './origin'

/** A row as deeds about it name it; `row` null is the file as a whole. */
export interface OrderRow {
  readonly file: string
  readonly row: number | null
  readonly segment?: string | null
}

/** The gap that an order 交办 is to close. */
export type OrderSubject =
  /** a road that cuts a line, where nobody guards it */
  | { readonly kind: 'crossing'; readonly line: string; readonly position: Position }
  /** a unit that has not reported for a day */
  | { readonly kind: 'unit'; readonly place: string; readonly day: string }
  /** a round of a zone or place that is not sampled, or without result */
  | {
      readonly kind: 'round'
      readonly zone: string | null
      readonly place: string | null
      readonly round: string
    }
  /** a fact that a condition of a zone waits for */
  | { readonly kind: 'fact'; readonly zone: string; readonly fact: string }
  /** any other condition of a zone that somebody has to do something for */
  | {
      readonly kind: 'condition'
      readonly zone: string
      readonly transition: string
      readonly condition: string
    }
  /** rows that nobody has placed */
  | { readonly kind: 'rows'; readonly list: string; readonly rows: readonly OrderRow[] }
  /** nothing that the facts would tell the end of */
  | { readonly kind: 'free' }

/** A task given to a unit, with what was said of it since, in the order in which it was said. */
export interface GivenOrder {
  readonly id: string
  readonly subject: OrderSubject
  /** an office, never a person */
  readonly unit: string
  readonly text: string
  readonly at: Moment
  readonly dueAt: Moment
  readonly by: string | null
  readonly deeds: readonly OrderDeed[]
  readonly origin: Origin
}

export interface OrderDeed {
  /** `refuted`: looked at again, and not done; `confirmed`: looked at again, and done */
  readonly kind: 'answered' | 'closed' | 'confirmed' | 'refuted'
  readonly at: Moment
  readonly words: string
  readonly by: string | null
  /** id of the event that says so */
  readonly event: string
  readonly knownAt: Instant | null
}
