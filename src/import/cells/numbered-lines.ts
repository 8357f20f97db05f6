import type { Rows, Table } from '../../formats/table'
import { isLineNumber, lineNumberIn, numbersLines } from '../../log/identity/line-numbers'
import type { Field } from '../../records/field'
import type { Kind } from '../../records/records'
import { type NumberedLines, spellings } from '../headers/headers'
import { textOf } from './fields'

/** Headings of an id that say no more than *number*: what counts from 1 under them numbers the lines. */
const ANY_NUMBER: ReadonlySet<string> = new Set(['编号', '編號', '号码', '号', 'number', 'num'])
/** How tables name the column of a row index that has no heading. */
const UNNAMED = /^(?:column 1|unnamed: ?0)$/i

/**
 * Columns that number the lines of a table. A line number is another person's tomorrow, so it identifies nobody;
 * where the kind can do without it, so does a bare 编号 that counts 1, 2, 3 … (from 1 again in each part).
 */
export function numberedLines(kind: Kind, { headers, rows }: Table): NumberedLines {
  const setAside: string[] = []
  let codes: string | null = null
  const named = new Set(kind.fields.filter(({ name }) => name !== 'id').flatMap(namesOf))
  const needed = new Set(kind.fields.filter(({ required }) => required).flatMap(namesOf))
  const mayHaveId = kind.fields.some(({ name, required }) => name === 'id' && !required)
  for (const header of headers) {
    const isNumbering = numbersLines(header) && !spellings(header).some((name) => named.has(name))
    const isAnyNumber = spellings(header).some((name) => ANY_NUMBER.has(name) && !needed.has(name))
    if (!isNumbering && !isAnyNumber && !UNNAMED.test(header)) continue
    const texts = textsIn(rows, header)
    if (texts.length === 0) continue
    if (isNumbering ? texts.every(isLineNumber) : counts(texts)) setAside.push(header)
    else if (isNumbering && mayHaveId && areCodes(texts)) codes ??= header
  }
  return { setAside, codes }
}

const namesOf = ({ name, synonyms }: Field): string[] => [name, ...synonyms].flatMap(spellings)

/** What stands in the column, without what closes a list (合计). */
function textsIn(rows: Rows, header: string): string[] {
  const texts = rows.flatMap(({ cells, broken }) => (broken ? [] : (textOf(cells[header]) ?? [])))
  while (texts.length > 1 && /^(?:合计|总计|小计|total|sum)$/i.test(texts.at(-1)!)) texts.pop()
  return texts
}

/** Does it count 1, 2, 3 …, in each part of the list anew? A row index may count from 0. */
function counts(texts: readonly string[]): boolean {
  let before: number | null = null
  return texts.every((text) => {
    const number = lineNumberIn(text)
    const follows =
      number !== null && (number === 1 || (before === null ? number === 0 : number === before + 1))
    before = number
    return follows
  })
}

const areCodes = (texts: readonly string[]): boolean =>
  texts.every((text) => /\p{L}/u.test(text) && !isLineNumber(text)) && new Set(texts).size === texts.length
