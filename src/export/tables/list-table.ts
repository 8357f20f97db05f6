import { type Facts, type ListName, type Moment, readMoment } from '#geo'
import { type Field, KNOWN_AT } from '../../records/field'
import { headerOf, type WrittenIn, wordOf } from '../../records/field-words'
import { KINDS, type Kind } from '../../records/records'
import type { Written, WrittenRow } from '../../records/written'
import { rowsOf } from '../rows'
import { listWord } from './list-words'

/** A day or a time as a spreadsheet shows it: `2022-05-27`, `2022-05-27 18:00`. */
export interface WrittenTime {
  readonly time: string
}

export type TableCell = string | number | null | WrittenTime

/** The cell as text or number. */
export const plainCell = (cell: TableCell): string | number | null =>
  typeof cell === 'object' && cell !== null ? cell.time : cell

/** A list as people write it: headers and values in one language, each in words that the import understands. */
export interface ListTable {
  readonly list: ListName
  /** its name as a file or a sheet */
  readonly title: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

const YES_NO: Readonly<Record<WrittenIn, readonly [yes: string, no: string]>> = {
  zh: ['是', '否'],
  en: ['true', 'false'],
}

/** The list in words; null where it has no row, or none without its ground. */
export function listTable(facts: Facts, kind: Kind, written: WrittenIn): ListTable | null {
  const rows = kind.onlyGround ? [] : rowsOf(facts, kind.list).map(withPosition(kind))
  if (rows.length === 0) return null
  const columns = columnsOf(kind, rows)
  const print = cellPrinter(facts.pack.timezone, written)
  return {
    list: kind.list,
    title: listWord(kind, written),
    headers: columns.map((column) => (typeof column === 'string' ? column : headerOf(column, written))),
    rows: rows.map(({ cells }) => columns.map((column) => print(column, cells[nameOf(column)] ?? null))),
  }
}

const nameOf = (column: Field | string): string => (typeof column === 'string' ? column : column.name)

/** Every column of the kind, also empty ones: by them the list is known, and a spreadsheet can fill them in. */
function columnsOf(kind: Kind, rows: readonly WrittenRow[]): (Field | string)[] {
  const used = new Set(rows.flatMap(({ cells }) => Object.keys(cells).filter((name) => cells[name] !== null)))
  const fields = kind.fields.filter(({ type }) => !['shape', 'line', 'point'].includes(type))
  const own = new Set([...kind.fields, KNOWN_AT].map(({ name }) => name))
  const items = kind.list === 'reports' ? rows.flatMap(({ cells }) => Object.keys(cells)) : []
  const others = [...new Set(items)].filter((name) => !own.has(name))
  return [...fields, ...(used.has('knownAt') ? [KNOWN_AT] : []), ...others]
}

const withPosition =
  ({ fields }: Kind) =>
  (row: WrittenRow): WrittenRow => {
    if (!row.position || !fields.some(({ type }) => type === 'lon')) return row
    const [lng, lat] = row.position
    return { ...row, cells: { ...row.cells, lng, lat } }
  }

/** Prints cells in the words of one language. */
export function cellPrinter(zone: string, written: WrittenIn) {
  const [yes, no] = YES_NO[written]
  return (column: Field | string, cell: Written): TableCell => {
    if (typeof cell === 'boolean') return cell ? yes : no
    if (typeof cell !== 'string' || typeof column === 'string') return cell
    if (column.type === 'moment' || column.type === 'day') return { time: timeOf(zone, cell) }
    return wordOf(column, cell, written)
  }
}

/** A time without its offset and its seconds of 0, where it is read as the same time. */
function timeOf(zone: string, seen: string): string {
  const [, day, time, seconds] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)/.exec(seen) ?? []
  if (day === undefined) return seen
  const short = `${day} ${time}${seconds === ':00' ? '' : seconds}`
  const [meant, read] = [readMoment(zone, seen), readMoment(zone, short)]
  return sameMoment(meant, read) ? short : seen
}

const sameMoment = (one: Moment | null, other: Moment | null): boolean =>
  one !== null && other !== null && one.at === other.at && one.isDay === other.isDay

/** The tables of these lists that have rows, in the order of the pack. */
export function listTables(
  facts: Facts,
  lists: ReadonlySet<ListName>,
  written: WrittenIn,
): readonly ListTable[] {
  return KINDS.filter(({ list }) => lists.has(list)).flatMap((kind) => listTable(facts, kind, written) ?? [])
}
