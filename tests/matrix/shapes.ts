import type { Geometry } from 'geojson'

/** A `.shp` of points, or of polygons with their holes, as the published description has it. */
export function shapesFile(geometries: readonly Geometry[]): Uint8Array {
  const records = geometries.map(recordOf)
  const length = records.reduce((sum, record) => sum + 8 + record.length, 100)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, geometries[0]!.type === 'Point' ? 1 : 5, true)
  let at = 100
  for (const [i, record] of records.entries()) {
    view.setInt32(at, i + 1)
    view.setInt32(at + 4, record.length / 2)
    bytes.set(record, at + 8)
    at += 8 + record.length
  }
  return bytes
}

function recordOf(geometry: Geometry): Uint8Array {
  if (geometry.type === 'Point') {
    const view = new DataView(new ArrayBuffer(20))
    view.setInt32(0, 1, true)
    view.setFloat64(4, geometry.coordinates[0]!, true)
    view.setFloat64(12, geometry.coordinates[1]!, true)
    return new Uint8Array(view.buffer)
  }
  if (geometry.type !== 'Polygon') throw new RangeError(geometry.type)
  const rings = geometry.coordinates
  const points = rings.flat()
  const view = new DataView(new ArrayBuffer(44 + 4 * rings.length + 16 * points.length))
  view.setInt32(0, 5, true)
  const [xs, ys] = [points.map(([x]) => x!), points.map(([, y]) => y!)]
  const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b))
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b))
  for (const [i, value] of [least(xs), least(ys), most(xs), most(ys)].entries())
    view.setFloat64(4 + 8 * i, value, true)
  view.setInt32(36, rings.length, true)
  view.setInt32(40, points.length, true)
  let first = 0
  for (const [i, ring] of rings.entries()) {
    view.setInt32(44 + 4 * i, first, true)
    first += ring.length
  }
  const from = 44 + 4 * rings.length
  for (const [i, [x, y]] of points.entries()) {
    view.setFloat64(from + 16 * i, x!, true)
    view.setFloat64(from + 16 * i + 8, y!, true)
  }
  return new Uint8Array(view.buffer)
}
