import 'maplibre-gl/dist/maplibre-gl.css'
import type { FeatureCollection } from 'geojson'
import {
  addProtocol,
  type GeoJSONSource,
  Map as MapLibre,
  type SourceSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Bounds, Position } from '#geo'
import { largestCanvas } from './can-draw-maps'
import { followHand, type HandListener } from './hand'
import { MapImages } from './images'
import type { MapTarget, MapViewState, PartSource } from './part'
import type { MapPicture } from './parts/compose'
import { pixelsPerMetre } from './scale'
import { type LayeredMap, sync } from './sync'
import { loadTile, TILE_PROTOCOL, tileAddress } from './tiles'

setWorkerUrl(workerUrl)
addProtocol(TILE_PROTOCOL, async ({ url }, { signal }) => ({ data: await loadTile(url, signal) }))

export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export interface MapCamera {
  readonly centre: Position
  readonly zoom: number
}

export interface OpenOptions {
  readonly container: HTMLElement
  readonly interactive: boolean
  /** device pixels a css pixel */
  readonly ratio: number
  /** device pixels a css pixel while the first picture is loading: few, where nobody is looking */
  readonly draftRatio?: number
  readonly camera: MapCamera
  /** keeps the picture in the drawing buffer, so that it can be copied */
  readonly preserve: boolean
}

/** What a map tells whoever opened it. */
export interface MapEvents {
  move: undefined
  moved: undefined
  /** a person took hold of the map, by pointer, wheel or key */
  grabbed: undefined
  resized: undefined
  click: { position: Position; target: MapTarget | null }
  hover: { position: Position | null; target: MapTarget | null }
  lost: undefined
  restored: undefined
}

const MAX_ZOOM = { points: 14, polygons: 15 } as const

const sourceOf = (_id: string, source: PartSource): SourceSpecification =>
  source.type === 'geojson'
    ? {
        type: 'geojson',
        data: source.data,
        tolerance: 0.2,
        ...(source.promoteId ? { promoteId: source.promoteId } : {}),
      }
    : {
        type: 'vector',
        tiles: [tileAddress(source.layer, source.columns)],
        minzoom: 0,
        maxzoom: MAX_ZOOM[source.columns.kind],
        ...(source.promoteId ? { promoteId: source.promoteId } : {}),
      }

const EMPTY_STYLE = { version: 8 as const, sources: {}, layers: [] }

/** One living map. Nothing else in the project touches the renderer. */
export class OpenMap {
  readonly #map: MapLibre
  readonly #images: MapImages
  readonly #ready: Promise<void>
  #shown: MapPicture | null = null
  #busy: () => boolean = () => false
  #look: Pick<MapViewState, 'theme' | 'k'> = { theme: 'dark', k: 1 }

