import { FEW_DOTS } from '../layers/weeks/weeks'
import { type LevelHatch, THEMES, type ThemeName } from '../ui/tokens'
import { dotsBitmap, hatchBitmap, hatchPixelRatio } from './hatch'
import { symbolBitmap } from './symbols'

/** What the images need of a map. */
export interface ImageHolder {
  hasImage(id: string): boolean
  addImage(
    id: string,
    image: { width: number; height: number; data: Uint8Array | Uint8ClampedArray },
    options: { pixelRatio: number },
  ): unknown
  removeImage(id: string): void
  getZoom(): number
}

/** Symbol scale of hatches from 180 px/km. */
const CLOSE_UP = 1.35

/** What an image of a level's hatch is drawn with; null where the image is none. */
export function hatchOf(id: string): { marks: LevelHatch; scale: number; soft: boolean } | null {
  if (!id.startsWith('hatch/')) return null
  const soft = id.endsWith('-close')
  const marks = id.slice('hatch/'.length).replace('-close', '') as LevelHatch
  return { marks, scale: soft ? CLOSE_UP : 1, soft }
}

/**
 * The bitmaps of one map. Symbols are drawn once a theme and scale; hatches again at every whole-zoom
 * remainder, because their declared pixel ratio must undo the renderer's stretch.
 */
export class MapImages {
  #drawn = new Map<string, string>()
  #map: ImageHolder
  #ratio: number

  /** `ratio`: device pixels a css pixel of the canvas. */
  constructor(map: ImageHolder, ratio: number) {
    this.#map = map
    this.#ratio = ratio
  }

  /** Makes sure that these images exist as this theme and scale want them at the present zoom. */
  ensure(ids: readonly string[], look: { theme: ThemeName; k: number }): void {
    for (const id of ids) this.#draw(id, look)
  }

  #draw(id: string, { theme, k }: { theme: ThemeName; k: number }): void {
    const ratio = this.#ratio
    const dots = id === FEW_DOTS
    const hatch = dots || id.startsWith('hatch/')
    const declared = hatch ? hatchPixelRatio(ratio, this.#map.getZoom()) : ratio
    const state = `${theme} ${k} ${ratio} ${hatch ? declared.toFixed(6) : ''}`
    if (this.#drawn.get(id) === state && this.#map.hasImage(id)) return
    const level = hatchOf(id)
    const bitmap = dots
      ? dotsBitmap(THEMES[theme], { scale: k * ratio, ratio })
      : level
        ? hatchBitmap(level.marks, THEMES[theme], { scale: k * ratio * level.scale, ratio, soft: level.soft })
        : symbolBitmap(id, THEMES[theme], k * ratio)
    if (this.#map.hasImage(id)) this.#map.removeImage(id)
    this.#map.addImage(id, bitmap, { pixelRatio: declared })
    this.#drawn.set(id, state)
  }
}
