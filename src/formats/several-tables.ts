import { isTotal } from './closing-lines'
import type { Asked } from './format'
import { beginsHeader, ENOUGH, headerIn } from './header-lines'

/** The lines of a sheet that hold anything, one after the other. */
export interface SheetLines {
  readonly length: number
  /** as a spreadsheet numbers it */
  readonly numberOf: (at: number) => number
  readonly cells: (at: number) => readonly string[]
}

/** Places from the first to before the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What a further table of a sheet is called beside the first: `轮次 › 2`; of a file without sheets by its number. */
export const nameOf = (name: string | null, further: number): string | null => {
  if (further === 0) return name
  return name === null ? String(further + 1) : `${name} › ${further + 1}`
}

/** One table of a sheet: its lines, and the columns in which it stands. */
export interface Part {
  readonly lines: readonly number[]
  readonly columns: Span
}

/** The tables of a sheet, those below each other and those beside each other, as often as they are parted. */
export function tablesIn(lines: SheetLines, asked: Asked): Part[] {
  const whole: Part = { lines: Array.from({ length: lines.length }, (_, i) => i), columns: EVERY }
  return lines.length === 0 ? [] : parted(lines, whole, asked)
}

const EVERY: Span = { from: 0, to: Number.POSITIVE_INFINITY }

function parted(sheet: SheetLines, part: Part, asked: Asked): Part[] {
  const parts = tablesBelow(within(sheet, part), asked).flatMap(({ from, to }) => {
    const below = { ...part, lines: part.lines.slice(from, to) }
    const beside = tablesBeside(within(sheet, below), asked)
    return beside.length === 0 ? [below] : beside.map((columns) => narrowed(sheet, below, columns))
  })
  return parts.length === 1 ? parts : parts.flatMap((one) => parted(sheet, one, asked))
}

/** The lines of the part that say anything in these columns. */
function narrowed(sheet: SheetLines, part: Part, { from, to }: Span): Part {
  const lines = part.lines.filter((at) => sheet.cells(at).slice(from, to).some(Boolean))
  return { lines, columns: { from, to } }
}

/** Cells outside the part say nothing in it. */
function within(sheet: SheetLines, { lines, columns }: Part): SheetLines {
  if (columns === EVERY && lines.length === sheet.length) return sheet
  const { from, to } = columns
  return {
    length: lines.length,
    numberOf: (at) => sheet.numberOf(lines[at]!),
    cells: (at) => sheet.cells(lines[at]!).map((cell, i) => (i >= from && i < to ? cell : '')),
  }
}

/** Whether lines without content stand before it. */
const isApart = (lines: SheetLines, at: number): boolean =>
  at > 0 && lines.numberOf(at) > lines.numberOf(at - 1) + 1

/** Whether one cell of it alone says anything. */
function isLone(lines: SheetLines, at: number): boolean {
  if (at < 0) return false
  let told = 0
  for (const cell of lines.cells(at)) if (cell !== '' && ++told > 1) return false
  return told === 1
}

/** The first header stands within so many lines, or the sheet has none. */
export const MOST_ABOVE = 20
/** Titles of a further table take a few lines. */
const MOST_TITLES = 8
/** A header takes so many lines at most. */
const MOST_LINES = 3
/** A cell of figures, be it a day. */
const FIGURES = /^[\d\s.,:：/年月日-]+$/

/**
 * Tables one below the other: a further one begins where, after lines without content or a title, a line names columns
 * that the header above does not have. Its titles are those right above it.
 */
function tablesBelow(lines: SheetLines, asked: Asked): Span[] {
  const spans: Span[] = []
  let [from, header] = [0, headerOf(firstOf(lines), asked)]
  for (let at = header + 1; header >= 0 && at < lines.length - 1; at += 1) {
    if (!mayBegin(lines, at)) continue
    if (!isFurther(lines, at, { header, from, asked })) continue
    const top = topOf(lines, at, { header, asked })
    if (top === null) continue
    spans.push({ from, to: top })
    from = top
    header = at
  }
  return [...spans, { from, to: lines.length }]
}

const cellsOf = (lines: SheetLines, from: number, to: number): (readonly string[])[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => lines.cells(from + i))

/** Whether the line, or the one above it as the first of a header of two, stands below a title or a line without content. */
const mayBegin = (lines: SheetLines, at: number): boolean =>
  isApart(lines, at) || isLone(lines, at - 1) || isApart(lines, at - 1) || isLone(lines, at - 2)

interface Above {
  /** line of the header above */
  readonly header: number
  readonly asked: Asked
}

/** Whether the line is a header, of words alone, with known columns that the one above does not have. */
function isFurther(
  lines: SheetLines,
  at: number,
  { header, from, asked }: Above & { readonly from: number },
): boolean {
  const told = lines.cells(at).filter(Boolean)
  if (told.length < ENOUGH || told.some((cell) => FIGURES.test(cell)) || isTotal(told[0]!)) return false
  const titled = isLone(lines, at - 1) && headerIn([told], asked.columnsIn) === 0
  if (!titled && asked.columnsIn(told) < ENOUGH) return false
  const begin = Math.max(from, header - MOST_LINES + 1)
  const before = new Set(
    cellsOf(lines, begin, Math.min(at, header + MOST_LINES))
      .flat()
      .map(wordsIn),
  )
  const other = told.filter((cell) => !before.has(wordsIn(cell)))
  return other.length > 0 && asked.columnsIn(other) > 0
}

