import { firstUnwritable } from '../../log/well-formed'
import { LIMITS, nestsTooDeep } from '../limits'
import type { FaultCode, RawRow, Read, Said, Table } from '../table'
import { type Flaw, flawOf, isGeometryType, isRecord, type Json } from './feature-flaws'
import { findJsonFault } from './json-fault'
import type { JsonPath } from './json-places'

export interface FeatureTable extends Table {
  /** the name in an old-style `crs` member, or null */
  readonly statedFrame: string | null
}

/** JSON text, or the place where it breaks (`line 12, column 40: …`). What nests too deep is not read. */
export function readJson(text: string): Read<unknown> {
  if (nestsTooDeep(text)) return { ok: false, code: 'nested-too-deep', seen: String(LIMITS.depth) }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    const fault = findJsonFault(text)
    const where = fault ? `${fault.line}:${fault.column} ${fault.cut ? '⏏ ' : ''}${fault.near}` : null
    return { ok: false, code: 'broken-json', seen: where }
  }
}

/** Names that make a feature what it is: with two of one nobody knows what is meant. */
export const STRUCTURE: ReadonlySet<string> = new Set([
  ...['type', 'features', 'geometry', 'coordinates', 'properties', 'geometries', 'crs'],
])

export const saidOf = (code: FaultCode, seen: string): Said => ({ code, row: null, column: null, seen })

export function pathOfFeature(root: unknown, i: number): JsonPath {
  if (!isRecord(root)) return [i]
  if (root.type === 'FeatureCollection') return ['features', i]
  return root.type === 'GeometryCollection' ? ['geometries', i] : []
}

/** A geometry by itself is read as that of a feature: where it stands itself the feature is left out of the path. */
export const pathWithin = (root: unknown, path: JsonPath): JsonPath =>
  isRecord(root) && isGeometryType(root.type) ? path.slice(1) : path

/** Where the flaw of a feature stands, as `line:column`. */
export type Place = (feature: number, flaw: JsonPath) => string

/** So many flaws of a document are told with line and column; the others by the number of their feature. */
export const MOST_PLACED = 20

/** GeoJSON features as a table, whatever format they came in. */
export function featureTable(features: readonly unknown[], place?: Place): Table {
  const headers = new Set<string>()
  let placed = 0
  const rows = features.map((feature, i): RawRow => {
    const flaw = flawOf(feature)
    const where = flaw && ++placed <= MOST_PLACED && place ? place(i, flaw.path) : null
    const row = rowOfFeature(feature, { row: i + 1, flaw, where })
    for (const header of Object.keys(row.cells)) headers.add(header)
    return row
  })
  return { headers: [...headers], headerRow: null, rows }
}

interface Looked {
  readonly row: number
  /** why it cannot be read */
  readonly flaw: Flaw | null
  /** where that stands, as `line:column` */
  readonly where: string | null
}

/** A feature as a row. */
export function rowOfFeature(feature: unknown, { row, flaw, where }: Looked): RawRow {
  const cells = cellsOf(feature)
  const unwritable = firstUnwritable(cells)
  if (unwritable) {
    const said = { code: 'unwritable-value', column: unwritable.path, seen: unwritable.seen } as const
    return { row, cells: {}, geometry: null, broken: said }
  }
  if (!flaw) return { row, cells, geometry: geometryOf(feature) }
  const seen = `${where === null ? '' : `${where} `}${excerptAt(feature, flaw.path)}`
  return { row, cells, geometry: null, broken: { code: flaw.code, seen } }
}

/** The geometry of a feature that can be read. */
export const geometryOf = (feature: unknown): unknown => gathered((feature as Json).geometry ?? null)

/** What the feature says of itself, and its id where no property has that name. */
function cellsOf(feature: unknown): Record<string, unknown> {
  if (!isRecord(feature)) return {}
  const { properties, id } = feature
  const cells = isRecord(properties) ? { ...properties } : {}
  if ((typeof id === 'string' || typeof id === 'number') && !('id' in cells)) cells.id = id
  return cells
}

/** A collection of polygons (or lines) alone as one geometry of several parts. */
function gathered(geometry: unknown): unknown {
  if (!isRecord(geometry) || geometry.type !== 'GeometryCollection' || !Array.isArray(geometry.geometries))
    return geometry
  const parts = geometry.geometries.filter(isRecord)
  const [first] = parts
  if (!first || parts.length !== geometry.geometries.length) return geometry
  if (parts.length === 1) return first
  const isAlike = parts.every(({ type }) => type === first.type)
  if (!isAlike || (first.type !== 'Polygon' && first.type !== 'LineString')) return geometry
  return { type: `Multi${first.type}`, coordinates: parts.map(({ coordinates }) => coordinates) }
}

/** What stands there, of no more than a line. */
function excerptAt(feature: unknown, path: JsonPath): string {
  let found: unknown = feature
  for (const step of path) found = (found as Readonly<Record<string | number, unknown>> | undefined)?.[step]
  return JSON.stringify(found ?? null)?.slice(0, 60) ?? ''
}

export function featuresOf(root: unknown): unknown[] | null {
  if (Array.isArray(root)) return root.length > 0 && root.every(isFeature) ? root : null
  if (!isRecord(root)) return null
  if (root.type === 'FeatureCollection') return Array.isArray(root.features) ? root.features : null
  if (root.type === 'Feature') return [root]
  if (root.type === 'GeometryCollection' && Array.isArray(root.geometries))
    return root.geometries.map(featureOf)
  return isGeometryType(root.type) ? [featureOf(root)] : null
}

const isFeature = (one: unknown): boolean => isRecord(one) && one.type === 'Feature'
const featureOf = (geometry: unknown): unknown => ({ type: 'Feature', properties: {}, geometry })

export function frameNameOf(root: Record<string, unknown>): string | null {
  const crs = root.crs
  if (!isRecord(crs) || !isRecord(crs.properties)) return null
  return typeof crs.properties.name === 'string' ? crs.properties.name : null
}
