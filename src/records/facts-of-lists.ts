import type { FactLists, RecordedList } from '#geo'
import { LISTS } from '#geo'
import type { RowsRead, TableRead } from './kind'
import { RECORDS } from './records'
import type { StandingTable } from './standing-rows'

/** How the rows of a list stand. */
export interface Standing {
  readonly rows: (list: RecordedList, read: RowsRead<unknown>['read']) => readonly unknown[]
  readonly table: (list: RecordedList) => StandingTable
}

/** What the facts hold of every list, each as its record reads it. */
export function factsOfLists({ rows, table }: Standing): Required<FactLists> {
  const read = Object.values(RECORDS).map(({ list, rows: how }) => [
    LISTS[list].held,
    isTable(how) ? how.readTable(table(list)) : rows(list, how.read),
  ])
  return Object.fromEntries(read) as Required<FactLists>
}

/** True for a list that is one table of columns. */
export const isTable = (how: object): how is TableRead<unknown> => 'readTable' in how

const NO_TABLE: StandingTable = {
  length: 0,
  text: () => ({ codes: new Int32Array(0), values: [] }),
  moments: () => ({ at: new Float64Array(0), isDay: new Uint8Array(0) }),
  numbers: () => new Float64Array(0),
  beside: () => ({}),
  origins: () => ({
    file: NO_TABLE.text(''),
    segment: NO_TABLE.text(''),
    row: new Uint32Array(0),
    knownAt: new Float64Array(0),
  }),
}

/** Every list without a row. */
export const emptyLists = (): Required<FactLists> => factsOfLists({ rows: () => [], table: () => NO_TABLE })
