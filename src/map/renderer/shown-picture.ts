import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import type { MapPicture } from '../../layers/compose'
import type { MapViewState, PartLayer, PartSource } from '../../layers/part'
import type { MapImages } from '../images'
import { type LayeredMap, sync } from '../session/sync'
import { sourceOf } from './source-spec'
import { nextStage } from './stages'

type Look = Pick<MapViewState, 'theme' | 'k'>

interface Holder {
  /** aborted once it has left the map */
  readonly signal: AbortSignal
  /** resolves once the renderer has a style */
  readonly ready: () => Promise<void>
}

/** The longest wait for a stage of the first picture, ms. */
const STAGE = 400

/** What one map of the renderer shows, and what is wanted of it. */
export class ShownPicture {
  readonly #map: MapLibre
  readonly #images: MapImages
  readonly #programs = new Set<string>()
  #shown: MapPicture | null = null
  #wanted: MapPicture | null = null
  #staging: Promise<void> | null = null
  #day: number | null = null
  #look: Look = { theme: 'dark', k: 1 }

  constructor(map: MapLibre, images: MapImages) {
    this.#map = map
    this.#images = images
  }

  get layers(): readonly PartLayer[] {
    return this.#shown?.layers ?? []
  }

  /** What a source of the renderer was made from. */
  sourceOf(id: string): PartSource | undefined {
    return this.#shown?.sources[id]
  }

  /**
   * Draws the picture: only what differs from the one before is touched. What no program of the graphics card has drawn
   * yet comes program by program, and a picture that is wanted meanwhile takes its place.
   */
  async show(picture: MapPicture, look: Look, holder: Holder): Promise<void> {
    this.#look = look
    this.#wanted = picture
    this.#images.ensure(picture.images, look)
    while (this.#shown !== this.#wanted && !holder.signal.aborted) {
      this.#staging ??= this.#showStages(holder).finally(() => {
        this.#staging = null
      })
      await this.#staging
    }
  }

  async #showStages({ signal, ready }: Holder): Promise<void> {
    while (this.#wanted && this.#shown !== this.#wanted) {
      await ready()
      if (signal.aborted) return
      const next = nextStage(this.#wanted, this.#programs)
      sync(this.#target(), { before: this.#shown, after: next }, sourceOf)
      this.#shown = next
      if (next !== this.#wanted) await this.#painted()
    }
  }

  /** Resolves once all that was asked for is painted, or after a while. */
  #painted(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, STAGE)
      this.#map.once('idle', () => {
        clearTimeout(timer)
        done()
      })
    })
  }

  /** Resolves once no stage is waited for. */
  async whole(): Promise<void> {
    while (this.#staging) await this.#staging
  }

  drawImages(): void {
    if (this.#wanted) this.#images.ensure(this.#wanted.images, this.#look)
  }

  /** The day up to which cases are shown; a number of days since 1970-01-01. */
  setDay(day: number): void {
    if (day !== this.#day) this.#map.setGlobalStateProperty('day', day)
    this.#day = day
  }

  #target(): LayeredMap {
    const map = this.#map
    const source = (id: string): GeoJSONSource => map.getSource(id) as GeoJSONSource
    return {
      addSource: (id, spec) => map.addSource(id, spec),
      removeSource: (id) => map.removeSource(id),
      addLayer: (layer, before) => map.addLayer(layer, before),
      removeLayer: (id) => map.removeLayer(id),
      moveLayer: (id, before) => map.moveLayer(id, before),
      setPaintProperty: (id, name, value) => map.setPaintProperty(id, name as never, value as never),
      setLayoutProperty: (id, name, value) => map.setLayoutProperty(id, name as never, value as never),
      setData: (id, data: FeatureCollection) => void source(id).setData(data),
      updateData: (id, change) => void source(id).updateData(change),
    }
  }
}
