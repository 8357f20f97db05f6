import { defineStore } from 'pinia'
import { oneOf, remembered } from './remembered'

export type Theme = 'light' | 'dark' | 'auto'

const strings = (kept: unknown): string[] | null =>
  Array.isArray(kept) && kept.every((part) => typeof part === 'string') ? kept : null
const metres = (kept: unknown, fallback: number): number =>
  typeof kept === 'number' && kept > 0 ? kept : fallback
const text = (kept: unknown): string | null => (typeof kept === 'string' && kept !== '' ? kept : null)

/** What a wall shows that no file says: asked once on the machine it hangs on. */
export interface WallSettings {
  headquarters: string | null
  responseLevel: string | null
  leader: string | null
  phone: string | null
  /** metres across the picture */
  screenWidthM: number
  /** metres from the wall to the eyes */
  distanceM: number
  layout: 'auto' | 'wall' | 'meeting'
}

const WALL_UNSET: WallSettings = {
  headquarters: null,
  responseLevel: null,
  leader: null,
  phone: null,
  screenWidthM: 3.84,
  distanceM: 5,
  layout: 'auto',
}

function readWall(kept: unknown): WallSettings | null {
  if (typeof kept !== 'object' || kept === null) return null
  const said = kept as Partial<Record<keyof WallSettings, unknown>>
  return {
    headquarters: text(said.headquarters),
    responseLevel: text(said.responseLevel),
    leader: text(said.leader),
    phone: text(said.phone),
    screenWidthM: metres(said.screenWidthM, WALL_UNSET.screenWidthM),
    distanceM: metres(said.distanceM, WALL_UNSET.distanceM),
    layout: oneOf('auto', 'wall', 'meeting')(said.layout) ?? 'auto',
  }
}

/** What a person set on this device. */
export const usePreferences = defineStore('preferences', () => {
  const locale = remembered<'zh' | 'en'>('cordon.locale', languageOfBrowser(), oneOf('zh', 'en'))
  const theme = remembered<Theme>('cordon.theme', 'auto', oneOf('light', 'dark', 'auto'))
  const wall = remembered<WallSettings>('cordon.wall', WALL_UNSET, readWall)
  const hiddenLayers = remembered<string[]>(
    'cordon.layers.hidden',
    ['testing', 'vaccination', 'store', 'school', 'market'],
    strings,
  )
  /** road classes whose crossings are shown; null = all */
  const roadClasses = remembered<string[] | null>('cordon.roads', null, strings)

  function toggleLayer(id: string): void {
    hiddenLayers.value = hiddenLayers.value.includes(id)
      ? hiddenLayers.value.filter((hidden) => hidden !== id)
      : [...hiddenLayers.value, id]
  }

  return {
    locale,
    theme,
    wall,
    hiddenLayers,
    roadClasses,
    toggleLayer,
  }
})

function languageOfBrowser(): 'zh' | 'en' {
  return globalThis.navigator?.language?.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
