import { onBeforeUnmount, onMounted, type Ref, ref, shallowRef, watch } from 'vue'
import type { Bounds, Position } from '#geo'
import { LabelOverlay, type OverlayFurniture } from './labels/overlay'
import { canDrawMaps, type MapCamera, OpenMap, type Padding } from './maplibre'
import type { LegendEntry, MapFacts, MapStop, MapTarget, MapViewState, ZoomBand } from './part'
import { dayNumber } from './parts/cases'
import { type MapPicture, pictureOf } from './parts/compose'
import { bandOf, pixelsPerMetre } from './scale'

/** What a living map is made of; every getter is watched. */
export interface MapInputs {
  readonly facts: () => MapFacts
  /** the view without its band, which the camera decides */
  readonly view: () => Omit<MapViewState, 'band'>
  readonly bounds: () => Bounds | null
  readonly padding: () => Padding
  readonly camera: () => MapCamera | null
  readonly furniture: () => { readonly north: string } | null
  readonly calm: () => boolean
}

export interface MapListeners {
  readonly select: (target: MapTarget | null, position: Position) => void
  readonly hover: (target: MapTarget | null) => void
  readonly camera: (camera: MapCamera) => void
  readonly legend: (entries: readonly LegendEntry[]) => void
  readonly unavailable: () => void
}

/** Trouble the map can be in, shown as a sentence; null is none. */
export type MapTrouble = 'unavailable' | 'lost' | 'reduced' | null

const CAMERA_MS = 400

export interface LivingMap {
  readonly trouble: Ref<MapTrouble>
  readonly perMetre: Ref<number>
  readonly pointer: Ref<Position | null>
  readonly stop: Ref<MapStop | null>
  readonly step: (by: 1 | -1) => void
  readonly zoomBy: (steps: number) => void
  /** back to the whole district */
  readonly home: () => void
  /** goes where these bounds fill the free part of the map */
  readonly fit: (bounds: Bounds) => void
}

/** Opens a map in `holder`, keeps it at what the inputs say, and closes it with the component. */
export function useMap(
  elements: { holder: Ref<HTMLElement | null>; overlay: Ref<HTMLCanvasElement | null> },
  inputs: MapInputs,
  listeners: MapListeners,
): LivingMap {
  const trouble = ref<MapTrouble>(null)
  const perMetre = ref(0)
  const pointer = shallowRef<Position | null>(null)
  const stop = shallowRef<MapStop | null>(null)
  const band = ref<ZoomBand>('district')
  let map: OpenMap | null = null
  let labels: LabelOverlay | null = null
  let picture: MapPicture | null = null
  let observer: ResizeObserver | null = null
  /** true until a person moves the map: it then stays where they left it */
  let following = true
  let hovered = ''

  const size = (): readonly [number, number] => [
    elements.holder.value?.clientWidth ?? 0,
    elements.holder.value?.clientHeight ?? 0,
  ]
  const viewNow = (): MapViewState => ({ ...inputs.view(), band: band.value })

  function furniture(): OverlayFurniture | null {
    const wanted = inputs.furniture()
    if (!wanted) return null
    const [width, height] = size()
    const { right, bottom } = inputs.padding()
    return { ...wanted, right: width - right, bottom: height - bottom, perMetre: perMetre.value }
  }

  const paint = (): void => labels?.paint(furniture())

  function arrange(): void {
    if (!labels || !picture) return
    const [width, height] = size()
    const { top, right, bottom, left } = inputs.padding()
    const room = 4
    const view = viewNow()
    labels.place(picture, inputs.facts(), {
      view,
      furniture: furniture(),
      frame: [left + room, top + room, width - right - room, height - bottom - room],
    })
    paint()
  }

  function measureCamera(): void {
    if (!map) return
    const { centre, zoom } = map.camera
    perMetre.value = pixelsPerMetre(zoom, centre[1])
    band.value = bandOf(zoom, centre[1], inputs.view().k)
  }

  async function draw(): Promise<void> {
    if (!map) return
    const view = viewNow()
    const facts = inputs.facts()
    const next = pictureOf(facts, view)
    picture = next
    listeners.legend(next.legend)
    await map.show(next, view)
    if (facts.survey) await map.setDay(dayNumber(facts.survey.day))
    if (picture === next) arrange()
  }

  function frame(duration: number): void {
    const bounds = inputs.bounds()
    const camera = inputs.camera()
    if (!map || size()[0] === 0) return
    if (camera) map.go(camera, duration)
    else if (bounds && following) map.go(map.fitting(bounds, inputs.padding()), duration)
    measureCamera()
  }

  function resized(): void {
    if (!map || !labels) return
    const [width, height] = size()
    if (width === 0 || height === 0) return
    map.resize()
    labels.resize(width, height, window.devicePixelRatio)
    trouble.value = map.ratio < window.devicePixelRatio - 0.01 ? 'reduced' : null
    if (following) frame(0)
    arrange()
  }

  function listen(opened: OpenMap): void {
    opened.on('move', paint)
    opened.on('grabbed', () => (following = false))
    opened.on('moved', () => {
      measureCamera()
      arrange()
      listeners.camera(opened.camera)
    })
    opened.on('click', ({ target, position }) => listeners.select(target, position))
    opened.on('hover', ({ target, position }) => {
      pointer.value = position
      const id = target ? `${target.kind} ${target.id}` : ''
      if (id !== hovered) listeners.hover(target)
      hovered = id
    })
    opened.on('lost', () => (trouble.value = 'lost'))
    opened.on('restored', () => (trouble.value = null))
  }

  function open(): void {
    const holder = elements.holder.value
    const overlay = elements.overlay.value
    if (!holder || !overlay || !canDrawMaps()) {
      trouble.value = 'unavailable'
      listeners.unavailable()
      return
    }
    try {
      map = new OpenMap({
        container: holder,
        interactive: true,
        ratio: window.devicePixelRatio,
        camera: inputs.camera() ?? { centre: [105, 35], zoom: 3 },
        preserve: false,
      })
    } catch {
      trouble.value = 'unavailable'
      listeners.unavailable()
      return
    }
    const opened = map
    labels = new LabelOverlay(overlay, { project: (position) => opened.project(position) })
    listen(opened)
    observer = new ResizeObserver(resized)
    observer.observe(holder)
    resized()
    frame(0)
    void draw()
    void document.fonts.load('600 15px "Cordon Latin"').then(arrange, arrange)
  }

  onMounted(open)
  onBeforeUnmount(() => {
    observer?.disconnect()
    map?.close()
    map = null
  })
  watch([inputs.facts, inputs.view, band], () => void draw())
  watch([inputs.bounds, inputs.camera, inputs.padding], () => frame(inputs.calm() ? 0 : CAMERA_MS), {
    deep: true,
  })

  function step(by: 1 | -1): void {
    const stops = picture?.stops ?? []
    if (stops.length === 0) return
    const now = stops.findIndex((one) => one.target.id === stop.value?.target.id)
    stop.value = stops[(now + by + stops.length) % stops.length] ?? null
    labels?.focus(stop.value?.position ?? null)
    paint()
  }

  return {
    trouble,
    perMetre,
    pointer,
    stop,
    step,
    zoomBy: (steps) => {
      following = false
      map?.zoomBy(steps, inputs.calm() ? 0 : CAMERA_MS)
    },
    home: () => {
      following = true
      frame(inputs.calm() ? 0 : CAMERA_MS)
    },
    fit: (bounds) => {
      following = false
      if (map) map.go(map.fitting(bounds, inputs.padding()), inputs.calm() ? 0 : CAMERA_MS)
    },
  }
}
