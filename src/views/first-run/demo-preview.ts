import { unzipSync } from 'fflate'
import type { Geometry } from 'geojson'
import { difference, type Shape, union } from '#geo'

/** A drawing of the demo district and how much it holds, made from the pack itself. */
export interface DemoPreview {
  readonly width: number
  readonly height: number
  readonly district: string
  readonly towns: string
  readonly water: string
  readonly rivers: string
  readonly roads: string
  readonly zones: readonly { readonly level: string; readonly path: string }[]
  readonly labels: readonly { readonly name: string; readonly x: number; readonly y: number }[]
  readonly counts: {
    readonly towns: number
    readonly villages: number
    readonly compounds: number
    readonly zones: number
  }
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: Geometry | null
}

type Project = (position: readonly number[]) => [number, number]

function featuresOf(files: Readonly<Record<string, Uint8Array>>, base: string): Feature[] {
  const found = Object.entries(files).filter(
    ([path]) => path.endsWith('.geojson') && (path.endsWith(`${base}.geojson`) || path.includes(`${base}/`)),
  )
  return found.flatMap(
    ([, bytes]) => (JSON.parse(new TextDecoder().decode(bytes)) as { features: Feature[] }).features,
  )
}

function linesOf(geometry: Feature['geometry']): readonly (readonly (readonly number[])[])[] {
  switch (geometry?.type) {
    case undefined:
      return []
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    default:
      return []
  }
}

const ringOf = (line: readonly (readonly number[])[]): Float64Array =>
  Float64Array.from(line.flatMap(([lon, lat]) => [lon!, lat!]))

function shapeOf(geometry: Feature['geometry']): Shape {
  if (geometry?.type === 'Polygon') return [geometry.coordinates.map(ringOf)]
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.map((polygon) => polygon.map(ringOf))
  return []
}

/** Ground of each level: members joined (or what was drawn), cut out where a stricter level lies. */
function groundByLevel(
  zones: readonly Feature[],
  places: readonly Feature[],
): { level: string; shape: Shape }[] {
  const byCode = new Map(places.map((place) => [String(place.properties.code), place]))
  const membersOf = ({ properties, geometry }: Feature): Shape[] => {
    const codes = String(properties.members ?? '')
      .split(';')
      .filter(Boolean)
    return codes.length > 0
      ? codes.map((code) => shapeOf(byCode.get(code)?.geometry ?? null))
      : [shapeOf(geometry)]
  }
  const stricter: Shape[] = []
  return ['sealed', 'controlled', 'precaution'].map((level) => {
    const own = union(zones.filter(({ properties }) => properties.level === level).flatMap(membersOf))
    const shape = stricter.length > 0 ? difference(own, stricter) : own
    stricter.push(own)
    return { level, shape }
  })
}

function pathOfShape(shape: Shape, project: Project): string {
  const coordinates = shape.map((polygon) =>
    polygon.map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]),
    ),
  )
  return pathOf({ type: 'MultiPolygon', coordinates }, project, true)
}

/** A path with every point less than `TOLERANCE` px from the last one drawn left out. */
const TOLERANCE = 0.9
function pathOf(geometry: Feature['geometry'], project: Project, closed: boolean): string {
  let path = ''
  for (const line of linesOf(geometry)) {
    let [lastX, lastY] = [Number.NaN, Number.NaN]
    line.forEach((position, index) => {
      const [x, y] = project(position)
      const near = Math.abs(x - lastX) + Math.abs(y - lastY) < TOLERANCE
      if (near && index > 0 && index < line.length - 1) return
      path += `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
      lastX = x
      lastY = y
    })
    if (closed) path += 'Z'
  }
  return path
}

function boxOf(features: readonly Feature[]): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of features) {
    for (const [lon, lat] of linesOf(geometry).flat() as [number, number][]) {
      box[0] = Math.min(box[0], lon)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lon)
      box[3] = Math.max(box[3], lat)
    }
  }
  return box
}

/** Fits the box into width × height with a margin; east–west shortened by the cosine of the middle latitude. */
function projection(box: ReturnType<typeof boxOf>, width: number, height: number): Project {
  const [west, south, east, north] = box
  const shorten = Math.cos(((south + north) / 2 / 180) * Math.PI)
  const margin = 14
  const scale = Math.min(
    (width - 2 * margin) / ((east - west) * shorten),
    (height - 2 * margin) / (north - south),
  )
  const [left, top] = [(width - (east - west) * shorten * scale) / 2, (height - (north - south) * scale) / 2]
  return ([lon, lat]) => [left + (lon! - west) * shorten * scale, top + (north - lat!) * scale]
}

const kindOf = ({ properties }: Feature): unknown => properties.kind
const inForce =
  (asOf: string) =>
  ({ properties: { from, to } }: Feature): boolean =>
    String(from).slice(0, asOf.length) <= asOf && (!to || String(to) > asOf)
const MAJOR = new Set(['motorway', 'trunk', 'primary', 'secondary'])

/** Reads the demo pack (a zip) and draws it `width` × `height` px. Throws where it is no pack. */
export function demoPreview(
  archive: Uint8Array,
  { width, height }: { width: number; height: number },
): DemoPreview {
  const files = unzipSync(archive, { filter: ({ name }) => /(?:json)$/.test(name) })
  const pack = Object.entries(files).find(([path]) => path.endsWith('pack.json'))?.[1]
  const asOf = String((JSON.parse(new TextDecoder().decode(pack)) as { asOf?: string }).asOf ?? '9999')
  const places = featuresOf(files, 'places')
  const zones = featuresOf(files, 'zones').filter(inForce(asOf))
  const backdrop = featuresOf(files, 'backdrop')
  const districts = places.filter((place) => kindOf(place) === 'district')
  const towns = places.filter((place) => kindOf(place) === 'town')
  const box = boxOf(districts.some(({ geometry }) => geometry) ? districts : towns)
  const project = projection(box, width, height)
  const joined = (features: readonly Feature[], closed: boolean): string =>
    features.map(({ geometry }) => pathOf(geometry, project, closed)).join('')
  const isArea = ({ geometry }: Feature): boolean =>
    geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
  const water = backdrop.filter(({ properties }) =>
    /water|river|lake/.test(String(properties.kind ?? properties.class)),
  )
  const count = (kind: string): number => places.filter((place) => kindOf(place) === kind).length
  return {
    width,
    height,
    district: joined(districts.length ? districts : towns, true),
    towns: joined(towns, true),
    water: joined(water.filter(isArea), true),
    rivers: joined(
      water.filter((feature) => !isArea(feature)),
      false,
    ),
    roads: joined(
      featuresOf(files, 'roads').filter(({ properties }) => MAJOR.has(String(properties.class))),
      false,
    ),
    zones: groundByLevel(zones, places)
      .reverse()
      .map(({ level, shape }) => ({ level, path: pathOfShape(shape, project) })),
    labels: towns.flatMap((town) => {
      const [west, south, east, north] = boxOf([town])
      const [x, y] = project([(west + east) / 2, (south + north) / 2])
      return Number.isFinite(x) ? [{ name: String(town.properties.name ?? ''), x, y }] : []
    }),
    counts: {
      towns: towns.length,
      villages: count('village'),
      compounds: count('compound'),
      zones: zones.length,
    },
  }
}
