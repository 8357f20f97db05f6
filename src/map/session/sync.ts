import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { MapPicture } from '../../layers/compose'
import type { PartSource } from '../../layers/part'
import { type Change, diff } from './diff'

/** What sync needs of a map: MapLibre's own methods, or a fake's. */
export interface LayeredMap {
  addSource(id: string, source: SourceSpecification): unknown
  removeSource(id: string): unknown
  addLayer(layer: LayerSpecification, before?: string): unknown
  removeLayer(id: string): unknown
  moveLayer(id: string, before?: string): unknown
  setPaintProperty(id: string, name: string, value: unknown): unknown
  setLayoutProperty(id: string, name: string, value: unknown): unknown
  setData(id: string, data: FeatureCollection): void
  updateData(id: string, change: { remove: string[]; add: FeatureCollection['features'] }): void
}

/** Turns a part's source into one the map understands; tiles get an address that the tile cutter answers. */
export type SourceMaker = (id: string, source: PartSource) => SourceSpecification

function apply(map: LayeredMap, change: Change, make: SourceMaker): void {
  switch (change.kind) {
    case 'removeLayer':
      map.removeLayer(change.id)
      return
    case 'removeSource':
      map.removeSource(change.id)
      return
    case 'addSource':
      map.addSource(change.id, make(change.id, change.source))
      return
    case 'setData':
      map.setData(change.id, change.data)
      return
    case 'updateData':
      map.updateData(change.id, { remove: [...change.remove], add: [...change.add] })
      return
    case 'addLayer':
      map.addLayer(change.layer, change.before ?? undefined)
      return
    case 'moveLayer':
      map.moveLayer(change.id, change.before ?? undefined)
      return
    case 'paint':
      map.setPaintProperty(change.id, change.name, change.value)
      return
    case 'layout':
      map.setLayoutProperty(change.id, change.name, change.value)
      return
    default:
      change satisfies never
  }
}

/** Brings the map from one picture to the next and says how many steps that took. */
export function sync(
  map: LayeredMap,
  pictures: { before: MapPicture | null; after: MapPicture },
  make: SourceMaker,
): number {
  const changes = diff(pictures.before, pictures.after)
  for (const change of changes) apply(map, change, make)
  return changes.length
}
