import { firstUnwritable } from '../../log/well-formed'
import { LIMITS, nestsTooDeep } from '../limits'
import type { RawRow, Read, Table } from '../table'
import { findJsonFault } from './json-fault'

export interface FeatureTable extends Table {
  /** the name in an old-style `crs` member, or null */
  readonly statedFrame: string | null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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

/**
 * A FeatureCollection (or one Feature, or one a line) as a table: each feature a row, its properties the cells.
 */
export function readFeatures(text: string): Read<FeatureTable> {
  const whole = text.replace(/^\uFEFF/, '')
  const json = readJson(whole)
  if (!json.ok) return oneALine(whole) ?? json
  const root = json.value
  const features = featuresOf(root)
  if (!features || !isRecord(root)) {
    const seen = isRecord(root) ? String(root.type ?? '{}') : JSON.stringify(root)?.slice(0, 40)
    return { ok: false, code: 'not-features', seen: seen ?? null }
  }
  return { ok: true, value: { ...featureTable(features), statedFrame: frameNameOf(root) } }
}

/** What begins each record in sequences of JSON texts (RFC 7464). */
const SEPARATOR = String.fromCharCode(0x1e)

/** Features one a line, as tools that stream write them; null where the lines are no such thing. */
function oneALine(text: string): Read<FeatureTable> | null {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => (line.startsWith(SEPARATOR) ? line.slice(1) : line).trim())
  const filled = lines.flatMap((line, i) => (line === '' ? [] : [{ line, number: i + 1 }]))
  if (filled.length < 2 || !filled[0]!.line.endsWith('}')) return null
  const features: unknown[] = []
  for (const { line, number } of filled) {
    const json = readJson(line)
    if (!json.ok && features.length === 0) return null
    if (!json.ok) return { ...json, seen: `${number}:${json.seen?.replace(/^\d+:/, '') ?? ''}` }
    if (features.length === 0 && !(isRecord(json.value) && json.value.type === 'Feature')) return null
    features.push(json.value)
  }
  return { ok: true, value: { ...featureTable(features), statedFrame: null } }
}

/** GeoJSON features as a table, whatever format they came in. */
export function featureTable(features: readonly unknown[]): Table {
  const headers = new Set<string>()
  const rows = features.map((feature, i): RawRow => {
    if (!isRecord(feature) || feature.type !== 'Feature') {
      const seen = JSON.stringify(feature)?.slice(0, 60) ?? ''
      return { row: i + 1, cells: {}, geometry: null, broken: { code: 'not-a-feature', seen } }
    }
    const cells = isRecord(feature.properties) ? { ...feature.properties } : {}
    if (feature.id !== undefined && !('id' in cells)) cells.id = feature.id
    const unwritable = firstUnwritable(cells)
    if (unwritable) {
      const broken = { code: 'unwritable-value', column: unwritable.path, seen: unwritable.seen } as const
      return { row: i + 1, cells: {}, geometry: null, broken }
    }
    for (const header of Object.keys(cells)) headers.add(header)
    return { row: i + 1, cells, geometry: gathered(feature.geometry ?? null) }
  })
  return { headers: [...headers], headerRow: null, rows }
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

function featuresOf(root: unknown): unknown[] | null {
  if (!isRecord(root)) return null
  if (root.type === 'FeatureCollection' && Array.isArray(root.features)) return root.features
  return root.type === 'Feature' ? [root] : null
}

function frameNameOf(root: Record<string, unknown>): string | null {
  const crs = root.crs
  if (!isRecord(crs) || !isRecord(crs.properties)) return null
  return typeof crs.properties.name === 'string' ? crs.properties.name : null
}
