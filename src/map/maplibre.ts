import 'maplibre-gl/dist/maplibre-gl.css'
import { addProtocol, Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Bounds, Position } from '#geo'
import type { MapPicture } from '../layers/compose'
import type { MapTarget, MapViewState } from '../layers/part'
import { exactHit } from './exact-hit'
import { followHand, type HandListener } from './hand'
import { MapImages } from './images'
import { finished } from './renderer/finished'
import type { MapEvents } from './renderer/map-events'
import { Resting } from './renderer/resting'
import { ShownPicture } from './renderer/shown-picture'
import { pixelsPerMetre } from './scale'
import { loadTile, TILE_PROTOCOL } from './tiles/tiles'

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

/** The renderer asks its own context how large it may be, and draws at a lower ratio where that is less: no other is opened to ask. */
const UNBOUND = 1e6

const kindOf = ({ interactive, ratio, preserve }: OpenOptions): string =>
  `${interactive} ${ratio} ${preserve}`

/** Maps that nobody shows. Opening another costs a context and every program anew, which holds the page for a second. */
const resting = new Resting<OpenMap>((map) => map.remove())

/** A map in a container: one that rests, else a new one. Throws where no WebGL context is to be had. */
export function openMap(options: OpenOptions): OpenMap {
  const map = resting.take(kindOf(options)) ?? new OpenMap(options)
  map.moveInto(options)
  return map
}

/** One living map. Nothing else in the project touches the renderer. */
export class OpenMap {
  readonly #map: MapLibre
  readonly #kind: string
  readonly #ground = document.createElement('div')
  readonly #picture: ShownPicture
  /** while the renderer has a style: not before its first one, and not while the graphics card has taken its memory away */
  #ready: Promise<void>
  #isReady = false
  #isLost = false
  #busy: () => boolean = () => false
  readonly #listening: { unsubscribe(): void }[] = []
  /** ends what its present holder began; another for each holder */
  #held = new AbortController()

