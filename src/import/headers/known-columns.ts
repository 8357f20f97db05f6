import type { FormatTable } from '../../formats/table'
import { KINDS, type Kind } from '../../records/records'
import { readField, textOf } from '../cells/fields'
import { type HeaderMatch, matchHeaders } from './headers'
import { isTitled } from './title-times'

/** The most of these texts that one kind knows as its columns. */
export const columnsKnown = (cells: readonly string[]): number =>
  KINDS.reduce((most, kind) => Math.max(most, columnsOf(kind, cells)), 0)

/** How many of these texts are columns of the kind. */
export const columnsOf = (kind: Kind, cells: readonly string[]): number =>
  cells.length === 0 ? 0 : matchHeaders(kind, cells).fields.size

/** Columns that many kinds have: they tell little. */
const COMMON: ReadonlySet<string> = new Set([
  'town',
  'unit',
  'name',
  'place',
  'note',
  'from',
  'to',
  'by',
  'value',
  'sex',
  'ageBand',
])
/** A table is of the kind that fits by so much better than the next. */
const MARGIN = 0.4
/** So much a word of the file's, the sheet's or the things' own name is worth, in columns. */
const WORTH = { file: 1, table: 2, things: 4 }
const LACKING = 1.5

/** Whether a table tells of persons or rounds, by a column, or by a word of its name or header. */
function tellsOfKind({ telling, called }: Kind, { headers, name }: FormatTable, told: Told): boolean {
  if (!telling || telling.some((field) => told.fields.has(field))) return true
  return [told.path, name ?? '', ...headers].some((text) => called?.test(text) ?? false)
}

interface Told {
  readonly path: string
  /** names of the kind's fields that the table has */
  readonly fields: ReadonlySet<string>
}

/** Kinds of record that the rows of a table may be, those that fit best first. */
export function kindsFor(
  table: FormatTable,
  path: string,
): { readonly kind: Kind; readonly score: number }[] {
  const ground = groundIn(table)
  return KINDS.filter((kind) => mayBe(kind, table, ground))
    .map((kind) => ({ kind, score: scoreOf(kind, table, path) }))
    .sort((a, b) => b.score - a.score)
}

/** Whether a word in the name of the file or of the table says that it lists such records. */
export const isNamedAs = ({ called }: Kind, { name }: FormatTable, path: string): boolean =>
  [path, name ?? ''].some((text) => called?.test(text) ?? false)

/** The kind of record that the rows of a table are, by its columns, geometry and names; null where that stays open. */
export function kindOfTable(table: FormatTable, path: string): Kind | null {
  const [first, second] = kindsFor(table, path)
  if (!first || first.score < 1) return null
  return second && first.score - second.score < MARGIN ? null : first.kind
}

/** The kind that the name alone tells, for a file that cannot be read; null where it tells none or several. */
export function kindOfName(path: string): Kind | null {
  const told = KINDS.filter(({ called }) => called?.test(path))
  return told.length === 1 ? told[0]! : null
}

function scoreOf(kind: Kind, table: FormatTable, path: string): number {
  const matched = matchHeaders(kind, table.headers, { told: table.told }).fields
  const fields = [...matched.keys()]
  const names = new Set(fields.map(({ name }) => name))
  if (!tellsOfKind(kind, table, { path, fields: names })) return Number.NEGATIVE_INFINITY
  const known = fields.reduce((sum, { name }) => sum + (COMMON.has(name) ? 0.5 : 1), 0)
  const word = kind.called
  const things = word && table.areFeatures && shareOf(table, word) > 0.5 ? WORTH.things : 0
  const words =
    Number(word?.test(path) ?? false) * WORTH.file +
    Number(word?.test(table.name ?? '') ?? false) * WORTH.table
  const isCalled = things + words > 0
  const isLacking = (name: string): boolean =>
    !names.has(name) && !isDerived(kind, name, table) && !(isCalled && isAsked(kind, name, table))
  const lacking =
    kind.fields.filter(({ name, required }) => required && isLacking(name)).length +
    (kind.oneOf ?? []).filter((group) => !group.some((name) => names.has(name))).length
  const spoken = known > 0 || table.areFeatures ? words + things : 0
  return known + cellsFit(table, matched) + spoken - LACKING * lacking
}

