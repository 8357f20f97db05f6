import type { Cell } from '../../log/rows/columns'
import type { HeaderMatch } from '../headers/headers'
import type { RowNote } from '../row-note'
import { notesOfReport } from './report-cells'

interface Row {
  readonly values: Record<string, Cell>
  readonly notes: readonly RowNote[]
  readonly match: Pick<HeaderMatch, 'fields'>
}

/** The header under which a field stands. */
const headerOf = ({ match }: Row, field: string): string | undefined =>
  [...match.fields].find(([{ name }]) => name === field)?.[1]

/** A stroke says that there is nothing to say, not that it is not known. */
const STROKE = /^[-—–―/\\]+$/
const SOME = /[1-9]/

/** What stands in the cell of a field that is not known though something stands there. */
function openIn(row: Row, field: string): string | null {
  const header = headerOf(row, field)
  const note =
    header === undefined
      ? undefined
      : row.notes.find(
          ({ column, code }) => column === header && (code === 'cell-left-open' || code === 'count-unknown'),
        )
  return note?.seen && !STROKE.test(note.seen.normalize('NFKC').trim()) ? note.seen : null
}

type Follows = (row: Row) => RowNote[]

/** What an unknown figure leaves unknown with it, by list: as if it had not been told, it would open what it may hold. */
const FOLLOWS: Readonly<Record<string, Follows>> = {
  reports: ({ values }) => notesOfReport(values),
  rounds: (row) => {
    const { values } = row
    const column = headerOf(row, 'result') ?? null
    const people = openIn(row, 'positivePeople')
    const isFound = people !== null && SOME.test(people)
    const isOpen = ['positivePeople', 'positiveTubes', 'resulted'].some(
      (field) => openIn(row, field) !== null,
    )
    if (isFound && values.result !== 'positive') {
      values.result = 'positive'
      return [{ code: 'result-from-figure', column, seen: people }]
    }
    if (!isOpen || values.result !== 'negative') return []
    values.result = null
    return [{ code: 'result-open', column, seen: null }]
  },
  transitions: (row) => {
    const { values } = row
    const seen = openIn(row, 'takesEffectAt')
    if (seen === null || values.decision !== 'given') return []
    values.decision = null
    return [{ code: 'effect-open', column: headerOf(row, 'takesEffectAt') ?? null, seen }]
  },
}

/** Leaves open what hangs on a figure or time that is not known, and says so. */
export function leaveOpen(list: string, row: Row): RowNote[] {
  return FOLLOWS[list]?.(row) ?? []
}
