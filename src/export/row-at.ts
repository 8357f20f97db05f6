import type { CaseTable, ContactTable, Facts, ListName, Origin, RowRef } from '#geo'
import { rowsOf, type Written } from './rows'

/** A row of the facts under its canonical column names; empty cells are left out. */
export interface FoundRow {
  readonly list: ListName
  readonly cells: readonly (readonly [column: string, value: Exclude<Written, null>])[]
}

interface WithOrigin {
  readonly origin: Origin
}

const LISTS: readonly (readonly [ListName, (facts: Facts) => readonly WithOrigin[]])[] = [
  ['rounds', (facts) => facts.rounds],
  ['facts', (facts) => facts.statedFacts],
  ['zones', (facts) => facts.zones],
  ['transitions', (facts) => facts.steps],
  ['metrics', (facts) => facts.metrics],
  ['surveys', (facts) => facts.surveys ?? []],
  ['checks', (facts) => facts.checks],
  ['facilities', (facts) => facts.facilities],
]
const TABLES: readonly (readonly [ListName, (facts: Facts) => CaseTable | ContactTable])[] = [
  ['cases', (facts) => facts.cases],
  ['contacts', (facts) => facts.contacts],
]

/** The place of the one fact that comes from the row; −1 where none does, or where a name without segment means several. */
function placeOf(refs: readonly RowRef[], from: RowRef): number {
  const isIt = (one: RowRef): boolean =>
    one.row === from.row &&
    one.file === from.file &&
    (from.segment === undefined || (one.segment ?? null) === from.segment)
  const at = refs.findIndex(isIt)
  const meansSeveral = refs.some((one) => isIt(one) && (one.segment ?? null) !== (refs[at]!.segment ?? null))
  return meansSeveral ? -1 : at
}

const refsOfTable = ({ file, segment, row, length }: CaseTable | ContactTable): RowRef[] =>
  Array.from({ length }, (_, at) => ({
    file: file.values[file.codes[at]!] ?? '',
    row: row[at]!,
    segment: segment?.values[segment.codes[at]!] ?? null,
  }))

/**
 * The fact that a file's row gave, as it holds now; null where no fact in these lists comes from it. The segment
 * tells apart files of one name; evidence of earlier releases has none, and finds only what its name alone finds.
 */
export function rowAt(facts: Facts, from: RowRef): FoundRow | null {
  const found = [
    ...LISTS.map(([list, of]): [ListName, number] => [
      list,
      placeOf(
        of(facts).map(({ origin }) => origin),
        from,
      ),
    ]),
    ...TABLES.map(([list, of]): [ListName, number] => [list, placeOf(refsOfTable(of(facts)), from)]),
  ].find(([, at]) => at >= 0)
  if (!found) return null
  const [list, at] = found
  const cells = Object.entries(rowsOf(facts, list)[at]!.cells)
  return {
    list,
    cells: cells.filter(
      (cell): cell is [string, Exclude<Written, null>] => cell[1] !== null && cell[1] !== '',
    ),
  }
}
