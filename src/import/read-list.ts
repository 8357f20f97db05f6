import { readCsv } from '../formats/csv/csv'
import { type FeatureTable, readFeatures } from '../formats/geojson/geojson'
import { LIMITS, tableWithin } from '../formats/limits'
import { sniff } from '../formats/sniff'
import type { RawRow, Read, Table } from '../formats/table'
import type { SourceRow } from '../log/columns'
import type { Field, Kind } from '../log/kinds'
import { shown, textOf } from './fields'
import { frameNamed } from './frames'
import { isGeometry, matchHeaders } from './headers'
import { headerProblems, judgeTwice, withoutTwice } from './headers-twice'
import { numberedLines } from './numbered-lines'
import type { PackFile } from './pack-files'
import { maskedName, maskedPhone, type Treatment, treatmentOf, withoutNumbers } from './personal'
import { aProblem, type Problem } from './problem'
import { type RowFault, type RowReader, readRow } from './rows'
import { type Titled, withoutTitles } from './title-lines'

/** A refused row with everything the clerk needs to mend it. Personal cells are masked here too. */
export interface RefusedRow extends RowFault {
  readonly file: string
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

/** One list file after every row was read on its own; checks between rows come later and may refuse more. */
export interface ListFile {
  readonly path: string
  readonly kind: Kind
  readonly bytes: Uint8Array
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
  /** by field, the header under which the file has it, where that is not the field's own name */
  readonly spelt: Readonly<Record<string, string>>
  /** columns the file says something of, under the names rows keep them by; what is not here stays as it was */
  readonly columns: readonly string[]
  readonly taken: SourceRow[]
  readonly refused: RefusedRow[]
  readonly problems: Problem[]
  /** the raw cells of a row, for a later refusal */
  readonly cellsOf: (row: number) => Readonly<Record<string, string>>
  /** the geometry of a row as the file writes it; null where it has none */
  readonly groundOf: (row: number) => string | null
}

export interface ListContext {
  readonly zone: string
  readonly frame: string
}

export type ListPackFile = PackFile & {
  readonly role: 'list'
  readonly kind: Kind
  readonly format: 'csv' | 'geojson'
}

/** Reads one list file: bytes → text → table → rows, each taken or refused. */
export function readList(file: ListPackFile, context: ListContext): ListFile {
  const text = sniff(file.bytes)
  if (!text.ok) return unread(file, aProblem(file.path, text.code, { seen: text.seen }), null)
  const titled: Titled =
    file.format === 'csv'
      ? withoutTitles(file.kind, text.text)
      : { titles: [], skipped: 0, rows: 0, text: text.text }
  const table: Read<Table | FeatureTable> = tableWithin(
    file.format === 'csv' ? readCsv(titled.text, titled.rows) : readFeatures(titled.text),
  )
  if (!table.ok) return unread(file, aProblem(file.path, table.code, { seen: table.seen }), text.encoding)
  const stated = 'statedFrame' in table.value ? table.value.statedFrame : null
  const list = readTable(file, table.value, { ...context, frame: stated ?? context.frame })
  if (titled.skipped === 0) return list
  const said = aProblem(file.path, 'title-lines', { seen: String(titled.skipped) })
  return { ...list, titles: titled.titles, problems: [said, ...list.problems] }
}

function unread(file: ListPackFile, problem: Problem, encoding: string | null): ListFile {
  return {
    path: file.path,
    kind: file.kind,
    bytes: file.bytes,
    encoding,
    frame: null,
    isRead: false,
    total: 0,
    headers: [],
    headerRow: null,
    spelt: {},
    columns: [],
    taken: [],
    refused: [],
    problems: [problem],
    cellsOf: () => ({}),
    groundOf: () => null,
  }
}

function readTable(file: ListPackFile, table: Table, { zone, frame: frameName }: ListContext): ListFile {
  const numbering = numberedLines(file.kind, table)
  const found = matchHeaders(file.kind, table.headers, numbering)
  const twice = judgeTwice(file.kind, found, table.twice)
  const { match, left } = withinColumns(withoutTwice(found, twice))
  if (left > 0 && file.kind.list === 'reports')
    return unread(
      file,
      aProblem(file.path, 'too-many-columns', { seen: `> ${LIMITS.foreignColumns}` }),
      'utf-8',
    )
  const personal = personalColumns(found.others, file.kind.list)
  const frame = frameNamed(frameName)
  const reader: RowReader = { kind: file.kind, match, personal, zone, frame, frameName }
  const rowOf = new Map(table.rows.map((raw) => [raw.row, raw]))
  const cellsOf = (row: number): Record<string, string> => plainCells(rowOf.get(row), personal)
  const placed = file.format === 'geojson' || [...match.fields.keys()].some(({ type }) => type === 'lon')
  // A header alone says that there is none, where at least one of its columns is the kind's.
  const says = table.rows.length > 0 || file.format === 'geojson' || match.fields.size > 0
  const lacking = table.rows.length > 0 || !says ? lackingColumns(file.kind, [...match.fields.keys()]) : []
  const result: ListFile = {
    path: file.path,
    kind: file.kind,
    bytes: file.bytes,
    encoding: 'utf-8',
    frame: placed ? (frame?.name ?? frameName) : null,
    isRead: says && twice.fatal.length === 0,
    total: table.rows.length,
    headers: table.headers,
    headerRow: table.headerRow,
    spelt: Object.fromEntries(
      [...match.fields].flatMap(([{ name }, header]) => (name === header ? [] : [[name, header]])),
    ),
    columns: columnsSaid(file, match, personal),
    taken: [],
    refused: [],
    problems: [
      ...headerProblems(file.path, table, twice),
      ...numbering.setAside.map((column) => aProblem(file.path, 'line-number', { column })),
      ...columnProblems(file, match, personal),
      ...lacking.map((column) =>
        aProblem(file.path, 'missing-column', { column, suggestion: spellingsOf(file.kind, column) }),
      ),
    ],
    cellsOf,
    groundOf: (row) => JSON.stringify(rowOf.get(row)?.geometry ?? null),
  }
  if (left > 0) {
    const detail = { count: left, areaM2: null, pairs: [] }
    const [first = null] = match.others.slice(-1)
    result.problems.push(aProblem(file.path, 'columns-left-out', { seen: first, detail }))
  }
  const [fatal] = [
    ...twice.fatal.map((column) => ({ column, code: 'header-twice' as const })),
    ...lacking.map((column) => ({ column, code: 'missing-column' as const })),
  ]
  for (const raw of table.rows) {
    if (fatal) {
      const fault: RowFault = { ...fatal, seen: null, suggestion: null }
      result.refused.push({ file: file.path, row: raw.row, cells: cellsOf(raw.row), ...fault })
    } else takeOrRefuse(result, reader, raw)
  }
  return result
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
  { kind, format }: ListPackFile,
  { fields, others }: RowReader['match'],
  personal: ReadonlyMap<string, Treatment>,
): string[] {
  const placed = format === 'geojson' ? kind.fields.filter((field) => isPlaced(field)) : []
  const kept = others.filter((header) => personal.get(header) !== 'drop')
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
  list.taken.push({ row: read.row, values: read.values })
  for (const { code, column, seen } of read.notes) {
    list.problems.push(aProblem(list.path, code, { row: read.row, column, seen }))
  }
}

/** Refuses one row of a list, with its problem. The row must not be in `taken` (any more). */
export function refuse(list: ListFile, row: number, fault: RowFault): void {
  const { column, code, suggestion } = fault
  const seen = fault.seen === null ? null : withoutNumbers(fault.seen)
  const detail = fault.count === undefined ? null : { count: fault.count, areaM2: null, pairs: [] }
  list.problems.push(aProblem(list.path, code, { row, column, seen, suggestion, detail }))
  list.refused.push({ file: list.path, row, column, code, seen, suggestion, cells: list.cellsOf(row) })
}

function personalColumns(headers: readonly string[], list: string): Map<string, Treatment> {
  const personal = new Map<string, Treatment>()
  for (const header of headers) {
    const treatment = treatmentOf(header, list)
    if (treatment) personal.set(header, treatment)
  }
  return personal
}

function* columnProblems(
  file: ListPackFile,
  match: RowReader['match'],
  personal: ReadonlyMap<string, Treatment>,
): Generator<Problem> {
  for (const header of match.others) {
    const treatment = personal.get(header)
    if (treatment) {
      yield aProblem(file.path, treatment === 'drop' ? 'personal-dropped' : 'personal-masked', {
        column: header,
      })
    } else if (match.repeated.includes(header)) yield aProblem(file.path, 'column-twice', { column: header })
    else if (file.kind.list !== 'reports') yield aProblem(file.path, 'unknown-column', { column: header })
  }
}

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

function spellingsOf(kind: Kind, column: string): string | null {
  const field = kind.fields.find(({ name }) => name === column)
  return field && field.synonyms.length > 0 ? field.synonyms.join(', ') : null
}

function plainCells(
  raw: RawRow | undefined,
  personal: ReadonlyMap<string, Treatment>,
): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [header, seen] of Object.entries(raw?.cells ?? {})) {
    const whole = textOf(seen) ?? (seen === null || seen === undefined || seen === '' ? '' : shown(seen))
    const text = whole.length > LIMITS.cell ? shown(whole) : whole
    const treatment = personal.get(header)
    if (treatment === 'drop' || (raw?.broken && personal.size > 0)) plain[header] = ''
    else if (treatment === 'name') plain[header] = maskedName(text)
    else plain[header] = treatment === 'phone' ? maskedPhone(text) : withoutNumbers(text)
  }
  return plain
}
