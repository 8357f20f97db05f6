import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { UnplacedItem, UnplacedRow } from '#geo'

type Named = Pick<UnplacedItem, 'list' | 'file' | 'why'> & { readonly holds: readonly unknown[] }

/** Names the rows of one cause and file, apart those that hold a zone. */
export const itemKey = ({ list, file, why, holds }: Named): string =>
  [list, file, why, holds.length > 0].join('\n')

/** The panel of unplaced rows on the desk: whether it is open, and which rows are looked at. */
export const useUnplacedPanel = defineStore('unplacedPanel', () => {
  const isOpen = ref(false)
  const chosen = ref<string | null>(null)

  function show(row: Pick<UnplacedRow, 'list' | 'file' | 'why' | 'holds'> | null = null): void {
    isOpen.value = true
    if (row) chosen.value = itemKey(row)
  }
  function close(): void {
    isOpen.value = false
  }
  return { isOpen, chosen, show, close }
})
