import { isMomentCell } from '../../log/cells'
import type { Cell } from '../../log/columns'
import type { Field } from '../../log/kinds'
import { aProblem, type Problem } from '../problem'
import type { ListFile } from '../read-list'

/** Where a person is, by whatever words: told apart already, or by positions of another precision. */
const OF_PLACE: ReadonlySet<string> = new Set(['id', 'place', 'town', 'unit', 'lng', 'lat'])

/** What two lists say otherwise of the persons that stand in both, row by row. `of` gives the row of the other list, -1 for none. */
export function differencesOf(list: ListFile, other: ListFile, of: Int32Array): Problem[] {
  const compared = list.kind.fields.filter(
    ({ name }) => !OF_PLACE.has(name) && list.columns.includes(name) && other.columns.includes(name),
  )
  const problems: Problem[] = []
  of.forEach((there, here) => {
    if (there < 0) return
    for (const field of compared) {
      const [cell, before] = [list.taken.cellAt(here, field.name), other.taken.cellAt(there, field.name)]
      if (cell === null || before === null || saySame(cell, before)) continue
      const [row, first] = [list.taken.rowAt(here), other.taken.rowAt(there)]
      const suggestion = `${other.path}:${first} ${written(other, field, { row: first, cell: before })}`
      const seen = written(list, field, { row, cell })
      const column = list.spelt[field.name] ?? field.name
      problems.push(aProblem(list.path, 'same-list-differs', { row, column, seen, suggestion }))
    }
  })
  return problems
}

/** Equal, or the one is the day of which the other tells the hour. */
function saySame(one: Cell, other: Cell): boolean {
  if (!isMomentCell(one) || !isMomentCell(other)) return one === other
  return one.isDay || other.isDay ? dayOf(one) === dayOf(other) : one.at === other.at
}

const EAST = 8 * 3_600_000
const local = (at: number): string => new Date(at + EAST).toISOString()
const dayOf = ({ at }: { readonly at: number }): string => local(at).slice(0, 10)

/** A day or time in one spelling, a word as its file has it. */
function written(
  list: ListFile,
  { name }: Field,
  { row, cell }: { readonly row: number; readonly cell: Cell },
): string {
  if (isMomentCell(cell)) return cell.isDay ? dayOf(cell) : local(cell.at).slice(0, 16).replace('T', ' ')
  return list.cellsOf(row)[list.spelt[name] ?? name] || String(cell)
}
