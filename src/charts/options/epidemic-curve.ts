import type { Survey } from '#geo'
import { largest } from '#geo'
import { formatCount, formatHoursUntil, formatShortDay, type Locale } from '../../i18n/format'
import { counted } from '../../i18n/plural'
import { subjectUnit } from '../../i18n/subject-unit'
import { fontStack, type Theme } from '../../ui/tokens'
import { BAR_SHARE, curveDays } from '../curve-days'

export interface CurveOptions {
  readonly theme: Theme
  readonly locale: Locale
  /** every length is css px at 1080 times this */
  readonly k: number
}

type Daily = NonNullable<Survey['cases']>['daily'][number]

const WORDS = {
  zh: {
    peak: (n: string, unit: string) => `峰值 ${n} ${unit}`,
    today: (hours: string) => `今日至${hours}`,
    run: (n: number) => `社会面\n连续 ${formatCount(n)} 天 0 例`,
  },
  en: {
    peak: (n: string) => `peak ${n}`,
    today: (hours: string) => `to ${hours}`,
    run: (n: number) => `community\n${counted(n, 'day')} at 0`,
  },
}

/** The gridline step that gives about three lines: 1, 2 or 4 times a power of ten, or 5 times. */
export function gridStep(highest: number): number {
  const raw = Math.max(1, highest / 3)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 4, 5, 10].map((m) => m * power).find((candidate) => candidate >= raw - 1e-9)
  return Math.max(1, Math.round(step ?? raw))
}

function todayWord(asOf: string, locale: Locale): string {
  const hours = formatHoursUntil(asOf, locale)
  return WORDS[locale].today(locale === 'zh' ? hours.replace(/^0—|^0时—/, '') : hours.slice(6))
}

interface AxisLabel {
  readonly value: string
  readonly textStyle?: object
}

/** Width the curve is drawn in, css px at k = 1: the first and last label stand flush with it. */
export const PANEL = 388

/** Labels of the axis: the first day, about every fifth, and the last one: its date, or today by its hour. */
function axisLabels(
  daily: readonly Daily[],
  survey: Survey,
  { locale, theme, k }: CurveOptions,
): AxisLabel[] {
  const every = Math.max(1, Math.round(daily.length / 3.2))
  const last = daily.length - 1
  const shift = Math.min(9, PANEL / daily.length / 2)
  return daily.map(({ day, partial }, index) => {
    if (index === last) {
      const textStyle = {
        align: 'right' as const,
        color: theme.ink,
        fontWeight: 700,
        padding: [0, -shift * k, 0, 0],
      }
      return { value: partial ? todayWord(survey.asOf, locale) : formatShortDay(day, locale), textStyle }
    }
    const room = last - index >= every * 0.8
    const value = index % every === 0 && room ? formatShortDay(day, locale) : ''
    return index === 0 ? { value, textStyle: { align: 'left', padding: [0, 0, 0, -shift * k] } } : { value }
  })
}

function peakOf(daily: readonly Daily[]): number {
  let peak = 0
  daily.forEach(({ total, partial }, index) => {
    if (!partial && total > daily[peak]!.total) peak = index
  })
  return peak
}

/** Half of the peak's label, and of the unit at the left end of the grid, css px at k = 1. */
const PEAK_HALF = { zh: 52, en: 40 }
const UNIT = { zh: 64, en: 112 }

/** The peak's label stands above its bar, shifted so that it keeps within the drawing and off the unit. */
function besideOf(
  index: number,
  count: number,
  { k, locale }: Pick<CurveOptions, 'k' | 'locale'>,
): { offset: [number, number] } {
  const x = ((index + 0.5) / count) * PANEL
  const half = PEAK_HALF[locale]
  const middle = Math.min(Math.max(x, UNIT[locale] + half), PANEL - half)
  return { offset: [(middle - x) * k, 0] }
}

function peakMark(daily: readonly Daily[], survey: Survey, options: CurveOptions) {
  const index = peakOf(daily)
  const total = daily[index]?.total ?? 0
  if (total === 0 || daily.some((day) => day.partial && day.total > total)) return undefined
  const unit = subjectUnit(survey.subject, total, options.locale)
  return {
    silent: true,
    symbol: 'circle',
    symbolSize: 0,
    data: [{ coord: [index, total] }],
    label: {
      show: true,
      formatter: WORDS[options.locale].peak(formatCount(total), unit),
      position: 'top',
      ...besideOf(index, daily.length, options),
      distance: 5 * options.k,
      color: options.theme.ink2,
      fontSize: 15 * options.k,
      textBorderColor: options.theme.bg,
      textBorderWidth: 5 * options.k,
    },
  }
}

/** The bracket over whole days in a row without a case in the community; it needs three days to be said. */
function runMark(daily: readonly Daily[], survey: Survey, options: CurveOptions) {
  const run = survey.cases?.communityZeroRun
  if (!run || run.days < 3) return undefined
  const from = daily.findIndex(({ day }) => day === run.from)
  const to = daily.findIndex(({ day }) => day === run.to)
  if (from < 0 || to < 0) return undefined
  const highest = largest(daily.slice(from, to + 1).map(({ total }) => total))
  const top = Math.max(largest(daily.map(({ total }) => total)), 1)
  const y = Math.min(top * 0.62, highest + top * 0.14)
  const tick = top * 0.045
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: options.theme.ink, width: 1.3 * options.k, type: 'solid' },
    label: { show: false },
    data: [
      [
        {
          coord: [from, y],
          label: {
            show: true,
            position: 'middle',
            formatter: WORDS[options.locale].run(run.days),
            color: options.theme.ink,
            fontWeight: 700,
            fontSize: 15 * options.k,
            lineHeight: 18 * options.k,
            distance: 4 * options.k,
          },
        },
        { coord: [to, y] },
      ],
      [{ coord: [from, y] }, { coord: [from, y - tick] }],
      [{ coord: [to, y] }, { coord: [to, y - tick] }],
    ],
  }
}

