import type { SurveyFigure } from '../answers'
import type { Indicator, Metric } from '../facts'
import { addDays, type Day, dayOf, formatMoment, type Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { SERIES_DAYS, seriesAt } from './series'
import type { Slice } from './slice'

/** The pack's indicators in their order, then metrics that no indicator defines, by name. */
export function indicatorFigures(slice: Slice): SurveyFigure[] {
  const { indicators, metrics } = slice.facts
  const defined = new Set(indicators.map(({ id }) => id))
  const bare = [...new Set(metrics.map(({ metric }) => metric))].filter((id) => !defined.has(id)).sort()
  const undefinedOnes = bare.map((id) => ({ id, zh: id, en: id, unit: null, kind: 'inPlace' as const }))
  return [...indicators, ...undefinedOnes].map((indicator) => figureOf(slice, indicator))
}

type Measure = Pick<Indicator, 'id' | 'zh' | 'en' | 'unit' | 'kind'>

function figureOf(slice: Slice, { id, zh, en, unit, kind }: Measure): SurveyFigure {
  const { asOf, timezone } = slice
  const rows = widestRows(slice, id)
  const seen = rows.filter((row) => isSeenMoment(row.at, asOf))
  const twofold = twofoldRows(rows)
  const newest = seen.reduce<Metric | null>(
    (last, row) => (last && last.at.at > row.at.at ? last : row),
    null,
  )
  const byDays = rows.length > 0 && rows.every((row) => row.at.isDay)
  const valueAt = (at: Instant, day: Day): number | null =>
    kind === 'new'
      ? sumOfDay(rows, { at, day, timezone, twofold })
      : sumHeld(rows, { at, isShare: kind === 'share', twofold })
  const instants = seriesAt(asOf, timezone)
  const series = instants.map((at, i) => valueAt(at, addDays(slice.day, i + 1 - SERIES_DAYS)))
  const [before, value] = [series.at(-2)!, series.at(-1)!]
  return {
    ...{ id, zh, en, unit: unit ?? '', unitEn: unit ?? '', value },
    at: newest ? formatMoment(timezone, newest.at) : null,
    delta:
      value === null || before === null || (kind === 'cumulative' && value < before) ? null : value - before,
    deltaAgainst: byDays ? 'fullDay' : 'sameHour',
    series,
  }
}

/** Rows of the metric for places that lie in no other place with a row: a total is not added to its parts. */
function widestRows({ facts, hierarchy }: Slice, metric: string): Metric[] {
  const rows = facts.metrics.filter((row) => row.metric === metric)
  const places = new Set(rows.map((row) => row.place))
  const inner = new Set(
    [...places].filter((code) => hierarchy.ancestorsOf(code).some((up) => places.has(up))),
  )
  return rows.filter((row) => !inner.has(row.place))
}

/** What each place said last, added up; unknown where one said two things at once, and for shares of several places. */
function sumHeld(
  rows: readonly Metric[],
  { at, isShare, twofold }: { at: Instant; isShare: boolean; twofold: ReadonlySet<Metric> },
): number | null {
  const held = new Map<string, Metric>()
  for (const row of rows) {
    const last = held.get(row.place)
    if (isSeenMoment(row.at, at) && (!last || last.at.at <= row.at.at)) held.set(row.place, row)
  }
  if (isShare && held.size > 1) return null
  if ([...held.values()].some((row) => twofold.has(row))) return null
  return sum([...held.values()])
}

/** What was said of the day up to the instant, added up. */
function sumOfDay(
  rows: readonly Metric[],
  { at, day, timezone, twofold }: { at: Instant; day: Day; timezone: string; twofold: ReadonlySet<Metric> },
): number | null {
  const own = rows.filter((row) => isSeenMoment(row.at, at) && dayOf(timezone, row.at.at) === day)
  return own.some((row) => twofold.has(row))
    ? null
    : sum([...new Map(own.map((row) => [instantOf(row), row])).values()])
}

const instantOf = ({ place, at }: Metric): string => `${place} ${at.at} ${at.isDay}`

/** Rows of one place and instant that give different values: which is right is not known. */
function twofoldRows(rows: readonly Metric[]): ReadonlySet<Metric> {
  const known = rows.filter((row) => row.value !== null)
  const values = new Map<string, number>()
  const twofold = new Set<string>()
  for (const row of known) {
    const key = instantOf(row)
    if (values.has(key) && values.get(key) !== row.value) twofold.add(key)
    values.set(key, row.value!)
  }
  return new Set(rows.filter((row) => twofold.has(instantOf(row))))
}

function sum(rows: readonly Metric[]): number | null {
  const known = rows.filter((row) => row.value !== null)
  return known.length > 0 ? known.reduce((so, row) => so + row.value!, 0) : null
}
