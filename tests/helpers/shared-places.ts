import type { Place, PlaceKind } from '#geo'
import { shapeOfGeometry } from '../../geo/geometry/rings/geojson'
import { readSharedData } from './shared-data'

interface Feature {
  readonly properties: Readonly<Record<string, string | number | null | undefined>>
  readonly geometry: { readonly type: string; readonly coordinates?: unknown } | null
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
const count = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The places of a real pack, read straight from its GeoJSON: no importer in between. */
export function sharedPlaces(pack: string): Place[] {
  const { features } = readSharedData<{ features: Feature[] }>(`${pack}/places.geojson`)
  return features.map(({ properties, geometry }, at) => ({
    code: String(properties.code),
    name: text(properties.name) ?? '',
    kind: properties.kind as PlaceKind,
    parent: text(properties.parent),
    people: count(properties.people),
    households: count(properties.households),
    aliases: [],
    shape: shapeOfGeometry(geometry),
    origin: { file: 'places.geojson', row: at + 1, knownAt: null },
  }))
}
