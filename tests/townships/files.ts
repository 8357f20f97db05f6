import type { BookType, WorkSheet } from '@e965/xlsx'
import Papa from 'papaparse'
import { encoded } from '../helpers/encoded'
import { oldWorkbook } from './old-workbook'
import type { Cell, Grid, Sheet } from './sheets'

export const FORMATS = [
  'xlsx',
  'xls',
  'xls-936',
  'ods',
  'csv-gb18030',
  'csv-utf-8-bom',
  'csv-utf-16le-bom',
] as const

const BOOKS = { xlsx: 'xlsx', xls: 'biff8', ods: 'ods' } as const satisfies Record<string, BookType>

/** The files that a workbook is saved as: one, or one a sheet where the format has no sheets. */
export async function filesOf(
  name: string,
  sheets: readonly Sheet[],
  format: (typeof FORMATS)[number],
): Promise<Record<string, Uint8Array>> {
  const library = await import('@e965/xlsx')
  if (format.startsWith('csv-')) {
    const encoding = format.slice(4) as 'gb18030'
    const shown = sheets.filter(({ isHidden }) => !isHidden)
    return Object.fromEntries(
      shown.map((sheet) => {
        const shownCells = library.utils.sheet_to_json<string[]>(sheetOf(sheet.grid), {
          header: 1,
          raw: false,
          defval: '',
          blankrows: true,
        })
        const text = Papa.unparse(shownCells, { newline: '\r\n' })
        return [`${name}-${sheet.name}.csv`, encoded(text, encoding)]
      }),
    )
  }
  const book = library.utils.book_new()
  for (const { name: title, grid } of sheets) library.utils.book_append_sheet(book, sheetOf(grid), title)
  book.Workbook = { Sheets: sheets.map(({ isHidden }) => ({ Hidden: isHidden ? 1 : 0 })) }
  if (format === 'xls-936') return { [`${name}.xls`]: await oldWorkbook(book) }
  const bookType = BOOKS[format as keyof typeof BOOKS]
  return { [`${name}.${format}`]: new Uint8Array(library.write(book, { type: 'array', bookType })) }
}

function sheetOf({ rows, merges, hiddenRows, hiddenColumns }: Grid): WorkSheet {
  const sheet: WorkSheet = {}
  const width = Math.max(1, ...rows.map((row) => row.length))
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.entries()) {
      const made = cellOf(cell)
      if (made) sheet[nameOf(r, c)] = made
    }
  sheet['!ref'] = `A1:${nameOf(Math.max(0, rows.length - 1), width - 1)}`
  sheet['!merges'] = merges.map(([top, left, bottom, right]) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }))
  const hidden = (many: readonly number[]): { hidden: boolean }[] =>
    Array.from({ length: Math.max(-1, ...many) + 1 }, (_, i) => ({ hidden: many.includes(i) }))
  sheet['!rows'] = hidden(hiddenRows)
  sheet['!cols'] = hidden(hiddenColumns)
  return sheet
}

function cellOf(cell: Cell): object | null {
  if (cell === null) return null
  if (typeof cell === 'string') return { t: 's', v: cell }
  if (typeof cell === 'number') return { t: 'n', v: cell }
  return 'formula' in cell
    ? { t: 'n', v: cell.value, f: cell.formula }
    : { t: 'n', v: cell.serial, z: cell.format }
}

function nameOf(row: number, column: number): string {
  let name = ''
  for (let at = column + 1; at > 0; at = Math.floor((at - 1) / 26))
    name = String.fromCharCode(65 + ((at - 1) % 26)) + name
  return `${name}${row + 1}`
}
