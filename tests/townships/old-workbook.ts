import type { WorkBook } from '@e965/xlsx'
import { encoded } from '../helpers/encoded'

const RECORDS = { codePage: 0x42, sheetName: 0x85, begin: 0x809, label: 0x204 } as const
const GLOBALS = 0x0005

const inBytes = (text: string): Uint8Array => encoded(text, 'gb18030')

/**
 * A workbook of the nineties (BIFF5) in code page 936. The library writes no letter beyond ASCII there: it is given as
 * many underscores as the text has bytes, and the bytes are set into its records.
 */
export async function oldWorkbook(book: WorkBook): Promise<Uint8Array> {
  const { CFB, utils, write } = await import('@e965/xlsx')
  const names = book.SheetNames.map(inBytes)
  const texts = book.SheetNames.map((name) => textsOf(book.Sheets[name]!))
  const blank = utils.book_new()
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = { ...book.Sheets[name] }
    for (const [cell, bytes] of texts[at]!) sheet[cell] = { t: 's', v: '_'.repeat(bytes.length) }
    utils.book_append_sheet(blank, sheet, `${at}${'_'.repeat(names[at]!.length - 1)}`)
  }
  const file = CFB.read(new Uint8Array(write(blank, { type: 'array', bookType: 'biff5' })), { type: 'array' })
  const stream = CFB.find(file, 'Book')!
  stream.content = written(Uint8Array.from(stream.content as Uint8Array), { names, texts })
  stream.size = stream.content.length
  return new Uint8Array(CFB.write(file, { type: 'array' }) as Uint8Array)
}

type Texts = ReadonlyMap<string, Uint8Array>

function textsOf(sheet: WorkBook['Sheets'][string]): Texts {
  const cells = Object.entries(sheet).filter(([name]) => !name.startsWith('!'))
  return new Map(cells.flatMap(([name, cell]) => (cell.t === 's' ? [[name, inBytes(cell.v)] as const] : [])))
}

interface Meant {
  readonly names: readonly Uint8Array[]
  readonly texts: readonly Texts[]
}

/** The stream with the meant bytes in place of the underscores, under the code page that they are of. */
function written(bytes: Uint8Array, { names, texts }: Meant): Uint8Array {
  const view = new DataView(bytes.buffer)
  const page = Uint8Array.of(RECORDS.codePage, 0, 2, 0, 936 & 0xff, 936 >> 8)
  let [sheet, named, after] = [-1, 0, 0]
  for (let at = 0; at + 4 <= bytes.length; ) {
    const [record, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    const body = at + 4
    if (record === RECORDS.begin && view.getUint16(body + 2, true) === GLOBALS) after = body + length
    else if (record === RECORDS.begin) sheet += 1
    if (record === RECORDS.codePage) page.forEach((byte, i) => view.setUint8(at + i, byte))
    if (record === RECORDS.sheetName) bytes.set(names[named++]!, body + length - names[named - 1]!.length)
    if (record === RECORDS.label) {
      const [row, column] = [view.getUint16(body, true), view.getUint16(body + 2, true)]
      const text = texts[sheet]!.get(`${letters(column)}${row + 1}`)!
      bytes.set(text, body + length - text.length)
    }
    at = body + length
  }
  if (after === 0) throw new Error('no stream of a workbook')
  return bytes
}

const letters = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
  String.fromCharCode(65 + (column % 26))
