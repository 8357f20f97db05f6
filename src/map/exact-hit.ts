import type { Feature, FeatureCollection, Polygon } from 'geojson'
import type { Position } from '#geo'
import type { PartSource, PolygonColumns } from '../layers/part'

/** Even-odd over the vertices from `from` to `to`, given by `at`. */
function crossingsOf(
  [from, to]: readonly [number, number],
  at: (v: number) => Position,
  [lon, lat]: Position,
): number {
  let crossed = 0
  for (let v = from; v + 1 < to; v++) {
    const [[ax, ay], [bx, by]] = [at(v), at(v + 1)]
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) crossed++
  }
  return crossed
}

function rowHolds(columns: PolygonColumns, row: number, position: Position): boolean {
  const { coordinates, ringStarts, polygonStarts, rowStarts } = columns
  const at = (v: number): Position => [coordinates[2 * v]!, coordinates[2 * v + 1]!]
  for (let p = rowStarts[row]!; p < rowStarts[row + 1]!; p++) {
    let crossed = 0
    for (let r = polygonStarts[p]!; r < polygonStarts[p + 1]!; r++)
      crossed += crossingsOf([ringStarts[r]!, ringStarts[r + 1]!], at, position)
    if (crossed % 2 === 1) return true
  }
  return false
}

function featureHolds({ geometry }: Feature, position: Position): boolean {
  const polygons: Polygon['coordinates'][] =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : []
  return polygons.some((rings) => {
    let crossed = 0
    for (const ring of rings)
      crossed += crossingsOf([0, ring.length], (v) => ring[v] as unknown as Position, position)
    return crossed % 2 === 1
  })
}

const byId = new WeakMap<FeatureCollection, ReadonlyMap<unknown, Feature>>()

function featureOf(data: FeatureCollection, id: unknown): Feature | undefined {
  let known = byId.get(data)
  if (!known) byId.set(data, (known = new Map(data.features.map((one) => [one.properties?.id, one]))))
  return known.get(id)
}

/** Features by what names them in their source: rows of columns, ids of GeoJSON. */
type Keys = readonly (string | number)[]

/**
 * The one of these that holds the position, by the lines it was made from and not as they are drawn at this zoom; the
 * first where none does, for a hand need not be exact. What it is called, or null where it has no name.
 */
export function exactHit(source: PartSource, keys: Keys, position: Position): string | null {
  if (source.type === 'tiles') {
    const { columns } = source
    if (columns.kind !== 'polygons') return null
    const row = keys.find((key) => rowHolds(columns, Number(key), position)) ?? keys[0]
    return columns.codes[Number(row)] ?? null
  }
  const holds = (key: string | number): boolean => {
    const feature = featureOf(source.data, key)
    return feature !== undefined && featureHolds(feature, position)
  }
  const id = keys.find(holds) ?? keys[0]
  return typeof id === 'string' ? id : null
}
