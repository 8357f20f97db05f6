import type { Survey } from '#geo'
import { largest } from '#geo'
import type { LevelStyle, Theme } from '../ui/tokens'
import type { BriefingFacts } from './facts'

export type Ink = 'ink' | 'ink2' | 'ink3' | 'bg'
export type Measure = (text: string, size: number, weight: number) => number

export type DrawItem =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly size: number
      readonly weight: 400 | 600 | 700
      readonly ink: Ink
      readonly align: 'left' | 'right' | 'center'
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly width: number
      readonly ink: keyof Theme
    }
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: keyof Theme | null
      readonly stroke: keyof Theme | null
      readonly dash?: readonly number[]
    }
  | {
      readonly kind: 'swatch'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly style: LevelStyle | null
    }
  | {
      readonly kind: 'map'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }

export interface BriefingLayout {
  readonly width: number
  readonly height: number
  readonly items: readonly DrawItem[]
}

export interface LayoutInput {
  readonly facts: BriefingFacts
  readonly survey: Survey
  readonly styles: Readonly<Record<string, LevelStyle>>
  readonly measure: Measure
  readonly hasMap: boolean
  readonly curveWords: {
    readonly peak: (count: number) => string
    readonly today: string
    readonly zero: string
    readonly unit: string
    readonly day: (day: string) => string
  }
}

const WIDTH = 1920
const HEIGHT = 1080
const MARGIN = 64
const COLUMN = { x: 1248, width: 608 }

/** Characters that may not begin a line, and those that may not end one (Chinese line breaking, GB/T 15834). */
const NEVER_FIRST = /^[，。、；：！？）》」』】”’%‰〕),.;:!?]/
const NEVER_LAST = /[（《「『【“‘〔(]/

/** Breaks a text into lines no wider than `width`: Han between characters, Latin words and figures whole. */
export function wrap(text: string, width: number, measureText: (text: string) => number): string[] {
  const pieces = text.match(/[A-Za-z0-9.,:%−–/—-]+|\s+|[^\sA-Za-z0-9]/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line && measureText(line + piece.trimEnd()) > width && !NEVER_FIRST.test(piece)) {
      const carried = NEVER_LAST.test(line.at(-1) ?? '') ? line.at(-1)! : ''
      lines.push((carried ? line.slice(0, -1) : line).trimEnd())
      line = carried + piece.trimStart()
    } else line += piece
  }
  if (line.trim()) lines.push(line.trimEnd())
  return lines
}

class Sheet {
  readonly items: DrawItem[] = []
  text(
    text: string,
    at: {
      x: number
      y: number
      size: number
      weight?: 400 | 600 | 700
      ink?: Ink
      align?: 'left' | 'right' | 'center'
    },
  ): void {
    this.items.push({
      kind: 'text',
      text,
      x: at.x,
      y: at.y,
      size: at.size,
      weight: at.weight ?? 400,
      ink: at.ink ?? 'ink',
      align: at.align ?? 'left',
    })
  }
  rule(y: number, ink: keyof Theme, width: number, span: { x: number; width: number }): void {
    this.items.push({ kind: 'line', x1: span.x, y1: y, x2: span.x + span.width, y2: y, width, ink })
  }
}

function masthead(sheet: Sheet, { facts, measure }: LayoutInput): void {
  sheet.text(facts.office, { x: MARGIN, y: 60, size: 18, weight: 700 })
  sheet.text(facts.series, { x: MARGIN + measure(facts.office, 18, 700) + 20, y: 60, size: 18, ink: 'ink2' })
  const asOf = measure(facts.asOf, 18, 700)
  sheet.text(facts.asOf, { x: WIDTH - MARGIN, y: 60, size: 18, weight: 700, align: 'right' })
  sheet.text(facts.asOfLabel, { x: WIDTH - MARGIN - asOf - 8, y: 60, size: 18, ink: 'ink2', align: 'right' })
  const stampWidth = measure(facts.stamp, 18, 700) + 22
  const stampX = WIDTH - MARGIN - asOf - 8 - measure(facts.asOfLabel, 18, 400) - 24 - stampWidth
  sheet.items.push({
    kind: 'rect',
    x: stampX,
    y: 39,
    width: stampWidth,
    height: 30,
    fill: null,
    stroke: 'ink',
  })
  sheet.text(facts.stamp, { x: stampX + stampWidth / 2, y: 60, size: 18, weight: 700, align: 'center' })
  let size = 46
  while (size > 30 && measure(facts.title, size, 700) > WIDTH - 2 * MARGIN) size -= 2
  sheet.text(facts.title, { x: MARGIN, y: 118, size, weight: 700 })
  sheet.rule(147.5, 'ink', 3, { x: MARGIN, width: WIDTH - 2 * MARGIN })
}

