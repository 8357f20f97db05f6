import { type CellObject, SSF, type WorkSheet } from '@e965/xlsx'
import { withoutClosing } from '../closing-lines'
import { namedColumns } from '../columns'
import type { Asked } from '../format'
import { beginsHeader, headerIn, withHeaderLines } from '../header-lines'
import { LIMITS } from '../limits'
import { MOST_ABOVE, tablesIn } from '../several-tables'
import { type RawRow, type Said, someLines, type Table } from '../table'

interface Line {
  /** as the spreadsheet numbers it */
  readonly number: number
  readonly cells: unknown[]
  /** what to say of the line, with the column of the cell, from 0 */
  readonly notes: readonly {
    readonly code: 'formula-without-value'
    readonly seen: string
    readonly at: number
  }[]
  readonly isHidden: boolean
}

interface Reading {
  readonly asked: Asked
  /** whether day 0 is in 1904, as in old workbooks of one maker */
  readonly isFrom1904: boolean
  /** the line that somebody said is the header */
  readonly headerRow?: number | null
}

/** A sheet as its tables, none where it holds nothing. Merged cells hold what their first does, down their column. */
export function sheetTables(
  sheet: WorkSheet,
  { asked, isFrom1904, headerRow = null }: Reading,
): Table[] | 'too-wide' {
  const lines = linesOf(sheet, { asked, isFrom1904 })
  if (lines === 'too-wide') return lines
  return partsOf(lines, asked).map((part) => tableOf(part, { asked, headerRow }))
}

/** The lines of each table of a sheet. */
function partsOf(lines: readonly Line[], asked: Asked): (readonly Line[])[] {
  const seen = {
    length: lines.length,
    numberOf: (at: number) => lines[at]!.number,
    cells: (at: number) => lines[at]!.cells.map(textOf),
  }
  const parts = tablesIn(seen, asked)
  if (parts.length === 1) return [lines]
  return parts.map(({ lines: places, columns: { from, to } }) => {
    const isIn = (at: number): boolean => at >= from && at < to
    return places.map((at) => ({
      ...lines[at]!,
      cells: lines[at]!.cells.map((cell, i) => (isIn(i) ? cell : null)),
      notes: lines[at]!.notes.filter((note) => isIn(note.at)),
    }))
  })
}

/** lines between two looks at whether to go on */
const STRIDE = 500

/** Lines as one table. */
function tableOf(
  lines: readonly Line[],
  { asked, headerRow }: { readonly asked: Asked; readonly headerRow: number | null },
): Table {
  const known = (line: Line): number => asked.columnsIn(line.cells.map(textOf).filter(Boolean))
  const found = headerIn(
    lines.slice(0, MOST_ABOVE).map(({ cells }) => cells.map(textOf)),
    (_, i) => known(lines[i]!),
  )
  const told = headerRow === null ? -1 : lines.findIndex(({ number }) => number === headerRow)
  const at = told >= 0 ? told : firstOf(lines, Math.max(0, found), asked)
  const header = lines[at]!
  const below = lines.slice(at + 1)
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length)
  const isUsed = Array.from({ length: width }, (_, i) =>
    [header, ...below].some(({ cells }) => textOf(cells[i]) !== ''),
  )
  const used = isUsed.flatMap((is, i) => (is ? [i] : []))
  const { headers, twice } = namedColumns(used.map((i) => textOf(header.cells[i])))
  const rows = below.map(({ number, cells, notes }, i): RawRow => {
    if (i % STRIDE === 0) asked.opening?.(lines.length)
    return {
      row: number,
      cells: Object.fromEntries(headers.map((name, at) => [name, cells[used[at]!] ?? ''])),
      ...(notes.length > 0 ? { notes: notes.map(({ code, seen }) => ({ code, seen })) } : {}),
    }
  })
  const above = lines.slice(0, at)
  const table: Table = {
    headers,
    headerRow: header.number,
    rows,
    twice,
    titles: above.map(({ cells }) => cells.map(textOf).filter(Boolean).join(' ')),
    said: saidOf(above, below),
    lines: linesShown(lines, used),
  }
  return withoutClosing(withHeaderLines(table, asked))
}

