import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Position } from '#geo'

export interface Camera {
  readonly centre: Position
  readonly zoom: number
}

/** What is looked at. The router mirrors it into the address. */
export const useSelection = defineStore('selection', () => {
  const zone = ref<string | null>(null)
  const place = ref<string | null>(null)
  const camera = shallowRef<Camera | null>(null)

  /** A zone or a place is chosen, never both. */
  function chooseZone(id: string | null): void {
    zone.value = id
    place.value = null
  }
  function choosePlace(code: string | null): void {
    place.value = code
    zone.value = null
  }
  return { zone, place, camera, chooseZone, choosePlace }
})
