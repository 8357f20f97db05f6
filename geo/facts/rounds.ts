import type { Moment } from '../time/calendar'
import type { RowList } from './list'
import type { Origin } from './origin'

/** What a row says of what lies around its place. */
export interface RowAround {
  /** the town in which the name of the place is meant */
  readonly town?: string
  /** who filled in the row */
  readonly unit?: string
}

export interface Round extends RowAround {
  readonly zone: string | null
  readonly place: string | null
  readonly round: string
  readonly scope: string | null
  readonly method: string | null
  readonly startedAt: Moment
  readonly finishedAt: Moment | null
  readonly listed: number | null
  readonly excused: number | null
  readonly sampled: number | null
  readonly sent: number | null
  readonly resulted: number | null
  readonly positiveTubes: number | null
  readonly positivePeople: number | null
  readonly result: 'negative' | 'positive' | 'pending' | null
  readonly origin: Origin
}

export const ROUND_LIST = {
  held: 'rounds',
  times: [
    { field: 'startedAt', kind: 'beginning', of: ({ startedAt }) => startedAt },
    { field: 'finishedAt', kind: 'occurrence', of: ({ finishedAt }) => finishedAt },
  ],
  seen: 'own',
  ground: ({ finishedAt, startedAt }) => finishedAt ?? startedAt,
  tells: ({ place, zone, startedAt, finishedAt }) => ({ place, zone, times: [startedAt, finishedAt] }),
} as const satisfies RowList<Round>
