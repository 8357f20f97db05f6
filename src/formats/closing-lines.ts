import { BETWEEN } from './header-lines'
import { chosen } from './rows'
import type { RawRow, Rows, Said, Table } from './table'

/** What a line begins with that adds up those above: `合计`, `全镇合计`, `马桥镇小计`. */
const TOTAL =
  /^(?:(?:全|\p{Script=Han}{1,12}(?=[镇乡区县市村]|街道))?(?:[镇乡区县市村]|街道)?(?:合计|总计|共计|小计|累计)|total|sum|subtotal)[::]?$/iu
/** What adds up a part of the table only. */
const PART = /(?:小计|subtotal)[::]?$/i
/** What stands below a table: notes, and who made it. */
const NOTE =
  /^(?:(?:附)?注|备注|说明|(?:填表|填报|制表|制单|审核|审批|复核|经办|负责|联系)(?:人|单位|时间|日期|电话)?|日期|note|remark)s?\s*\d*\s*[::、.（(]/i
/** A line of one cell that is a sentence. */
const SENTENCE = /[\u4e00-\u9fff].*[。；，：]/

/**
 * The table without what is no row of it: its header line again further down, totals (whose sums are compared with the
 * rows above), and the notes below. Each is said with its row; the words of a note are not, for they may name persons.
 */
export function withoutClosing<T extends Table>(table: T): T {
  const said: Said[] = []
  const kept: number[] = []
  const { rows } = table
  const last = rows.length - trailingNotes(table)
  for (let at = 0; at < last; at++) {
    const row = rows.at(at)!
    const first = row.broken ? null : firstIn(table, row)
    let again = 0
    if (first !== null && TOTAL.test(first)) {
      for (const one of totalSaid(table, row, { first, above: chosen(rows, kept) })) said.push(one)
    } else if (isHeaderAgain(table, row)) {
      while (kept.at(-1) === at - 1 - again && isAboveHeader(table, rows.at(kept.at(-1)!)!)) {
        again += 1
        kept.pop()
      }
      for (let above = again; above >= 0; above--)
        said.push({ code: 'header-repeated', row: rows.at(at - above)!.row, column: null, seen: null })
    } else kept.push(at)
  }
  if (last < rows.length) {
    const [seen, row] = [String(rows.length - last), rows.at(last)!.row]
    said.push({ code: 'note-lines', row, column: null, seen })
  }
  if (said.length === 0) return table
  return { ...table, rows: chosen(rows, kept), said: [...(table.said ?? []), ...said] }
}

/** Whether a line that begins with this cell adds up others. */
export const isTotal = (cell: string): boolean => TOTAL.test(textIn(cell).replace(/\s+/g, ''))

const textIn = (seen: unknown): string =>
  seen === null || seen === undefined ? '' : String(seen).normalize('NFKC').trim()

const filled = ({ headers }: Table, { cells }: RawRow): string[] =>
  headers.map((header) => textIn(cells[header])).filter((text) => text !== '')

/** The first cell that says anything, its spaces taken out. */
function firstIn({ headers }: Table, { cells }: RawRow): string | null {
  for (const header of headers) {
    const text = textIn(cells[header])
    if (text !== '') return text.replace(/\s+/g, '')
  }
  return null
}

function trailingNotes(table: Table): number {
  let count = 0
  while (count < table.rows.length) {
    const row = table.rows.at(-1 - count)!
    const texts = filled(table, row)
    const [first] = texts
    const isNote =
      first !== undefined &&
      table.headers.length > 2 &&
      (NOTE.test(first) || (texts.length === 1 && SENTENCE.test(first)))
    if (!isNote) break
    count += 1
  }
  return count
}

/** The header once more, of one of several lines each of them; or the line below it that numbers the columns. */
function isHeaderAgain(table: Table, { cells, broken }: RawRow): boolean {
  if (broken) return false
  let [same, numbered] = [0, 0]
  for (const [i, header] of table.headers.entries()) {
    const text = wordsIn(textIn(cells[header]))
    if (text === '') continue
    if (text === String(i + 1)) numbered += 1
    else if (text === wordsIn(textIn(header)) || partsOf(header).includes(text)) same += 1
    else return false
  }
  return numbered === 0 ? same > 1 : same === 0 && numbered > 2 && numbered === table.headers.length
}

/** A line right above the header that comes again: words that stand above the first one, which group its columns. */
function isAboveHeader(table: Table, row: RawRow): boolean {
  if (row.broken) return false
  const titles = (table.titles ?? []).map((title) => wordsIn(textIn(title)))
  const texts = filled(table, row).map(wordsIn)
  const isThere = (text: string): boolean => !/\d/.test(text) && titles.some((title) => title.includes(text))
  return texts.length > 0 && texts.every(isThere)
}

const wordsIn = (text: string): string => text.replace(/\s+/g, '')

/** The words of a column's name, by the lines of its header. */
const partsOf = (header: string): string[] =>
  header.includes(BETWEEN) ? header.split(BETWEEN).map((part) => wordsIn(textIn(part))) : []

/** That the line is left out, and the columns whose rows add up to something else. */
function totalSaid(
  table: Table,
  row: RawRow,
  { first, above }: { readonly first: string; readonly above: Rows },
): Said[] {
  const said: Said[] = [{ code: 'total-left-out', row: row.row, column: null, seen: first }]
  if (PART.test(first) || above.length < 2) return said
  for (const column of table.headers) {
    const total = numberIn(row.cells[column])
    const parts = above.map(({ cells }) => cells[column]).filter((cell) => textIn(cell) !== '')
    const numbers = parts.map(numberIn)
    if (total === null || numbers.length < 2 || numbers.some((one) => one === null)) continue
    const sum = numbers.reduce<number>((before, one) => before + one!, 0)
    if (Math.abs(sum - total) > 1e-6)
      said.push({
        code: 'total-differs',
        row: row.row,
        column,
        seen: String(total),
        suggestion: String(Math.round(sum * 1e6) / 1e6),
      })
  }
  return said
}

function numberIn(seen: unknown): number | null {
  const text = textIn(seen).replace(/,(?=\d{3})/g, '')
  return /^-?\d{1,12}(?:\.\d+)?$/.test(text) ? Number(text) : null
}
