import type { Survey } from '#geo'
import { largest } from '#geo'
import { circled, formatShortDay, type Locale } from '../../i18n/format'
import type { LevelLook } from '../../ui/levels'
import { fontStack, HATCH, SHADES, shadeOf, styleOfHatch, type Theme, tintOf } from '../../ui/tokens'

export interface TimelineOptions {
  readonly theme: Theme
  readonly locale: Locale
  readonly k: number
  readonly looks: Readonly<Record<string, LevelLook>>
  /** the days of the axis, in order: those of the time slider */
  readonly days: readonly string[]
  /** where the playhead's label stands, as days of the axis: no other label is written there */
  readonly kept?: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

const FORECAST_OPACITY = 0.3
/** Tint, outline and hatch of a level's bar as ECharts understands them; the hatch has the periods of §2. */
export function barStyle(look: LevelLook, theme: Theme, k: number) {
  if (look === 'normal') return { color: 'transparent', borderColor: theme.lineStrong, borderWidth: k }
  const lines = { symbol: 'rect', dashArrayX: [1, 0], symbolSize: 1 }
  const faded = (colour: string, alpha: number): string =>
    `rgba(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(',')},${alpha})`
  const gap = (period: number, width: number): number[] => [width * k, (period - width) * k]
  const [name, shade] = [styleOfHatch(look), shadeOf(look)]
  const style = { borderColor: theme[`${name}Line`], borderWidth: k }
  if (shade !== 1) {
    const { period, width } = SHADES[shade]
    const marks =
      name === 'sealed'
        ? faded(theme.bg, theme.sealedHatch)
        : faded(theme[`${name}Line`], HATCH[name].opacity)
    return {
      ...style,
      color: faded(theme[name], theme[`${name}Fill`] * tintOf(look)),
      decal: {
        ...lines,
        color: marks,
        dashArrayY: gap(period, width),
        rotation: shade === 2 ? Math.PI / 2 : 0,
      },
    }
  }
  switch (name) {
    case 'sealed':
      return {
        ...style,
        color: faded(theme.sealed, theme.sealedFill),
        decal: {
          ...lines,
          color: faded(theme.bg, theme.sealedHatch),
          dashArrayY: gap(HATCH.sealed.period, HATCH.sealed.width),
          rotation: -Math.PI / 4,
        },
      }
    case 'controlled':
      return {
        ...style,
        color: faded(theme.controlled, theme.controlledFill * HATCH.controlled.tint),
        decal: {
          ...lines,
          color: faded(theme.controlledLine, HATCH.controlled.opacity),
          dashArrayY: gap(HATCH.controlled.period, HATCH.controlled.width),
          rotation: Math.PI / 4,
        },
      }
    case 'precaution': {
      const dot = 2 * HATCH.precaution.radius * k
      const rest = HATCH.precaution.period * k - dot
      const half = (HATCH.precaution.period / 2) * k
      return {
        ...style,
        color: faded(theme.precaution, theme.precautionFill * HATCH.precaution.tint),
        decal: {
          symbol: 'circle',
          symbolSize: 1,
          color: faded(theme.precautionLine, HATCH.precaution.opacity),
          dashArrayX: [
            [dot, rest],
            [0, half, dot, half - dot],
          ],
          dashArrayY: [dot, half - dot],
        },
      }
    }
  }
}

function fadedStyle(look: LevelLook, theme: Theme) {
  return {
    color: look === 'normal' ? theme.line : theme[styleOfHatch(look)],
    opacity: FORECAST_OPACITY,
    borderWidth: 0,
    decal: { symbol: 'none' },
  }
}

/** What stands under each day: the number of a round that began on it, else about every ninth part a date. */
export function timelineLabels(
  survey: Survey,
  days: readonly string[],
  locale: Locale,
  kept: ReadonlySet<number> = NONE,
): string[] {
  const begun = new Map(survey.rounds.map(({ round, from }) => [from.slice(0, 10), circled(round)]))
  const every = Math.max(1, Math.round(days.length / 9))
  const rare = begun.size <= days.length / 2
  return days.map((day, index) => {
    if (day === survey.day || kept.has(index)) return ''
    if (rare && begun.has(day)) return begun.get(day)!
    const crowded =
      locale === 'en' && rare && (begun.has(days[index - 1] ?? '') || begun.has(days[index + 1] ?? ''))
    /** a date in the middle of its day would be cut by the end of the axis */
    const isCut =
      index < days.length - 1 && ((days.length - 0.5 - index) * TRACK_PX) / days.length < EDGE_HALF_PX
    return index % every === 0 && !crowded && !isCut ? formatShortDay(day, locale) : ''
  })
}

/** Width of the track, css px at k = 1. */
export const TRACK_PX = 976
/** Half of the playhead's label, half of a date, and the room between them, css px at k = 1. */
const KEPT_PX = 52 + 24 + 6

/** Days whose labels would lie under the playhead's, which stands at a share of the axis. */
export function keptDays(share: number, count: number): Set<number> {
  const slot = TRACK_PX / count
  const middle = Math.min(Math.max(share * TRACK_PX, PLAYHEAD_HALF_PX), TRACK_PX - PLAYHEAD_HALF_PX)
  const kept = new Set<number>()
  for (let index = 0; index < count; index++) {
    const own =
      index === 0 ? EDGE_HALF_PX : index === count - 1 ? TRACK_PX - EDGE_HALF_PX : (index + 0.5) * slot
    if (Math.abs(own - middle) < KEPT_PX) kept.add(index)
  }
  return kept
}

/** The playhead's label keeps within the track: half of its width, and of a date at an end of the axis, css px at k = 1. */
export const PLAYHEAD_HALF_PX = 52
const EDGE_HALF_PX = 24

/** The first and last labels keep within the drawing: they begin and end where their bars do. */
function atEdge(value: string, index: number, count: number, k: number) {
  const half = (TRACK_PX / count / 2) * k
  if (index === 0) return { value, textStyle: { align: 'left', padding: [0, 0, 0, -half] } }
  if (index === count - 1) return { value, textStyle: { align: 'right', padding: [0, -half, 0, 0] } }
  return { value }
}

function frame(survey: Survey, days: readonly string[], { theme, locale, k, kept }: TimelineOptions) {
  return {
    animation: false,
    textStyle: { fontFamily: fontStack(locale) },
    grid: { left: 0, right: 0, top: 20 * k, bottom: 26 * k, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: timelineLabels(survey, days, locale, kept).map((value, index) =>
        atEdge(value, index, days.length, k),
      ),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.lineStrong, width: 1 } },
      axisLabel: { interval: 0, color: theme.ink2, fontSize: 15 * k, margin: 7 * k, hideOverlap: false },
    },
  }
}

