import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { ListTable, TableCell } from './list-table'

/** What a workbook says of itself. */
export interface WorkbookNote {
  readonly title: string
  /** for whom it is */
  readonly notice: string
}

/** The longest text that a cell of a spreadsheet holds. */
const LONGEST = 32_767
const DAY_MS = 86_400_000
/** Day 0 of spreadsheets. */
const EPOCH = Date.UTC(1899, 11, 30)
const TIMES: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d\d-\d\d$/, 'yyyy-mm-dd'],
  [/^\d{4}-\d\d-\d\d (?!00:00$)\d\d:\d\d$/, 'yyyy-mm-dd hh:mm'],
]

/**
 * Lists as a workbook, a sheet each: text is text and stays so when a cell is edited (codes keep their zeros), days and
 * times are those of the spreadsheet. A time of 00:00, one with seconds or an offset, and a day before spreadsheets
 * count is text: the program would make another of it. Null where a cell is longer than a spreadsheet holds.
 */
export async function workbookOf(
  tables: readonly ListTable[],
  { title, notice }: WorkbookNote,
): Promise<Uint8Array | null> {
  if (tables.some(({ rows }) => rows.some((row) => row.some(isTooLong)))) return null
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const table of tables) utils.book_append_sheet(book, sheetOf(table, utils.encode_range), table.title)
  book.Props = { Title: title, Comments: notice, CreatedDate: new Date(2000, 0, 1) }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}

const isTooLong = (cell: TableCell): boolean => typeof cell === 'string' && cell.length > LONGEST

function sheetOf(
  { headers, rows }: ListTable,
  rangeOf: (range: { s: { r: number; c: number }; e: { r: number; c: number } }) => string,
): WorkSheet {
  const data = [headers, ...rows].map((row) => row.map(cellOf))
  const end = { r: rows.length, c: Math.max(0, headers.length - 1) }
  const range = { s: { r: 0, c: 0 }, e: end }
  return {
    '!data': data,
    '!ref': rangeOf(range),
    '!autofilter': { ref: rangeOf(range) },
    '!cols': headers.map((header, at) => ({ wch: widthOf(header, rows, at) })),
  } as WorkSheet
}

function cellOf(cell: TableCell): CellObject | undefined {
  if (cell === null || cell === '') return undefined
  if (typeof cell === 'number') return { t: 'n', v: cell }
  if (typeof cell === 'string') return { t: 's', v: cell, z: '@' }
  const format = TIMES.find(([shape]) => shape.test(cell.time))?.[1]
  const days =
    (Date.parse(`${cell.time.replace(' ', 'T')}${cell.time.length > 10 ? ':00Z' : ''}`) - EPOCH) / DAY_MS
  // the spreadsheet takes 1900 for a leap year: before March its days are one off
  return format && days > 60 ? { t: 'n', v: days, z: format } : { t: 's', v: cell.time, z: '@' }
}

/** Rows that are looked at for the width of a column, and its bounds, in characters. */
const LOOKED_AT = 200
const [NARROW, WIDE] = [6, 40]

function widthOf(header: string, rows: ListTable['rows'], at: number): number {
  const cells = rows.slice(0, LOOKED_AT).map((row) => row[at]!)
  const texts = [header, ...cells.map((cell) => String(typeof cell === 'object' ? (cell?.time ?? '') : cell))]
  const widest = texts.reduce((most, text) => Math.max(most, text.replace(/[^\0-\xff]/g, '**').length), 0)
  return Math.min(WIDE, Math.max(NARROW, widest + 2))
}
