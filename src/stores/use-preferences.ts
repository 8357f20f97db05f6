import { defineStore } from 'pinia'
import { computed } from 'vue'
import { oneOf, remembered } from './remembered'

export type Theme = 'light' | 'dark' | 'auto'

const strings = (kept: unknown): string[] | null =>
  Array.isArray(kept) && kept.every((part) => typeof part === 'string') ? kept : null
const metres = (kept: unknown): number | null => (typeof kept === 'number' && kept > 0 ? kept : null)

/** What a person set on this device. */
export const usePreferences = defineStore('preferences', () => {
  const locale = remembered<'zh' | 'en'>('cordon.locale', languageOfBrowser(), oneOf('zh', 'en'))
  const theme = remembered<Theme>('cordon.theme', 'auto', oneOf('light', 'dark', 'auto'))
  /** metres across the wall's picture */
  const wallWidth = remembered('cordon.wall.width', 3.84, metres)
  /** metres from the wall to the nearest row of seats */
  const wallDistance = remembered('cordon.wall.distance', 5, metres)
  const hiddenLayers = remembered<string[]>('cordon.layers.hidden', [], strings)
  /** road classes whose crossings are shown; null = all */
  const roadClasses = remembered<string[] | null>('cordon.roads', null, strings)

  /** Smallest Han text on the wall in px of a 1920-wide picture: 20′ of arc, rounded up. */
  const wallFloor = computed(() =>
    Math.ceil((1920 * 2 * wallDistance.value * Math.tan(((10 / 60) * Math.PI) / 180)) / wallWidth.value),
  )

  function toggleLayer(id: string): void {
    hiddenLayers.value = hiddenLayers.value.includes(id)
      ? hiddenLayers.value.filter((hidden) => hidden !== id)
      : [...hiddenLayers.value, id]
  }

  return {
    locale,
    theme,
    wallWidth,
    wallDistance,
    wallFloor,
    /** from a floor of 18 px up the wall is laid out for a meeting room */
    isMeetingRoom: computed(() => wallFloor.value >= 18),
    hiddenLayers,
    roadClasses,
    toggleLayer,
  }
})

function languageOfBrowser(): 'zh' | 'en' {
  return globalThis.navigator?.language?.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
