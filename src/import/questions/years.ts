import { isDay } from '#geo'
import { eachMade } from '../../formats/rows'
import type { FormatTable, RawRow } from '../../formats/table'
import type { Kind } from '../../records/records'
import { textOf } from '../cells/fields'
import { dayWithYear, readTime, type Yearless, yearlessDay } from '../cells/moments'
import { numberedLines } from '../cells/numbered-lines'
import { matchHeaders } from '../headers/headers'
import type { DayTold } from './days-in-words'
import type { Reason } from './question'

/** A cell that is a day without its year. */
export interface YearlessCell extends Yearless {
  readonly row: number
  readonly header: string
  readonly seen: string
}

/** Cells of a table that lack their year, and the days of the other cells, by row. */
export interface YearsLacking {
  readonly cells: readonly YearlessCell[]
  readonly rows: number
  /** in order of rows; `day` counts from 1970 */
  readonly dated: readonly { readonly row: number; readonly day: number }[]
}

/** The years that days without one are read in: all in the first, or from some month on in the first, before it in the second. */
export interface Years {
  readonly first: number
  readonly second: number | null
}

const DAY_MS = 86_400_000
/** A day that a year does not have is no candidate while another year has it. */
const ABSENT = 100_000
const [EARLIEST, LATEST] = [1900, 2100]

/** What of a table lacks its year; null where nothing does. */
export function yearsLacking(kind: Kind, table: FormatTable): YearsLacking | null {
  const { fields } = matchHeaders(kind, table.headers, { ...numberedLines(kind, table), told: table.told })
  const headers = [...fields].flatMap(([{ type }, header]) =>
    type === 'moment' || type === 'day' ? [header] : [],
  )
  const cells = table.rows.flatMap((raw) => headers.flatMap((header) => yearlessIn(raw, header)))
  if (cells.length === 0) return null
  const dated = table.rows.flatMap(({ row, cells: own }) =>
    headers.flatMap((header) => {
      const day = dayIn(textOf(own[header]))
      return day === null ? [] : [{ row, day }]
    }),
  )
  return { cells, rows: new Set(cells.map(({ row }) => row)).size, dated }
}

function yearlessIn({ row, cells, broken }: RawRow, header: string): YearlessCell[] {
  const seen = broken ? null : textOf(cells[header])
  const day = seen === null ? null : yearlessDay(seen)
  return day === null ? [] : [{ ...day, row, header, seen: seen! }]
}

function dayIn(text: string | null): number | null {
  if (text === null) return null
  const read = readTime('UTC', text)
  if (read.ok) return Math.floor(read.value.at / DAY_MS)
  return read.code === 'day-number' && read.suggestion !== undefined ? dayIn(read.suggestion) : null
}

/** `2022` or `2022-2023`; null where it is neither, or beyond what is dated here. */
export function readYears(answer: string): Years | null {
  const found = /^(\d{4})(?:\s*-\s*(\d{4}))?$/.exec(answer.normalize('NFKC').replace(/年$/, '').trim())
  if (!found) return null
  const first = Number(found[1])
  const second = found[2] === undefined ? null : Number(found[2])
  const isWithin = first >= EARLIEST && (second ?? first) <= LATEST
  return isWithin && (second === null || second === first + 1) ? { first, second } : null
}

const spelled = ({ first, second }: Years): string => (second === null ? `${first}` : `${first}-${second}`)

/** The year of a month where the days of a table are read in these years. `late`: from which month on it is the first. */
function yearOf({ first, second }: Years, month: number, late: number | null): number {
  return second === null || late === null || month >= late ? first : second
}

/** From which month on the days belong to the year before: where the months lie about a turn of the year; else null. */
export function lateFrom(cells: readonly Pick<Yearless, 'month'>[]): number | null {
  const months = [...new Set(cells.map(({ month }) => month))].sort((a, b) => a - b)
  const around = months[0]! + 12 - months.at(-1)!
  let [widest, late] = [around, null as number | null]
  for (const [at, month] of months.entries())
    if (at > 0 && month - months[at - 1]! > widest) [widest, late] = [month - months[at - 1]!, month]
  return late
}

/** Which day a cell is in these years, from 1970; one that the year does not have is the next, and absent. */
function numberOf(
  cell: Yearless,
  years: Years,
  late: number | null,
): { readonly day: number; readonly isAbsent: boolean } {
  const year = yearOf(years, cell.month, late)
  const day = Date.UTC(year, cell.month - 1, cell.date) / DAY_MS
  return { day, isAbsent: !isDay(dayWithYear({ ...cell, time: '' }, year)) }
}

export interface YearProposal {
  readonly proposed: string | null
  readonly choices: readonly string[]
  readonly reason: Reason | null
}

/** A day, or a year, outside the rows that tells when a table was written. */
export interface Told {
  readonly day: Pick<DayTold, 'first' | 'last'>
  readonly reason: Reason
}

