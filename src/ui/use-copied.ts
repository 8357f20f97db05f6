import { onScopeDispose, type Ref, ref } from 'vue'
import { copyText as putOnClipboard } from './copy-text'

/** How long it is said that a text was copied, ms. */
const SAID = 2_000

/** Puts a text on the clipboard and says so for a moment. */
export function useCopied(): { readonly copied: Ref<boolean>; copyText(text: string): Promise<void> } {
  const copied = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  async function copyText(text: string): Promise<void> {
    await putOnClipboard(text)
    copied.value = true
    clearTimeout(timer)
    timer = setTimeout(() => {
      copied.value = false
    }, SAID)
  }
  onScopeDispose(() => clearTimeout(timer))
  return { copied, copyText }
}
