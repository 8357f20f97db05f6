import type { Asked, Format, FormatFile } from '../../formats/format'
import type { FormatTable, Read } from '../../formats/table'
import { KINDS, type Kind } from '../../records/records'
import { aProblem } from '../problem'
import type { Answering } from '../questions/question'
import { type Decided, decidedOf, recipeOf } from './decided'
import { type Recipe, shapeOf } from './recipe'
import { KEYS, NO_LIST, NO_RECIPE } from './told'

/** What was decided of the tables of an import. */
export interface Deciding extends Pick<Answering, 'answers' | 'recipes'> {
  /** the day of a recipe that is made; null where nobody tells the time, and then none is made */
  readonly day: string | null
  /** called with each table as it came and as it is read */
  readonly look?: (seen: TableSeen) => void
}

/** A table on its way from the file to the list that it is. */
export interface TableSeen {
  readonly path: string
  /** as its format reads it */
  readonly given: FormatTable
  /** with what its shape and cells tell of its columns */
  readonly table: FormatTable
  /** null where it is none of the lists */
  readonly kind: Kind | null
  /** what it would be without anything decided */
  readonly byItself: Kind | null
  readonly decided: Decided
}

/** The recipe that was made of a table by this import. */
export interface RecipeMade {
  readonly file: string
  readonly recipe: Recipe
}

/** The kind that a table is read as: as decided, else by itself; null where it is no list. */
export function kindDecided({ told: { list } }: Decided, byItself: Kind | null): Kind | null {
  if (list === NO_LIST) return null
  return KINDS.find((kind) => kind.list === list) ?? byItself
}

/** What is read of a table that is left aside because somebody decided so. */
export function leftAside(path: string, { rows, encoding }: FormatTable, { recipe }: Decided) {
  const problem = aProblem(path, 'left-aside', {
    seen: String(rows.length),
    suggestion: recipe?.made ?? null,
  })
  return { unlisted: [{ file: path, encoding, rows: rows.length }], problems: [problem] }
}

/** The recipe that a table makes; none where nothing new was decided. */
export function recipesOf(
  { headers }: FormatTable,
  kind: Kind | null,
  { path, told, shape, answers, day }: Decided & Deciding & { readonly path: string },
): readonly RecipeMade[] {
  if (day === null) return []
  const recipe = recipeOf({ path, list: kind?.list ?? null, headers, told, shape, made: day }, answers)
  return recipe ? [{ file: path, recipe }] : []
}

type Tables = Read<readonly FormatTable[]>

/**
 * The tables of a file, each below the header line that was decided: by an answer for this file, else by the recipe under
 * whose line its headers are those of the recipe.
 */
export async function tablesDecided(
  file: FormatFile,
  {
    format,
    columnsIn,
    pathOf,
    answers,
    recipes = [],
    step,
    watch,
    opening,
  }: Deciding & {
    readonly format: Format
    readonly columnsIn: Asked['columnsIn']
    readonly step?: Asked['step']
    readonly opening?: Asked['opening']
    readonly watch?: Asked['watch']
    readonly pathOf: (name: string | null) => string
  },
): Promise<Tables> {
  const rowOf = (name: string | null): number | null =>
    rowIn(answers, pathOf(name)) ?? rowIn(answers, pathOf(null))
  const read = await format.tables(file, { columnsIn, headerRowOf: rowOf, step, opening, watch })
  const lines = new Set(recipes.flatMap(({ headerRow }) => headerRow ?? []))
  if (!read.ok || lines.size === 0) return read
  const tables = [...read.value]
  for (const line of lines) {
    const headerRowOf = (name: string | null): number | null => rowOf(name) ?? line
    const again = await format.tables(file, { columnsIn, headerRowOf, opening, watch })
    if (!again.ok) continue
    for (const [at, table] of tables.entries()) {
      const path = pathOf(table.name)
      const isLeft = rowOf(table.name) !== null || answers[KEYS.recipe(path)] === NO_RECIPE
      const other = again.value.find(({ name }) => name === table.name)
      const shape = other ? shapeOf(other.headers) : null
      const fits = recipes.some((one) => one.headerRow === line && one.shape === shape)
      if (other && fits && !isLeft && !decidedOf(path, table.headers, { answers, recipes }).recipe)
        tables[at] = other
    }
  }
  return { ok: true, value: tables }
}

function rowIn(answers: Answering['answers'], path: string): number | null {
  const row = Number(answers[KEYS.headerRow(path)])
  return Number.isInteger(row) && row > 0 ? row : null
}
