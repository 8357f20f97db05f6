import { type BookType, utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { InputFile } from '../../src/import/files/zip'
import { encoded, type TEXT_ENCODINGS } from '../helpers/encoded'
import { madeDbf } from '../helpers/made-shapefile'
import type { WrittenFrame } from './frames'
import type { Ground } from './ground'
import { shapesFile } from './shapes'

export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

/** A layer as features, in the frame in which it is written. */
interface Layer {
  readonly stem: string
  readonly features: readonly Feature[]
}

interface Writing {
  readonly frame: WrittenFrame
  readonly encoding: TextEncoding
}

export interface WrittenFormat {
  readonly id: string
  /** encodings in which its text may stand; one where it leaves no choice */
  readonly encodings: readonly TextEncoding[]
  readonly takes: (frame: WrittenFrame) => boolean
  /** false where the library that writes it cuts long cells, so that ground as text does not fit */
  readonly bearsGround?: false
  readonly files: (layer: Layer, writing: Writing) => readonly InputFile[]
}

const UNICODE: readonly TextEncoding[] = ['utf-8', 'utf-8-bom', 'utf-16le-bom', 'utf-16be-bom']
const ALL: readonly TextEncoding[] = [...UNICODE, 'utf-16le', 'gb18030', 'big5']
const ANY = (): boolean => true
const WORLD = ({ id }: WrittenFrame): boolean => id === 'WGS-84'

/** The two lists of the ground as features whose positions are in the frame. */
export function layersOf({ villages, addresses }: Ground, { from }: WrittenFrame): Layer[] {
  return [
    {
      stem: '村界',
      features: villages.map(({ code, name, rings }) => ({
        type: 'Feature',
        properties: { code, name, kind: 'village' },
        geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map((at) => [...from(at)])) },
      })),
    },
    {
      stem: '病例',
      features: addresses.map(({ id, day, kind, place, at }) => ({
        type: 'Feature',
        properties: { id, reportedAt: day, kind, place },
        geometry: { type: 'Point', coordinates: [...from(at)] },
      })),
    },
  ]
}

const collection = ({ features }: Layer, more: object = {}): FeatureCollection =>
  ({ type: 'FeatureCollection', ...more, features }) as FeatureCollection
const named = ({ stem }: Layer, { word }: WrittenFrame, extension: string): string =>
  `${stem}_${word}.${extension}`
const one = (path: string, bytes: Uint8Array): InputFile[] => [{ path, bytes }]

/** Coordinates as WKT has them. */
function wkt(geometry: Geometry): string {
  if (geometry.type !== 'Polygon') throw new RangeError(geometry.type)
  const ring = (positions: readonly number[][]): string =>
    `(${positions.map((at) => at.join(' ')).join(', ')})`
  return `POLYGON (${geometry.coordinates.map(ring).join(', ')})`
}

/** The layer as a table: points in two columns, ground as text. */
function tableOf({ features }: Layer): string[][] {
  const [first] = features
  const names = Object.keys(first!.properties!)
  const isPoint = first!.geometry.type === 'Point'
  return [
    [...names, ...(isPoint ? ['lng', 'lat'] : ['wkt'])],
    ...features.map(({ properties, geometry }) => [
      ...names.map((name) => String(properties![name])),
      ...(geometry.type === 'Point' ? geometry.coordinates.map(String) : [wkt(geometry)]),
    ]),
  ]
}

