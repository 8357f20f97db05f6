import { onScopeDispose, type ShallowRef, shallowRef, watch } from 'vue'
import type { Body } from '../log/events'
import { isAbort } from '../worker/client'
import type { ForeseenActs } from '../worker/messages'
import { theKernel } from './kernel'
import { useClocks } from './use-clocks'
import { useWorkspaces } from './use-workspaces'

/** What acts would change, while they are chosen. `asking` until it is answered; null where nothing can be said. */
export function useForeseenActs(
  drafts: () => readonly Body[] | null,
): ShallowRef<ForeseenActs | 'asking' | null> {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const foreseen = shallowRef<ForeseenActs | 'asking' | null>(null)
  let running: AbortController | null = null

  async function ask(what: readonly Body[] | null): Promise<void> {
    running?.abort()
    running = null
    const workspace = workspaces.registerOf
    foreseen.value = null
    if (what === null || workspace === null || workspaces.known !== null) return
    const stop = new AbortController()
    running = stop
    foreseen.value = 'asking'
    try {
      const slice = { workspace, known: null, effective: clocks.effective }
      const answer = await kernel.ask('foresee', { ...slice, drafts: what }, { signal: stop.signal })
      if (running === stop) foreseen.value = answer
    } catch (reason) {
      if (!isAbort(reason) && running === stop) foreseen.value = null
    }
  }
  watch([drafts, () => workspaces.register, () => clocks.effective], ([what]) => ask(what), {
    immediate: true,
  })
  onScopeDispose(() => running?.abort())
  return foreseen
}
