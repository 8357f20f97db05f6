import type { Position } from '../geometry/rings/shape'
import type { Moment } from '../time/calendar'
import type { RowList } from './list'
import type { Origin } from './origin'

export interface Metric {
  readonly place: string
  readonly at: Moment
  readonly metric: string
  readonly value: number | null
  readonly origin: Origin
}

/** One survey of a point, place or zone: how many were inspected and found positive, or the index that came of it. */
export interface FieldSurvey {
  readonly point: string | null
  readonly place: string | null
  readonly zone: string | null
  readonly position: Position | null
  /** a day */
  readonly on: Moment
  /** e.g. `breteau`, `doubleNet`, `ovitrap` */
  readonly method: string
  readonly inspected: number | null
  readonly positive: number | null
  readonly value: number | null
  readonly origin: Origin
}

export interface Indicator {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string | null
  readonly kind: 'new' | 'cumulative' | 'inPlace' | 'share'
  readonly period: string | null
  readonly level: string | null
  readonly threshold: number | null
}

export const METRIC_LIST = {
  held: 'metrics',
  times: [{ field: 'at', kind: 'occurrence', of: ({ at }) => at }],
  seen: ({ at }) => at,
  ground: ({ at }) => at,
  tells: ({ place, at }) => ({ place, times: [at] }),
} as const satisfies RowList<Metric>

export const SURVEY_LIST = {
  held: 'surveys',
  times: [{ field: 'on', kind: 'occurrence', of: ({ on }) => on }],
  seen: ({ on }) => on,
  ground: ({ on }) => on,
  tells: null,
} as const satisfies RowList<FieldSurvey>
