import type { OrderSubject } from '../facts'
import type { When } from './printed'

/** Whether the gap that an order is about is there at the as-of, and by what it is gone. */
export interface OrderGap {
  readonly state: 'there' | 'gone' | 'unknown'
  readonly why: OrderEnd | null
  /** since when it is gone; null where nothing tells */
  readonly at: When | null
}

/** What ended a gap. `notAsked`: the zone, its line or its condition is no more. */
export type OrderEnd = 'guarded' | 'reported' | 'resulted' | 'stated' | 'met' | 'placed' | 'notAsked'

/** What was said of an order. */
export interface OrderWord {
  readonly at: When
  readonly words: string
  readonly by: string | null
}

/** `overdue`: neither closed nor in time. */
export type OrderState = 'overdue' | 'open' | 'answered' | 'closed'

/** An order 交办 as it stands. */
export interface SurveyOrder {
  readonly id: string
  readonly subject: OrderSubject
  readonly unit: string
  readonly text: string
  readonly givenAt: When
  readonly dueAt: When
  readonly by: string | null
  readonly state: OrderState
  /** by the fact itself, or by hand with a word; null while it is not closed */
  readonly closed: { readonly how: 'fact' | 'hand'; readonly at: When | null; readonly words: string } | null
  readonly answered: OrderWord | null
  /** looked at again */
  readonly rechecked: (OrderWord & { readonly isDone: boolean }) | null
  /** whole minutes past `dueAt` of one that is not closed; null while it is ahead */
  readonly overMinutes: number | null
  /** null where nothing but a person can tell its end */
  readonly gap: OrderGap | null
}

/** Orders that were given by the as-of. */
export interface SurveyOrders {
  /** overdue first, then those that are not closed by when they are due, then the closed ones, newest first */
  readonly all: readonly SurveyOrder[]
  /** not closed, overdue ones with them */
  readonly open: number
  readonly overdue: number
  readonly closed: number
}
