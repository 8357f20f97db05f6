import type { ListName } from '#geo'
import type { FormatTable } from '../../formats/table'
import { isAboutPersons } from '../../log/personal/kept-text'
import { KNOWN_AT } from '../../records/field'
import type { Kind } from '../../records/records'
import { textOf } from '../cells/fields'
import { matchHeaders } from '../headers/headers'
import { holdsPersons, personalOf, shownHeader } from '../personal'
import { aProblem, type Problem } from '../problem'
import type { Answering, Answers } from '../questions/question'
import { type Recipe, shapeOf } from './recipe'
import {
  countTold,
  hashOfHeader,
  hashOfWord,
  isOfShape,
  KEYS,
  LEFT_OUT,
  NO_RECIPE,
  type Told,
  toldIn,
} from './told'

/** What is decided of one table, and by what. */
export interface Decided {
  readonly told: Told
  /** the recipe that was made of a table of this shape; null where none is followed */
  readonly recipe: Recipe | null
  readonly shape: string | null
  /** the value a person gave to the cell of one row */
  readonly cellOf: (name: string, row: number) => string | null
}

/** What answers, and the recipe for its shape, say of a table. */
export function decidedOf(
  path: string,
  headers: readonly string[],
  { answers, recipes = [] }: Pick<Answering, 'answers' | 'recipes'>,
): Decided {
  const shape = shapeOf(headers)
  const isFollowed = answers[KEYS.recipe(path)] !== NO_RECIPE
  const recipe = (isFollowed && recipes.find((one) => one.shape === shape)) || null
  const isOfCell = Object.keys(answers).some((key) => key.startsWith(KEYS.cells(path)))
  return {
    told: toldIn(answers, path, recipe ?? undefined),
    recipe,
    shape,
    cellOf: isOfCell ? (name, row) => answers[KEYS.cell(path, name, row)] ?? null : NO_CELL,
  }
}

const NO_CELL = (): null => null

/** A table as it was decided, and what is said of that. */
export interface DecidedTable {
  readonly table: FormatTable
  readonly problems: readonly Problem[]
}

/** The table with what was decided of its columns and words, read as the kind. */
export function withDecided(
  table: FormatTable,
  kind: Kind,
  { path, told, cellOf, recipe }: Decided & { readonly path: string },
): DecidedTable {
  const problems: Problem[] = []
  const columns = new Map<string, string | null>()
  const own = new Map([...matchHeaders(kind, table.headers).fields].map(([field, header]) => [header, field]))
  for (const header of table.headers) {
    const name = told.columns[hashOfHeader(header)]
    if (name === undefined) continue
    const field = [...kind.fields, KNOWN_AT].find((one) => one.name === name)
    if (name === LEFT_OUT) columns.set(header, null)
    else if (field && own.get(header) === field) columns.set(header, name)
    else if (field && mayNamePersons(table, header, { kind, field }))
      problems.push(aProblem(path, 'told-personal', { column: shownHeader(header) }))
    else if (field) columns.set(header, name)
  }
  if (recipe)
    problems.push(aProblem(path, 'by-recipe', { seen: recipe.made, suggestion: String(countTold(recipe)) }))
  return {
    table: {
      ...table,
      told: columns,
      meant: meantIn(told, cellOf),
      statedFrame: told.frame ?? table.statedFrame,
    },
    problems,
  }
}

/** Cells of a column that are looked at. */
const LOOKED_AT = 200

/** Whether free text of persons would be kept under the field: by the header, or by what stands in the column. */
function mayNamePersons(
  { rows }: FormatTable,
  header: string,
  { kind, field }: { readonly kind: Kind; readonly field: Kind['fields'][number] },
): boolean {
  if ((field.type !== 'text' && field.type !== 'list') || field.values) return false
  if (personalOf(header, kind.list) !== null) return true
  // where a person is becomes a place of the district or is not kept
  if (field.name === 'place' && isAboutPersons(kind.list)) return false
  return holdsPersons(rows.slice(0, LOOKED_AT).flatMap(({ cells }) => textOf(cells[header]) ?? []))
}

/** What a word means, as a person said of it or of the cell; each word is hashed once. */
function meantIn({ words }: Told, cellOf: Decided['cellOf']): NonNullable<FormatTable['meant']> {
  const known = new Map<string, string | null>()
  return (name, text, row) => {
    const ofCell = cellOf(name, row)
    if (ofCell !== null) return ofCell
    const own = words[name]
    if (!own) return null
    const key = `${name}\n${text}`
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = own[hashOfWord(text)] ?? null))
    return value
  }
}

/**
 * The recipe for tables of the shape, with what answers say: what is to be kept for the next one. Null where nothing
 * was decided, where nothing is new, or a person said that it holds this once only.
 */
export function recipeOf(
  {
    path,
    list,
    headers,
    told,
    shape,
    made,
  }: Pick<Decided, 'told' | 'shape'> & {
    readonly path: string
    readonly list: ListName | null
    readonly headers: readonly string[]
    readonly made: string
  },
  answers: Answers,
): Recipe | null {
  const isNew = Object.keys(answers).some((key) => isDecision(key, path))
  if (shape === null || !isNew || answers[KEYS.once(path)] !== undefined) return null
  const inShape = new Set(headers.filter(isOfShape).map(hashOfHeader))
  const columns = Object.fromEntries(Object.entries(told.columns).filter(([hash]) => inShape.has(hash)))
  return { ...told, columns, list: told.list ?? list, shape, made }
}

const DECISIONS = ['list', 'headerRow', 'frame'] as const

const isDecision = (key: string, path: string): boolean =>
  DECISIONS.some((what) => key === KEYS[what](path)) ||
  key.startsWith(`${KEYS.list(path).slice(0, -'list'.length)}column\n`) ||
  key.startsWith(`${KEYS.list(path).slice(0, -'list'.length)}word\n`)