/** The first and last lines as they stand in the sheet; nothing else of it is kept for that. */
function linesShown(lines: readonly Line[], used: readonly number[]): NonNullable<Table['lines']> {
  const shown = someLines(lines.length, (at) => {
    const { number, cells } = lines[at]!
    return { row: number, cells: used.map((i) => textOf(cells[i])) }
  })
  return () => shown
}

/** The first line of a header of several lines. */
function firstOf(lines: readonly Line[], found: number, asked: Asked): number {
  const [above, below] = [lines[found - 1], lines[found]!]
  return above && beginsHeader(above.cells.map(textOf), below.cells.map(textOf), asked) ? found - 1 : found
}

function saidOf(above: readonly Line[], below: readonly Line[]): Said[] {
  const said: Said[] = []
  const hidden = below.filter(({ isHidden }) => isHidden)
  if (above.length > 0)
    said.push({ code: 'title-lines', row: null, column: null, seen: String(above.length) })
  if (hidden.length > 0)
    said.push({ code: 'hidden-rows', row: hidden[0]!.number, column: null, seen: String(hidden.length) })
  return said
}

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell).trim())

/** The lines of a sheet that hold anything. */
function linesOf(sheet: WorkSheet, { asked, isFrom1904 }: Reading): Line[] | 'too-wide' {
  const data = sheet['!data'] as readonly (readonly (CellObject | undefined)[] | undefined)[]
  const merged = filledDown(sheet)
  const lines: Line[] = []
  for (const [r, cells] of data.entries()) {
    if (r % STRIDE === 0) asked.opening?.(data.length)
    if (!cells) continue
    if (cells.length > LIMITS.columns && cells.slice(LIMITS.columns).some((cell) => cell?.v !== undefined))
      return 'too-wide'
    const notes: Line['notes'][number][] = []
    const values = Array.from(cells.slice(0, LIMITS.columns), (own, c) => {
      const cell = merged.get(`${r}:${c}`) ?? own
      if (cell && (cell.t === 'e' || (cell.f !== undefined && (cell.v === undefined || cell.t === 'z'))))
        notes.push({ code: 'formula-without-value', seen: cell.t === 'e' ? (cell.w ?? '#') : '=', at: c })
      return saidBy(cell, isFrom1904)
    })
    if (values.every((value) => textOf(value) === '')) continue
    lines.push({ number: r + 1, cells: values, notes, isHidden: sheet['!rows']?.[r]?.hidden === true })
  }
  return lines
}

/** By row and column, the cell whose value a merged one below it has. */
function filledDown(sheet: WorkSheet): Map<string, CellObject> {
  const filled = new Map<string, CellObject>()
  const data = sheet['!data'] as readonly (readonly (CellObject | undefined)[] | undefined)[]
  for (const { s, e } of sheet['!merges'] ?? []) {
    const first = data[s.r]?.[s.c]
    if (!first) continue
    for (let r = s.r + 1; r <= Math.min(e.r, data.length - 1); r += 1) filled.set(`${r}:${s.c}`, first)
  }
  return filled
}

/** What a cell says: a number of a day as the day it shows, a code with its zeros, else the value as stored. */
function saidBy(cell: CellObject | undefined, isFrom1904: boolean): unknown {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e' || cell.t === 'z') return null
  if (cell.t !== 'n') return cell.v
  const number = cell.v as number
  const format = typeof cell.z === 'string' ? cell.z : ''
  if (SSF.is_date(format)) return dayOf(number, isFrom1904) ?? number
  return /^0{2,}$/.test(format) && cell.w !== undefined ? cell.w : number
}

const two = (part: number): string => String(part).padStart(2, '0')

/** A day, with its time where it has one; a time of no day as hours and minutes. Null where the number is neither. */
function dayOf(number: number, isFrom1904: boolean): string | null {
  const date = SSF.parse_date_code(number, { date1904: isFrom1904 }) as {
    readonly y: number
    readonly m: number
    readonly d: number
    readonly H: number
    readonly M: number
    readonly S: number
  } | null
  if (!date) return null
  const time = `${two(date.H)}:${two(date.M)}${date.S > 0 ? `:${two(date.S)}` : ''}`
  if (number < 1) return time
  const day = `${date.y}-${two(date.m)}-${two(date.d)}`
  return Number.isInteger(number) ? day : `${day} ${time}`
}
