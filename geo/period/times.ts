import type {
  CaseTable,
  ContactTable,
  Facts,
  MomentColumn,
  Origin,
  TableName,
  TextColumn,
  TimedList,
} from '../facts'
import type { TimeKind } from '../facts/list'
import { LISTS, ROW_LISTS, rowsHeld } from '../facts/lists'
import { type Instant, type Moment, startOfDay } from '../time/calendar'

export interface TimeField {
  readonly list: TimedList
  readonly field: string
  readonly kind: TimeKind
}

/** One time of one row. */
export interface TimeOfRow {
  readonly at: Instant
  readonly isDay: boolean
  readonly file: string
  readonly row: number
  /** null where nothing says when it was learned */
  readonly knownAt: Instant | null
}

export type SeeTime = (field: TimeField, time: TimeOfRow) => void

/** Shows every time that the facts give, field by field. Times that are not given are left out. */
export function seeTimes(facts: Facts, see: SeeTime): void {
  const { timezone } = facts.pack
  const begun = new Map<string, Moment>()
  const onDay = (day: string): Moment => {
    let moment = begun.get(day)
    if (!moment) begun.set(day, (moment = { at: startOfDay(timezone, day), isDay: true }))
    return moment
  }
  for (const list of ['cases', 'contacts'] as const) seeTable(facts[list], list, see)
  for (const described of ROW_LISTS)
    for (const { field, kind, of } of described.times)
      seeRows(rowsHeld(facts, described), (row) => of(row, onDay), {
        field: { list: described.list, field, kind },
        see,
      })
  const signalled: TimeField = { list: 'signals', field: 'at', kind: 'occurrence' }
  seeRows(facts.signals ?? [], ({ at }) => at, { field: signalled, see })
}

function seeRows<Row extends { readonly origin: Origin }>(
  rows: readonly Row[],
  of: (row: Row) => Moment | null,
  { field, see }: { readonly field: TimeField; readonly see: SeeTime },
): void {
  for (const row of rows) {
    const moment = of(row)
    if (!moment || Number.isNaN(moment.at)) continue
    const { file, row: number, knownAt } = row.origin
    see(field, { at: moment.at, isDay: moment.isDay, file, row: number, knownAt })
  }
}

function seeTable(table: CaseTable | ContactTable, list: TableName, see: SeeTime): void {
  for (const { field, kind } of LISTS[list].columns)
    seeColumn(
      table,
      { field: { list, field, kind }, column: table[field as keyof typeof table] as MomentColumn },
      see,
    )
}

interface Table {
  readonly length: number
  readonly file: TextColumn
  readonly row: Uint32Array
  readonly knownAt: Float64Array
}

function seeColumn(
  { length, file, row, knownAt }: Table,
  { field, column }: { field: TimeField; column: MomentColumn },
  see: SeeTime,
): void {
  for (let i = 0; i < length; i++) {
    const at = column.at[i]!
    if (Number.isNaN(at)) continue
    const learned = knownAt[i]!
    see(field, {
      at,
      isDay: column.isDay[i] === 1,
      file: file.values[file.codes[i]!] ?? '',
      row: row[i]!,
      knownAt: Number.isNaN(learned) ? null : learned,
    })
  }
}
