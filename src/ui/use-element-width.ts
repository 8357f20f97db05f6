import { useElementSize } from '@vueuse/core'
import { type ComputedRef, computed, type Ref } from 'vue'

/** The element's width in CSS pixels, following its size; `first` until it is mounted. */
export function useElementWidth(element: Ref<HTMLElement | null>, first: number): ComputedRef<number> {
  const { width } = useElementSize(element, { width: first, height: 0 })
  return computed(() => width.value || first)
}
