import { largest } from '#geo'
import { BAR_SHARE, type CurveDays, curveDays } from '../charts/curve-days'
import { gridStep } from '../charts/options/epidemic-curve'
import { formatCount } from '../i18n/format'
import { rounded } from '../i18n/measures'
import type { Theme } from '../ui/tokens'
import { sizeFor } from './fit'
import { COLUMN, HEIGHT } from './page'
import { heading, type LayoutInput, type Sheet } from './sheet'

type Series = 'community' | 'controlled' | 'other'

/** Fill and line of a series, in the swatch of the legend as in the bar. */
const SERIES: Readonly<Record<Series, { readonly fill: keyof Theme; readonly stroke: keyof Theme | null }>> =
  {
    community: { fill: 'ink', stroke: null },
    controlled: { fill: 'quar', stroke: null },
    other: { fill: 'bg', stroke: 'ink2' },
  }

function curveLegend(sheet: Sheet, y: number, { facts, measure }: LayoutInput): void {
  let x = COLUMN.x
  const room = facts.curveLegend.reduce((left, { series }) => left - (series ? 39 : 20), COLUMN.width + 20)
  const whole = facts.curveLegend.map(({ text }) => text).join('')
  const size = sizeFor(whole, room, { size: 15, least: 10 }, measure)
  for (const { series, text } of facts.curveLegend) {
    if (series !== null)
      sheet.items.push({ kind: 'rect', x, y: y + 4, width: 13, height: 13, ...SERIES[series] })
    sheet.text(text, { x: x + (series ? 19 : 0), y: y + 16, size, ink: 'ink2' })
    x += measure(text, size, 400) + (series ? 39 : 20)
  }
}

/** The daily curve in what is left of the column. */
export function curve(sheet: Sheet, top: number, input: LayoutInput): void {
  const { facts, survey, measure, curveWords } = input
  const { daily } = curveDays(survey, COLUMN.width)
  if (!daily.length) return
  let y = heading(sheet, top, [facts.curveTitle, facts.curveNote], measure)
  curveLegend(sheet, y, input)
  y += 30
  if (facts.curveBefore) {
    sheet.text(facts.curveBefore, { x: COLUMN.x, y: y + 14, size: 14, ink: 'ink2' })
    y += 22
  }
  const bottom = HEIGHT - 168
  const height = bottom - y
  const peak = Math.max(1, largest(daily.map(({ total }) => total)))
  const step = gridStep(peak)
  /** above the highest bar stands its figure */
  const scale = Math.min(height / (Math.max(step, peak * 1.12) + step * 0.1), (height - 22) / peak)
  const lines = Math.max(1, Math.floor(peak / step))
  const words = Array.from({ length: lines }, (_, at) => {
    const value = formatCount((at + 1) * step)
    return at + 1 === lines ? `${value} ${curveWords.unit}`.trim() : value
  })
  for (const [at, word] of words.entries()) {
    const line = bottom - (at + 1) * step * scale
    sheet.rule(line, 'line', 1, COLUMN)
    sheet.text(word, { x: COLUMN.x, y: line + 16, size: 14, ink: 'ink3' })
  }
  const wide = largest(words.map((word) => measure(word, 14, 400))) + WORD_GAP / 2
  const lowest = step * scale - WORD_LINE
  const under = daily.slice(0, Math.ceil((wide * daily.length) / COLUMN.width))
  const inset = under.some(({ total }) => total * scale > lowest) ? wide : 0
  bars(sheet, { bottom, scale, peak, inset }, input)
  sheet.rule(bottom, 'ink', 1.2, COLUMN)
  sheet.text(lastWord(input), {
    x: COLUMN.x + COLUMN.width,
    y: bottom + 19,
    size: 14,
    weight: 700,
    align: 'right',
  })
}

/** Below the last bar: its day, or until when it is counted. */
function lastWord({ survey, curveWords }: LayoutInput): string {
  const last = curveDays(survey, COLUMN.width).daily.at(-1)!
  return last.partial ? curveWords.today : curveWords.day(last.day)
}

interface Axis {
  readonly bottom: number
  readonly scale: number
  readonly peak: number
  /** room left of the first bar, where the figures of the grid would lie under bars */
  readonly inset: number
}

/** Room at the left of the curve for the figures of its grid. */
const AXIS_WORDS = 70

/** From a line of the grid to the foot of its figure. */
const WORD_LINE = 20

/** Between two words below the bars. */
const WORD_GAP = 12

function bars(sheet: Sheet, axis: Axis, input: LayoutInput): void {
  const { survey, curveWords, measure } = input
  const { daily } = curveDays(survey, COLUMN.width)
  const from = COLUMN.x + axis.inset
  const slot = (COLUMN.width - axis.inset) / daily.length
  const every = Math.max(1, rounded(daily.length / 3 / 5, 0) * 5)
  const width = slot * BAR_SHARE
  const highest = daily.findIndex(({ total }) => total > 0 && total === axis.peak)
  const end = COLUMN.x + COLUMN.width - measure(lastWord(input), 14, 700) - WORD_GAP
  daily.forEach((day, index) => {
    const x = from + index * slot + (slot - width) / 2
    bar(sheet, axis, { day, x, width })
    const at = index === 0 ? from : x + width / 2
    const word = curveWords.day(day.day)
    const right = at + measure(word, 14, 400) / (index === 0 ? 1 : 2)
    if (!day.partial && index % every === 0 && right < end) {
      const align = index === 0 ? 'left' : 'center'
      sheet.text(word, { x: at, y: axis.bottom + 19, size: 14, ink: 'ink2', align })
    }
    if (index !== highest) return
    const text = curveWords.peak(axis.peak)
    const half = measure(text, 14, 400) / 2
    const left = COLUMN.x + AXIS_WORDS + half
    const middle = Math.min(Math.max(x + width / 2, left), COLUMN.x + COLUMN.width - half)
    const y = axis.bottom - axis.peak * axis.scale - 5
    sheet.text(text, { x: middle, y, size: 14, ink: 'ink2', align: 'center' })
  })
}

type DailyCount = CurveDays['daily'][number]

/** A day's cases, one series on the other; a day that is not over stands in a dashed box. */
function bar(
  sheet: Sheet,
  { bottom, scale }: Axis,
  { day, x, width }: { readonly day: DailyCount; readonly x: number; readonly width: number },
): void {
  const parts: readonly (readonly [Series, number])[] = [
    ['community', day.community],
    ['controlled', day.controlled],
    ['other', day.unknownFound],
  ]
  let lift = 0
  for (const [series, count] of parts) {
    const height = count * scale
    const look = day.partial ? { ...SERIES[series], stroke: null } : SERIES[series]
    if (height > 0) sheet.items.push({ kind: 'rect', x, y: bottom - lift - height, width, height, ...look })
    lift += height
  }
  if (!day.partial) return
  const height = Math.max(18, day.total * scale)
  const box = { x, y: bottom - height, width, height, fill: null, stroke: 'ink3' as const }
  sheet.items.push({ kind: 'rect', ...box, dash: [3, 2.4] })
}