/**
 * Daily cases on the days of the time slider, for a pack without zones: totals, in the colour of no series. Null where
 * the list of cases is not known.
 */
export function caseTimeline(survey: Survey, options: TimelineOptions) {
  const daily = new Map((survey.cases?.daily ?? []).map((one) => [one.day, one]))
  if (daily.size === 0) return null
  const { theme } = options
  return {
    ...frame(survey, options.days, options),
    yAxis: { type: 'value', min: 0, show: false },
    series: [
      {
        type: 'bar',
        name: 'total',
        barCategoryGap: '8%',
        silent: true,
        itemStyle: { color: theme.ink2 },
        data: options.days.map((day) => daily.get(day)?.total ?? null),
      },
    ],
  }
}

/**
 * Zones in force by level at the end of each day, as stacked hatched bars; later days pale, without hatch.
 * The playhead is drawn over it by the screen, since it moves. Null where there are no zones.
 */
export function zoneTimeline(survey: Survey, options: TimelineOptions) {
  const known = new Map(survey.timeline.map((one) => [one.day, one]))
  const days = options.days.map(
    (day) => known.get(day) ?? { day, counts: {} as Record<string, number>, forecast: day > survey.day },
  )
  const levels = survey.levels
    .filter(({ rank, level }) => rank > 0 || survey.timeline.some(({ counts }) => (counts[level] ?? 0) > 0))
    .filter(({ level }) => options.looks[level] !== 'normal')
    .sort((a, b) => b.rank - a.rank)
  if (survey.timeline.length === 0 || survey.zones.length === 0 || levels.length === 0) return null
  const { theme, k } = options
  const totals = days.map(({ counts }) => levels.reduce((sum, { level }) => sum + (counts[level] ?? 0), 0))
  const highest = Math.max(1, largest(totals))
  const peak = totals.indexOf(highest)
  const unit = options.locale === 'zh' ? ' 个' : ''
  const beside = [-30 * k, 0]
  const mark = (index: number, strong: boolean) => ({
    coord: [index, totals[index]],
    label: {
      formatter: `${totals[index]}${unit}`,
      color: strong ? theme.ink : theme.ink2,
      fontWeight: strong ? 700 : 400,
      offset: strong ? beside : [0, 0],
    },
  })
  const today = days.findIndex(({ day }) => day === survey.day)
  const marks = [mark(peak, false)]
  if (today >= 0 && Math.abs(today - peak) > 1) marks.push(mark(today, true))
  return {
    ...frame(survey, options.days, options),
    yAxis: { type: 'value', min: 0, max: highest, show: false },
    series: levels.map(({ level }, place) => ({
      type: 'bar',
      name: level,
      stack: 'zones',
      barCategoryGap: '8%',
      silent: true,
      itemStyle: barStyle(options.looks[level] ?? 'normal', theme, k),
      data: days.map(({ counts, forecast }) => {
        const value = counts[level] ?? 0
        if (value === 0) return null
        return forecast ? { value, itemStyle: fadedStyle(options.looks[level] ?? 'normal', theme) } : value
      }),
      ...(place === levels.length - 1
        ? {
            markPoint: {
              silent: true,
              symbol: 'circle',
              symbolSize: 0,
              data: marks,
              label: { show: true, position: 'top', distance: 3 * k, fontSize: 15 * k },
            },
          }
        : {}),
    })),
  }
}