/**
 * The years in which the days lie nearest to those of the rows about them; where no row has one, to the first of what
 * is told beside the rows. Without either nothing is proposed, and the years about `clock` are to choose from.
 */
export function proposedYears(lacking: YearsLacking, told: Told | null, clock: number | null): YearProposal {
  const late = lateFrom(lacking.cells)
  if (lacking.dated.length === 0 && told === null) {
    const year = clock === null ? null : new Date(clock).getUTCFullYear()
    return { proposed: null, reason: null, choices: year === null ? [] : [`${year}`, `${year - 1}`] }
  }
  const distance = lacking.dated.length > 0 ? toRows(lacking.dated) : toTold(told!.day)
  const scored = candidates(lacking, told, late)
    .map((years) => ({ years, score: scoreOf(lacking.cells, { years, late, distance }) }))
    .sort((a, b) => a.score - b.score || a.years.first - b.years.first)
  const [{ years }] = scored as [(typeof scored)[number]]
  const others = scored.slice(1, 3).sort((a, b) => a.years.first - b.years.first)
  const choices = [scored[0]!, ...others].map((one) => spelled(one.years))
  return { proposed: spelled(years), choices, reason: reasonOf(lacking, years, told) }
}

function reasonOf({ dated }: YearsLacking, { first, second }: Years, told: Told | null): Reason {
  if (dated.length === 0) return told!.reason
  const inYears = dated.filter(({ day }) => [first, second].includes(yearOfNumber(day)))
  return { code: 'rows', seen: null, count: inYears.length, of: dated.length }
}

const yearOfNumber = (day: number): number => new Date(day * DAY_MS).getUTCFullYear()

function candidates({ dated, cells }: YearsLacking, told: Told | null, late: number | null): Years[] {
  const near = new Set(dated.map(({ day }) => yearOfNumber(day)))
  if (dated.length === 0)
    for (const day of [told!.day.first, told!.day.last]) near.add(Number(day.slice(0, 4)))
  const years = new Set([...near].flatMap((year) => [year, year - 1, year + 1]))
  const isLeap = dated.length === 0 && cells.some(({ month, date }) => month === 2 && date === 29)
  if (isLeap) for (const year of near) years.add(year - (((year % 4) + 4) % 4))
  const singles = [...years].map((first): Years => ({ first, second: null }))
  const pairs = late === null ? [] : [...years].map((first): Years => ({ first, second: first + 1 }))
  return [...pairs, ...singles]
}

type Distance = (cell: YearlessCell, day: number) => number

function scoreOf(
  cells: readonly YearlessCell[],
  { years, late, distance }: { years: Years; late: number | null; distance: Distance },
): number {
  return cells.reduce((sum, cell) => {
    const { day, isAbsent } = numberOf(cell, years, late)
    return sum + distance(cell, day) + (isAbsent ? ABSENT : 0)
  }, 0)
}

/** Days to the nearest dated cell of the same row, else of the dated rows before and after it. */
function toRows(dated: YearsLacking['dated']): Distance {
  return ({ row }, day) => {
    let [low, high] = [0, dated.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (dated[middle]!.row < row) low = middle + 1
      else high = middle
    }
    const [before, after] = [dated[low - 1], dated[low]].map((one) =>
      one ? Math.abs(one.day - day) : Number.POSITIVE_INFINITY,
    )
    return dated[low]?.row === row ? after! : Math.min(before!, after!)
  }
}

/** Days to a day that is told; a list seldom speaks of days after it. */
function toTold({ first, last }: Told['day']): Distance {
  const [from, to] = [first, last].map((day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS))
  return (_, day) => (day < from! ? from! - day : 2 * Math.max(0, day - to!))
}

/** The table with the years put to the days that lack them, as what was read (`7月6日 → 2022-07-06`), and the cells without such a day. */
export function withYears(
  table: FormatTable,
  lacking: YearsLacking,
  years: Years,
): { readonly table: FormatTable; readonly becomes: string | null; readonly absent: number } {
  const late = lateFrom(lacking.cells)
  const told = new Map<number, Record<string, string>>()
  let absent = 0
  for (const cell of lacking.cells) {
    if (numberOf(cell, years, late).isAbsent) absent += 1
    const cells = told.get(cell.row) ?? {}
    cells[cell.header] = dayWithYear(cell, yearOf(years, cell.month, late))
    told.set(cell.row, cells)
  }
  const rows = eachMade(table.rows, (raw) =>
    told.has(raw.row) ? { ...raw, cells: { ...raw.cells, ...told.get(raw.row) } } : raw,
  )
  const [first] = lacking.cells
  const becomes = first && !numberOf(first, years, late).isAbsent ? told.get(first.row)![first.header]! : null
  return { table: { ...table, rows }, becomes, absent }
}
