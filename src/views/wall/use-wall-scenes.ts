import { useIdle } from '@vueuse/core'
import { computed, type Ref, ref, watch } from 'vue'
import { useClocks } from '../../stores/use-clocks'
import { useSelection } from '../../stores/use-selection'
import { useKeymap } from '../shell/keymap/use-keymap'

export type Scene = 'map' | 'towns'

const IDLE_MS = 30_000

/** The scenes of a layout (← →), play (Space), back to the opening time (Home), and the idle return to the district. */
export function useWallScenes(layout: Ref<'wall' | 'meeting'>): {
  scene: Ref<Scene>
  turn: (by: 1 | -1) => void
} {
  const clocks = useClocks()
  const selection = useSelection()
  const order = computed<readonly Scene[]>(() =>
    layout.value === 'meeting' ? ['towns', 'map'] : ['map', 'towns'],
  )
  const place = ref(0)
  const scene = computed(() => order.value[place.value]!)

  function turn(by: 1 | -1): void {
    place.value = (place.value + by + order.value.length) % order.value.length
  }

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
  return { scene: scene as Ref<Scene>, turn }
}