function sentences(sheet: Sheet, { facts, measure }: LayoutInput): number {
  let y = 184
  /** more sentences than usual stand closer, so that the curve keeps its height */
  const [size, leading] = facts.sentences.length > 3 ? [18, 25] : [19, 28]
  facts.sentences.forEach((sentence, index) => {
    sheet.text(String(index + 1), { x: COLUMN.x, y, size, weight: 700, ink: 'ink3' })
    for (const line of wrap(sentence, COLUMN.width - 28, (text) => measure(text, size, 400))) {
      sheet.text(line, { x: COLUMN.x + 28, y, size })
      y += leading
    }
    y += 8
  })
  return y
}

function heading(sheet: Sheet, y: number, title: string, note: string): number {
  sheet.rule(y, 'lineStrong', 1, COLUMN)
  sheet.text(title, { x: COLUMN.x, y: y + 31, size: 20, weight: 700 })
  sheet.text(note, { x: COLUMN.x + COLUMN.width, y: y + 31, size: 15, ink: 'ink3', align: 'right' })
  return y + 40
}

const COLUMNS = [0.32, 0.45, 0.59, 0.73, 0.87, 1]

function table(sheet: Sheet, top: number, { facts, styles }: LayoutInput): number {
  let y = heading(sheet, top, facts.tableTitle, facts.asOf.replace(/^\d{4}年/, ''))
  facts.tableHead.forEach(([name, unit], index) => {
    const x = index === 0 ? COLUMN.x : COLUMN.x + COLUMN.width * COLUMNS[index - 1]!
    const align = index === 0 ? 'left' : 'right'
    sheet.text(name, { x, y: y + (unit ? 16 : 34), size: 15, ink: 'ink3', align })
    if (unit) sheet.text(unit, { x, y: y + 34, size: 13, ink: 'ink3', align })
  })
  y += 42
  for (const row of facts.rows) {
    sheet.rule(y, row.total ? 'ink' : 'line', row.total ? 1.5 : 1, COLUMN)
    const weight = row.total ? 700 : 400
    if (!row.total && row.rank >= 0)
      sheet.items.push({
        kind: 'swatch',
        x: COLUMN.x,
        y: y + 9,
        width: 22,
        height: 15,
        style: row.rank > 0 ? (styles[row.level] ?? null) : null,
      })
    sheet.text(row.name, { x: COLUMN.x + (row.total ? 0 : 31), y: y + 23, size: 18, weight })
    row.cells.forEach((cell, index) => {
      sheet.text(cell, {
        x: COLUMN.x + COLUMN.width * COLUMNS[index]!,
        y: y + 23,
        size: 18,
        weight: row.total ? 700 : 400,
        align: 'right',
      })
    })
    y += 33
  }
  return y
}

function curve(sheet: Sheet, top: number, input: LayoutInput): void {
  const { facts, survey, measure, curveWords } = input
  const daily = survey.cases?.daily ?? []
  if (!daily.length) return
  let y = heading(sheet, top, facts.curveTitle, facts.curveNote)
  let x = COLUMN.x
  facts.curveLegend.forEach((text, index) => {
    if (index < 2)
      sheet.items.push({
        kind: 'rect',
        x,
        y: y + 4,
        width: 13,
        height: 13,
        fill: index === 0 ? 'ink' : 'quar',
        stroke: null,
      })
    sheet.text(text, { x: x + (index < 2 ? 19 : 0), y: y + 16, size: 15, ink: 'ink2' })
    x += measure(text, 15, 400) + (index < 2 ? 39 : 20)
  })
  y += 30
  const bottom = HEIGHT - 168
  const height = Math.max(60, bottom - y)
  const peak = Math.max(1, largest(daily.map(({ total }) => total)))
  const step = Math.max(1, Math.ceil(peak / 3))
  const scale = height / (step * 3 + step * 0.25)
  for (const grid of [1, 2, 3]) {
    sheet.rule(bottom - grid * step * scale, 'line', 1, COLUMN)
    sheet.text(grid === 3 ? `${grid * step} ${curveWords.unit}`.trim() : String(grid * step), {
      x: COLUMN.x,
      y: bottom - grid * step * scale + 16,
      size: 14,
      ink: 'ink3',
    })
  }
  bars(sheet, { bottom, scale, peak }, input)
  sheet.rule(bottom, 'ink', 1.2, COLUMN)
  sheet.text(curveWords.today, {
    x: COLUMN.x + COLUMN.width,
    y: bottom + 19,
    size: 14,
    weight: 700,
    align: 'right',
  })
}

