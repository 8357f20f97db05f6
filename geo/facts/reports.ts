import type { Moment } from '../time/calendar'
import type { RowList } from './list'
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

/** Stated facts of these names tell until when a list speaks; they are no row of the list of facts. */
export const STATED_UNTIL = 'asOf.'

export const STATED_FACT_LIST = {
  held: 'statedFacts',
  times: [{ field: 'at', kind: 'occurrence', of: ({ at }) => at }],
  seen: 'own',
  ground: ({ at }) => at,
  tells: ({ fact, place, zone, at }) => (fact.startsWith(STATED_UNTIL) ? null : { place, zone, times: [at] }),
} as const satisfies RowList<StatedFact>

export const REPORT_LIST = {
  held: 'reports',
  times: [
    { field: 'day', kind: 'occurrence', of: ({ day }, read) => read(day) },
    { field: 'filedAt', kind: 'occurrence', of: ({ filedAt }) => filedAt },
  ],
  seen: ({ filedAt }) => filedAt,
  ground: ({ filedAt }) => filedAt,
  tells: ({ place, filedAt, day }, read) => ({ place, times: [filedAt ?? read(day)] }),
} as const satisfies RowList<Report>