const cell = (text: string): string => (/[",]/.test(text) ? `"${text}"` : text)

function topologyOf({ features }: Layer): object {
  const arcs: number[][][] = []
  const geometries = features.map(({ properties, geometry }) => {
    if (geometry.type === 'Point') return { type: 'Point', coordinates: geometry.coordinates, properties }
    const rings = (geometry as { coordinates: number[][][] }).coordinates
    return { type: 'Polygon', arcs: rings.map((ring) => [arcs.push(ring) - 1]), properties }
  })
  return { type: 'Topology', arcs, objects: { layer: { type: 'GeometryCollection', geometries } } }
}

function kmlOf({ features }: Layer, encoding: string): string {
  const ring = (positions: readonly number[][]): string =>
    `<LinearRing><coordinates>${positions.map((at) => at.join(',')).join(' ')}</coordinates></LinearRing>`
  const ground = (geometry: Geometry): string => {
    if (geometry.type === 'Point')
      return `<Point><coordinates>${geometry.coordinates.join(',')}</coordinates></Point>`
    const [outer, ...holes] = (geometry as { coordinates: number[][][] }).coordinates
    return `<Polygon><outerBoundaryIs>${ring(outer!)}</outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('')}</Polygon>`
  }
  const said = (properties: object): string =>
    Object.entries(properties)
      .map(([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`)
      .join('')
  const placemarks = features.map(
    ({ properties, geometry }) =>
      `<Placemark><ExtendedData>${said(properties!)}</ExtendedData>${ground(geometry)}</Placemark>`,
  )
  return `<?xml version="1.0" encoding="${encoding}"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks.join('\n')}</Document></kml>`
}

function shapefile(layer: Layer, { frame, encoding }: Writing): InputFile[] {
  const names = Object.keys(layer.features[0]!.properties!)
  const columns = names.map((name) => ({
    name: encoded(name, encoding),
    cells: layer.features.map(({ properties }) => encoded(String(properties![name]), encoding)),
  }))
  const { stem } = layer
  const parts = {
    [`${stem}.shp`]: shapesFile(layer.features.map(({ geometry }) => geometry)),
    [`${stem}.dbf`]: madeDbf(columns),
    ...(frame.prj ? { [`${stem}.prj`]: strToU8(frame.prj) } : {}),
  }
  return one(named(layer, frame, 'zip'), zipSync(parts))
}

const book =
  (bookType: BookType, extension: string) =>
  (layer: Layer, { frame }: Writing): InputFile[] => {
    const made = utils.book_new()
    utils.book_append_sheet(made, utils.aoa_to_sheet(tableOf(layer)), layer.stem)
    const bytes = new Uint8Array(write(made, { bookType, type: 'array' }) as ArrayBuffer)
    return one(named(layer, frame, extension), bytes)
  }

const xmlName = (encoding: TextEncoding): string =>
  encoding.startsWith('utf-16') ? 'UTF-16' : encoding === 'utf-8-bom' ? 'UTF-8' : encoding

/** Every format that holds ground or positions, and how the layer is written in it. */
export const FORMATS: readonly WrittenFormat[] = [
  {
    ...{ id: 'GeoJSON', encodings: ALL, takes: ANY },
    files: (layer, { frame, encoding }) => {
      const crs = {
        type: 'name',
        properties: { name: frame.code === null ? frame.id : `EPSG:${frame.code}` },
      }
      const text = JSON.stringify(collection(layer, { crs }))
      return one(`${layer.stem}.geojson`, encoded(text, encoding))
    },
  },
  {
    ...{ id: 'NDJSON', encodings: ALL, takes: ANY },
    files: (layer, { frame, encoding }) => {
      const text = layer.features.map((feature) => JSON.stringify(feature)).join('\n')
      return one(named(layer, frame, 'geojsonl'), encoded(text, encoding))
    },
  },
  {
    ...{ id: 'TopoJSON', encodings: ALL, takes: ANY },
    files: (layer, { frame, encoding }) =>
      one(named(layer, frame, 'topojson'), encoded(JSON.stringify(topologyOf(layer)), encoding)),
  },
  {
    ...{ id: 'Shapefile zip', encodings: ['utf-8', 'gb18030', 'big5'], takes: ANY },
    files: shapefile,
  },
  {
    ...{ id: 'KML', encodings: ALL, takes: WORLD },
    files: (layer, { encoding }) =>
      one(`${layer.stem}.kml`, encoded(kmlOf(layer, xmlName(encoding)), encoding)),
  },
  {
    ...{ id: 'KMZ', encodings: ['utf-8'], takes: WORLD },
    files: (layer) => one(`${layer.stem}.kmz`, zipSync({ 'doc.kml': strToU8(kmlOf(layer, 'UTF-8')) })),
  },
  {
    ...{ id: 'FlatGeobuf', encodings: ['utf-8'], takes: ANY },
    files: (layer, { frame }) =>
      one(named(layer, frame, 'fgb'), serialize(collection(layer), frame.code ?? 0)),
  },
  {
    ...{ id: 'CSV with WKT', encodings: ALL, takes: ANY },
    files: (layer, { frame, encoding }) => {
      const text = tableOf(layer)
        .map((row) => row.map(cell).join(','))
        .join('\r\n')
      return one(named(layer, frame, 'csv'), encoded(text, encoding))
    },
  },
  { ...{ id: 'XLSX', encodings: ['utf-8'], takes: ANY }, files: book('xlsx', 'xlsx') },
  { ...{ id: 'XLS', encodings: ['utf-8'], takes: ANY }, bearsGround: false, files: book('biff8', 'xls') },
  { ...{ id: 'ODS', encodings: ['utf-8'], takes: ANY }, files: book('ods', 'ods') },
]
