import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the sheet is open on which lists are chosen to leave. */
export const useExportSheet = defineStore('export-sheet', () => {
  const isOpen = ref(false)
  return { isOpen }
})
