import type { FormatTable } from '../../formats/table'
import { isAboutPersons } from '../../log/personal/kept-text'
import { type Field, KNOWN_AT } from '../../records/field'
import type { Kind } from '../../records/records'
import { readEased } from '../cells/eased'
import { textOf } from '../cells/fields'
import { numberedLines } from '../cells/numbered-lines'
import { isGeometry, matchHeaders, spellings } from '../headers/headers'
import { holdsPersons, personalOf } from '../personal'
import type { Told } from '../recipes/told'
import { hashOfHeader } from '../recipes/told'

/** What becomes of a column: a field of the list, kept as it is, or one of the reasons why nothing of it is. */
export type ColumnFate =
  | 'field'
  | 'kept'
  | 'told'
  | 'left-out'
  | 'personal'
  | 'line-number'
  | 'derived'
  | 'not-kept'

/** What tells the meaning of a column. */
export type ColumnWhy =
  | 'person'
  | 'recipe'
  | 'own-name'
  | 'header'
  | 'last-line'
  | 'counts-lines'
  | 'personal-header'
  | 'personal-cells'
  | 'tells-others'
  | 'nobody-knows'

export interface TableColumn {
  readonly header: string
  readonly fate: ColumnFate
  /** the field that it becomes; null where it becomes none */
  readonly field: string | null
  readonly why: ColumnWhy
  /** fields that its cells fit too */
  readonly others: readonly string[]
  /** of the cells that are looked at: not empty, and read as the field */
  readonly filled: number
  readonly valid: number
  /** its smallest and largest number, where it holds numbers only */
  readonly range: readonly [number, number] | null
}

/** Cells of a column that are looked at. */
export const CELLS_LOOKED_AT = 2_000

interface Reading {
  readonly kind: Kind
  /** as it came, with what its shape tells */
  readonly plain: FormatTable
  /** as it is read: with what was decided and derived */
  readonly read: FormatTable
  readonly told: Told
  /** what a recipe says: of these a person said nothing now */
  readonly byRecipe: Told | null
  readonly zone: string
}

/** What each column of a table becomes as a list of the kind, and why. */
export function tableColumns(reading: Reading): TableColumn[] {
  const { kind, plain, read } = reading
  const numbering = numberedLines(kind, plain)
  const match = matchHeaders(kind, read.headers, { ...numbering, told: read.told })
  const fieldOf = new Map([...match.fields].map(([field, header]) => [header, field]))
  const taken = new Set([...match.fields.keys()].map(({ name }) => name))
  const rows = plain.rows.slice(0, CELLS_LOOKED_AT)
  return plain.headers.map((header) => {
    const cells = rows.flatMap(({ cells: own, broken }) => (broken ? [] : [own[header]]))
    const field = fieldOf.get(header) ?? null
    const isOut = read.told?.get(header) === null
    const { fate, why } = fateOf(header, field, {
      ...{ reading, texts: cells.flatMap((cell) => textOf(cell) ?? []) },
      ...{ isOut, isLineNumber: numbering.setAside.includes(header) && !read.told?.has(header) },
    })
    return {
      ...{ header, fate, why, field: field?.name ?? null },
      others: fate === 'personal' ? [] : othersOf(cells, { kind, taken, field, zone: reading.zone }),
      ...countsOf(cells, field, reading.zone),
    }
  })
}

function fateOf(
  header: string,
  field: Field | null,
  {
    reading: { kind, read, told, byRecipe },
    texts,
    isOut,
    isLineNumber,
  }: {
    readonly reading: Reading
    readonly texts: readonly string[]
    readonly isOut: boolean
    readonly isLineNumber: boolean
  },
): Pick<TableColumn, 'fate' | 'why'> {
  const hash = hashOfHeader(header)
  const isTold = told.columns[hash] !== undefined && (isOut || read.told?.has(header))
  const who = byRecipe?.columns[hash] === told.columns[hash] ? 'recipe' : 'person'
  if (isOut) return { fate: 'left-out', why: who }
  if (field) return { fate: 'field', why: isTold ? who : whyOf(header, field) }
  if (isLineNumber) return { fate: 'line-number', why: 'counts-lines' }
  if (personalOf(header, kind.list) !== null) return { fate: 'personal', why: 'personal-header' }
  if (!read.headers.includes(header)) return { fate: 'derived', why: 'tells-others' }
  if (isAboutPersons(kind.list)) return { fate: 'not-kept', why: 'nobody-knows' }
  if (holdsPersons(texts.slice(0, 200))) return { fate: 'personal', why: 'personal-cells' }
  return { fate: 'kept', why: 'nobody-knows' }
}

function whyOf(header: string, { name, synonyms }: Field): ColumnWhy {
  if (spellings(header)[0] === spellings(name)[0]) return 'own-name'
  const whole = spellings(header.replaceAll(' / ', ''))
  const isWhole = !header.includes(' / ') || synonyms.some((one) => whole.includes(spellings(one)[0] ?? ''))
  return isWhole ? 'header' : 'last-line'
}

/** So much of a column has to be read as a field for it to be offered. */
const FITS = 0.9
const MOST_OTHERS = 3

/** Fields that no column has, as which most cells can be read and which not any text would be. */
function othersOf(
  cells: readonly unknown[],
  {
    kind,
    taken,
    field,
    zone,
  }: {
    readonly kind: Kind
    readonly taken: ReadonlySet<string>
    readonly field: Field | null
    readonly zone: string
  },
): string[] {
  const filled = cells.filter((cell) => textOf(cell) !== null).slice(0, 200)
  if (filled.length === 0) return []
  return kind.fields
    .filter((one) => one !== field && !taken.has(one.name) && !isGeometry(one) && isTelling(one))
    .filter((one) => filled.filter((cell) => isReadAs(one, cell, zone)).length >= FITS * filled.length)
    .slice(0, MOST_OTHERS)
    .map(({ name }) => name)
}

const isTelling = ({ type, values }: Field): boolean =>
  values !== undefined || !['text', 'list', 'report'].includes(type)

/** Whether a cell can be read as the field; a day waits for its year only. */
function isReadAs(field: Field, cell: unknown, zone: string): boolean {
  const read = readEased(field, cell, zone)
  if (!read.ok) return read.code === 'no-year'
  const isNumber = typeof read.value === 'number'
  if (field.type === 'lon')
    return isNumber && Math.abs(read.value as number) <= 180 && !Number.isInteger(read.value)
  if (field.type === 'lat')
    return isNumber && Math.abs(read.value as number) <= 90 && !Number.isInteger(read.value)
  return read.value !== null
}

function countsOf(
  cells: readonly unknown[],
  field: Field | null,
  zone: string,
): Pick<TableColumn, 'filled' | 'valid' | 'range'> {
  let [filled, valid, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const cell of cells) {
    const text = textOf(cell)
    if (text === null) continue
    filled += 1
    const number = Number(text)
    least = Math.min(least, number)
    most = Math.max(most, number)
    if (field) {
      const read = readEased(field, cell, zone)
      if (read.ok ? read.value !== null : read.code === 'no-year') valid += 1
    }
  }
  return { filled, valid, range: Number.isFinite(least) && Number.isFinite(most) ? [least, most] : null }
}

/** The fields that a column may be said to be. */
export const fieldsToChoose = ({ fields }: Kind): readonly Field[] => [
  ...fields.filter((field) => !isGeometry(field)),
  KNOWN_AT,
]
