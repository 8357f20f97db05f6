import { type Ref, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useAnswers } from '../../stores/use-answers'
import { useHandPanel } from '../../stores/use-hand-panel'
import { useUnplacedPanel } from '../../stores/use-unplaced-panel'
import { useExportSheet } from '../export/use-export-sheet'
import { useKeymap } from './keymap/use-keymap'
import { useZoneSteps } from './use-zone-steps'

const VIEWS = ['wall', 'desk', 'briefing', 'import', 'checks', 'rules', 'lookup'] as const

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
  const panel = useUnplacedPanel()
  const answers = useAnswers()
  const hand = useHandPanel()
  const sheet = useExportSheet()

  const isOpen = (): boolean => Boolean(route.params.workspace) && route.params.workspace !== 'new'
  const show = (view: string) => (): boolean => {
    if (!isOpen()) return false
    void router.push({ name: view, params: route.params, query: route.query })
    return true
  }
  const toZone = (by: 1 | -1) => (): boolean => {
    if (!isOpen()) return false
    stepZone(by)
    return true
  }
  /** On the desk the panel opens and closes; from elsewhere the desk opens with it. */
  function unplaced(): boolean {
    if (!isOpen() || !answers.survey?.unplaced) return false
    hand.close()
    if (route.name === 'desk' && panel.isOpen) panel.close()
    else panel.show()
    if (panel.isOpen && route.name !== 'desk') show('desk')()
    return true
  }
  /** The sheet for entries by hand opens on the desk, from elsewhere the desk with it. */
  function byHand(): boolean {
    if (!isOpen() || !answers.survey) return false
    panel.close()
    hand.show()
    if (route.name !== 'desk') show('desk')()
    return true
  }
  function exportLists(): boolean {
    if (!isOpen()) return false
    sheet.isOpen = true
    return true
  }
  useKeymap('everywhere', {
    unplaced,
    byHand,
    exportLists,
    help: () => {
      helpOpen.value = true
    },
    regions: ({ shiftKey }) => nextRegion(shiftKey),
    previousZone: toZone(-1),
    nextZone: toZone(1),
    ...Object.fromEntries(VIEWS.map((view) => [view, show(view)])),
  })
  return { helpOpen }
}