/** Height of the drawing and of a word of its axis, width of a digit there, css px at k = 1. */
const [HEIGHT, WORD, DIGIT] = [188, 22, 9]
/** What the top line leaves for the word above it. */
const ROOM_ABOVE = 1.13

/** Whether a bar at the left would lie over a word of the axis, which hangs from its line there or stands on it. */
function meetsWords(
  daily: readonly Daily[],
  { step, max, locale, stands = false }: { step: number; max: number; locale: Locale; stands?: boolean },
): boolean {
  const top = Math.floor(max / step) * step
  const tall = (WORD / HEIGHT) * max
  return daily.some(({ total }, index) => {
    const left = ((index + (1 - BAR_SHARE) / 2) / daily.length) * PANEL
    const isUnder = (value: number): boolean =>
      total > value - (stands ? 0 : tall) &&
      left < (value === top ? UNIT[locale] - 10 : formatCount(value).length * DIGIT)
    return Array.from({ length: Math.round(top / step) }, (_, at) => (at + 1) * step).some(isUnder)
  })
}

/** Words of the axis hang from their lines, stand on them where bars would cover them, or stand before them outside. */
function wordPlace({
  isAbove,
  isOutside,
  k,
}: {
  readonly isAbove: boolean
  readonly isOutside: boolean
  readonly k: number
}) {
  if (isOutside) return { verticalAlign: 'middle', padding: 0 }
  return isAbove
    ? { verticalAlign: 'bottom', padding: [0, 0, 2 * k, 0] }
    : { verticalAlign: 'top', padding: [3 * k, 0, 0, 0] }
}

/**
 * Daily cases by report date as stacked bars: community below, under control above, those whose way of being found is
 * not divided hollow on top; as many days as keep their bars apart.
 * Today is a dashed box until 24:00, its running count inside it; it is never a zero bar.
 * Pure: Survey and theme in, an ECharts option (plain JSON) out. Null where the list of cases is not known.
 */
export function epidemicCurve(survey: Survey, options: CurveOptions) {
  const { daily } = curveDays(survey, PANEL)
  if (daily.length === 0) return null
  const { theme, k } = options
  const highest = Math.max(1, largest(daily.map(({ total }) => total)))
  const step = gridStep(highest)
  const plain = Math.max(step, highest * 1.14) + 0.001
  const isAbove = meetsWords(daily, { step, max: plain, locale: options.locale })
  const isOutside = isAbove && meetsWords(daily, { step, max: plain, locale: options.locale, stands: true })
  const max = isAbove ? Math.max(plain, Math.floor(plain / step) * step * ROOM_ABOVE) : plain
  const unit = (count: number): string => subjectUnit(survey.subject, count, options.locale)
  const bar = (name: string, color: string, data: readonly (number | null)[], more = {}) => ({
    type: 'bar',
    name,
    stack: 'day',
    barCategoryGap: '20%',
    data,
    itemStyle: { color, borderWidth: 0 },
    ...more,
  })
  const boxes = daily.map(({ partial, total }) =>
    partial ? Math.max(highest * 0.14, 1) - Math.min(total, highest * 0.07) : null,
  )
  const labels = axisLabels(daily, survey, options)
  const top = Math.floor(max / step) * step
  const gutter = isOutside ? formatCount(top).length * DIGIT + 6 : 0
  return {
    animation: false,
    textStyle: { fontFamily: fontStack(options.locale) },
    grid: { left: gutter * k, right: 0, top: 4 * k, bottom: 26 * k, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.ink3, width: 1.2 * k } },
      axisLabel: { interval: 0, color: theme.ink2, fontSize: 15 * k, margin: 6 * k, hideOverlap: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max,
      interval: step,
      axisLabel: {
        inside: !isOutside,
        margin: isOutside ? 6 * k : 0,
        showMinLabel: false,
        showMaxLabel: false,
        ...wordPlace({ isAbove, isOutside, k }),
        color: theme.ink3,
        fontSize: 15 * k,
        formatter: (value: number) =>
          value === top && !isOutside ? `${formatCount(value)} ${unit(value)}`.trim() : formatCount(value),
      },
      splitLine: { lineStyle: { color: theme.line, width: 1 }, showMinLine: false, showMaxLine: false },
    },
    series: [
      bar(
        'community',
        theme.case,
        daily.map(({ community }) => community),
        { markPoint: undefined },
      ),
      bar(
        'controlled',
        theme.quar,
        daily.map(({ controlled }) => controlled),
        {
          markLine: runMark(daily, survey, options),
          itemStyle: { color: theme.quar, borderColor: theme.bg, borderWidth: 0 },
        },
      ),
      bar(
        'unknownFound',
        theme.line,
        daily.map(({ unknownFound }) => unknownFound),
        {
          itemStyle: { color: theme.bg, borderColor: theme.ink2, borderWidth: k },
          markPoint: peakMark(daily, survey, options),
        },
      ),
      bar('today', 'transparent', boxes, {
        itemStyle: {
          color: 'transparent',
          borderColor: theme.ink3,
          borderWidth: k,
          borderType: [3 * k, 2.5 * k],
        },
      }),
    ],
  }
}