  /** Throws where no WebGL context is to be had. */
  constructor(options: OpenOptions) {
    const most = largestCanvas() ?? 4096
    this.#map = new MapLibre({
      container: options.container,
      style: EMPTY_STYLE,
      center: [...options.camera.centre],
      zoom: options.camera.zoom,
      interactive: options.interactive,
      pixelRatio: options.draftRatio ?? options.ratio,
      maxCanvasSize: [most, most],
      canvasContextAttributes: { antialias: false, preserveDrawingBuffer: options.preserve },
      attributionControl: false,
      fadeDuration: 0,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      rollEnabled: false,
      trackResize: false,
      renderWorldCopies: false,
      maxZoom: 20,
    })
    this.#map.keyboard.disableRotation()
    this.#map.touchZoomRotate.disableRotation()
    this.#images = new MapImages(this.#map, options.ratio)
    this.#ready = new Promise((done) => this.#map.once('load', () => done()))
    this.#map.on('zoomend', () => this.#drawImages())
    this.#map.on('webglcontextrestored', () => this.#again())
  }

  /** Ratio at which the canvas is really drawn: the renderer lowers it without a word when it is too large. */
  get ratio(): number {
    return this.#map.getPixelRatio()
  }

  get canvas(): HTMLCanvasElement {
    return this.#map.getCanvas()
  }

  get camera(): MapCamera {
    const { lng, lat } = this.#map.getCenter()
    return { centre: [lng, lat], zoom: this.#map.getZoom() }
  }

  /** Draws the picture: only what differs from the one before is touched. */
  async show(picture: MapPicture, look: Pick<MapViewState, 'theme' | 'k'>): Promise<void> {
    await this.#ready
    this.#look = look
    this.#images.ensure(picture.images, look)
    sync(this.#target(), { before: this.#shown, after: picture }, sourceOf)
    this.#shown = picture
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

  #drawImages(): void {
    if (this.#shown) this.#images.ensure(this.#shown.images, this.#look)
  }

  /** After the graphics card took its memory back, everything is put up once more. */
  #again(): void {
    const shown = this.#shown
    this.#drawImages()
    if (shown) this.#map.triggerRepaint()
  }

  /** The day up to which cases are shown; a number of days since 1970-01-01. */
  async setDay(day: number): Promise<void> {
    await this.#ready
    this.#map.setGlobalStateProperty('day', day)
  }

  /** css px of a position in this map. */
  project(position: Position): readonly [number, number] {
    const { x, y } = this.#map.project([position[0], position[1]])
    return [x, y]
  }

  /** Camera that shows these bounds between the paddings. */
  fitting(bounds: Bounds, padding: Padding): MapCamera {
    const camera = this.#map.cameraForBounds([bounds[0], bounds[1], bounds[2], bounds[3]], {
      padding: { ...padding },
    })
    if (!camera) return this.camera
    const centre = camera.center as { lng: number; lat: number }
    return { centre: [centre.lng, centre.lat], zoom: camera.zoom ?? this.camera.zoom }
  }

  /** Goes to a camera; `duration` in ms, 0 jumps. */
  go(camera: MapCamera, duration: number): void {
    this.#map.easeTo({ center: [...camera.centre], zoom: camera.zoom, duration })
    if (duration === 0) this.#drawImages()
  }

  /** Listens; coordinates are degrees, targets are the topmost thing with a meaning. */
  on<Name extends keyof MapEvents>(name: Name, listener: (event: MapEvents[Name]) => void): void {
    const tell = listener as (event: unknown) => void
    const map = this.#map
    const at = (event: { lngLat: { lng: number; lat: number }; point: { x: number; y: number } }) => ({
      position: [event.lngLat.lng, event.lngLat.lat],
      target: this.targetAt(event.point.x, event.point.y),
    })
    if (name === 'move') map.on('move', () => tell(undefined))
    else if (name === 'moved') map.on('moveend', () => tell(undefined))
    else if (name === 'grabbed')
      map.on('movestart', (event) => {
        if ((event as { originalEvent?: unknown }).originalEvent) tell(undefined)
      })
    else if (name === 'resized') map.on('resize', () => tell(undefined))
    else if (name === 'click') map.on('click', (event) => tell(at(event)))
    else if (name === 'lost') map.on('webglcontextlost', () => tell(undefined))
    else if (name === 'restored') map.on('webglcontextrestored', () => tell(undefined))
    else {
      map.on('mousemove', (event) => tell(at(event)))
      map.on('mouseout', () => tell({ position: null, target: null }))
    }
  }

  /** Tells what the pointer does. A press that is taken neither pans nor zooms; nothing is looked for under it while `busy`. */
  follow(listener: HandListener, busy: () => boolean): void {
    const map = this.#map
    const hand = followHand(
      {
        element: map.getCanvasContainer(),
        unproject: (x, y) => {
          const { lng, lat } = map.unproject([x, y])
          return [lng, lat]
        },
        perMetre: (at) => pixelsPerMetre(map.getZoom(), at[1]),
      },
      listener,
    )
    this.#busy = busy
    const hold = (event: { preventDefault(): void }): void => {
      if (hand.taken()) event.preventDefault()
    }
    map.on('mousedown', hold)
    map.on('touchstart', hold)
    map.on('dblclick', (event) => busy() && event.preventDefault())
  }

  /** The cursor over the map; empty is the map's own. */
  point(cursor: string): void {
    this.#map.getCanvas().style.cursor = cursor
  }

  /** The topmost thing with a meaning within 4 css px, or null; null while a drawing holds the pointer. */
  targetAt(x: number, y: number): MapTarget | null {
    if (this.#busy()) return null
    const layers = this.#shown?.layers.filter(({ hit, spec }) => hit && this.#map.getLayer(spec.id)) ?? []
    const found = this.#map.queryRenderedFeatures(
      [
        [x - 4, y - 4],
        [x + 4, y + 4],
      ],
      { layers: layers.map(({ spec }) => spec.id) },
    )
    for (const feature of found) {
      const kind = layers.find(({ spec }) => spec.id === feature.layer.id)?.hit
      const id = feature.properties.id ?? feature.properties.code
      if (kind && typeof id === 'string') return { kind, id }
    }
    return null
  }

  /** Resolves once everything asked for is on the screen. */
  async settled(): Promise<void> {
    await this.#ready
    if (this.#map.loaded() && this.#map.areTilesLoaded() && !this.#map.isMoving()) {
      this.#map.triggerRepaint()
    }
    await new Promise<void>((done) => this.#map.once('idle', () => done()))
  }

  /** Draws at another ratio from now on. */
  sharpen(ratio: number): void {
    if (this.#map.getPixelRatio() !== ratio) this.#map.setPixelRatio(ratio)
  }

  resize(): void {
    this.#map.resize()
  }

  zoomBy(steps: number, duration: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration })
  }

  close(): void {
    this.#map.remove()
  }
}
