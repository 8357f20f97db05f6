import { useIntervalFn } from '@vueuse/core'
import { type ComputedRef, computed, type Ref, ref } from 'vue'
import { formatInstant } from '#geo'
import { useClocks } from '../../stores/use-clocks'

const FOLLOWED_MS = 60_000

/**
 * The wall's clock: the present in the pack's zone with seconds, null while another time is shown. While the
 * wall shows now, the picture follows the present once a minute.
 */
export function useWallClock(isNow: Ref<boolean>): ComputedRef<string | null> {
  const clocks = useClocks()
  const present = ref(Date.now())
  let followed = Date.now()
  useIntervalFn(() => {
    present.value = Date.now()
    if (!isNow.value || clocks.isPlaying || present.value - followed < FOLLOWED_MS) return
    followed = present.value
    clocks.follow(present.value)
  }, 1000)
  return computed(() => (isNow.value ? formatInstant(clocks.zone, present.value) : null))
}
