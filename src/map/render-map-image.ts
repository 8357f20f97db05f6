import type { Bounds, CoverageAnswer, Facts, Survey } from '#geo'
import { dayNumber } from '../layers/cases/cases'
import { discScaleIn, pictureOf } from '../layers/compose'
import type { LayerGroup, LegendEntry, MapFacts, MapViewState } from '../layers/part'
import { stylesIn } from '../layers/zones/zone-words'
import { THEMES, type ThemeName } from '../ui/tokens'
import { boundsOfFacts } from './camera-bounds'
import { furnitureBoxes, paintFurniture } from './furniture'
import { placeOnce } from './labels/label-places'
import { measureWith, paintLabels } from './labels/paint'
import { type MapCamera, type OpenMap, openMap, type Padding } from './maplibre'
import { bandOf, pixelsPerMetre, scaleStep } from './scale'
import { clearCamera } from './session/clear-camera'

export interface MapImageOptions {
  readonly register: Facts
  readonly survey: Survey | null
  readonly coverage: CoverageAnswer | null
  readonly theme: ThemeName
  /** css px */
  readonly width: number
  readonly height: number
  /** device pixels a css pixel: the picture is width × ratio pixels wide */
  readonly ratio: number
  /** null shows everything */
  readonly bounds?: Bounds | null
  readonly camera?: MapCamera | null
  readonly hidden?: ReadonlySet<LayerGroup>
  readonly roadClasses?: ReadonlySet<string> | null
  readonly k: number
  readonly locale: 'zh' | 'en'
  readonly layout?: 'wall' | 'desk'
  readonly padding?: Padding
  readonly furniture?: boolean
  readonly callout?: MapViewState['callout']
  readonly isPublic?: boolean
}

export interface MapImage {
  readonly bitmap: ImageBitmap
  /** what the picture shows, for a legend beside it */
  readonly legend: readonly LegendEntry[]
  readonly camera: MapCamera
}

/** Ratio of the unseen map while its tiles arrive: every frame of it is drawn for nothing. */
const DRAFT = 0.125

const PADDING: Padding = { top: 24, right: 24, bottom: 24, left: 24 }

function hiddenHolder(width: number, height: number): HTMLElement {
  const holder = document.createElement('div')
  Object.assign(holder.style, {
    position: 'fixed',
    left: '-99999px',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
  })
  document.body.append(holder)
  return holder
}

function viewOf(options: MapImageOptions, camera: MapCamera): MapViewState {
  return {
    theme: options.theme,
    k: options.k,
    band: bandOf(camera.zoom, camera.centre[1], options.k),
    scale: scaleStep(camera.zoom, camera.centre[1], options.k),
    short: Math.min(options.width, options.height) / options.k,
    layout: options.layout ?? 'wall',
    locale: options.locale,
    selection: { selected: null, hovered: null },
    hidden: options.hidden ?? new Set(),
    roadClasses: options.roadClasses ?? null,
    density: options.ratio * options.k >= 2 && options.k >= 2 ? 2 : 1,
    caseWindowDays: null,
    ...(options.callout ? { callout: options.callout } : {}),
    isPublic: options.isPublic ?? false,
  }
}

/** Copies the drawn map and paints labels, scale bar and north arrow over it. */
async function compose(
  map: OpenMap,
  options: MapImageOptions,
  view: MapViewState,
  facts: MapFacts,
): Promise<HTMLCanvasElement> {
  const { width, height, ratio, k } = options
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(map.canvas, 0, 0, canvas.width, canvas.height)
  context.scale(ratio, ratio)
  const picture = pictureOf(facts, view)
  const furniture = {
    discs: discScaleIn(picture),
    ...cornerOf(options),
    k,
    perMetre: pixelsPerMetre(map.camera.zoom, map.camera.centre[1]),
    theme: THEMES[options.theme],
    north: options.locale === 'zh' ? '北' : 'N',
  }
  const { labels, obstacles } = picture
  const placed = await placeOnce(
    {
      labels,
      obstacles,
      zones: (facts.survey?.zones ?? []).map(({ level, outline }) => ({ level, outline })),
      styles: stylesIn(facts),
    },
    {
      camera: map.camera,
      size: [width, height],
      frame: [4, 4, width - 4, height - 4],
      k,
      furniture: options.furniture === false ? [] : furnitureBoxes(furniture),
    },
    measureWith(context),
  )
  paintLabels(context, placed, { theme: options.theme, k, shift: () => [0, 0] })
  if (options.furniture !== false) paintFurniture(context, furniture)
  return canvas
}

/** The camera that shows these bounds, of a map with furniture with no ground below that. */
function fittingBounds(bounds: Bounds, options: MapImageOptions, map: OpenMap): MapCamera {
  const { width, height, register, survey, k, furniture } = options
  const padding = options.padding ?? PADDING
  if (furniture === false) return map.fitting(bounds, padding)
  const hasDiscs = (survey?.caseDots.day.length ?? 0) > 0
  const discs = { title: null, sizes: hasDiscs ? [{ count: 1000, radius: 26 }] : [] }
  const corner = cornerOf(options)
  const standing = ({ zoom, centre }: MapCamera) =>
    furnitureBoxes({ ...corner, k, discs, perMetre: pixelsPerMetre(zoom, centre[1]), north: '' })
  return clearCamera({ register, bounds, size: [width, height], padding, standing })
}

/** Right bottom corner of scale bar and north arrow, css px. */
function cornerOf({ width, height, padding = PADDING }: MapImageOptions): { right: number; bottom: number } {
  return { right: width - Math.min(padding.right, 24), bottom: height - Math.min(padding.bottom, 24) }
}

/**
 * Draws the map once on a second, unseen map: the same parts, hatches, symbols and labels as on the
 * screen. Throws where the browser gives no WebGL 2 context; the unseen map is always taken down again.
 */
export async function renderMapPicture(options: MapImageOptions): Promise<MapImage> {
  const holder = hiddenHolder(options.width, options.height)
  let map: OpenMap | null = null
  try {
    map = openMap({
      container: holder,
      interactive: false,
      ratio: options.ratio,
      draftRatio: DRAFT,
      camera: options.camera ?? { centre: [0, 0], zoom: 1 },
      preserve: true,
    })
    const bounds = options.bounds ?? boundsOfFacts(options.register)
    if (!options.camera && bounds) map.go(fittingBounds(bounds, options, map), 0)
    const view = viewOf(options, map.camera)
    const facts: MapFacts = { ...options, assess: null }
    const picture = pictureOf(facts, view)
    await map.show(picture, view)
    if (options.survey) await map.setDay(dayNumber(options.survey.day))
    await map.settled()
    map.sharpen(options.ratio)
    await map.settled()
    const canvas = await compose(map, options, view, facts)
    return { bitmap: await createImageBitmap(canvas), legend: picture.legend, camera: map.camera }
  } finally {
    map?.close()
    holder.remove()
  }
}
