import type { CaseTable, ContactTable, Facts, ListName, Origin } from '#geo'
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
  ['checks', (facts) => facts.checks],
  ['facilities', (facts) => facts.facilities],
]
const TABLES: readonly (readonly [ListName, (facts: Facts) => CaseTable | ContactTable])[] = [
  ['cases', (facts) => facts.cases],
  ['contacts', (facts) => facts.contacts],
]

const placeInTable = ({ file, row, length }: CaseTable | ContactTable, from: Origin): number =>
  Array.from({ length }, (_, at) => at).findIndex(
    (at) => row[at] === from.row && file.values[file.codes[at]!] === from.file,
  )

/** The fact that a file's row gave, as it holds now; null where no fact in these lists comes from it. */
export function rowAt(facts: Facts, from: Pick<Origin, 'file' | 'row'>): FoundRow | null {
  const origin: Origin = { ...from, knownAt: null }
  const found = [
    ...LISTS.map(([list, of]): [ListName, number] => [
      list,
      of(facts).findIndex((one) => one.origin.file === from.file && one.origin.row === from.row),
    ]),
    ...TABLES.map(([list, of]): [ListName, number] => [list, placeInTable(of(facts), origin)]),
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
