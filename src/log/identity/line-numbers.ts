/** How a column that only numbers the lines is headed: compared without case, spaces and full-width forms. */
const HEADINGS: ReadonlySet<string> = new Set([
  ...['序号', '序號', '序', '顺序号', '順序號', '顺序', '排序', '行号', '行號', '行', '项次', '項次', '项号'],
  ...['no', 'nr', 'n°', '#', 's/n', 'sn', 'sno', 'srno', 'seq', 'seqno', 'sequence', 'index', 'idx'],
  ...['row', 'rowno', 'rownumber', 'rowindex', 'line', 'lineno', 'linenumber', 'serial', 'serialno'],
  ...['serialnumber', 'itemno'],
])

const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*.:、()[\]【】]/g, '')

/** True for a heading that says that its column numbers the lines (序号, No., 行号); what stands in it may say otherwise. */
export const numbersLines = (heading: string): boolean => HEADINGS.has(folded(heading))

const plainOf = (text: string): string => text.normalize('NFKC').trim()

/** The whole number that lists are numbered with (`1`, `01`, `1.`, `（1）`, `①`); null for anything else. */
export function lineNumberIn(text: string): number | null {
  const [, digits] = /^\(?0*(\d{1,6})\)?[.、)]?$/.exec(plainOf(text)) ?? []
  return digits === undefined ? null : Number(digits)
}

/** True for what numbers a line under such a heading: a whole number, one in parts (`2-1`), one in words (`十二`). */
export const isLineNumber = (text: string): boolean =>
  lineNumberIn(text) !== null ||
  /^(?:\d{1,6}(?:[-.]\d{1,6})+|[一二三四五六七八九十百]+、?)$/.test(plainOf(text))
