import { onScopeDispose, type ShallowRef, shallowRef, watch } from 'vue'
import type { PlaceCard, Position } from '#geo'
import { isAbort } from '../worker/client'
import { theKernel } from './kernel'
import { useClocks } from './use-clocks'
import { useWorkspaces } from './use-workspaces'

/** Which places: by code, or the deepest one at a position. */
export type PlacesAsked = { readonly codes: readonly string[] } | { readonly at: Position }

/**
 * Places with their figures and zones at the hour that is looked at, asked anew when the question, the register or the
 * hour changes. While an answer is on its way the one before stays; null and failures leave none.
 */
export function usePlaceCards(asked: () => PlacesAsked | null): ShallowRef<readonly PlaceCard[]> {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const cards = shallowRef<readonly PlaceCard[]>([])
  let running: AbortController | null = null

  async function ask(what: PlacesAsked | null): Promise<void> {
    running?.abort()
    running = null
    const workspace = workspaces.registerOf
    if (what === null || workspace === null) {
      cards.value = []
      return
    }
    const stop = new AbortController()
    running = stop
    try {
      const slice = { workspace, known: workspaces.known, effective: clocks.effective }
      const found = await kernel.ask('places', { ...slice, ...what }, { signal: stop.signal })
      if (running === stop) cards.value = found
    } catch (reason) {
      if (!isAbort(reason) && running === stop) cards.value = []
    }
  }
  watch([asked, () => workspaces.register, () => clocks.effective], ([what]) => ask(what), {
    immediate: true,
  })
  onScopeDispose(() => running?.abort())
  return cards
}
