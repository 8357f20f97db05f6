import type { Field } from '../../records/field'
import { KINDS } from '../../records/records'
import type { Column, ColumnBlock } from '../rows/columns'
import { CASE_NUMBERS, caseNumbersIn } from './case-numbers'
import { REFERRING, withoutSigns } from './household-signs'
import { heldOfPerson, isAboutPersons } from './kept-text'

const known = new WeakMap<ColumnBlock, ColumnBlock>()

/**
 * A block as it is read: of a list about persons only the columns of its kind, and of their texts what an import would
 * keep now. What an earlier release stored beside them stays in its bytes and is read nowhere.
 */
export function keptBlock(block: ColumnBlock): ColumnBlock {
  let kept = known.get(block)
  if (!kept) known.set(block, (kept = isAboutPersons(block.list) ? withoutPersons(block) : signless(block)))
  return kept
}

function withoutPersons(block: ColumnBlock): ColumnBlock {
  const fields = KINDS.find(({ list }) => list === block.list)?.fields ?? []
  const columns: Record<string, Column> = {}
  let isSame = true
  for (const [name, column] of Object.entries(block.columns)) {
    const field = fields.find((one) => one.name === name)
    const read = field && column.type === 'text' ? keptColumn(column, heldIn(field, column)) : column
    if (!field && name !== 'knownAt') isSame = false
    else columns[name] = read
    if (read !== column) isSame = false
  }
  return isSame ? block : Object.freeze({ ...block, columns: Object.freeze(columns) })
}

/** A block of another list without the signs that an earlier release made of the names of households. */
function signless(block: ColumnBlock): ColumnBlock {
  const columns: Record<string, Column> = {}
  let isSame = true
  for (const [name, column] of Object.entries(block.columns)) {
    columns[name] = column.type === 'text' && !REFERRING.has(name) ? keptColumn(column, withoutSigns) : column
    if (columns[name] !== column) isSame = false
  }
  return isSame ? block : Object.freeze({ ...block, columns: Object.freeze(columns) })
}

/** What is kept of a text in a column, by what else stands in it. */
function heldIn(field: Field, { values }: TextColumn): (text: string) => string | null {
  const isCaseNumber = CASE_NUMBERS.has(field.name) ? caseNumbersIn(values) : undefined
  return (text) => heldOfPerson(field, text, isCaseNumber)
}

type TextColumn = Extract<Column, { type: 'text' }>

/** The column with each of its texts as it is kept; the same column where all are. */
function keptColumn(column: TextColumn, keptOf: (text: string) => string | null): TextColumn {
  const kept = column.values.map(keptOf)
  if (kept.every((text, at) => text === column.values[at])) return column
  const values = [...new Set(kept.filter((text) => text !== null))]
  const codeOf = new Map(values.map((text, code) => [text, code]))
  const codes = kept.map((text) => (text === null ? -1 : codeOf.get(text)!))
  return { type: 'text', codes: column.codes.map((code) => (code < 0 ? -1 : codes[code]!)), values }
}
