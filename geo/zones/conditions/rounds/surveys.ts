import { rowRefOf } from '../../../columns'
import { smallest } from '../../../extremes'
import type { FieldSurvey } from '../../../facts'
import { type Day, dayOf, daysBetween, type Moment } from '../../../time/calendar'
import { earliestOf, lapseAfterDays, latestOf, printMoment } from '../../moves/days'
import type { SurveysDemand } from '../../policy/policy'
import { figureOfDay } from '../../surveys/figure-of-day'
import { type Asked, type LeafAnswer, met, type Truth, unknown, unmet } from '../asked'
import { limitOf, satisfies } from '../compare'
import { allOf } from '../truth'

/** The surveys of one day, and whether their figure is within the limits. */
interface Judged {
  readonly day: Day
  readonly on: Moment
  readonly truth: Truth
  readonly rows: readonly FieldSurvey[]
}

/** What the surveys of one part say. */
interface Run {
  readonly truth: Truth
  readonly reason: string
  /** days that count, newest first */
  readonly counted: readonly Judged[]
  readonly judged: readonly Judged[]
  readonly lapse: Moment | null
}

/**
 * k surveys in a row within limits, each so many days after the one before, the last not older than the policy lets it
 * speak. One beyond the limits begins the row anew; one of which the figure is not known breaks it. On ground of several
 * members each needs its own, or, where the policy adds them up, all of them on one day.
 */
export function askSurveys(
  asked: Asked,
  { surveys: demand }: { readonly surveys: SurveysDemand },
): LeafAnswer {
  const { record, timezone } = asked
  const bare = { n: demand.min, have: 0, of: demand.min, limit: limitOf(demand) }
  if (!record.stated.has('surveys')) return unknown('list-unknown', { figures: bare })
  const parts =
    demand.across === 'sum'
      ? addedUp(asked, demand)
      : (record.surveys ?? []).map(({ rows }) => judgeDays(asked, rows, demand))
  const runs = parts.map((judged) => runOf(asked, judged, demand))
  if (runs.length === 0) return unmet('no-survey', { figures: bare })
  const truth = allOf(runs.map((run) => run.truth))
  const worst = runs.find((run) => run.truth === truth)!
  const have = smallest(runs.map(({ counted }) => counted.length))
  const last = latestOf(runs.map(({ judged }) => judged.at(-1)?.on ?? null))
  const figures = { ...bare, have, date: printMoment(timezone, last) }
  const evidence = runs
    .flatMap(({ judged }) => judged.slice(-demand.min - 1))
    .flatMap(({ rows, on, truth: said }) =>
      rows.map((row) => ({ ...rowRefOf(row.origin), at: printMoment(timezone, on), value: WORDS[said] })),
    )
    .slice(-SHOWN)
  const more = { figures, evidence: asked.told ? evidence : [] }
  if (truth === 'unmet') return unmet(worst.reason, more)
  if (truth === 'unknown') return unknown(worst.reason, more)
  const since = latestOf(runs.map(({ counted }) => counted.at(demand.min - 1)?.on ?? null))
  return met(latestOf([since, ...runs.map(({ counted }) => fullSince(counted, demand))]), {
    ...more,
    until: earliestOf(runs.map(({ lapse }) => lapse)),
  })
}

const SHOWN = 20
const WORDS: Record<Truth, string> = { met: 'within', unmet: 'beyond', unknown: 'unknown' }

/** When the row became full: with the survey that was the k-th of those that count. */
function fullSince(counted: readonly Judged[], { min }: SurveysDemand): Moment | null {
  return counted[counted.length - min]?.on ?? null
}

function judgeDays({ timezone, seen }: Asked, all: readonly FieldSurvey[], demand: SurveysDemand): Judged[] {
  const byDay = new Map<Day, FieldSurvey[]>()
  for (const row of all) {
    if (row.on.at > seen || (demand.method !== undefined && row.method !== demand.method)) continue
    const day = dayOf(timezone, row.on.at)
    byDay.set(day, [...(byDay.get(day) ?? []), row])
  }
  return [...byDay].map(([day, rows]) => {
    const figure = figureOfDay(rows, demand)
    const truth = figure === null ? 'unknown' : satisfies(figure, demand) ? 'met' : 'unmet'
    return { day, on: rows[0]!.on, truth, rows }
  })
}

/** Members added up: only a day on which each of them was surveyed has a figure. */
function addedUp(asked: Asked, demand: SurveysDemand): Judged[][] {
  const parts = asked.record.surveys ?? []
  const judged = judgeDays(
    asked,
    parts.flatMap(({ rows }) => rows).sort((a, b) => a.on.at - b.on.at),
    demand,
  )
  const isFull = ({ rows }: Judged): boolean =>
    parts.every((part) => part.rows.some((row) => rows.includes(row)))
  return [
    judged.map((one) => (one.truth === 'met' && !isFull(one) ? { ...one, truth: 'unknown' as const } : one)),
  ]
}

function runOf(asked: Asked, judged: readonly Judged[], demand: SurveysDemand): Run {
  const { timezone, at } = asked
  const result = (truth: Truth, reason: string, more: Partial<Run> = {}): Run => ({
    ...{ truth, reason, counted: [], judged, lapse: null },
    ...more,
  })
  const last = judged.at(-1)
  if (!last) return result('unmet', 'no-survey')
  const lapse = lapseAfterDays(timezone, last.on, demand.validDays)
  if (lapse.at <= at) return result('unmet', 'survey-lapsed')
  const newestFirst = [...judged].reverse()
  const broken = newestFirst.findIndex(({ truth }) => truth !== 'met')
  const counted = apart(broken < 0 ? newestFirst : newestFirst.slice(0, broken), demand.apartDays ?? 1)
  if (counted.length >= demand.min) return result('met', '', { counted, lapse })
  const beyond = newestFirst.findIndex(({ truth }) => truth === 'unmet')
  const possible = apart(beyond < 0 ? newestFirst : newestFirst.slice(0, beyond), demand.apartDays ?? 1)
  if (possible.length >= demand.min) return result('unknown', 'survey-unknown', { counted })
  return result(
    'unmet',
    broken === 0 && newestFirst[0]!.truth === 'unmet' ? 'survey-beyond' : 'surveys-too-few',
    { counted },
  )
}

/** Of these, newest first, as many as lie at least so many days before the one counted before. */
function apart(newestFirst: readonly Judged[], days: number): Judged[] {
  return newestFirst.reduce<Judged[]>((counted, one) => {
    const before = counted.at(-1)
    if (!before || daysBetween(one.day, before.day) >= days) counted.push(one)
    return counted
  }, [])
}
