import type { SourceSpecification } from 'maplibre-gl'
import type { PartSource } from '../../layers/part'
import { MAX_ZOOM } from '../tiles/max-zoom'
import { tileAddress } from '../tiles/tiles'

/** A part's source as the renderer takes it. */
export const sourceOf = (_id: string, source: PartSource): SourceSpecification =>
  source.type === 'geojson'
    ? {
        type: 'geojson',
        data: source.data,
        tolerance: 0.2,
        ...(source.promoteId ? { promoteId: source.promoteId } : {}),
      }
    : {
        type: 'vector',
        tiles: [tileAddress(source.layer, source.columns)],
        minzoom: 0,
        maxzoom: MAX_ZOOM[source.columns.kind],
      }
