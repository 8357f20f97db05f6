import type { FaultCode } from '../table'
import type { JsonPath } from './json-places'

export type Json = Readonly<Record<string, unknown>>

/** Where a feature is not as GeoJSON has it. */
export interface Flaw {
  readonly code: Extract<
    FaultCode,
    | 'not-a-feature'
    | 'broken-coordinates'
    | 'line-too-short'
    | 'ring-too-short'
    | 'wrong-geometry'
    | 'beside-standard'
  >
  readonly path: JsonPath
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How many lists stand within each other down to a position. */
const DEPTH: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

export const isGeometryType = (type: unknown): boolean =>
  typeof type === 'string' && (type in DEPTH || type === 'GeometryCollection')

/** Members that have a meaning of their own and stand where they have none. */
const FOREIGN: Readonly<Record<'collection' | 'feature' | 'geometry', readonly string[]>> = {
  collection: ['coordinates', 'geometries', 'geometry', 'properties'],
  feature: ['coordinates', 'geometries', 'features'],
  geometry: ['geometry', 'properties', 'features'],
}

/** Why the feature cannot be read; null where it can. */
export function flawOf(feature: unknown): Flaw | null {
  if (!isRecord(feature)) return { code: 'not-a-feature', path: [] }
  if (feature.type !== 'Feature') return { code: 'not-a-feature', path: ['type'] }
  const { properties, id, geometry } = feature
  if (properties !== undefined && properties !== null && !isRecord(properties))
    return { code: 'not-a-feature', path: ['properties'] }
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number')
    return { code: 'not-a-feature', path: ['id'] }
  if (geometry === undefined || geometry === null) return null
  return below('geometry', flawOfGeometry(geometry))
}

const below = (step: string | number, flaw: Flaw | null): Flaw | null =>
  flaw && { ...flaw, path: [step, ...flaw.path] }

function flawOfGeometry(geometry: unknown): Flaw | null {
  if (!isRecord(geometry)) return { code: 'wrong-geometry', path: [] }
  const { type, coordinates, geometries } = geometry
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries)) return { code: 'wrong-geometry', path: ['geometries'] }
    return below('geometries', firstOf(geometries, flawOfGeometry))
  }
  if (typeof type !== 'string' || !(type in DEPTH)) return { code: 'wrong-geometry', path: ['type'] }
  if (!Array.isArray(coordinates)) return { code: 'broken-coordinates', path: ['coordinates'] }
  const parts = (of: number, read: (one: unknown) => Flaw | null) => listFlaw(coordinates, of, read)
  const flaw =
    type === 'LineString' || type === 'MultiLineString'
      ? parts(DEPTH[type]! - 1, lineFlaw)
      : type === 'Polygon' || type === 'MultiPolygon'
        ? parts(DEPTH[type]! - 1, ringFlaw)
        : parts(DEPTH[type]!, positionFlaw)
  return below('coordinates', flaw)
}

function firstOf(list: readonly unknown[], read: (one: unknown) => Flaw | null): Flaw | null {
  for (let i = 0; i < list.length; i += 1) {
    const flaw = read(list[i])
    if (flaw) return below(i, flaw)
  }
  return null
}

/** A list in which nothing stands, however many lists it is made of. */
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.every(isEmpty)

/** The first flaw of what stands so many lists deep. A list in which nothing stands is no geometry, and no flaw. */
function listFlaw(value: unknown, depth: number, read: (one: unknown) => Flaw | null): Flaw | null {
  if (isEmpty(value)) return null
  if (depth > 0 && !Array.isArray(value)) return { code: 'broken-coordinates', path: [] }
  return depth === 0 ? read(value) : firstOf(value as unknown[], (one) => listFlaw(one, depth - 1, read))
}

function positionFlaw(value: unknown): Flaw | null {
  if (!Array.isArray(value) || value.length < 2) return { code: 'broken-coordinates', path: [] }
  for (let i = 0; i < value.length; i += 1) {
    const number: unknown = value[i]
    const isHeight = i >= 2 && number === null
    if (!isHeight && (typeof number !== 'number' || !Number.isFinite(number)))
      return { code: 'broken-coordinates', path: [i] }
  }
  return null
}

const positionsFlaw = (
  value: unknown,
  { least, code }: { readonly least: number; readonly code: Flaw['code'] },
) =>
  Array.isArray(value)
    ? (firstOf(value, positionFlaw) ?? (value.length < least ? { code, path: [] } : null))
    : { code: 'broken-coordinates' as const, path: [] }

const lineFlaw = (value: unknown): Flaw | null => positionsFlaw(value, { least: 2, code: 'line-too-short' })
const ringFlaw = (value: unknown): Flaw | null => positionsFlaw(value, { least: 3, code: 'ring-too-short' })

/** The first thing in a document, or in one of its features, that has no meaning there and is left aside. */
export function asideIn(root: Json, features: readonly unknown[]): JsonPath | null {
  if (root.type === 'FeatureCollection') {
    const own = asideOf(root, FOREIGN.collection)
    if (own) return own
    for (let i = 0; i < features.length; i += 1) {
      const found = asideOfFeature(features[i])
      if (found) return ['features', i, ...found]
    }
    return null
  }
  return root.type === 'Feature' ? asideOfFeature(root) : (asideOfGeometry(root) ?? openRing(root))
}

function asideOfFeature(feature: unknown): JsonPath | null {
  if (!isRecord(feature)) return null
  const own = asideOf(feature, FOREIGN.feature)
  if (own) return own
  const found = isRecord(feature.geometry) ? asideOfGeometry(feature.geometry) : null
  return found && ['geometry', ...found]
}

function asideOfGeometry(geometry: Json): JsonPath | null {
  const own = asideOf(geometry, FOREIGN.geometry)
  if (own || !Array.isArray(geometry.geometries)) return own ?? longPosition(geometry)
  const { geometries } = geometry
  // one geometry, or a collection within a collection, is better written without it
  if (geometries.length === 1) return ['geometries']
  for (let i = 0; i < geometries.length; i += 1) {
    const one: unknown = geometries[i]
    if (!isRecord(one)) continue
    const found = one.type === 'GeometryCollection' ? [] : asideOfGeometry(one)
    if (found) return ['geometries', i, ...found]
  }
  return null
}

function asideOf(object: Json, foreign: readonly string[]): JsonPath | null {
  const { bbox } = object
  const isBox =
    bbox === undefined ||
    (Array.isArray(bbox) &&
      (bbox.length === 4 || bbox.length === 6) &&
      bbox.every((one) => typeof one === 'number'))
  if (!isBox) return ['bbox']
  const name = foreign.find((one) => one in object)
  return name === undefined ? null : [name]
}

/** The first ring that does not end where it begins. */
function openRing({ type, coordinates }: Json): JsonPath | null {
  if (!Array.isArray(coordinates) || (type !== 'Polygon' && type !== 'MultiPolygon')) return null
  const parts = (type === 'Polygon' ? [coordinates] : coordinates) as readonly unknown[]
  for (const [i, rings] of parts.entries())
    for (const [j, ring] of (Array.isArray(rings) ? rings : []).entries())
      if (Array.isArray(ring) && ring.length > 0 && !isSame(ring[0], ring.at(-1)))
        return type === 'Polygon' ? ['coordinates', j] : ['coordinates', i, j]
  return null
}

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a[0] === b[0] && a[1] === b[1]

/** A single position of more than three numbers. */
const longPosition = ({ type, coordinates }: Json): JsonPath | null =>
  type === 'Point' && Array.isArray(coordinates) && coordinates.length > 3 ? ['coordinates'] : null
