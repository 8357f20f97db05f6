import type { Bounds, Position } from '#geo'
import { dayNumber } from '../../layers/cases/cases'
import type { MapPicture } from '../../layers/compose'
import { keptPictures } from '../../layers/keep'
import type { MapStop, MapViewState, ZoomBand } from '../../layers/part'
import { sameData } from '../../layers/shapes/same-data'
import { stylesIn } from '../../layers/zones/zone-words'
import { THEMES } from '../../ui/tokens'
import { paintDrawing } from '../drawing/paint'
import { EarlyGround } from '../early/early-ground'
import type { Box } from '../labels/box'
import { LabelOverlay, type OverlayFurniture } from '../labels/overlay'
import { type OpenMap, openMap } from '../maplibre'
import { projectorOf } from '../projector'
import { bandOf, pixelsPerMetre, scaleStep } from '../scale'
import { clearOf } from './clear-of'
import { deskBoxes, isNear, overlayFurniture, paintDeskDiscs } from './session-frame'
import type { MapInputs, MapListeners } from './session-ports'

const CAMERA_MS = 400
/** Room between a label and the edge of the free part of the map, css px. */
const EDGE = 4

/** One map on the screen: the renderer below, the labels above, and where the camera stands. */
export class MapSession {
  readonly #holder: HTMLElement
  readonly #map: OpenMap
  readonly #labels: LabelOverlay
  readonly #inputs: MapInputs
  readonly #listeners: MapListeners
  readonly #observer: ResizeObserver
  #picture: MapPicture | null = null
  #band: ZoomBand = 'district'
  #scale = 1
  #perMetre = 0
  #measured = 0
  /** true until a person moves the map: it then stays where they left it */
  #following = true
  #isDrawn = false
  #isClosed = false
  #hovered = ''
  #stop: MapStop | null = null
  #asked = 0
  #isStale = false
  readonly #pictureOf = keptPictures()
  readonly #early = new EarlyGround()
  /** what the labels that stand were placed for */
  #arranged: unknown = null

