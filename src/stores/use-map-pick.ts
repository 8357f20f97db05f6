import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Position } from '#geo'

/** A position that somebody asks for on the map: the next click there is the answer, and chooses nothing. */
export const useMapPick = defineStore('mapPick', () => {
  /** a map is on the screen */
  const isOffered = ref(false)
  const isAsked = ref(false)
  /** degrees WGS-84 */
  const picked = shallowRef<Position | null>(null)

  function ask(): void {
    isAsked.value = true
    picked.value = null
  }
  function cancel(): void {
    isAsked.value = false
  }
  /** False where nobody asks: the click is the map's own. */
  function take(at: Position): boolean {
    if (!isAsked.value) return false
    isAsked.value = false
    picked.value = at
    return true
  }
  return { isOffered, isAsked, picked, ask, cancel, take }
})