function bars(
  sheet: Sheet,
  axis: { bottom: number; scale: number; peak: number },
  { survey, curveWords }: LayoutInput,
): void {
  const daily = survey.cases!.daily
  const slot = COLUMN.width / daily.length
  const every = Math.max(1, Math.round(daily.length / 3 / 5) * 5)
  const width = slot * 0.8
  let peakSaid = false
  daily.forEach((day, index) => {
    const x = COLUMN.x + index * slot + slot * 0.1
    const rect = (height: number, lift: number, fill: keyof Theme): void => {
      if (height > 0)
        sheet.items.push({
          kind: 'rect',
          x,
          y: axis.bottom - lift - height,
          width,
          height,
          fill,
          stroke: null,
        })
    }
    if (day.partial) {
      const height = Math.max(18, day.total * axis.scale)
      sheet.items.push({
        kind: 'rect',
        x,
        y: axis.bottom - height,
        width,
        height,
        fill: null,
        stroke: 'ink3',
        dash: [3, 2.4],
      })
    }
    rect(day.community * axis.scale, 0, 'ink')
    rect((day.controlled + day.unknownFound) * axis.scale, day.community * axis.scale, 'quar')
    if (!day.partial && index % every === 0 && index < daily.length - 3) {
      sheet.text(curveWords.day(day.day), {
        x: x + width / 2,
        y: axis.bottom + 19,
        size: 14,
        ink: 'ink2',
        align: 'center',
      })
    }
    if (!peakSaid && day.total === axis.peak && day.total > 0) {
      peakSaid = true
      sheet.text(curveWords.peak(axis.peak), {
        x: x + width / 2,
        y: axis.bottom - axis.peak * axis.scale - 5,
        size: 14,
        ink: 'ink2',
        align: 'center',
      })
    }
  })
}

function footer(sheet: Sheet, { facts, measure }: LayoutInput): void {
  sheet.rule(HEIGHT - 126, 'lineStrong', 1, { x: MARGIN, width: WIDTH - 2 * MARGIN })
  facts.signatures.forEach((name, index) =>
    sheet.text(name, { x: WIDTH - MARGIN - 300 + index * 106, y: HEIGHT - 101, size: 14.5 }),
  )
  const lines = [
    ...wrap(facts.sources, WIDTH - 2 * MARGIN - 330, (text) => measure(text, 14.5, 400)).slice(0, 1),
    ...wrap(facts.caveat, WIDTH - 2 * MARGIN, (text) => measure(text, 14.5, 400)).slice(0, 2),
    facts.fingerprint,
  ]
  lines.forEach((line, index) =>
    sheet.text(line, {
      x: MARGIN,
      y: HEIGHT - 101 + index * 22,
      size: 14.5,
      ink: index === lines.length - 1 ? 'ink3' : 'ink2',
    }),
  )
}

/** The 16:9 sheet, 1920 × 1080: boxes and lines of text in order of drawing. Pure given a text measure. */
export function layOutSlide(input: LayoutInput): BriefingLayout {
  const sheet = new Sheet()
  sheet.items.push({ kind: 'rect', x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: 'bg', stroke: null })
  if (input.hasMap)
    sheet.items.push({ kind: 'map', x: MARGIN, y: 160, width: 1140, height: HEIGHT - 160 - 196 })
  masthead(sheet, input)
  const afterSentences = sentences(sheet, input)
  const afterTable = table(sheet, afterSentences + 6, input)
  curve(sheet, afterTable + 14, input)
  footer(sheet, input)
  return { width: WIDTH, height: HEIGHT, items: sheet.items }
}