  /** Throws where no WebGL context is to be had. */
  constructor(
    elements: { holder: HTMLElement; overlay: HTMLCanvasElement },
    inputs: MapInputs,
    listeners: MapListeners,
  ) {
    this.#holder = elements.holder
    this.#inputs = inputs
    this.#listeners = listeners
    this.#map = openMap({
      container: elements.holder,
      interactive: true,
      ratio: window.devicePixelRatio,
      camera: inputs.camera() ?? { centre: [105, 35], zoom: 3 },
      preserve: false,
    })
    this.#labels = new LabelOverlay(
      elements.overlay,
      { project: (position) => this.#map.project(position) },
      () => this.#paint(),
    )
    this.#listen()
    this.#observer = new ResizeObserver(() => this.#resized())
    this.#observer.observe(elements.holder)
    this.#resized()
    this.frame(0)
    void this.draw()
    const again = (): void => {
      this.#arranged = null
      this.#labels.forget()
      this.#arrange()
    }
    const fonts = [
      document.fonts.load('600 15px "Cordon Latin"'),
      document.fonts.load('600 15px "Cordon Latin Quotes"', '’'),
    ]
    void Promise.all(fonts).then(again, again)
  }

  get #size(): readonly [number, number] {
    return [this.#holder.clientWidth, this.#holder.clientHeight]
  }

  /** The shorter side of the free part of the map, css px. */
  get #short(): number {
    const [width, height] = this.#size
    const { top, right, bottom, left } = this.#inputs.padding()
    return Math.max(1, Math.min(width - left - right, height - top - bottom))
  }

  get #view(): MapViewState {
    const view = this.#inputs.view()
    return { ...view, band: this.#band, scale: this.#scale, short: this.#short / view.k }
  }

  get #duration(): number {
    return this.#inputs.calm() ? 0 : CAMERA_MS
  }

  #listen(): void {
    const map = this.#map
    const tell = this.#listeners
    map.on('move', () => this.#paint())
    map.on('grabbed', () => {
      this.#following = false
    })
    map.on('moved', () => {
      this.#measure()
      this.#arrange()
      tell.camera(map.camera)
    })
    const drawing = this.#inputs.drawing
    map.follow(
      (hand) => drawing()?.hand(hand) ?? false,
      () => drawing()?.busy() ?? false,
    )
    map.on('click', ({ target, position }) => {
      if (!drawing()?.busy()) tell.select(target, position)
    })
    map.on('hover', ({ target, position }) => {
      tell.pointer(position)
      const id = target ? `${target.kind} ${target.id}` : ''
      if (id !== this.#hovered) tell.hover(target)
      this.#hovered = id
    })
    map.on('lost', () => tell.trouble('lost'))
    map.on('restored', () => tell.trouble(null))
  }

  #furniture(): OverlayFurniture | null {
    const wanted = this.#inputs.furniture()
    if (!wanted) return null
    const frame = { size: this.#size, padding: this.#inputs.padding(), perMetre: this.#perMetre }
    return overlayFurniture(wanted, { ...frame, picture: this.#picture, view: this.#inputs.view() })
  }

  #paint(): void {
    const scene = this.#inputs.drawing()?.scene.value ?? null
    this.#map.point(scene?.cursor ?? '')
    this.#labels.paint(this.#furniture(), {
      under: (context) => this.#paintEarly(context),
      over: (context) => {
        const [width, height] = this.#size
        const { layout, k, theme } = this.#inputs.view()
        if (layout === 'desk')
          paintDeskDiscs(context, { size: this.#size, picture: this.#picture, k, theme: THEMES[theme] })
        if (!scene) return
        const project = projectorOf(this.#map.camera, this.#size)
        paintDrawing(context, scene, { project, width, height, theme: THEMES[this.#inputs.view().theme] })
      },
    })
  }

  #paintEarly(context: CanvasRenderingContext2D): void {
    if (this.#isDrawn || !this.#picture) return
    const [camera, size, ratio] = [this.#map.camera, this.#size, window.devicePixelRatio]
    this.#early.paint(context, this.#picture, { camera, size, ratio, view: this.#inputs.view() })
  }

  /** Paints labels and drawing once more, within the frame. */
  repaint(): void {
    if (this.#asked || this.#isClosed) return
    this.#asked = requestAnimationFrame(() => {
      this.#asked = 0
      if (this.#isStale) this.#placeLabels()
      this.#paint()
    })
  }

  /** The labels are placed anew before the next frame, once, however often it is asked. */
  #arrange(): void {
    this.#isStale = true
    this.repaint()
  }

  /** The middle of what is seen: where a key sets a vertex. */
  get centre(): Position {
    return this.#map.camera.centre
  }

  /** Places the labels, unless they stand for just this picture, camera and frame. */
  #placeLabels(): void {
    this.#isStale = false
    if (!this.#picture) return
    const [size, { top, right, bottom, left }] = [this.#size, this.#inputs.padding()]
    const frame: Box = [left + EDGE, top + EDGE, size[0] - right - EDGE, size[1] - bottom - EDGE]
    const [view, facts, furniture] = [this.#view, this.#inputs.facts(), this.#furniture()]
    const taken = [
      ...(view.layout === 'desk' ? deskBoxes(size, this.#picture) : []),
      ...(this.#inputs.furniture()?.over ?? []),
    ]
    const { labels, obstacles } = this.#picture
    const zones = (facts.survey?.zones ?? []).map(({ level, outline }) => ({ level, outline }))
    const ground = { labels, obstacles, zones, styles: stylesIn(facts) }
    const seen = { camera: this.#map.camera, size, frame, k: view.k, furniture, taken }
    this.#labels.look(view)
    if (sameData({ ground, seen }, this.#arranged)) return
    this.#arranged = { ground, seen }
    this.#labels.place(ground, seen)
  }

  #measure(): void {
    const { centre, zoom } = this.#map.camera
    const { k } = this.#inputs.view()
    const before = `${this.#band} ${this.#scale} ${Math.round(this.#measured)}`
    this.#perMetre = pixelsPerMetre(zoom, centre[1])
    this.#band = bandOf(zoom, centre[1], k)
    this.#scale = scaleStep(zoom, centre[1], k)
    this.#listeners.measured(this.#perMetre, this.#band)
    this.#measured = this.#short
    if (`${this.#band} ${this.#scale} ${Math.round(this.#measured)}` !== before) void this.draw()
  }

  #resized(): void {
    const [width, height] = this.#size
    if (width === 0 || height === 0) return
    this.#map.resize()
    this.#labels.resize(width, height, window.devicePixelRatio)
    this.#listeners.trouble(this.#map.ratio < window.devicePixelRatio - 0.01 ? 'reduced' : null)
    if (this.#following) this.frame(0)
    this.#paint()
    this.#arrange()
  }

  /** Draws what the inputs say now. */
  async draw(): Promise<void> {
    const view = this.#view
    const facts = this.#inputs.facts()
    const picture = this.#pictureOf(facts, view)
    this.#picture = picture
    this.#listeners.legend(picture.legend)
    if (!this.#isDrawn) this.#arrange()
    await this.#map.show(picture, view)
    if (this.#isClosed) return
    if (facts.survey) await this.#map.setDay(dayNumber(facts.survey.day))
    if (this.#isClosed) return
    if (this.#picture === picture) this.#arrange()
    if (this.#isDrawn) return
    await this.#map.settled()
    if (this.#isClosed) return
    this.#isDrawn = true
    this.#early.end()
    this.#paint()
    this.#listeners.drawn()
  }

  /** Goes to the camera asked for, else to everything, unless a person holds the map elsewhere. */
  frame(duration = this.#duration): void {
    const camera = this.#inputs.camera()
    const bounds = this.#inputs.bounds()
    if (this.#size[0] === 0) return
    if (camera && !isNear(camera, this.#map.camera)) this.#map.go(camera, duration)
    else if (!camera && bounds && this.#following)
      this.#map.go(clearOf(this.#inputs, { bounds, size: this.#size, picture: this.#picture }), duration)
    this.#measure()
  }

  /** Steps to the next or previous symbol, marks it with the focus ring and returns it. */
  step(by: 1 | -1): MapStop | null {
    const stops = this.#picture?.stops ?? []
    const now = stops.findIndex(({ target }) => target.id === this.#stop?.target.id)
    this.#stop = stops[(now + by + stops.length) % stops.length] ?? null
    this.#labels.focus(this.#stop?.position ?? null)
    this.#paint()
    return this.#stop
  }

  zoomBy(steps: number): void {
    this.#following = false
    this.#map.zoomBy(steps, this.#duration)
  }

  home(): void {
    this.#following = true
    this.frame()
  }

  fit(bounds: Bounds): void {
    this.#following = false
    this.#map.go(this.#map.fitting(bounds, this.#inputs.padding()), this.#duration)
  }

  close(): void {
    this.#isClosed = true
    this.#observer.disconnect()
    this.#labels.end()
    cancelAnimationFrame(this.#asked)
    this.#map.close()
  }
}
