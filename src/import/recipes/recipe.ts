import type { Day } from '#geo'
import { digest } from '../../log/digest'
import { KINDS } from '../../records/records'
import { countTold, hashOfHeader, isOfShape, NO_LIST, type Told } from './told'

/** What was decided of a table, for the next one of its shape. No header, no value and no name stands in it. */
export interface Recipe extends Told {
  /** the hash of the hashes of its headers, in any order */
  readonly shape: string
  /** the day on which it was last decided */
  readonly made: Day
}

/** What a table with these headers is known by; null where it has none to know it by. */
export function shapeOf(headers: readonly string[]): string | null {
  const hashes = [...new Set(headers.filter(isOfShape).map(hashOfHeader))].sort()
  return hashes.length === 0 ? null : digest(`shape\n${hashes.join('\n')}`)
}

const SCHEMA = 'cordon-recipes/1'

/** Recipes as a small JSON file. */
export const recipesText = (recipes: readonly Recipe[]): string =>
  `${JSON.stringify({ schema: SCHEMA, recipes: [...recipes].sort(byShape) }, null, 2)}\n`

const byShape = (a: Recipe, b: Recipe): number => (a.shape < b.shape ? -1 : a.shape > b.shape ? 1 : 0)

/** More recipes than any headquarters has tables. */
const MOST = 10_000

/** The recipes of a JSON file; null where the text is none. Of a recipe that is not whole nothing is taken. */
export function readRecipes(text: string): readonly Recipe[] | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  const { schema, recipes } = (read ?? {}) as { readonly schema?: unknown; readonly recipes?: unknown }
  if (schema !== SCHEMA || !Array.isArray(recipes) || recipes.length > MOST) return null
  const taken = recipes.map(recipeIn)
  return taken.some((one) => one === null) ? null : (taken as Recipe[])
}

const HASH = /^[0-9a-f]{32}$/
const SHAPE = /^[0-9a-f]{64}$/
const NAME = /^[a-z][a-z0-9]*$/i
/** A value of a closed list, a field, or a code of a place. */
const VALUE = /^(?:-|[a-z0-9][a-z0-9+-]{0,39})$/i
const LISTS: ReadonlySet<unknown> = new Set([null, NO_LIST, ...KINDS.map(({ list }) => list)])
/** What a frame is called, and nothing else. */
const FRAME = /^[a-z0-9:'" -]{1,40}$/i

/** A recipe with nothing in it but what a recipe has; null where it is none. */
export function recipeIn(seen: unknown): Recipe | null {
  if (typeof seen !== 'object' || seen === null) return null
  const { shape, made, list, headerRow, frame, columns, words } = seen as Record<string, unknown>
  const isRow = headerRow === null || (Number.isInteger(headerRow) && (headerRow as number) > 0)
  if (typeof shape !== 'string' || !SHAPE.test(shape) || !LISTS.has(list) || !isRow) return null
  if (typeof made !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(made)) return null
  if (frame !== null && !(typeof frame === 'string' && FRAME.test(frame))) return null
  if (!isRecord(columns) || !isRecord(words)) return null
  const ownWords = Object.entries(words)
  if (!areTold(columns) || !ownWords.every(([field, own]) => NAME.test(field) && areTold(own))) return null
  return { shape, made, list, headerRow, frame, columns, words } as Recipe
}

const isRecord = (seen: unknown): seen is Record<string, unknown> =>
  typeof seen === 'object' && seen !== null && !Array.isArray(seen)

const areTold = (seen: unknown): boolean =>
  isRecord(seen) &&
  Object.entries(seen).every(
    ([hash, value]) => HASH.test(hash) && typeof value === 'string' && VALUE.test(value),
  )

/** The recipes with others added: the later said of one shape stands. */
export function withRecipes(known: readonly Recipe[], more: readonly Recipe[]): readonly Recipe[] {
  const by = new Map(known.map((one) => [one.shape, one]))
  for (const one of more) if (countTold(one) > 0) by.set(one.shape, one)
  return [...by.values()]
}
