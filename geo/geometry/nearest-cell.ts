import { metresPerDegree } from './rings/plane'
import { SEMI_MAJOR_M } from './rings/ring-area'
import type { Bounds } from './rings/shape'

/** Cells along each side into which a cell is divided, and how few need no division. */
const SIDE = 4
const FEW = 12
const DEEPEST = 14
/** What is kept is this much more than is thought to be enough. */
const SLACK = 1.001

interface Scale {
  /** metres of a degree */
  readonly lon: number
  readonly lat: number
}

/** Bounds (degrees) and the positions, by number, of which one is nearest to whatever lies in them. */
export class NearestCell {
  private readonly scale: Scale
  /** squares of ways whose ratio is nearer to 1 than this are told apart by the geodesic alone */
  private readonly sure: number
  /** longitude, latitude of each of `among`, side by side */
  private readonly own: number[]
  private readonly cells: (NearestCell | null)[] | null
  private readonly columnsADegree: number
  private readonly bandsADegree: number
  /** the positions, by number */
  readonly among: Int32Array

  /** `among`: of which positions of `lonLat`, by number, the nearest to anything in the bounds surely is one. */
  constructor(
    private readonly bounds: Bounds,
    private readonly lonLat: Float64Array,
    among: Int32Array,
    private readonly depth = 0,
  ) {
    const [west, south, east, north] = bounds
    const [x, y] = [(west + east) / 2, (south + north) / 2]
    this.scale = scaleAt(y)
    const corner = Math.hypot((east - west) * scaleOf(south, north).lon, (north - south) * this.scale.lat) / 2
    let least = Infinity
    for (const at of among) least = Math.min(least, this.squareTo(at, x, y))
    // so far apart can anything be from the middle that is nearest to something in the bounds
    const reach = (Math.sqrt(least) * 1.02 + 2 * corner) * SLACK + 0.01
    const spread = reach / 110_000
    const [low, high] = scalesOf(y - spread, y + spread)
    const share = Math.max(high.lon / low.lon, high.lat / low.lat)
    const most = reach * share
    this.among = among.filter((at) => this.squareTo(at, x, y) <= most * most)
    const bulge = (2 * reach) / SEMI_MAJOR_M
    this.sure = share ** 2 * (1 + bulge * bulge) + 1e-6
    const isDivided = this.among.length > FEW && depth < DEEPEST && east > west && north > south
    this.cells = isDivided ? new Array<NearestCell | null>(SIDE * SIDE).fill(null) : null
    this.own = []
    if (!isDivided) for (const at of this.among) this.own.push(lonLat[2 * at]!, lonLat[2 * at + 1]!)
    this.columnsADegree = SIDE / (east - west)
    this.bandsADegree = SIDE / (north - south)
  }

  private squareTo(at: number, x: number, y: number): number {
    const dx = (this.lonLat[2 * at]! - x) * this.scale.lon
    const dy = (this.lonLat[2 * at + 1]! - y) * this.scale.lat
    return dx * dx + dy * dy
  }

  holds(lon: number, lat: number): boolean {
    const [west, south, east, north] = this.bounds
    return lon >= west && lon <= east && lat >= south && lat <= north
  }

  /** The smallest cell that holds the position, which lies in the bounds. */
  cellAt(lon: number, lat: number): NearestCell {
    let cell: NearestCell = this
    while (cell.cells) {
      const column = Math.min(SIDE - 1, ((lon - cell.bounds[0]) * cell.columnsADegree) | 0)
      const band = Math.min(SIDE - 1, ((lat - cell.bounds[1]) * cell.bandsADegree) | 0)
      cell = cell.cells[band * SIDE + column] ??= cell.part(column, band)
    }
    return cell
  }

  private part(column: number, band: number): NearestCell {
    const [west, south, east, north] = this.bounds
    const [width, height] = [(east - west) / SIDE, (north - south) / SIDE]
    const [x, y] = [west + column * width, south + band * height]
    return new NearestCell([x, y, x + width, y + height], this.lonLat, this.among, this.depth + 1)
  }

  /** Number of the nearest; −1 where only the geodesic tells it among `among`. */
  nearest(lon: number, lat: number): number {
    const { own, scale } = this
    let [best, least, second] = [0, Infinity, Infinity]
    for (let at = 0; at < own.length; at += 2) {
      const dx = (own[at]! - lon) * scale.lon
      const dy = (own[at + 1]! - lat) * scale.lat
      const square = dx * dx + dy * dy
      if (square < least) {
        second = least
        least = square
        best = at
      } else if (square < second) second = square
    }
    return second > least * this.sure ? this.among[best >> 1]! : -1
  }
}

const scaleAt = (latitude: number): Scale => metresPerDegree(Math.max(-89.9, Math.min(89.9, latitude)))

/** The longest degrees of longitude between two latitudes. */
const scaleOf = (south: number, north: number): Scale => scalesOf(south, north)[1]

/** The shortest and the longest degrees between two latitudes. */
function scalesOf(south: number, north: number): readonly [low: Scale, high: Scale] {
  const near = south < 0 && north > 0 ? 0 : Math.min(Math.abs(south), Math.abs(north))
  const [longest, shortest] = [scaleAt(near), scaleAt(Math.max(Math.abs(south), Math.abs(north)))]
  return [
    { lon: shortest.lon, lat: longest.lat },
    { lon: longest.lon, lat: shortest.lat },
  ]
}
