import {
  type CaseTable,
  type ContactTable,
  factsSeen,
  type Instant,
  LOG_FILE,
  placesAt,
  ROW_LISTS,
  rowsHeld,
  withRows,
} from '#geo'
import type { Register } from '../../log/fold/register'

const TABLES = ['cases', 'contacts'] as const

/**
 * The register as its lists are written: without the times at which the log learned of rows that bring none themselves,
 * for no file said them; and at an as-of without the rows that lie after it, and with places as they hold then. A row
 * that is there is whole: what it says of a later time stays, so that it can be brought back and erases nothing.
 */
export function registerWritten(register: Register, asOf: Instant | null): Register {
  const own = withOwnTimes(register)
  return asOf === null ? own : until(own, asOf)
}

function withOwnTimes(register: Register): Register {
  const learned = new Map(register.sources.map(({ segment, recordedAt }) => [segment, recordedAt]))
  const isOwn = (knownAt: number, segment: string | null | undefined, file: string): boolean =>
    segment ? learned.get(segment) !== knownAt : file !== LOG_FILE
  const rows = withRows(register, (list) =>
    list.map((row) => {
      const { knownAt, segment, file } = row.origin
      if (knownAt === null || isOwn(knownAt, segment, file)) return row
      return { ...row, origin: { ...row.origin, knownAt: null } }
    }),
  )
  const tables = TABLES.map((name) => {
    const table: CaseTable | ContactTable = register[name]
    const knownAt = table.knownAt.map((at, row) => {
      const segment = table.segment?.values[table.segment.codes[row]!] ?? null
      return isOwn(at, segment, table.file.values[table.file.codes[row]!] ?? '') ? at : Number.NaN
    })
    return [name, { ...table, knownAt }]
  })
  return { ...register, ...rows, ...Object.fromEntries(tables) }
}

function until(register: Register, asOf: Instant): Register {
  const seen = factsSeen(register, asOf)
  const there = new Set(ROW_LISTS.flatMap((list) => rowsHeld(seen, list).map(({ origin }) => origin)))
  const rows = withRows(register, (list) => list.filter(({ origin }) => there.has(origin)))
  const tables = TABLES.map((name) => {
    const keys = new Set(rowKeys(seen[name]))
    return [name, rowsOfTable(register[name], (key) => keys.has(key))]
  })
  return {
    ...{ ...register, ...rows, ...Object.fromEntries(tables) },
    places: placesAt(register, asOf).places,
  }
}

/** What tells the rows of a table apart: their file, its segment and their number in it. */
const rowKeys = ({ row, file, segment, length }: CaseTable | ContactTable): string[] =>
  Array.from({ length }, (_, at) => `${row[at]} ${segment?.codes[at] ?? ''} ${file.codes[at]}`)

/** The rows of a table whose key fits, in their order. */
function rowsOfTable<Table extends CaseTable | ContactTable>(
  table: Table,
  fits: (key: string) => boolean,
): Table {
  const places = rowKeys(table).flatMap((key, at) => (fits(key) ? [at] : []))
  const columns = Object.entries(table).map(([name, column]) => [name, taken(column, places)])
  return { ...(Object.fromEntries(columns) as Table), length: places.length }
}

function taken(column: unknown, places: readonly number[]): unknown {
  if (column instanceof Float64Array) return Float64Array.from(places, (at) => column[at]!)
  if (column instanceof Uint32Array) return Uint32Array.from(places, (at) => column[at]!)
  if (column instanceof Int32Array) return Int32Array.from(places, (at) => column[at]!)
  if (column instanceof Uint8Array) return Uint8Array.from(places, (at) => column[at]!)
  if (typeof column !== 'object' || column === null) return column
  return Object.fromEntries(
    Object.entries(column).map(([name, part]) => [name, Array.isArray(part) ? part : taken(part, places)]),
  )
}
