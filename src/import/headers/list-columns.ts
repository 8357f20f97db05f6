import { LIMITS } from '../../formats/limits'
import type { FormatTable } from '../../formats/table'
import { isAboutPersons } from '../../log/personal/kept-text'
import type { Field } from '../../records/field'
import type { Kind } from '../../records/records'
import { textOf } from '../cells/fields'
import type { ListTable } from '../list-file'
import { holdsPersons, type Personal, personalOf, personInHeader, shownHeader } from '../personal'
import { aProblem, type Problem } from '../problem'
import type { RowReader } from '../rows'
import { type HeaderMatch, isGeometry } from './headers'

/** A daily report says in its further columns what it counts: one that tells its place or day again is none of them. */
export const itemsOnce = ({ list }: Kind, match: HeaderMatch): HeaderMatch =>
  list === 'reports'
    ? { ...match, others: match.others.filter((header) => !match.repeated.includes(header)) }
    : match

/** The first of the columns nobody knows, and how many are left out: each would be kept for every row. */
export function withinColumns(match: RowReader['match']): { match: RowReader['match']; left: number } {
  const left = Math.max(0, match.others.length - LIMITS.foreignColumns)
  return {
    match: left > 0 ? { ...match, others: match.others.slice(0, LIMITS.foreignColumns) } : match,
    left,
  }
}

export function columnsSaid(
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

/** Columns of remarks, by their header. */
export const REMARKS = /备注|备 注|说明|情况|remark|note|comment/i
/** Cells of a column that are looked at. */
const LOOKED_AT = 200

/** Columns that lead to persons, by their header or by what stands in them. */
export function personalColumns(
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

export function* columnProblems(
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
export function lackingColumns(kind: Kind, present: readonly Field[]): string[] {
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

export function spellingsOf(kind: Kind, column: string): string | null {
  const field = kind.fields.find(({ name }) => name === column)
  return field && field.synonyms.length > 0 ? field.synonyms.slice(0, SPELLINGS).join(', ') : null
}
