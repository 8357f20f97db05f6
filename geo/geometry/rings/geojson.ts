import type { Line, Position, Ring, Shape } from './shape'

type Coordinates = readonly (readonly number[])[]

/** GeoJSON positions → flat lon, lat. A third coordinate is left out; the input is not kept. */
export function flatOf(positions: Coordinates): Float64Array {
  const flat = new Float64Array(positions.length * 2)
  positions.forEach(([x, y], at) => {
    flat[2 * at] = x ?? NaN
    flat[2 * at + 1] = y ?? NaN
  })
  return flat
}

/** Flat lon, lat → GeoJSON positions. */
export function positionsOf(flat: Ring | Line): [number, number][] {
  return Array.from({ length: flat.length >> 1 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!])
}

/** Coordinates of a GeoJSON Polygon → shape. */
export const shapeOfPolygon = (coordinates: readonly Coordinates[]): Shape =>
  shapeOfMultiPolygon([coordinates])

/** Coordinates of a GeoJSON MultiPolygon → shape. Polygons without a ring are left out; nothing is repaired. */
export function shapeOfMultiPolygon(coordinates: readonly (readonly Coordinates[])[]): Shape {
  return coordinates.filter((rings) => rings.length > 0).map((rings) => rings.map(flatOf))
}

/** A polygonal GeoJSON geometry → shape; null for null and for every other kind of geometry. */
export function shapeOfGeometry(
  geometry: { readonly type: string; readonly coordinates?: unknown } | null,
): Shape | null {
  switch (geometry?.type) {
    case 'Polygon':
      return shapeOfPolygon(geometry.coordinates as Coordinates[])
    case 'MultiPolygon':
      return shapeOfMultiPolygon(geometry.coordinates as Coordinates[][])
    default:
      return null
  }
}

export type PolygonalGeometry =
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }

/** Shape → GeoJSON: a Polygon where it has one part, else a MultiPolygon (also of no parts). Fresh arrays. */
export function geometryOf(shape: Shape): PolygonalGeometry {
  const coordinates = shape.map((polygon) => polygon.map(positionsOf))
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0]! }
    : { type: 'MultiPolygon', coordinates }
}

/** Line → GeoJSON LineString. Fresh arrays. */
export const lineStringOf = (line: Line): { type: 'LineString'; coordinates: [number, number][] } => ({
  type: 'LineString',
  coordinates: positionsOf(line),
})

/** Position → GeoJSON Point. Fresh array. */
export const pointOf = (position: Position): { type: 'Point'; coordinates: [number, number] } => ({
  type: 'Point',
  coordinates: [position[0], position[1]],
})
