import { useIdle } from '@vueuse/core'
import { computed, type Ref, ref, watch } from 'vue'
import { useClocks } from '../../stores/use-clocks'
import { useSelection } from '../../stores/use-selection'
import { useKeymap } from '../shell/keymap/use-keymap'

export type Scene = 'map' | 'towns'

const IDLE_MS = 30_000

/** The scenes of a layout, the pages of its tables of towns and of the weeks beside its map (← →), play (Space), back to the opening time (Home), and the idle return to the district. */
export function useWallScenes(
  layout: Ref<'wall' | 'meeting'>,
  pages: Ref<number>,
  mapPages: Ref<number> = ref(1),
): {
  scene: Ref<Scene>
  page: Ref<number>
  turn: (by: 1 | -1) => void
} {
  const clocks = useClocks()
  const selection = useSelection()
  const order = computed(() => {
    const towns = Array.from({ length: pages.value }, (_, page) => ({ scene: 'towns' as const, page }))
    const map = Array.from({ length: mapPages.value }, (_, page) => ({ scene: 'map' as const, page }))
    return layout.value === 'meeting' ? [...towns, map[0]!] : [...map, ...towns]
  })
  const place = ref(0)
  const now = computed(() => order.value[place.value] ?? order.value[0]!)

  function turn(by: 1 | -1): void {
    place.value = (place.value + by + order.value.length) % order.value.length
  }
  watch(order, ({ length }) => (place.value = Math.min(place.value, length - 1)))

  useKeymap('wall', {
    previousScene: () => turn(-1),
    nextScene: () => turn(1),
    cancel: () => selection.chooseZone(null),
    now: () => clocks.reopen(),
    play: ({ target }) => {
      if (target instanceof HTMLButtonElement) return false
      if (clocks.isPlaying) clocks.pause()
      else clocks.play()
      return true
    },
  })

  const { idle } = useIdle(IDLE_MS)
  watch(idle, (isIdle) => {
    if (!isIdle) return
    selection.chooseZone(null)
    selection.camera = null
  })
  return { scene: computed(() => now.value.scene), page: computed(() => now.value.page), turn }
}
