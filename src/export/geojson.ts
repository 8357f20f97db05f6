import { rewind } from '@turf/turf'
import { geometryOf, lineStringOf, pointOf } from '#geo'
import type { WrittenRow } from '../records/written'

/**
 * Rows as a FeatureCollection in WGS-84, one feature a line so that versions can be compared; empty cells are left
 * out. Outer rings run counter-clockwise, holes clockwise (RFC 7946, 3.1.6).
 */
export function toGeoJson(rows: readonly WrittenRow[]): string {
  const features = rows.map((row) => {
    const properties: Record<string, unknown> = {}
    for (const [name, cell] of Object.entries(row.cells)) if (cell !== null) properties[name] = cell
    return JSON.stringify({ type: 'Feature', properties, geometry: geometryIn(row) })
  })
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`
}

function geometryIn({ shape, line, position }: WrittenRow): object | null {
  if (shape && shape.length > 0) return rewind(geometryOf(shape), { reverse: false })
  if (line) return lineStringOf(line)
  return position ? pointOf(position) : null
}
