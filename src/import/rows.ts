import { dayOf, type Moment, roundNumber } from '#geo'
import { isUnnamed } from '../formats/columns'
import { LIMITS } from '../formats/limits'
import type { FormatTable, RawRow } from '../formats/table'
import { freeText, isAboutPersons, isNumberOfPerson, keptText, phrasesIn } from '../log/personal/kept-text'
import { holdsNumbers } from '../log/personal/numbers'
import type { Cell, SourceRow } from '../log/rows/columns'
import type { Field } from '../records/field'
import { identityFields, type Kind } from '../records/kind'
import { readEased } from './cells/eased'
import { shown, textOf } from './cells/fields'
import { leaveOpen } from './cells/open-figures'
import { otherText } from './cells/report-cells'
import { isMoment, missingField, untimely } from './cells/row-wants'
import type { Frame } from './frames/frame'
import { faultIn, type Geometry, readGeometry, type Wanted } from './headers/geometries'
import { type HeaderMatch, isGeometry } from './headers/headers'
import { AN_AMOUNT, type NumberedColumns } from './headers/numbered-columns'
import { type Personal, shownOfPerson } from './personal'
import { type Households, withHouseholdKnown } from './persons/households'
import { excerptKept } from './places/kept-name'
import { fault, type RowFault, type RowNote } from './row-note'

/** A row taken (with notes) or refused, with its number, column, code and what was seen. */
export type RowResult =
  | {
      readonly ok: true
      readonly row: number
      readonly values: SourceRow['values']
      readonly notes: readonly RowNote[]
    }
  | ({ readonly ok: false; readonly row: number } & RowFault)

export interface RowReader {
  readonly kind: Kind
  readonly match: HeaderMatch
  /** headers that lead to persons, of which nothing is kept, and what stands under them */
  readonly personal: ReadonlyMap<string, Personal>
  /** columns of remarks about persons: of their words only known phrases are kept */
  readonly remarks: readonly string[]
  readonly numbered: NumberedColumns
  /** fields of amounts, where eleven digits are no telephone */
  readonly amounts: ReadonlySet<string>
  readonly zone: string
  /** null where positions of the file's frame cannot be converted yet */
  readonly frame: Frame | null
  readonly frameName: string
  /** what a person said a word means */
  readonly meant?: FormatTable['meant']
  readonly households: Households
}

/** Reads one raw row as its kind. The first fault refuses it; nothing is bent to fit. */
export function readRow(reader: RowReader, raw: RawRow): RowResult {
  const broken = raw.broken ?? shifted(reader, raw)
  if (broken) return { ok: false, row: raw.row, ...brokenFault(reader, broken) }
  const values: Record<string, Cell> = {}
  const notes = (raw.notes ?? []).map(
    ({ code, seen }): RowNote => ({
      code,
      column: null,
      seen: reader.personal.size > 0 ? null : excerptKept(seen),
    }),
  )
  const wrong =
    readCells({ reader, raw, values, notes }) ??
    readPlace({ reader, raw, values, notes }) ??
    missingField(reader.kind, values) ??
    untimely(values, reader.zone) ??
    keepOthers(reader, raw, values)
  if (wrong) return { ok: false, row: raw.row, ...shownFault(reader.kind, wrong) }
  withHouseholdKnown(reader.kind, values, raw.row)
  for (const note of leaveOpen(reader.kind.list, { values, notes, match: reader.match })) notes.push(note)
  if (!isAboutPersons(reader.kind.list)) return { ok: true, row: raw.row, values, notes }
  sayPhrases(reader, raw, values)
  return { ok: true, row: raw.row, values, notes: notes.map((note) => shownFault(reader.kind, note)) }
}

/** What a sentence shows of a row about a person: days, numbers and words that are nobody's. */
function shownFault<Fault extends RowNote>({ list }: Kind, fault: Fault): Fault {
  if (!isAboutPersons(list)) return fault
  const known = fault.code === 'short-row' ? fault.seen : shownOfPerson(fault)
  return { ...fault, seen: known }
}

