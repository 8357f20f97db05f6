import { type Ref, type ShallowRef, watch } from 'vue'
import { type Draft, isBegun } from '../../../map/drawing/draft'
import { keptDraft, keptText } from '../../../map/drawing/keep'
import { keep, recall } from '../../../stores/remembered'

const keyOf = (workspace: string): string => `cordon.draft.${workspace}`
const REST_MS = 300

/**
 * Keeps an unfinished drawing with its workspace, and brings it back when that is opened again; `onRestored` says so.
 * A copied workspace takes the drawing along.
 */
export function useKeptDraft(
  draft: ShallowRef<Draft>,
  workspace: Ref<string | null>,
  onRestored: () => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    workspace,
    (id) => {
      if (id === null || isBegun(draft.value)) return
      const text = recall(keyOf(id))
      const kept = text ? keptDraft(text) : null
      if (!kept) return
      draft.value = kept
      onRestored()
    },
    { immediate: true },
  )
  watch(draft, (now, before) => {
    if (workspace.value === null || now.work === before.work) return
    const key = keyOf(workspace.value)
    clearTimeout(timer)
    timer = setTimeout(() => keep(key, isBegun(now) ? keptText(now) : ''), REST_MS)
  })
}
