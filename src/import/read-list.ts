import { LIMITS } from '../formats/limits'
import { rowsByNumber } from '../formats/rows'
import type { FormatTable, RawRow } from '../formats/table'
import { BlockBuilder } from '../log/rows/block-builder'
import { shown, textOf } from './cells/fields'
import { numberedLines } from './cells/numbered-lines'
import type { Frame } from './frames/frame'
import { matchHeaders } from './headers/headers'
import { headerProblems, judgeTwice, withoutTwice } from './headers/headers-twice'
import {
  columnProblems,
  columnsSaid,
  itemsOnce,
  lackingColumns,
  personalColumns,
  REMARKS,
  spellingsOf,
  withinColumns,
} from './headers/list-columns'
import { amountColumns, numberedColumns } from './headers/numbered-columns'
import { type ListFile, type ListTable, unread } from './list-file'
import { shownHeader } from './personal'
import { Households } from './persons/households'
import { aProblem } from './problem'
import { refuse } from './refuse'
import { RefusedRow } from './refused-row'
import type { RowFault } from './row-note'
import { type RowReader, readRow } from './rows'
import { tell } from './told-problems'

export interface ListContext {
  readonly zone: string
  /** null where positions of the frame of that name cannot be converted */
  readonly frame: Frame | null
  readonly frameName: string
  /** called now and then with the rows that are done, of how many; may throw to end it */
  readonly rows?: (done: number, of: number) => void
}

/** rows between two steps */
const STRIDE = 100

const NOTHING_TOLD: NonNullable<FormatTable['told']> = new Map()

/** Reads the rows of a table as its kind, each taken or refused. */
export function readTable(file: ListTable, { zone, frame, frameName, rows: step }: ListContext): ListFile {
  const { table } = file
  const { told = NOTHING_TOLD } = table
  const numbering = numberedLines(file.kind, table)
  const found = matchHeaders(file.kind, table.headers, { ...numbering, told })
  const twice = judgeTwice(file.kind, found, table.twice)
  const { match, left } = withinColumns(itemsOnce(file.kind, withoutTwice(found, twice)))
  if (left > 0 && file.kind.list === 'reports')
    return unread(
      file,
      aProblem(file.path, 'too-many-columns', { seen: `> ${LIMITS.foreignColumns}` }),
      table.encoding,
    )
  const leftOut = table.headers.filter((header) => told.get(header) === null)
  const personal = personalColumns([...found.others, ...leftOut], file)
  const remarks = found.others.filter((header) => REMARKS.test(header))
  const columns = {
    numbered: numberedColumns(file.kind, match, table.rows),
    amounts: amountColumns(file.kind, match, table.rows),
  }
  const { meant } = table
  const reader: RowReader = {
    ...{ kind: file.kind, match, personal, remarks, zone, frame, frameName, meant },
    ...columns,
    households: new Households(),
  }
  const hasGround = table.areFeatures || table.rows.at(0)?.geometry !== undefined
  const placed = hasGround || [...match.fields.keys()].some(({ type }) => type === 'lon')
  // A header alone says that there is none, where at least one of its columns is the kind's.
  const says = table.rows.length > 0 || table.areFeatures || match.fields.size > 0
  const lacking = table.rows.length > 0 || !says ? lackingColumns(file.kind, [...match.fields.keys()]) : []
  const result: ListFile = {
    path: file.path,
    kind: file.kind,
    hash: file.hash,
    size: file.size,
    encoding: table.encoding,
    frame: placed ? (frame?.name ?? frameName) : null,
    isRead: says && twice.fatal.length === 0,
    titles: table.titles ?? [],
    total: table.rows.length,
    headers: table.headers,
    headerRow: table.headerRow,
    told,
    spelt: Object.fromEntries(
      [...match.fields].flatMap(([{ name }, header]) =>
        name === header ? [] : [[name, shownHeader(header)]],
      ),
    ),
    alsoPlaces: [...match.also].flatMap(([{ name }, headers]) => (name === 'place' ? headers : [])),
    columns: columnsSaid(file.kind, { match, personal, hasGround }),
    taken: new BlockBuilder(file.kind),
    refused: [],
    problems: [
      ...(table.said ?? []).map(({ code, ...said }) => aProblem(file.path, code, said)),
      ...headerProblems(file.path, table, twice),
      ...numbering.setAside
        .filter((column) => !told.has(column))
        .map((column) => aProblem(file.path, 'line-number', { column: shownHeader(column) })),
      ...columnProblems(file, match, personal),
      ...lacking.map((column) =>
        aProblem(file.path, 'missing-column', { column, suggestion: spellingsOf(file.kind, column) }),
      ),
    ],
    ...writtenIn(file.again),
  }
  if (left > 0) {
    const detail = { count: left, areaM2: null, pairs: [] }
    const [first = null] = match.others.slice(-1)
    result.problems.push(
      aProblem(file.path, 'columns-left-out', { seen: first === null ? null : shownHeader(first), detail }),
    )
  }
  const [fatal] = [
    ...twice.fatal.map((column) => ({ column, code: 'header-twice' as const })),
    ...lacking.map((column) => ({ column, code: 'missing-column' as const })),
  ]
  let done = 0
  for (const raw of table.rows) {
    if (done % STRIDE === 0) step?.(done, table.rows.length)
    done += 1
    if (fatal) {
      const fault: RowFault = { ...fatal, seen: null, suggestion: null }
      result.refused.push(new RefusedRow(result, raw.row, fault))
    } else takeOrRefuse(result, reader, raw)
  }
  step?.(table.rows.length, table.rows.length)
  result.taken.close()
  return result
}

/** The rows as the file writes them, read once more when a later check asks for one. */
function writtenIn(again: () => FormatTable): Pick<ListFile, 'cellsOf' | 'groundOf'> {
  let find: ((row: number) => RawRow | undefined) | null = null
  const rowOf = (row: number): RawRow | undefined => (find ??= rowsByNumber(again().rows))(row)
  return {
    cellsOf: (row) => plainCells(rowOf(row)),
    groundOf: (row) => JSON.stringify(rowOf(row)?.geometry ?? null),
  }
}

function takeOrRefuse(list: ListFile, reader: RowReader, raw: RawRow): void {
  const read = readRow(reader, raw)
  if (!read.ok) {
    refuse(list, read.row, read)
    return
  }
  list.taken.add({ row: read.row, values: read.values })
  for (const { code, column, seen } of read.notes) {
    tell(list.problems, aProblem(list.path, code, { row: read.row, column, seen }))
  }
}

function plainCells(raw: RawRow | undefined): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [header, seen] of Object.entries(raw?.cells ?? {})) {
    const whole = textOf(seen) ?? (seen === null || seen === undefined || seen === '' ? '' : shown(seen))
    plain[header] = whole.length > LIMITS.cell ? shown(whole) : whole
  }
  return plain
}