/** Phrases of the remarks become tags: that a person was moved, or lives with another. */
function sayPhrases({ kind, remarks }: RowReader, raw: RawRow, values: Record<string, Cell>): void {
  const said = remarks.flatMap((header) => phrasesIn(textOf(raw.cells[header]) ?? ''))
  if (said.length === 0 || !kind.fields.some(({ name }) => name === 'tags')) return
  const before = typeof values.tags === 'string' ? values.tags.split(';') : []
  values.tags = [...new Set([...before, ...said])].join(';')
}

/** Where a column names persons, a row that lacks cells may have a name under another header: it is not taken. */
function shifted({ personal }: Pick<RowReader, 'personal'>, { notes }: RawRow): RawRow['broken'] {
  const short = personal.size > 0 ? notes?.find(({ code }) => code === 'short-row') : undefined
  return short && { code: 'wrong-number-of-columns', seen: short.seen }
}

/**
 * What a personal column holds may stand under another's header in a broken row: only the count of its cells is shown, and
 * of any other row nothing that may be a person's.
 */
function brokenFault({ kind, personal }: RowReader, broken: NonNullable<RawRow['broken']>): RowFault {
  const [count = ''] = broken.seen.split(':')
  const shownSeen = /^\d+ \/ \d+$/.test(count) ? count : null
  return {
    column: broken.column ?? null,
    code: broken.code,
    seen:
      personal.size > 0 || (shownSeen && isAboutPersons(kind.list)) ? shownSeen : excerptKept(broken.seen),
    suggestion: null,
    ...(broken.count === undefined ? {} : { count: broken.count }),
  }
}

function readCells({ reader, raw, values, notes }: Reading): RowFault | null {
  for (const [field, header] of reader.match.fields) {
    const read = readEased(field, meantIn(reader, field, raw, header), reader.zone)
    if (!read.ok)
      return { column: header, code: read.code, seen: read.seen, suggestion: read.suggestion ?? null }
    if (read.note) notes.push({ ...read.note, column: header })
    const day = laterDay({ reader, raw, notes }, field, read.value)
    if (day) {
      values[field.name] = day
      continue
    }
    if (typeof read.value !== 'string') {
      if (isFigureOfPerson(reader, field, raw.cells[header]))
        notes.push({ code: 'cell-not-kept', column: header, seen: null })
      else if (read.value !== null) values[field.name] = read.value
      continue
    }
    const isCaseNumber = reader.numbered.get(field.name)
    const isNumber = isIdentity(reader.kind, field) && isNumberOfPerson(field, read.value)
    if (isNumber && !isCaseNumber?.(read.value)) return fault(header, 'personal-id')
    // where a person is is told by the places, which may come in another file
    const isWhere = field.name === 'place' && isAboutPersons(reader.kind.list)
    const text =
      reader.kind.list === 'rounds' && field.name === 'round' ? roundNumber(read.value) : read.value
    const household = reader.households.referred(reader.kind, field, text, raw.row)
    const kept = isWhere ? text : (household ?? keptText(reader.kind, field, { text, isCaseNumber }))
    if (kept !== null) values[field.name] = kept
    else notes.push({ code: 'cell-not-kept', column: header, seen: null })
  }
  return null
}

/**
 * Of a person the later of two days that columns of one meaning tell, noted where they differ; null where no further
 * column tells one. An earlier day would let a zone open before its time.
 */
function laterDay({ reader, raw, notes }: Omit<Reading, 'values'>, field: Field, first: Cell): Moment | null {
  const further = reader.match.also.get(field) ?? []
  if (further.length === 0 || field.type !== 'moment' || !isAboutPersons(reader.kind.list)) return null
  let latest = isMoment(first) ? first : null
  for (const header of further) {
    const read = readEased(field, raw.cells[header], reader.zone)
    if (!read.ok || !isMoment(read.value)) continue
    const day = read.value
    if (latest === null) latest = day
    else if (dayOf(reader.zone, day.at) !== dayOf(reader.zone, latest.at)) {
      notes.push({ code: 'days-differ', column: header, seen: textOf(raw.cells[header]) })
      if (day.at > latest.at) latest = day
    }
  }
  return latest
}

