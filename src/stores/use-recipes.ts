import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { type Recipe, readRecipes } from '../import/recipes/recipe'
import { theKernel } from './kernel'
import { useWorkspaces } from './use-workspaces'

/** What was decided of tables in the open workspace, by their shape. */
export const useRecipes = defineStore('recipes', () => {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const kept = shallowRef<readonly Recipe[]>([])

  async function look(): Promise<void> {
    const open = workspaces.current
    kept.value =
      open && !open.readOnly ? await kernel.ask('recipes', { workspace: open.id }).catch(() => []) : []
  }

  async function change(add: readonly Recipe[], forget: readonly string[]): Promise<void> {
    const open = workspaces.current
    if (open && !open.readOnly)
      kept.value = await kernel.ask('keepRecipes', { workspace: open.id, add, forget })
  }

  const forget = ({ shape }: Recipe): Promise<void> => change([], [shape])

  /** Takes the recipes of a file in. Returns how many; null where it holds none. */
  async function takeIn(text: string): Promise<number | null> {
    const recipes = readRecipes(text)
    if (recipes === null) return null
    await change(recipes, [])
    return recipes.length
  }

  watch(() => workspaces.current?.id, look, { immediate: true })

  return { kept, look, forget, takeIn }
})