/** The first line of the table whose header is that one; null where neither a title nor an empty line is before it. */
function topOf(lines: SheetLines, at: number, { header, asked }: Above): number | null {
  const isTwo = at - 1 > header && beginsHeader(lines.cells(at - 1), lines.cells(at), asked)
  let top = isTwo ? at - 1 : at
  const begin = top
  while (top - 1 > header && begin - top < MOST_TITLES && isTitle(lines, top - 1)) {
    // titles stand together, but for an empty line below them
    if (isApart(lines, top) && (top < begin || !isApart(lines, top - 1))) break
    top -= 1
  }
  return top < begin || isApart(lines, top) ? top : null
}

/** One cell that adds nothing up, or a few each of which says what it is: `填报单位：…`. */
function isTitle(lines: SheetLines, at: number): boolean {
  const told = lines.cells(at).filter(Boolean)
  if (told.some(isTotal)) return false
  return told.length === 1 || (told.length <= MOST_LINES && told.every((cell) => /[:：]/.test(cell)))
}

const wordsIn = (cell: string): string => cell.replace(/\s+/g, '')

/** A table beside another, and the line of its header. */
interface Beside extends Span {
  readonly header: number
}

/** Whether columns between those of the header are empty. */
export function hasGap(lines: SheetLines, asked: Asked): boolean {
  const first = firstOf(lines)
  const header = headerOf(first, asked)
  return header >= 0 && partsOf(used(first.slice(header, header + MOST_LINES))).length > 1
}

const firstOf = (lines: SheetLines): (readonly string[])[] =>
  cellsOf(lines, 0, Math.min(MOST_ABOVE, lines.length))

const headerOf = (lines: readonly (readonly string[])[], { columnsIn }: Asked): number =>
  headerIn(lines, (line) => columnsIn(line.filter(Boolean)))

/**
 * Tables beside each other, by their columns: a column without any content parts them where each side has a header by
 * itself, and a word of both headers, a title of each, or columns that no one list knows together say that they are two.
 */
function tablesBeside(lines: SheetLines, asked: Asked): Beside[] {
  if (!hasGap(lines, asked)) return []
  const first = firstOf(lines)
  const header = headerOf(first, asked)
  const columns = used(cellsOf(lines, header, lines.length))
  const tables: Beside[] = []
  for (const { from, to } of partsOf(columns)) {
    const own = first.map((line) => line.slice(from, to))
    const part = { from, to, header: headerOf(own, asked) }
    const before = tables.at(-1)
    if (before && (part.header < 0 || before.header < 0 || !areTwo(lines, [before, part], asked)))
      tables[tables.length - 1] = { ...joined(before, part), to }
    else tables.push(part)
  }
  return tables.length < 2 ? [] : tables
}

const joined = (before: Beside, part: Beside): Beside => ({
  ...before,
  header: before.header < 0 ? part.header : before.header,
})

/** By column, whether any of the lines says anything there. */
function used(lines: readonly (readonly string[])[]): boolean[] {
  const columns: boolean[] = []
  for (const line of lines) for (const [i, cell] of line.entries()) if (cell !== '') columns[i] = true
  return Array.from(columns, Boolean)
}

/** Columns in a row that are used. */
function partsOf(columns: readonly boolean[]): Span[] {
  const parts: Span[] = []
  for (const [i, is] of columns.entries()) {
    if (!is) continue
    const last = parts.at(-1)
    if (last?.to === i) parts[parts.length - 1] = { from: last.from, to: i + 1 }
    else parts.push({ from: i, to: i + 1 })
  }
  return parts
}

function areTwo(lines: SheetLines, sides: readonly [Beside, Beside], { columnsIn }: Asked): boolean {
  const [left, right] = sides.map(({ from, to, header }) =>
    lines.cells(header).slice(from, to).filter(Boolean),
  ) as [string[], string[]]
  const words = new Set(left.map(wordsIn))
  if (right.some((cell) => words.has(wordsIn(cell)))) return true
  const isTitled = ({ from, to, header }: Beside): boolean =>
    cellsOf(lines, 0, header).some((line) => line.slice(from, to).some(Boolean))
  if (sides.every(isTitled)) return true
  const [one, two] = sides.map((side) => lastOf(lines, side))
  return one !== two && columnsIn([...left, ...right]) < columnsIn(left) + columnsIn(right)
}

/** The last line that says anything in these columns. */
function lastOf(lines: SheetLines, { from, to }: Span): number {
  let at = lines.length - 1
  while (at >= 0 && !lines.cells(at).slice(from, to).some(Boolean)) at -= 1
  return at
}