/** The cell, or what a person said that its word means. */
function meantIn({ meant }: RowReader, { name }: Field, { cells, row }: RawRow, header: string): unknown {
  const text = meant ? textOf(cells[header]) : null
  return (text === null ? null : meant?.(name, text, row)) ?? cells[header]
}

/** Whether a figure is none: a telephone or identity number under the header of an amount. */
function isFigureOfPerson({ amounts }: RowReader, { name, type }: Field, seen: unknown): boolean {
  if (type !== 'number' && type !== 'count') return false
  const text = textOf(seen) ?? ''
  return holdsNumbers(text) && !(amounts.has(name) && AN_AMOUNT.test(text.normalize('NFKC')))
}

/** Whether the field is what a row is known by: a number of a person there would be its name everywhere. */
const isIdentity = (kind: Kind, { name, type }: Field): boolean =>
  (name === 'id' || name === 'code') && type === 'text' && identityFields(kind).includes(name)

interface Reading {
  readonly reader: RowReader
  readonly raw: RawRow
  readonly values: Record<string, Cell>
  readonly notes: RowNote[]
}

/** Geometry and `lng`/`lat`, brought to WGS-84. */
function readPlace(reading: Reading): RowFault | null {
  const { reader, raw, values, notes } = reading
  if (!reader.frame) {
    const placed = (raw.geometry ?? null) !== null || (values.lng ?? values.lat ?? null) !== null
    return placed ? fault('geometry', 'frame-not-yet', reader.frameName) : null
  }
  if (raw.geometry !== undefined) {
    const read = readGeometry(raw.geometry, wantedBy(reader.kind), reader.frame)
    if (!read.ok) return { column: 'geometry', code: read.code, seen: read.seen, suggestion: null }
    keepGeometry(read.value, values)
    for (const note of read.value.notes) notes.push({ ...note, column: 'geometry' })
    if (read.value.point) return null
  }
  const { lng, lat } = values
  if (typeof lng !== 'number' && typeof lat !== 'number') return null
  if (typeof lng !== 'number' || typeof lat !== 'number') {
    notes.push({
      code: 'half-position',
      column: typeof lng === 'number' ? 'lat' : 'lng',
      seen: String(lng ?? lat),
    })
    values.lng = null
    values.lat = null
    return null
  }
  const off = faultIn(reader.frame, lng, lat)
  if (off) {
    const swapped = off === 'off-the-map' && Math.abs(lng) <= 90 && Math.abs(lat) <= 180
    return { column: 'lng', code: off, seen: `${lng}, ${lat}`, suggestion: swapped ? `${lat}, ${lng}` : null }
  }
  const position = reader.frame.toWgs84(lng, lat)
  if (!position) return fault('lng', 'off-the-map', `${lng}, ${lat}`)
  ;[values.lng, values.lat] = position
  return null
}

function wantedBy(kind: Kind): Wanted[] {
  const wanted = kind.fields.filter(isGeometry).map((field) => field.type as Wanted)
  if (kind.fields.some((field) => field.type === 'lon')) wanted.push('point')
  return wanted
}

function keepGeometry({ shape, lines, point }: Geometry, values: Record<string, Cell>): void {
  if (shape) values.shape = shape
  if (lines) values.line = lines.length === 1 ? lines[0]! : lines.map((line) => [line])
  if (point) [values.lng, values.lat] = point
}

/** Unknown columns stay as text but where rows are about persons, or the column is. Report items are read. */
function keepOthers(reader: RowReader, raw: RawRow, values: Record<string, Cell>): RowFault | null {
  if (reader.match.others.length === 0 || isAboutPersons(reader.kind.list)) return null
  const claimed = new Set(reader.kind.fields.map((field) => field.name))
  for (const header of reader.match.others) {
    const seen = raw.cells[header]
    const text = textOf(seen) ?? (seen === null || seen === undefined || seen === '' ? null : shown(seen))
    if (reader.personal.has(header) || claimed.has(header) || (text === null && isUnnamed(header))) continue
    if (text !== null && text.length > LIMITS.cell) return fault(header, 'cell-too-long', String(text.length))
    values[header] = text === null ? null : otherText(reader.kind, freeText(text))
  }
  return null
}
