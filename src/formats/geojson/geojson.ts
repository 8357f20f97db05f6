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

/** A FeatureCollection (or one Feature) as a table: each feature a row, its properties the cells. */
export function readFeatures(text: string): Read<FeatureTable> {
  const json = readJson(text.replace(/^\uFEFF/, ''))
  if (!json.ok) return json
  const root = json.value
  const features = featuresOf(root)
  if (!features || !isRecord(root)) {
    const seen = isRecord(root) ? String(root.type ?? '{}') : JSON.stringify(root)?.slice(0, 40)
    return { ok: false, code: 'not-features', seen: seen ?? null }
  }
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
    return { row: i + 1, cells, geometry: feature.geometry ?? null }
  })
  return { ok: true, value: { headers: [...headers], headerRow: null, rows, statedFrame: frameNameOf(root) } }
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
