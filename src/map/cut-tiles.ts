import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Position } from 'geojson'
import type { PointColumns, PolygonColumns } from './part'

/** An index over columns from which tiles are cut. */
export interface TileIndex {
  readonly layer: string
  readonly index: GeoJSONVT
}

const MAX_ZOOM = { points: 14, polygons: 15 } as const

function pointFeatures({ lonLat, properties }: PointColumns): Feature[] {
  const columns = Object.entries(properties)
  return Array.from({ length: lonLat.length / 2 }, (_, row) => ({
    type: 'Feature',
    properties: { row, ...Object.fromEntries(columns.map(([name, values]) => [name, values[row]!])) },
    geometry: { type: 'Point', coordinates: [lonLat[2 * row]!, lonLat[2 * row + 1]!] },
  }))
}

function polygonFeatures(columns: PolygonColumns): Feature[] {
  const { coordinates, ringStarts, polygonStarts, rowStarts, codes } = columns
  const ring = (r: number): Position[] => {
    const positions: Position[] = []
    for (let v = ringStarts[r]!; v < ringStarts[r + 1]!; v++)
      positions.push([coordinates[2 * v]!, coordinates[2 * v + 1]!])
    return positions
  }
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)
  return codes.map((code, row) => ({
    type: 'Feature',
    properties: { code, row },
    geometry: {
      type: 'MultiPolygon',
      coordinates: range(rowStarts[row]!, rowStarts[row + 1]!).map((p) =>
        range(polygonStarts[p]!, polygonStarts[p + 1]!).map(ring),
      ),
    },
  }))
}

/** Builds the index of one layer. Rows without a position or polygon yield no feature. */
export function indexColumns(layer: string, columns: PointColumns | PolygonColumns): TileIndex {
  const features = columns.kind === 'points' ? pointFeatures(columns) : polygonFeatures(columns)
  const index = new GeoJSONVT(
    { type: 'FeatureCollection', features },
    { maxZoom: MAX_ZOOM[columns.kind], indexMaxZoom: 5, indexMaxPoints: 50_000, tolerance: 1.5, buffer: 64 },
  )
  return { layer, index }
}

/** One tile as a vector tile of its own bytes (never shared), or null where the tile is empty. */
export function cutTile({ layer, index }: TileIndex, z: number, x: number, y: number): ArrayBuffer | null {
  const tile = index.getTile(z, x, y)
  if (!tile || tile.features.length === 0) return null
  const bytes = fromGeojsonVt({ [layer]: tile }, { version: 2, extent: 4096 })
  return bytes.slice().buffer
}
