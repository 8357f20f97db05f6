import { metresPerDegree } from '../geometry/rings/plane'
import type { Located } from './reach'
import { rowOrder } from './row-order'

/** Metres of a degree of latitude at the poles, where it is longest on WGS-84. */
const LONGEST_DEGREE_M = 111_694.1

/**
 * Cases gathered in cells whose diagonal is at most `radius` metres: two cases of one cell are always within it. Bands
 * of latitude of one height; each band has its own width in degrees, and columns close round the globe. All stands in
 * columns: cases by band, column and day, cells and bands in the order of their cases.
 */
export class Cells {
  /** row of each case, and what the row says, in the order of the cells */
  readonly rows: Int32Array
  readonly lon: Float64Array
  readonly lat: Float64Array
  readonly day: Int32Array
  /** by cell: its column in its band, and where its cases begin; one more at the end */
  readonly columns: Int32Array
  readonly starts: Int32Array
  /** by band that has cells, from the south: its number, and where its cells begin; one more at the end */
  readonly bands: Int32Array
  readonly firstCells: Int32Array
  private readonly height: number
  private readonly widths = new Map<number, number>()

  /** Degrees WGS-84. Throws RangeError where the radius is below 1 m, finer than any position here is known. */
  constructor(
    { lon, lat, day }: Located,
    private readonly radius: number,
  ) {
    if (!(radius >= 1)) throw new RangeError(`radius must be 1 m or more, got ${radius}`)
    this.height = radius / Math.SQRT2 / LONGEST_DEGREE_M
    const { length } = day
    const rows = this.orderOf({ lon, lat, day })
    this.rows = rows
    this.lon = new Float64Array(length)
    this.lat = new Float64Array(length)
    this.day = new Int32Array(length)
    for (let at = 0; at < length; at++) {
      const row = rows[at]!
      this.lon[at] = lon[row]!
      this.lat[at] = lat[row]!
      this.day[at] = day[row]!
    }
    const [columns, starts, bands, firstCells] = [
      new Int32Array(length),
      new Int32Array(length + 1),
      new Int32Array(length),
      new Int32Array(length + 1),
    ]
    let [cells, bandCount, width] = [0, 0, 0]
    for (let at = 0; at < length; at++) {
      // by the same sums as above, which cost less here than what they gave would, asked row by row
      const own = this.bandOf(this.lat[at]!)
      const isNewBand = at === 0 || own !== bands[bandCount - 1]
      if (isNewBand) width = this.widthOf(own)
      const ownColumn = Math.floor(eastOf(this.lon[at]!) / width)
      if (!isNewBand && ownColumn === columns[cells - 1]) continue
      if (isNewBand) {
        firstCells[bandCount] = cells
        bands[bandCount++] = own
      }
      columns[cells] = ownColumn
      starts[cells++] = at
    }
    starts[cells] = length
    firstCells[bandCount] = cells
    this.columns = columns.subarray(0, cells)
    this.starts = starts.subarray(0, cells + 1)
    this.bands = bands.subarray(0, bandCount)
    this.firstCells = firstCells.subarray(0, bandCount + 1)
  }

  private orderOf({ lon, lat, day }: Located): Int32Array {
    const { length } = day
    const [band, column] = [new Int32Array(length), new Int32Array(length)]
    let [southmost, northmost] = [Infinity, -Infinity]
    for (let row = 0; row < length; row++) {
      const own = this.bandOf(lat[row]!)
      band[row] = own
      if (own < southmost) southmost = own
      if (own > northmost) northmost = own
    }
    const widths = this.widthsFrom(southmost, Math.min(northmost, southmost + length))
    for (let row = 0; row < length; row++) {
      const width = widths[band[row]! - southmost] ?? this.widthOf(band[row]!)
      column[row] = Math.floor(eastOf(lon[row]!) / width)
    }
    return rowOrder(length, [band, column, day])
  }

  private bandOf(latitude: number): number {
    return Math.floor(latitude / this.height)
  }

  private widthsFrom(first: number, last: number): Float64Array {
    const widths = new Float64Array(Math.max(0, last - first + 1))
    for (let band = first; band <= last; band++) widths[band - first] = this.widthOf(band)
    return widths
  }

  /** Degrees of longitude that a cell of the band spans. */
  widthOf(band: number): number {
    let width = this.widths.get(band)
    if (width === undefined) {
      width = Math.min(360, this.radius / Math.SQRT2 / metresOfDegree(this.nearestOf(band, band)))
      this.widths.set(band, width)
    }
    return width
  }

  /** Degrees of longitude that the radius spans at most in either band; the second is not south of the first. */
  reachOf(band: number, other: number): number {
    return Math.min(360, this.radius / metresOfDegree(this.farthestOf(band, other)))
  }

  /** Latitude (degrees, above 0) of these bands that is nearest to the equator. */
  nearestOf(band: number, other: number): number {
    if (band < 0 && other >= 0) return 0
    return Math.min(Math.abs(band * this.height), Math.abs((other + 1) * this.height))
  }

  /** The same farthest from it. */
  farthestOf(band: number, other: number): number {
    return Math.max(Math.abs(band * this.height), Math.abs((other + 1) * this.height))
  }
}

const metresOfDegree = (latitude: number): number => metresPerDegree(Math.min(89.99, latitude)).lon

/** Degrees east of 180°, 0 ≤ x < 360. */
const eastOf = (lon: number): number =>
  lon >= -180 && lon < 180 ? lon + 180 : (((lon + 180) % 360) + 360) % 360
