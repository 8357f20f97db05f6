import { aProblem, type Problem } from '../problem'
import type { ListFile } from '../read-list'
import { saySame, writtenCell } from '../written-cell'

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
      const suggestion = `${other.path}:${first} ${writtenCell(other, field.name, { row: first, cell: before })}`
      const seen = writtenCell(list, field.name, { row, cell })
      const column = list.spelt[field.name] ?? field.name
      problems.push(aProblem(list.path, 'same-list-differs', { row, column, seen, suggestion }))
    }
  })
  return problems
}
