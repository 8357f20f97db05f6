import type { Survey } from '#geo'

type Daily = NonNullable<Survey['cases']>['daily']

/** A bar is drawn at least this wide, css px: below it a curve is a grey area. */
const BAR = 5
/** Share of a day's room that its bar takes. */
export const BAR_SHARE = 0.8
const WEEK = 7

export interface CurveDays {
  /** the days drawn, to the last */
  readonly daily: Daily
  /** cases of the days before them, told in words */
  readonly before: number
  /** cases of the total for which no usable day is told: they are in no bar */
  readonly undated: number
}

/** As many of the last days as keep their bars wide enough, in whole weeks where not all do. */
export function curveDays(survey: Survey, width: number): CurveDays {
  const daily = survey.cases?.daily ?? []
  const undated = undatedOf(survey)
  const room = Math.floor((width * BAR_SHARE) / BAR)
  if (daily.length <= room) return { daily, before: 0, undated }
  const shown = Math.max(WEEK, Math.floor(room / WEEK) * WEEK)
  const cut = daily.length - shown
  const before = daily.slice(0, cut).reduce((sum, { total }) => sum + total, 0)
  return { daily: daily.slice(cut), before, undated }
}

function undatedOf({ cases }: Survey): number {
  if (!cases) return 0
  const dated = cases.daily.reduce((sum, { total }) => sum + total, 0)
  return Math.max(0, cases.cumulative.total - dated - cases.outsideDays)
}
