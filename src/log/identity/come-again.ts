import { cellAt } from '../rows/cells'
import type { At } from '../rows/merge'
import { isLater, OF_PERSONS, PersonRows, type PlaceMeant, Words } from './person-rows'
import { rowsInCommon, samePersons } from './same-list'

/** A list of the log that a file brings again: how many of its rows are found in the file. */
export interface BroughtAgain {
  readonly file: string
  readonly found: number
  readonly of: number
}

/** A row of the log as far as lists are compared. */
export interface HeldRow extends At {
  readonly id: string
  /** the file that brought it */
  readonly file: string
  /** has it a number of its own? */
  readonly isNumbered: boolean
}

export interface Comparing {
  readonly list: string
  readonly meant: PlaceMeant
  /** false where the file says nothing of numbers */
  readonly saysNumbers: boolean
}

export interface ComeAgain<Row extends HeldRow> {
  readonly lists: readonly BroughtAgain[]
  /** by place of a row of the file that is none of the log's by number or content, who it is all the same; never of an earlier day */
  readonly persons: ReadonlyMap<number, Row>
  /** rows of these lists that are in the file no more */
  readonly gone: readonly Row[]
}

/** A list comes again where so large a share of its rows is known in the file by number or content. */
const SHARE = 0.8

/**
 * Which lists of the log a file brings again, who of them its further rows are, and who is there no more. `known` has
 * by place of a row of the file the identity of the row of the log that it is, null for none.
 */
export function comeAgain<Row extends HeldRow>(
  rows: readonly At[],
  { held, known }: { readonly held: readonly Row[]; readonly known: readonly (string | null)[] },
  { list, meant, saysNumbers }: Comparing,
): ComeAgain<Row> {
  const claimed = new Set(known.filter((id) => id !== null))
  const words = new Words()
  let marks: PersonRows | null = null
  const lists: BroughtAgain[] = []
  const left: Row[] = []
  // where both have numbers these alone tell
  const isFree = ({ isNumbered }: Row): boolean => !isNumbered || !saysNumbers
  for (const [file, group] of byFile(held)) {
    let found = group.filter(({ id }) => claimed.has(id)).length
    if (found === 0 || found < SHARE * group.length)
      found =
        OF_PERSONS.has(list) && group.some(isFree)
          ? rowsInCommon((marks ??= PersonRows.of(rows, words, meant)), PersonRows.of(group, words, meant))
          : 0
    if (found === 0) continue
    lists.push({ file, found, of: group.length })
    for (const row of group) if (!claimed.has(row.id)) left.push(row)
  }
  const open = known.flatMap((id, at) => (id === null ? [at] : []))
  const persons = new Map<number, Row>()
  if (OF_PERSONS.has(list) && open.length > 0) {
    const free = left.filter(isFree)
    const mine = open.map((at) => rows[at]!)
    const of = samePersons(PersonRows.of(mine, words, meant), PersonRows.of(free, words, meant))
    of.forEach((there, here) => {
      if (there >= 0 && !isLater(cellsOf(free[there]!), cellsOf(mine[here]!)))
        persons.set(open[here]!, free[there]!)
    })
  }
  const again = new Set([...persons.values()].map(({ id }) => id))
  return { lists, persons, gone: left.filter(({ id }) => !again.has(id)) }
}

const cellsOf =
  ({ block, row }: At) =>
  (name: string) =>
    cellAt(block.columns[name], row)

function byFile<Row extends HeldRow>(held: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of held) {
    const group = groups.get(row.file)
    if (group) group.push(row)
    else groups.set(row.file, [row])
  }
  return groups
}
