import { curve } from './curve-layout'
import { linesFor, sizeFor, wrap } from './fit'
import { COLUMN, HEIGHT, MARGIN, WIDTH } from './page'
import { type BriefingLayout, type LayoutInput, Sheet } from './sheet'
import { table } from './table'

export type { Measure } from './page'
export type { BriefingLayout, DrawItem, Ink, LayoutInput } from './sheet'

function masthead(sheet: Sheet, { facts, measure }: LayoutInput): void {
  sheet.text(facts.office, { x: MARGIN, y: 60, size: 18, weight: 700 })
  const asOf = measure(facts.asOf, 18, 700)
  sheet.text(facts.asOf, { x: WIDTH - MARGIN, y: 60, size: 18, weight: 700, align: 'right' })
  sheet.text(facts.asOfLabel, { x: WIDTH - MARGIN - asOf - 8, y: 60, size: 18, ink: 'ink2', align: 'right' })
  const stampWidth = measure(facts.stamp, 18, 700) + 22
  const stampX = WIDTH - MARGIN - asOf - 8 - measure(facts.asOfLabel, 18, 400) - 24 - stampWidth
  const seriesX = MARGIN + measure(facts.office, 18, 700) + 20
  const series = sizeFor(facts.series, stampX - 20 - seriesX, { size: 18, least: 11 }, measure)
  sheet.text(facts.series, { x: seriesX, y: 60, size: series, ink: 'ink2' })
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
  const title = linesFor(
    facts.title,
    WIDTH - 2 * MARGIN,
    { size: 46, least: 22, weight: 700, most: 1 },
    measure,
  )
  const whole =
    title.lines.length === 1
      ? title
      : linesFor(facts.title, WIDTH - 2 * MARGIN, { size: 26, least: 16, weight: 700, most: 2 }, measure)
  whole.lines.forEach((line, index) =>
    sheet.text(line, {
      x: MARGIN,
      y: 118 + (index - (whole.lines.length - 1) / 2) * 32,
      size: whole.size,
      weight: 700,
    }),
  )
  sheet.rule(147.5, 'ink', 3, { x: MARGIN, width: WIDTH - 2 * MARGIN })
}

/** Sentences and rows as large as they stand apart: the first that leaves the curve its height is taken. */
const DENSITIES = [
  { size: 19, leading: 28, row: 33 },
  { size: 18, leading: 25, row: 33 },
  { size: 16.5, leading: 22.5, row: 30 },
  { size: 15, leading: 20.5, row: 27 },
  { size: 13.5, leading: 18.5, row: 25 },
] as const
type Density = (typeof DENSITIES)[number]

function sentences(sheet: Sheet, { facts, measure }: LayoutInput, { size, leading }: Density): number {
  let y = 184
  facts.sentences.forEach((sentence, index) => {
    sheet.text(String(index + 1), { x: COLUMN.x, y, size, weight: 700, ink: 'ink3' })
    for (const line of wrap(sentence, COLUMN.width - 28, (text) => measure(text, size, 400))) {
      sheet.text(line, { x: COLUMN.x + 28, y, size })
      y += leading
    }
    y += leading * 0.3
  })
  return y
}

function footer(sheet: Sheet, { facts, measure }: LayoutInput): void {
  sheet.rule(HEIGHT - 126, 'lineStrong', 1, { x: MARGIN, width: WIDTH - 2 * MARGIN })
  facts.signatures.forEach((name, index) =>
    sheet.text(name, { x: WIDTH - MARGIN - 300 + index * 106, y: HEIGHT - 101, size: 14.5 }),
  )
  const wide = WIDTH - 2 * MARGIN
  const linesAt = (size: number): string[] => [
    ...wrap(facts.sources, wide - 330, (text) => measure(text, size, 400)),
    ...wrap(facts.caveat, wide - 330, (text) => measure(text, size, 400)),
    facts.fingerprint,
  ]
  let size = 14.5
  while (size > 8 && (linesAt(size).length - 1) * size * 1.5 > FOOT) size -= 0.5
  linesAt(size).forEach((line, index, lines) =>
    sheet.text(line, {
      x: MARGIN,
      y: HEIGHT - 101 + index * size * 1.5,
      size,
      ink: index === lines.length - 1 ? 'ink3' : 'ink2',
    }),
  )
}

/** Height between the first and the last line of the footer. */
const FOOT = 80

/** Least height of the curve with its heading; where even the closest lines leave less it is not drawn. */
const CURVE = 190
const LEAST_CURVE = 130

/** Height that sentences and table leave for the curve. */
function roomFor(density: Density, input: LayoutInput): number {
  const sheet = new Sheet()
  return HEIGHT - 168 - table(sheet, sentences(sheet, input, density) + 6, input, density)
}

/** The 16:9 sheet, 1920 × 1080: boxes and lines of text in order of drawing. Pure given a text measure. */
export function layOutSlide(input: LayoutInput): BriefingLayout {
  const sheet = new Sheet()
  sheet.items.push({ kind: 'rect', x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: 'bg', stroke: null })
  if (input.hasMap)
    sheet.items.push({ kind: 'map', x: MARGIN, y: 160, width: 1140, height: HEIGHT - 160 - 196 })
  masthead(sheet, input)
  const first = input.facts.sentences.length > 3 ? 1 : 0
  const density = DENSITIES.slice(first).find((one) => roomFor(one, input) >= CURVE) ?? DENSITIES.at(-1)!
  const afterTable = table(sheet, sentences(sheet, input, density) + 6, input, density)
  if (HEIGHT - 168 - afterTable >= LEAST_CURVE) curve(sheet, afterTable + 14, input)
  footer(sheet, input)
  return { width: WIDTH, height: HEIGHT, items: sheet.items }
}
