import { read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { Asked } from '../format'
import { LIMITS } from '../limits'
import { nameOf } from '../several-tables'
import type { FormatTable, Read } from '../table'
import { readText } from '../text'
import { sheetTables } from './sheet-table'
import { holdsPart, isCompound, isMarkedUp } from './signs'
import { Watch } from './watch'

/** What an old workbook that names no code page was written in here. */
const CODE_PAGE = 936

/** The tables of a workbook, one or several a sheet that holds any cell. A sheet wider than any table refuses the workbook. */
export async function readWorkbook(bytes: Uint8Array, asked: Asked): Promise<Read<FormatTable[]>> {
  const book = await opened(bytes, asked.opening)
  if (!book.ok) return book
  const { SheetNames: names, Sheets: sheets, Workbook: more } = book.value.book
  const tables: FormatTable[] = []
  const isFrom1904 = more?.WBProps?.date1904 === true
  for (const name of names) {
    const sheet = sheets[name] as WorkSheet | undefined
    if (!sheet?.['!data']) continue
    const headerRow = asked.headerRowOf?.(name) ?? null
    const read = sheetTables(sheet, { asked, isFrom1904, headerRow })
    if (read === 'too-wide')
      return { ok: false, code: 'too-many-columns', seen: `${name}: > ${LIMITS.columns}` }
    const { encoding } = book.value
    for (const [further, table] of read.entries())
      tables.push({ ...table, name: nameOf(name, further), encoding, areFeatures: false })
  }
  if (tables.length === 0) return { ok: false, code: 'empty-file', seen: null }
  return { ok: true, value: tables.length === 1 ? [{ ...tables[0]!, name: null }] : tables }
}

async function opened(
  bytes: Uint8Array,
  opening: Asked['opening'],
): Promise<Read<{ readonly book: WorkBook; readonly encoding: string | null }>> {
  const watch = new Watch(opening, holdsPart(bytes, 'xl/workbook'))
  watch.begin()
  try {
    if (isMarkedUp(bytes)) {
      const text = readText(bytes)
      if (!text.ok) return text
      const book = read(text.value.text, watch.options({ type: 'string', raw: true }))
      return { ok: true, value: { book, encoding: text.value.encoding } }
    }
    // older workbooks name a code page, which the library does not bring along by itself
    const isOld = isCompound(bytes)
    if (isOld) set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
    const book = read(bytes, watch.options({ type: 'array', ...(isOld ? { codepage: CODE_PAGE } : {}) }))
    watch.refuseEnded()
    return { ok: true, value: { book, encoding: null } }
  } catch (fault) {
    watch.refuseEnded()
    const said = String((fault as Error).message ?? fault)
    if (/password|encrypt/i.test(said)) return { ok: false, code: 'locked-workbook', seen: null }
    return { ok: false, code: 'broken-workbook', seen: null }
  }
}
