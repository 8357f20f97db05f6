import { saySame, writtenCell } from '../cells/written-cell'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'

/** Where a person is, by whatever words: told apart already, or by positions of another precision. */
const OF_PLACE: ReadonlySet<string> = new Set(['id', 'place', 'town', 'unit', 'lng', 'lat'])

/** A row of a list, by where it stands. */
interface Row {
  readonly list: ListFile
  readonly at: number
}

/** What two rows of one person say otherwise, of which the second one counts. */
export function differencesOf({ list, at }: Row, { list: other, at: there }: Row): Problem[] {
  const problems: Problem[] = []
  for (const { name } of list.kind.fields) {
    if (OF_PLACE.has(name) || !list.columns.includes(name) || !other.columns.includes(name)) continue
    const [cell, counts] = [list.taken.cellAt(at, name), other.taken.cellAt(there, name)]
    if (cell === null || counts === null || saySame(cell, counts)) continue
    const [row, first] = [list.taken.rowAt(at), other.taken.rowAt(there)]
    const suggestion = `${other.path}:${first} ${writtenCell(other, name, { row: first, cell: counts })}`
    const seen = writtenCell(list, name, { row, cell })
    const column = list.spelt[name] ?? name
    problems.push(aProblem(list.path, 'same-list-differs', { row, column, seen, suggestion }))
  }
  return problems
}
