import { LIMITS } from '../formats/limits'
import { eachPart, type InParts, partsIn } from '../formats/parts'
import { rowsByNumber } from '../formats/rows'
import type { FormatTable, RawRow } from '../formats/table'
import { digestOf } from '../log/digest'
import type { Kind } from '../log/kinds'
import { freeText, isAboutPersons } from '../log/personal/kept-text'
import { BlockBuilder } from '../log/rows/block-builder'
import type { Field } from '../log/rows/field'
import { shown, textOf } from './cells/fields'
import { numberedLines } from './cells/numbered-lines'
import type { Frame } from './frames/frame'
import { type HeaderMatch, isGeometry, matchHeaders } from './headers/headers'
import { headerProblems, judgeTwice, withoutTwice } from './headers/headers-twice'
import { amountColumns, numberedColumns } from './headers/numbered-columns'
import {
  holdsPersons,
  type Personal,
  personalOf,
  personInHeader,
  shownHeader,
  shownOfPerson,
} from './personal'
import { Households } from './persons/households'
import { aProblem, type Problem } from './problem'
import { RefusedRow } from './refused-row'
import type { RowFault } from './row-note'
import { type RowReader, readRow } from './rows'
import { tell } from './told-problems'

/** One list file after every row was read on its own; checks between rows come later and may refuse more. */
export interface ListFile {
  readonly path: string
  readonly kind: Kind
  /** SHA-256 of the bytes of the file, hex, and how many they are */
  readonly hash: string
  readonly size: number
  readonly encoding: string | null
  readonly frame: string | null
  /** false where no table was found, or neither a row nor a column of the kind */
  readonly isRead: boolean
  /** what stands above the header: title, unit, until when */
  readonly titles?: readonly string[]
  /** rows in the file, taken or not */
  readonly total: number
  readonly headers: readonly string[]
  /** row of its header, as a spreadsheet numbers it; null where it has none */
  readonly headerRow: number | null
  /** what a person said of its columns */
  readonly told?: FormatTable['told']
  /** the day on which the recipe was made that it was read by */
  readonly recipe?: string | null
  /** by field, the header under which the file has it, where that is not the field's own name */
  readonly spelt: Readonly<Record<string, string>>
  /** further columns that tell a place, of which one alone is kept */
  readonly alsoPlaces?: readonly string[]
  /** of a list about persons, what names no place and is not kept, with its first row: in memory only, to be taught */
  readonly withoutPlace?: ReadonlyMap<string, { readonly row: number; readonly count: number }>
  /** columns the file says something of, under the names rows keep them by; what is not here stays as it was */
  readonly columns: readonly string[]
  readonly taken: BlockBuilder
  readonly refused: RefusedRow[]
  readonly problems: Problem[]
  /** the raw cells of a row, for a later refusal */
  readonly cellsOf: (row: number) => Readonly<Record<string, string>>
  /** the geometry of a row as the file writes it; null where it has none */
  readonly groundOf: (row: number) => string | null
}

export interface ListContext {
  readonly zone: string
  /** null where positions of the frame of that name cannot be converted */
  readonly frame: Frame | null
  readonly frameName: string
  /** called now and then with the rows that are done, of how many; may throw to end it */
  readonly rows?: (done: number, of: number) => void
}

/** rows between two steps */
const STRIDE = 2_000

/** A table of a file, known as the list that it is. */
export interface ListTable {
  readonly path: string
  readonly hash: string
  readonly size: number
  readonly kind: Kind
  readonly table: FormatTable
  /** the same table read once more */
  readonly again: () => FormatTable
}

/** A daily report says in its further columns what it counts: one that tells its place or day again is none of them. */
const itemsOnce = ({ list }: Kind, match: HeaderMatch): HeaderMatch =>
  list === 'reports'
    ? { ...match, others: match.others.filter((header) => !match.repeated.includes(header)) }
    : match

/** What a file is known by: its bytes are not kept. */
export function markOf(file: InParts): Pick<ListFile, 'hash' | 'size'> {
  const parts = partsIn(file)
  return { hash: digestOf(eachPart(parts)), size: parts.size }
}

/** A list of which nothing could be read, with the reason. */
export function unread(
  { path, kind, hash, size }: Omit<ListTable, 'table' | 'again'>,
  problem: Problem,
  encoding: string | null,
): ListFile {
  return {
    ...{ path, kind, hash, size },
    encoding,
    frame: null,
    isRead: false,
    total: 0,
    headers: [],
    headerRow: null,
    spelt: {},
    columns: [],
    taken: new BlockBuilder(kind),
    refused: [],
    problems: [problem],
    cellsOf: () => ({}),
    groundOf: () => null,
  }
}

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

