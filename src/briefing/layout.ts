import { largest } from '#geo'
import { curve } from './curve-layout'
import { type BriefingLayout, COLUMN, HEIGHT, heading, type LayoutInput, MARGIN, Sheet, WIDTH } from './sheet'

export type { BriefingLayout, DrawItem, Ink, LayoutInput, Measure } from './sheet'

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

/** Least room between two columns of figures, css px: below it they read as one. */
const GUTTER = 12

/** Right edges of the columns of figures, and the size at which they stand apart. */
function columnsOf({ facts, measure }: LayoutInput): {
  readonly rights: readonly number[]
  readonly size: number
} {
  for (let size = 18; ; size--) {
    const names = facts.rows.map(
      ({ name, total }) => measure(name, size, total ? 700 : 400) + (total ? 0 : 31),
    )
    const widths = facts.tableHead.slice(1).map(([name, unit], i) => {
      const cells = facts.rows.map(({ cells: all, total }) => measure(all[i]!, size, total ? 700 : 400))
      return largest([measure(name, 15, 400), measure(unit, 13, 400), ...cells])
    })
    const taken = widths.reduce(
      (sum, one) => sum + one,
      largest([...names, measure(facts.tableHead[0]![0], 15, 400)]),
    )
    const gap = (COLUMN.width - taken) / widths.length
    if (gap < GUTTER && size > 13) continue
    const rights = widths.map((_, i) =>
      widths.slice(i + 1).reduce((x, width) => x - width - gap, COLUMN.width),
    )
    return { rights, size }
  }
}

function table(sheet: Sheet, top: number, input: LayoutInput): number {
  const { facts, styles } = input
  let y = heading(sheet, top, facts.tableTitle, facts.asOf.replace(/^\d{4}年/, ''))
  const { rights, size } = columnsOf(input)
  facts.tableHead.forEach(([name, unit], index) => {
    const x = index === 0 ? COLUMN.x : COLUMN.x + rights[index - 1]!
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
    sheet.text(row.name, { x: COLUMN.x + (row.total ? 0 : 31), y: y + 23, size, weight })
    row.cells.forEach((cell, index) => {
      sheet.text(cell, { x: COLUMN.x + rights[index]!, y: y + 23, size, weight, align: 'right' })
    })
    y += 33
  }
  return y
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
