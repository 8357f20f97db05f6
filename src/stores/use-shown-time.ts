import { type ComputedRef, computed } from 'vue'
import { formatInstant } from '#geo'
import { useAnswers } from './use-answers'
import { useClocks } from './use-clocks'

/**
 * The instant of the picture on every screen: of a supposition that of its last hypothesis, else the one asked for. Ms,
 * and printed in the pack's zone.
 */
export function useShownTime(): { at: ComputedRef<number>; printed: ComputedRef<string> } {
  const answers = useAnswers()
  const clocks = useClocks()
  const at = computed(() => answers.supposed?.at ?? clocks.effective)
  return { at, printed: computed(() => formatInstant(clocks.zone, at.value)) }
}