  constructor(options: OpenOptions) {
    this.#kind = kindOf(options)
    Object.assign(this.#ground.style, { width: '100%', height: '100%' })
    options.container.append(this.#ground)
    this.#map = new MapLibre({
      container: this.#ground,
      style: { version: 8, sources: {}, layers: [] },
      center: [...options.camera.centre],
      zoom: options.camera.zoom,
      interactive: options.interactive,
      pixelRatio: options.draftRatio ?? options.ratio,
      maxCanvasSize: [UNBOUND, UNBOUND],
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
    this.#picture = new ShownPicture(this.#map, new MapImages(this.#map, options.ratio))
    this.#ready = new Promise((done) => this.#map.once('load', () => done()))
    void this.#ready.then(() => {
      this.#isReady = true
    })
    this.#map.on('zoomend', () => this.#picture.drawImages())
    let back: () => void = () => undefined
    this.#map.on('webglcontextlost', () => {
      this.#isLost = true
      this.#ready = new Promise((done) => {
        back = done
      })
    })
    this.#map.on('webglcontextrestored', () => {
      this.#isLost = false
      this.#picture.drawImages()
      this.#map.once('idle', () => back())
      this.#map.triggerRepaint()
    })
  }

  /** Stands in that container from now on. */
  moveInto({ container, camera, draftRatio, ratio }: OpenOptions): void {
    if (this.#ground.parentElement === container) return
    this.#held = new AbortController()
    container.append(this.#ground)
    this.sharpen(draftRatio ?? ratio)
    this.resize()
    this.#map.jumpTo({ center: [...camera.centre], zoom: camera.zoom })
  }

  /** Ratio at which the canvas is really drawn: the renderer lowers it without a word when it is too large. */
  get ratio(): number {
    const { clientWidth } = this.#map.getContainer()
    return clientWidth === 0 ? this.#map.getPixelRatio() : this.canvas.width / clientWidth
  }

  get canvas(): HTMLCanvasElement {
    return this.#map.getCanvas()
  }

  get camera(): MapCamera {
    const { lng, lat } = this.#map.getCenter()
    return { centre: [lng, lat], zoom: this.#map.getZoom() }
  }

  /** Draws the picture, once the map can; nothing once its holder has left it. */
  async show(picture: MapPicture, look: Pick<MapViewState, 'theme' | 'k'>): Promise<void> {
    const { signal } = this.#held
    await this.#ready
    if (!signal.aborted) await this.#picture.show(picture, look, { signal, ready: () => this.#ready })
  }

  /** The day up to which cases are shown; a number of days since 1970-01-01. */
  async setDay(day: number): Promise<void> {
    const { signal } = this.#held
    await this.#ready
    if (!signal.aborted) this.#picture.setDay(day)
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
    if (duration === 0) this.#picture.drawImages()
  }

  /** Listens; coordinates are degrees, targets are the topmost thing with a meaning. */
  on<Name extends keyof MapEvents>(name: Name, listener: (event: MapEvents[Name]) => void): void {
    const tell = listener as (event: unknown) => void
    const map = this.#map
    const at = (event: { lngLat: { lng: number; lat: number }; point: { x: number; y: number } }) => ({
      position: [event.lngLat.lng, event.lngLat.lat],
      target: this.targetAt(event.point.x, event.point.y),
    })
    const hear = this.#listening
    if (name === 'move') hear.push(map.on('move', () => tell(undefined)))
    else if (name === 'moved') hear.push(map.on('moveend', () => tell(undefined)))
    else if (name === 'grabbed')
      hear.push(
        map.on('movestart', (event) => 'originalEvent' in event && event.originalEvent && tell(undefined)),
      )
    else if (name === 'resized') hear.push(map.on('resize', () => tell(undefined)))
    else if (name === 'click') hear.push(map.on('click', (event) => tell(at(event))))
    else if (name === 'lost') hear.push(map.on('webglcontextlost', () => tell(undefined)))
    else if (name === 'restored') hear.push(map.on('webglcontextrestored', () => tell(undefined)))
    else {
      hear.push(map.on('mousemove', (event) => tell(at(event))))
      hear.push(map.on('mouseout', () => tell({ position: null, target: null })))
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
        signal: this.#held.signal,
      },
      listener,
    )
    this.#busy = busy
    const hold = (event: { preventDefault(): void }): void => {
      if (hand.taken()) event.preventDefault()
    }
    this.#listening.push(
      map.on('mousedown', hold),
      map.on('touchstart', hold),
      map.on('dblclick', (event) => busy() && event.preventDefault()),
    )
  }

  /** The cursor over the map; empty is the map's own. */
  point(cursor: string): void {
    this.#map.getCanvas().style.cursor = cursor
  }

  /**
   * The topmost thing with a meaning within 4 css px, of several of a kind the one that holds the spot; null while a
   * drawing holds the pointer.
   */
  targetAt(x: number, y: number): MapTarget | null {
    if (this.#busy() || this.#isLost) return null
    const layers = this.#picture.layers.filter(({ hit, spec }) => hit && this.#map.getLayer(spec.id))
    const found = this.#map.queryRenderedFeatures(
      [
        [x - 4, y - 4],
        [x + 4, y + 4],
      ],
      { layers: layers.map(({ spec }) => spec.id) },
    )
    const top = found[0]
    const kind = layers.find(({ spec }) => spec.id === top?.layer.id)?.hit
    const source = top && this.#picture.sourceOf(top.source)
    if (!top || !kind || !source) return null
    const keys = found
      .filter(({ layer }) => layer.id === top.layer.id)
      .map(({ id, properties }) => (source.type === 'tiles' ? Number(id) : String(properties.id)))
    const { lng, lat } = this.#map.unproject([x, y])
    const hit = exactHit(source, keys, [lng, lat])
    return hit === null ? null : { kind, id: hit }
  }

  /** Resolves once everything asked for is on the screen, or its holder has left it. */
  async settled(): Promise<void> {
    const { signal } = this.#held
    await this.#ready
    await this.#picture.whole()
    if (signal.aborted) return
    if (this.#map.loaded() && this.#map.areTilesLoaded() && !this.#map.isMoving()) {
      this.#map.triggerRepaint()
    }
    await new Promise<void>((done) => {
      this.#map.once('idle', () => done())
      signal.addEventListener('abort', () => done(), { once: true })
    })
    await finished(this.canvas, signal)
  }

  /** Draws at another ratio from now on. */
  sharpen(ratio: number): void {
    if (this.#map.getPixelRatio() !== ratio) this.#map.setPixelRatio(ratio)
  }

  /** To the size of its container. The renderer would clear its canvas and wait for the graphics though it has that size. */
  resize(): void {
    const { clientWidth, clientHeight } = this.#ground
    const { width, height } = this.canvas
    const ratio = this.#map.getPixelRatio()
    const isSo = width === Math.round(clientWidth * ratio) && height === Math.round(clientHeight * ratio)
    if (!isSo) this.#map.resize()
  }

  zoomBy(steps: number, duration: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration })
  }

  /** Leaves its container, and rests until another wants it. */
  close(): void {
    this.#held.abort()
    for (const listener of this.#listening.splice(0)) listener.unsubscribe()
    this.#busy = () => false
    this.point('')
    this.#map.stop()
    this.#ground.remove()
    if (this.#isReady && !this.#isLost) resting.rest(this.#kind, this)
    else this.remove()
  }

  remove(): void {
    this.#map.remove()
  }
}
