import type { RawRow, Rows } from '../../formats/table'
import { CASE_NUMBERS, caseNumbersIn } from '../../log/personal/case-numbers'
import { isAboutPersons } from '../../log/personal/kept-text'
import { identityFields, type Kind } from '../../records/kind'
import { textOf } from '../cells/fields'
import type { HeaderMatch } from './headers'

/** By field, which texts of its column are numbers of its rows by what else stands in the column. */
export type NumberedColumns = ReadonlyMap<string, (text: string) => boolean>

/** The columns of a table by which its rows are known, or refer to others. */
export function numberedColumns(
  kind: Kind,
  { fields }: Pick<HeaderMatch, 'fields'>,
  rows: Rows,
): NumberedColumns {
  const identity = identityFields(kind)
  const columns = new Map<string, (text: string) => boolean>()
  for (const [{ name, type }, header] of fields)
    if (type === 'text' && (CASE_NUMBERS.has(name) || identity.includes(name)))
      columns.set(name, caseNumbersIn(textsIn(rows, header)))
  return columns
}

/** A number as amounts are written. */
export const AN_AMOUNT = /^[+-]?(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d*)?$/
const SHARE = 0.8
const LOOKED_AT = 200

/** Fields of amounts whose column holds hardly anything else: eleven digits there are no telephone. */
export function amountColumns(
  { list }: Kind,
  { fields }: Pick<HeaderMatch, 'fields'>,
  rows: Rows,
): ReadonlySet<string> {
  const columns = new Set<string>()
  if (isAboutPersons(list)) return columns
  for (const [{ name, type }, header] of fields) {
    if (type !== 'number') continue
    const texts = [...textsIn(rows.slice(0, LOOKED_AT), header)]
    const amounts = texts.filter((text) => AN_AMOUNT.test(text.normalize('NFKC')))
    if (texts.length > 0 && amounts.length >= SHARE * texts.length) columns.add(name)
  }
  return columns
}

function* textsIn(rows: Iterable<RawRow>, header: string): Generator<string> {
  for (const { cells, broken } of rows) {
    const text = broken ? null : textOf(cells[header])
    if (text !== null) yield text
  }
}
