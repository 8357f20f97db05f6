import type { MapPicture } from '../../layers/compose'
import type { MapViewState } from '../../layers/part'
import { sameData } from '../../layers/shapes/same-data'
import { THEMES } from '../../ui/tokens'
import { type HatchBitmap, hatchBitmap } from '../hatch'
import { hatchOf } from '../images'
import type { MapCamera } from '../maplibre'
import { projectorOf } from '../projector'
import { paintEarly } from './paint-early'

interface Seen {
  readonly camera: MapCamera
  readonly size: readonly [number, number]
  readonly ratio: number
  readonly view: Pick<MapViewState, 'theme' | 'k'>
}

/** What stands in place of the map until the renderer has drawn it: painted once a picture and camera. */
export class EarlyGround {
  #canvas: OffscreenCanvas | null = null
  #painted: { readonly picture: MapPicture; readonly seen: Seen } | null = null

  paint(context: CanvasRenderingContext2D, picture: MapPicture, { view, ...from }: Seen): void {
    if (typeof OffscreenCanvas === 'undefined') return
    const seen = { ...from, view: { theme: view.theme, k: view.k } }
    const before = this.#painted
    if (!this.#canvas || before?.picture !== picture || !sameData(before.seen, seen)) {
      this.#canvas = painted(picture, seen)
      this.#painted = { picture, seen }
    }
    context.drawImage(this.#canvas, 0, 0, ...seen.size)
  }

  end(): void {
    this.#canvas = null
    this.#painted = null
  }
}

function painted(picture: MapPicture, { camera, size, ratio, view }: Seen): OffscreenCanvas {
  const [width, height] = size
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * ratio)),
    Math.max(1, Math.round(height * ratio)),
  )
  const context = canvas.getContext('2d')!
  context.scale(ratio, ratio)
  const bitmapOf = (image: string): HatchBitmap | null => {
    const hatch = hatchOf(image)
    return (
      hatch &&
      hatchBitmap(hatch.marks, THEMES[view.theme], {
        scale: view.k * ratio * hatch.scale,
        ratio,
        soft: hatch.soft,
      })
    )
  }
  paintEarly(context, picture, {
    project: projectorOf(camera, size),
    zoom: camera.zoom,
    size,
    ratio,
    view,
    bitmapOf,
  })
  return canvas
}
