import type { Position } from '../geometry/rings/shape'

/** Whole days, both included. */
export interface DaySpan {
  readonly from: string
  readonly to: string
}

/** Cases of the last seven whole days and of the seven before. */
export interface WeekCounts {
  readonly week: number
  /** null where the list of cases does not reach back so far */
  readonly before: number | null
}

export interface WeekRow extends WeekCounts {
  readonly code: string
  readonly name: string
  /** null where it is not known of every place in it */
  readonly people: number | null
  /** all cases so far, also those of no day */
  readonly total: number
}

/** Villages near each other with many cases of the seven days: computed, judged by nobody. */
export interface Hotspot extends WeekCounts {
  /** the village round which it lies */
  readonly code: string
  readonly name: string
  /** names of the towns its villages lie in, the one with most of its cases first */
  readonly towns: readonly string[]
  readonly villages: number
  readonly centre: Position
}

/** How the cases of a district without zones move, by place. */
export interface SurveyWeeks {
  readonly days: DaySpan
  readonly daysBefore: DaySpan
  /** by cases of the week, then by all cases, then by code */
  readonly towns: readonly WeekRow[]
  /** what lies in no town, code and name empty; null where there is none */
  readonly townless: WeekRow | null
  /** the sum of the rows */
  readonly whole: Omit<WeekRow, 'code' | 'name'>
  /** those with a case in the week, by code */
  readonly villages: readonly {
    readonly code: string
    readonly week: number
    readonly people: number | null
  }[]
  /** the largest first, at most six; null where no village has ground */
  readonly hotspots: readonly Hotspot[] | null
}
