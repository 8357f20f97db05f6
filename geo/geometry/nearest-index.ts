import { NearestCell } from './nearest-cell'
import type { Points } from './point-cells'
import { boundsOfLine } from './rings/bounds'
import { distanceM } from './rings/distance'
import { SEMI_MAJOR_M } from './rings/ring-area'
import type { Bounds, Position } from './rings/shape'
import { VertexIds } from './rings/vertex-ids'

/** Share by which the way on a sphere may differ from that on the ellipsoid. */
const SPHERE_SHARE = 0.006
/** Beyond this latitude, and over more degrees than that, all are asked. */
const HIGHEST = 85
const WIDEST = 90
const RADIANS = Math.PI / 180

/**
 * Which of many positions (degrees WGS-84) is nearest, by the length of the geodesic; of equals the smaller row. The
 * ground is divided, as it is asked for, into cells each of which knows the few that can be nearest to anything in it.
 */
export class NearestIndex {
  /** rows and positions, of those in one place the first */
  private readonly rows: Int32Array
  private readonly lonLat: Float64Array
  private readonly whole: NearestCell | null

  constructor({ lon, lat }: Points) {
    const places = new VertexIds(lon.length)
    const rows: number[] = []
    for (let row = 0; row < lon.length; row++)
      if (Math.abs(lon[row]!) < Infinity && Math.abs(lat[row]!) < Infinity)
        if (places.idOf(lon[row]!, lat[row]!) === rows.length) rows.push(row)
    this.rows = Int32Array.from(rows)
    this.lonLat = places.lonLat.subarray(0, 2 * rows.length)
    const bounds = boundsOfLine(this.lonLat)
    const around = bounds && widened(bounds)
    this.whole =
      around &&
      new NearestCell(
        around,
        this.lonLat,
        Int32Array.from(rows, (_, at) => at),
      )
  }

  /** Row of the nearest; −1 where none is known, or the position is not. */
  nearest(lon: number, lat: number): number {
    if (this.rows.length === 0 || !(Math.abs(lon) < Infinity && Math.abs(lat) < Infinity)) return -1
    const cell = this.whole?.holds(lon, lat) ? this.whole.cellAt(lon, lat) : null
    if (!cell) return this.nearestOfAll([lon, lat])
    const at = cell.nearest(lon, lat)
    return at >= 0 ? this.rows[at]! : this.closest(cell.among, [lon, lat])
  }

  /** By the geodesic. */
  private closest(among: Int32Array, from: Position): number {
    const { rows, lonLat } = this
    let [best, least] = [-1, Infinity]
    for (const at of among) {
      const metres = distanceM(from, [lonLat[2 * at]!, lonLat[2 * at + 1]!])
      if (metres < least || (metres === least && rows[at]! < best)) [best, least] = [rows[at]!, metres]
    }
    return best
  }

  private nearestOfAll(from: Position): number {
    const { rows, lonLat } = this
    const ways = Float64Array.from(rows, (_, at) => onSphereM(from, [lonLat[2 * at]!, lonLat[2 * at + 1]!]))
    const least = ways.reduce((low, way) => Math.min(low, way), Infinity)
    const most = least * (1 + 2 * SPHERE_SHARE) + 1e-6
    return this.closest(
      rows.map((_, at) => at).filter((at) => ways[at]! <= most),
      from,
    )
  }
}

/** With as much again on every side, at least 1°; null where that is too much of the globe for its plane. */
function widened([west, south, east, north]: Bounds): Bounds | null {
  const [dx, dy] = [Math.max(1, east - west), Math.max(1, north - south)]
  const isWide = east - west > WIDEST || Math.max(Math.abs(south), Math.abs(north)) > HIGHEST
  if (isWide || west - dx < -180 || east + dx > 180) return null
  return [west - dx, Math.max(-HIGHEST, south - dy), east + dx, Math.min(HIGHEST, north + dy)]
}

/** Way on the sphere. */
function onSphereM([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const [north, east] = [Math.sin(((lat2 - lat1) * RADIANS) / 2), Math.sin(((lon2 - lon1) * RADIANS) / 2)]
  const square = north * north + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * east * east
  return 2 * SEMI_MAJOR_M * Math.asin(Math.min(1, Math.sqrt(square)))
}
