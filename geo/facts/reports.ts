import type { Moment } from '../time/calendar'
import type { Origin } from './origin'
import type { RowAround } from './rounds'

export interface StatedFact extends RowAround {
  readonly zone: string | null
  readonly place: string | null
  readonly at: Moment
  readonly fact: string
  readonly value: string
  /** the document that says so */
  readonly paper?: string
  readonly origin: Origin
}

/** What one item of a daily report said. Zero, missing, approximate and withheld are four different things. */
export type Reported =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'approximate'; readonly atLeast: number }
  | { readonly kind: 'approximate'; readonly about: number }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'text'; readonly text: string }

export interface Report extends RowAround {
  readonly place: string
  readonly day: string
  readonly filedAt: Moment | null
  readonly items: Readonly<Record<string, Reported>>
  readonly origin: Origin
}
