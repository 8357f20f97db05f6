import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { UnplacedItem, UnplacedRow } from '#geo'

/** Names the rows of one cause and file. */
export const itemKey = ({ list, file, why }: Pick<UnplacedItem, 'list' | 'file' | 'why'>): string =>
  [list, file, why].join('\n')

/** The panel of unplaced rows on the desk: whether it is open, and which rows are looked at. */
export const useUnplacedPanel = defineStore('unplacedPanel', () => {
  const isOpen = ref(false)
  const chosen = ref<string | null>(null)

  function show(row: Pick<UnplacedRow, 'list' | 'file' | 'why'> | null = null): void {
    isOpen.value = true
    if (row) chosen.value = itemKey(row)
  }
  function close(): void {
    isOpen.value = false
  }
  return { isOpen, chosen, show, close }
})