/** The first of the columns nobody knows, and how many are left out: each would be kept for every row. */
function withinColumns(match: RowReader['match']): { match: RowReader['match']; left: number } {
  const left = Math.max(0, match.others.length - LIMITS.foreignColumns)
  return {
    match: left > 0 ? { ...match, others: match.others.slice(0, LIMITS.foreignColumns) } : match,
    left,
  }
}

function columnsSaid(
  kind: Kind,
  {
    match: { fields, others },
    personal,
    hasGround,
  }: Pick<RowReader, 'match' | 'personal'> & { readonly hasGround: boolean },
): string[] {
  const placed = hasGround ? kind.fields.filter((field) => isPlaced(field)) : []
  const kept = isAboutPersons(kind.list) ? [] : others.filter((header) => !personal.has(header))
  return [...new Set([...[...fields.keys(), ...placed].map(({ name }) => name), ...kept])]
}

/** Where a feature lies is said by its geometry, also by null. */
const isPlaced = (field: Field): boolean => isGeometry(field) || field.type === 'lon' || field.type === 'lat'

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

/** Refuses one row of a list, with its problem. The row must not be in `taken` (any more). */
export function refuse(list: ListFile, row: number, fault: RowFault): void {
  const { code } = fault
  const isPlain = code === 'wrong-number-of-columns' || code === 'duplicate-code'
  const seen =
    fault.seen === null || isPlain
      ? fault.seen
      : isAboutPersons(list.kind.list)
        ? shownOfPerson(fault)
        : freeText(fault.seen)
  const refused = new RefusedRow(list, row, { ...fault, seen })
  list.refused.push(refused)
  tell(list.problems, refused.problem)
}

/** Columns of remarks, by their header. */
const REMARKS = /备注|备 注|说明|情况|remark|note|comment/i
/** Cells of a column that are looked at. */
const LOOKED_AT = 200

/** Columns that lead to persons, by their header or by what stands in them. */
function personalColumns(
  headers: readonly string[],
  { kind: { list }, table }: ListTable,
): Map<string, Personal> {
  const personal = new Map<string, Personal>()
  for (const header of headers) {
    const told =
      personalOf(header, list) ??
      personInHeader(header) ??
      (!isAboutPersons(list) && isOfNames(table, header) ? 'name' : null)
    if (told) personal.set(header, told)
  }
  return personal
}

function isOfNames({ rows }: FormatTable, header: string): boolean {
  return holdsPersons(rows.slice(0, LOOKED_AT).flatMap(({ cells }) => textOf(cells[header]) ?? []))
}

function* columnProblems(
  file: ListTable,
  match: RowReader['match'],
  personal: ReadonlyMap<string, Personal>,
): Generator<Problem> {
  for (const header of match.others) {
    const column = shownHeader(header)
    if (personal.has(header)) yield aProblem(file.path, 'personal-dropped', { column })
    else if (match.repeated.includes(header)) yield aProblem(file.path, 'column-twice', { column })
    else if (isAboutPersons(file.kind.list)) yield aProblem(file.path, 'column-not-kept', { column })
    else if (file.kind.list !== 'reports' && !isFolder(file.table, header))
      yield aProblem(file.path, 'unknown-column', { column })
  }
}

/** The folder of a feature tells its kind and level, and is no column of anybody. */
const isFolder = ({ areFeatures }: FormatTable, header: string): boolean => areFeatures && header === 'folder'

/** Required columns that the file does not have at all: said once, not once a row. */
function lackingColumns(kind: Kind, present: readonly Field[]): string[] {
  const names = new Set(present.map(({ name }) => name))
  const lacking = kind.fields
    .filter((field) => field.required && !names.has(field.name))
    .map(({ name }) => name)
  for (const group of [...(kind.oneOf ?? []), ...(kind.anyColumn ? [kind.anyColumn] : [])])
    if (!group.some((name) => names.has(name))) lacking.push(group.join(' | '))
  return lacking
}

/** So many spellings are offered for a column that lacks. */
const SPELLINGS = 6

function spellingsOf(kind: Kind, column: string): string | null {
  const field = kind.fields.find(({ name }) => name === column)
  return field && field.synonyms.length > 0 ? field.synonyms.slice(0, SPELLINGS).join(', ') : null
}

function plainCells(raw: RawRow | undefined): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [header, seen] of Object.entries(raw?.cells ?? {})) {
    const whole = textOf(seen) ?? (seen === null || seen === undefined || seen === '' ? '' : shown(seen))
    plain[header] = whole.length > LIMITS.cell ? shown(whole) : whole
  }
  return plain
}
