import { strToU8, zipSync } from 'fflate'

export interface MadeTable {
  /** lines that stand above it */
  readonly above?: readonly string[]
  readonly rows: readonly (readonly (string | MadeCell)[])[]
}

/** A cell that goes over columns, or goes on with the one above it. */
export interface MadeCell {
  readonly text: string
  readonly span?: number
  readonly down?: 'restart' | 'continue'
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

function cell(one: string | MadeCell): string {
  const { text, span = 1, down } = typeof one === 'string' ? { text: one } : one
  const merged = down === undefined ? '' : down === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  const lines = text.split('\n').map(paragraph).join('')
  return `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merged}</w:tcPr>${lines}</w:tc>`
}

const table = ({ above = [], rows }: MadeTable): string =>
  above.map(paragraph).join('') +
  (rows.length === 0
    ? ''
    : `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`)

/** A document with tables, as word processors write it. */
export function madeDocument(tables: readonly MadeTable[]): Uint8Array {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${tables.map(table).join('')}<w:sectPr/></w:body></w:document>`
  return zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8(body) })
}