/** What a person is asked of things that are called zones. */
const isAsked = ({ list }: Kind, name: string, { areFeatures }: FormatTable): boolean =>
  list === 'zones' && areFeatures && (name === 'level' || name === 'from')

/** How many cells are looked at, and how much it is worth that a closed list knows their words, or does not. */
const LOOKED_AT = 50
const CELLS_WORTH = 0.75

/** Whether the words in the columns of closed lists are those of the kind. */
function cellsFit({ rows }: FormatTable, matched: HeaderMatch['fields']): number {
  let worth = 0
  for (const [field, header] of matched) {
    if (!field.values) continue
    const told = rows.slice(0, LOOKED_AT).flatMap(({ cells }) => textOf(cells[header]) ?? [])
    const known = told.filter((text) => readField(field, text, 'Asia/Shanghai').ok)
    if (told.length > 0) worth += known.length * 2 > told.length ? CELLS_WORTH : -CELLS_WORTH
  }
  return worth
}

/** What need not stand in a column, for other cells tell it (`withDerived`). */
function isDerived(kind: Kind, name: string, table: FormatTable): boolean {
  const { list } = kind
  const { areFeatures, rows } = table
  if (isTitled(kind, name, table)) return true
  if (list === 'places') return name === 'kind' || (name === 'code' && hasGround(rows))
  if (list === 'facilities' && !areFeatures)
    return (name === 'id' || name === 'kind') && areSites(kind, table)
  return areFeatures && name === 'id' && (list === 'zones' || list === 'facilities')
}

/** Whether the names in a table say what kind of site each is. */
function areSites(kind: Kind, { headers, rows }: FormatTable): boolean {
  const { fields } = matchHeaders(kind, headers)
  const header = [...fields].find(([{ name }]) => name === 'name')?.[1]
  const words = Object.values(kind.fields.find(({ name }) => name === 'kind')?.values ?? {}).flat()
  if (header === undefined) return false
  const told = rows.slice(0, LOOKED_AT).flatMap(({ cells }) => textOf(cells[header]) ?? [])
  const called = told.filter((text) => words.some((word) => text.includes(word)))
  return called.length * 2 > told.length
}

const hasGround = (rows: FormatTable['rows']): boolean =>
  rows.some(({ geometry }) => geometry !== undefined && geometry !== null)

/** Of the things with a name, how many bear the word in it, or lie in a folder that does. */
function shareOf({ headers, rows }: FormatTable, word: RegExp): number {
  const header = headers.find((one) => /^(?:name|名称|title)$/i.test(one.trim()))
  if (header === undefined || rows.length === 0) return 0
  const called = rows.filter(({ cells }) => word.test(`${cells[header] ?? ''} ${cells.folder ?? ''}`))
  return called.length / rows.length
}

type Ground = 'shape' | 'line' | 'point'

const GROUND: Readonly<Record<string, Ground>> = {
  Polygon: 'shape',
  MultiPolygon: 'shape',
  LineString: 'line',
  MultiLineString: 'line',
  Point: 'point',
}

/** Which geometries the rows have. */
function groundIn({ rows }: FormatTable): ReadonlySet<Ground> {
  return new Set(
    rows.flatMap(({ geometry }) => {
      const type = (geometry as { readonly type?: unknown } | null | undefined)?.type
      return typeof type === 'string' && GROUND[type] ? [GROUND[type]] : []
    }),
  )
}

function mayBe(kind: Kind, { areFeatures }: FormatTable, ground: ReadonlySet<Ground>): boolean {
  const holds = (wanted: Ground): boolean =>
    kind.fields.some(({ type }) => type === wanted || (wanted === 'point' && type === 'lon'))
  if (ground.size > 0) return [...ground].some(holds)
  // a table of lines or backgrounds has their course, or it lists something else
  return areFeatures || !kind.onlyGround
}
