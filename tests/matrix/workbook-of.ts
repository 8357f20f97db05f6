import { utils, write } from '@e965/xlsx'

/** A workbook of these sheets. */
export function workbookOf(sheets: Readonly<Record<string, (string | number | null)[][]>>): Uint8Array {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer)
}
