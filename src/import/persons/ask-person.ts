import { type ShownCell, shownCell } from '../../log/identity/changes'
import { type Answering, HERE, type PersonQuestion, partOf, THERE, TWO } from '../questions/question'
import type { MaybeOne, Row } from './maybe-one'

/** By what people are told apart, in the order in which it is read. */
const TELLING = ['id', 'place', 'town', 'reportedAt', 'kind', 'foundIn', 'sex', 'ageBand'] as const

/** Whether two rows are of one person, and which of them counts then; nothing is proposed, and both count meanwhile. */
export function personAsked([here, there]: MaybeOne, answering: Answering): PersonQuestion {
  const { list, at } = here
  const row = list.taken.rowAt(at)
  const other = { file: there.list.path, row: there.list.taken.rowAt(there.at) }
  const id = `person:${list.path}:${row}:${other.file}:${other.row}`
  const part = partOf(id, answering, {
    ...{ proposed: null, reason: null },
    isUsable: (answer) => [TWO, HERE, THERE].includes(answer),
  })
  return {
    ...part,
    ...({ kind: 'person', id } as const),
    of: [{ file: list.path, row, column: list.kind.list, rows: 1 }],
    with: other,
    cells: TELLING.flatMap((column) => {
      const [mine, theirs] = [cellOf(here, column), cellOf(there, column)]
      return mine === null && theirs === null ? [] : [{ column, here: mine, there: theirs }]
    }),
  }
}

const cellOf = ({ list, at }: Row, name: string): ShownCell => shownCell(list.taken.cellAt(at, name))
