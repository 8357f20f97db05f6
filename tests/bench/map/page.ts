import type { FeatureCollection } from 'geojson'
import { type LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import type { Place, Shape } from '../../../geo'
import type { MapPicture } from '../../../src/layers/compose'
import type { PartSource } from '../../../src/layers/part'
import { polygonColumns } from '../../../src/layers/places/places'
import { positionsOf } from '../../../src/layers/shapes/geojson'
import { openMap } from '../../../src/map/maplibre'
import { COUNTY, coverage, positions } from '../kernels/ground'

/** What is drawn, by whom, and how many. */
export interface Drawing {
  readonly what: 'polygons' | 'points'
  readonly by: 'ours' | 'geojson'
  readonly count: number
}

/** ms from having the rows to a map that stands, the longest task meanwhile, and one zoom of a level after it. */
export interface Drawn {
  readonly idle: number
  readonly longest: number
  readonly zoom: number
}

const CAMERA = {
  centre: [COUNTY.west + COUNTY.width / 2, COUNTY.south + COUNTY.height / 2],
  zoom: 9.6,
} as const
const LAYER: Readonly<Record<Drawing['what'], Partial<LayerSpecification>>> = {
  polygons: { type: 'fill', paint: { 'fill-color': '#c9d3dd', 'fill-outline-color': '#708090' } },
  points: { type: 'circle', paint: { 'circle-radius': 2, 'circle-color': '#b3261e' } },
}
const layerOf = (what: Drawing['what'], own: object): LayerSpecification =>
  ({ id: 'drawn', source: 'drawn', ...LAYER[what], ...own }) as LayerSpecification

type Rows = { readonly shapes: readonly Shape[] } | ReturnType<typeof positions>

/** The rows as the renderer's own source takes them: made before the clock starts. */
function featuresOf(rows: Rows): FeatureCollection {
  const features =
    'shapes' in rows
      ? rows.shapes.map((shape, row) => ({
          ...{ type: 'Feature' as const, properties: { code: `C${row}` } },
          geometry: {
            type: 'MultiPolygon' as const,
            coordinates: shape.map((polygon) =>
              polygon.map((ring) => positionsOf(ring) as unknown as number[][]),
            ),
          },
        }))
      : Array.from(rows.lon, (lon, row) => ({
          ...{ type: 'Feature' as const, properties: { day: row % 100 } },
          geometry: { type: 'Point' as const, coordinates: [lon, rows.lat[row]!] },
        }))
  return { type: 'FeatureCollection', features }
}

/** The rows as the product takes them: columns of cases are there before, those of places are made of the places. */
function sourceOf(rows: Rows): PartSource {
  if ('shapes' in rows) {
    const places = rows.shapes.map((shape, row) => ({ code: `C${row}`, shape })) as unknown as Place[]
    return { type: 'tiles', layer: 'drawn', columns: polygonColumns(places) }
  }
  const lonLat = new Float64Array(2 * rows.lon.length)
  for (let row = 0; row < rows.lon.length; row++) {
    lonLat[2 * row] = rows.lon[row]!
    lonLat[2 * row + 1] = rows.lat[row]!
  }
  const day = Int32Array.from(rows.lon, (_, row) => row % 100)
  return { type: 'tiles', layer: 'drawn', columns: { kind: 'points', lonLat, properties: { day } } }
}

function holder(): HTMLElement {
  const element = document.createElement('div')
  Object.assign(element.style, { width: '1024px', height: '768px' })
  document.body.append(element)
  return element
}

const idle = (map: MapLibre): Promise<unknown> => new Promise((done) => map.once('idle', done))

async function drawnByOurs(what: Drawing['what'], rows: Rows) {
  const container = holder()
  const map = openMap({ container, interactive: false, ratio: 1, camera: CAMERA, preserve: true })
  const picture = (sources: MapPicture['sources'], layers: MapPicture['layers']): MapPicture => ({
    ...{ sources, layers, images: [], labels: [], obstacles: [], legend: [], stops: [] },
  })
  const look = { theme: 'light', k: 1 } as const
  await map.show(picture({}, []), look)
  return {
    draw: async () => {
      const spec = layerOf(what, { 'source-layer': 'drawn' })
      await map.show(picture({ drawn: sourceOf(rows) }, [{ slot: 'blocks', spec }]), look)
      await map.settled()
    },
    zoom: async () => {
      map.go({ ...CAMERA, zoom: CAMERA.zoom + 1 }, 0)
      await map.settled()
    },
  }
}

async function drawnByGeojson(what: Drawing['what'], rows: Rows) {
  const data = featuresOf(rows)
  const map = new MapLibre({
    ...{
      container: holder(),
      center: [...CAMERA.centre],
      zoom: CAMERA.zoom,
      interactive: false,
      fadeDuration: 0,
    },
    style: { version: 8, sources: {}, layers: [] },
    ...{ pixelRatio: 1, attributionControl: false, canvasContextAttributes: { antialias: false } },
  })
  await new Promise((done) => map.once('load', done))
  return {
    draw: async () => {
      map.addSource('drawn', { type: 'geojson', data })
      map.addLayer(layerOf(what, {}))
      await idle(map)
    },
    zoom: async () => {
      map.jumpTo({ zoom: CAMERA.zoom + 1 })
      await idle(map)
    },
  }
}

async function run({ what, by, count }: Drawing): Promise<Drawn> {
  const rows = what === 'polygons' ? { shapes: coverage(count, 3) } : positions(count)
  const drawn = await (by === 'ours' ? drawnByOurs : drawnByGeojson)(what, rows)
  await new Promise((rested) => setTimeout(rested, 500))
  const tasks: number[] = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
  const timed = async (act: () => Promise<unknown>): Promise<number> => {
    const from = performance.now()
    await act()
    return performance.now() - from
  }
  const first = await timed(drawn.draw)
  await new Promise((rested) => setTimeout(rested, 300))
  const longest = Math.max(0, ...tasks)
  return { idle: first, longest, zoom: await timed(drawn.zoom) }
}

Object.assign(window, { run })
