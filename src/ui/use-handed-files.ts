import { type Ref, ref } from 'vue'
import { type HandedFile, handedOfDrop, handedOfInput } from './dropped-files'

/** Files that are dropped on an element or chosen in its file input, both handed on alike; `over`: something hangs above it. */
export function useHandedFiles(take: (files: readonly HandedFile[]) => unknown): {
  readonly over: Ref<boolean>
  readonly drop: (event: DragEvent) => Promise<void>
  readonly pick: (event: Event) => Promise<void>
} {
  const over = ref(false)
  return {
    over,
    async drop({ dataTransfer }) {
      over.value = false
      if (dataTransfer) await take(await handedOfDrop(dataTransfer))
    },
    async pick({ target }) {
      const input = target as HTMLInputElement
      const files = await handedOfInput(input)
      input.value = ''
      await take(files)
    },
  }
}
