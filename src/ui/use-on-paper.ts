import { onMounted, onUnmounted, type Ref, ref } from 'vue'

/** Whether the page is being printed: what is folded away on a screen then stands whole. */
export function useOnPaper(): { matches: Ref<boolean> } {
  const matches = ref(false)
  const begin = (): void => void (matches.value = true)
  const end = (): void => void (matches.value = false)
  onMounted(() => {
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
  })
  onUnmounted(() => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  })
  return { matches }
}
