import type { Instant } from '#geo'
import { tableDesk } from '../import/mapping/table-desk'
import { tableGround } from '../import/mapping/table-ground'
import { type Recipe, recipeIn, withRecipes } from '../import/recipes/recipe'
import type { Storage } from '../storage/port'
import { factsWith } from './foresee-unplaced'
import type { Logs } from './logs'
import { openedFiles } from './sent-files'
import type { Calls } from './serve'

/** The recipes that are kept beside a log; what another release wrote otherwise is none. */
export const recipesOf = async (storage: Storage, workspace: string | null): Promise<readonly Recipe[]> =>
  workspace === null
    ? []
    : (await storage.readRecipes(workspace)).flatMap((one) => {
        const recipe = recipeIn(one)
        return recipe ? [recipe] : []
      })

const NOTHING = { ordered: [], blocks: new Map() }

/** The calls about single tables, and what is kept of decisions about them. */
export function recipeCalls(
  logs: Logs,
  now: () => number,
): Pick<Calls, 'table' | 'tableGround' | 'recipes' | 'keepRecipes' | 'drafts' | 'keepDrafts'> {
  const { storage } = logs
  return {
    table: async ({ workspace, files, path, answering }) => {
      const existing = workspace === null ? null : await logs.register(workspace, null)
      const recipes = await recipesOf(storage, workspace)
      return tableDesk(openedFiles(files), path, { existing, answering: { ...answering, recipes } })
    },
    tableGround: async ({ workspace, file, drafts, blocks }) => {
      const log = workspace === null ? NOTHING : await logs.read(workspace)
      const facts = factsWith({ drafts, blocks, log: null }, { log, clock: now() as Instant })
      return facts && tableGround(facts, file)
    },
    drafts: ({ workspace }) => storage.readDrafts(workspace),
    keepDrafts: async ({ workspace, drafts }) => {
      await storage.keepDrafts(workspace, drafts)
      return null
    },
    recipes: ({ workspace }) => recipesOf(storage, workspace),
    keepRecipes: async ({ workspace, add, forget }) => {
      const known = withRecipes(await recipesOf(storage, workspace), add)
      const kept = known.filter(({ shape }) => !forget.includes(shape))
      await storage.keepRecipes(workspace, kept)
      return kept
    },
  }
}
