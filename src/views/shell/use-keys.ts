import { useEventListener } from '@vueuse/core'
import { type Ref, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { isTyping } from './shortcuts'
import { useZoneSteps } from './use-zone-steps'

const BY_DIGIT: Record<string, string> = {
  ...{ 1: 'wall', 2: 'desk', 3: 'briefing', 4: 'import', 5: 'checks', 6: 'rules', 7: 'lookup' },
}

/** Moves the focus to the next element with `data-region` (backwards with Shift). */
function nextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (one) => one.offsetParent !== null,
  )
  if (regions.length === 0) return
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(at + (backwards ? -1 : 1) + regions.length) % regions.length]!
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1
  next.focus()
}

/** The keys that work in every view. Returns whether the sheet of keys is open. */
export function useKeys(): { helpOpen: Ref<boolean> } {
  const helpOpen = ref(false)
  const route = useRoute()
  const router = useRouter()
  const stepZone = useZoneSteps()

  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target))
      return
    const view = BY_DIGIT[event.key]
    if (event.key === '?') helpOpen.value = true
    else if (event.key === 'F6') nextRegion(event.shiftKey)
    else if (!route.params.workspace || route.params.workspace === 'new') return
    else if (event.key === '[' || event.key === ']') stepZone(event.key === '[' ? -1 : 1)
    else if (view) void router.push({ name: view, params: route.params, query: route.query })
    else return
    event.preventDefault()
  })
  return { helpOpen }
}
