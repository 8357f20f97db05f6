import { metresPerDegree } from '../geometry/plane'

/** Metres of a degree of latitude at the poles, where it is longest on WGS-84. */
const LONGEST_DEGREE_M = 111_694.1
const COLUMNS = 2 ** 27

/**
 * Positions gathered in cells whose diagonal is at most `radius` metres: two positions of one cell are always within
 * it. Bands of latitude of one height; each band has its own width in degrees, and columns close round the globe.
 */
export class Cells {
  readonly rows = new Map<number, number[]>()
  private readonly height: number
  private readonly firstBand: number
  private readonly widths = new Map<number, number>()

  /** Degrees WGS-84. Throws RangeError where the radius is below 1 m, finer than any position here is known. */
  constructor(
    lon: Float64Array,
    lat: Float64Array,
    private readonly radius: number,
  ) {
    if (!(radius >= 1)) throw new RangeError(`radius must be 1 m or more, got ${radius}`)
    this.height = radius / Math.SQRT2 / LONGEST_DEGREE_M
    this.firstBand = Math.floor(-90 / this.height)
    for (let row = 0; row < lat.length; row++) {
      const band = Math.floor(lat[row]! / this.height)
      const key = this.keyOf(band, Math.floor(eastOf(lon[row]!) / this.widthOf(band)))
      const cell = this.rows.get(key)
      if (cell) cell.push(row)
      else this.rows.set(key, [row])
    }
  }

  /**
   * Keys of cells that stand after this one and hold a position within the radius of one of its own, if any does;
   * `adjoining`: only those that touch it.
   */
  *after(key: number, adjoining: boolean): Generator<number> {
    const band = Math.floor(key / COLUMNS) + this.firstBand
    const width = this.widthOf(band)
    const left = (key % COLUMNS) * width
    for (let other = band; other <= band + (adjoining ? 1 : 2); other++) {
      const reach = adjoining ? 0 : this.reachOf(band, other)
      for (const column of columnsIn(left - reach, left + width + reach, this.widthOf(other))) {
        const found = this.keyOf(other, column)
        if (found > key && this.rows.has(found)) yield found
      }
    }
  }

  private keyOf(band: number, column: number): number {
    return (band - this.firstBand) * COLUMNS + column
  }

  private widthOf(band: number): number {
    let width = this.widths.get(band)
    if (width === undefined) {
      const nearest = Math.min(Math.abs(band * this.height), Math.abs((band + 1) * this.height))
      width = Math.min(360, this.radius / Math.SQRT2 / metresOfDegree(nearest))
      this.widths.set(band, width)
    }
    return width
  }

  /** Degrees of longitude that the radius spans at most in either band. */
  private reachOf(band: number, other: number): number {
    const farthest = Math.max(Math.abs(band * this.height), Math.abs((other + 1) * this.height))
    return Math.min(360, this.radius / metresOfDegree(farthest))
  }
}

const metresOfDegree = (latitude: number): number => metresPerDegree(Math.min(89.99, latitude)).lon

/** Degrees east of 180°, 0 ≤ x < 360. */
const eastOf = (lon: number): number => (((lon + 180) % 360) + 360) % 360

/** Columns of that width that meet the interval, also where it runs past 0° or 360° and begins again. */
function* columnsIn(from: number, to: number, width: number): Generator<number> {
  for (const turn of [0, 360, -360]) {
    const [low, high] = [Math.max(0, from + turn), Math.min(360, to + turn)]
    for (let column = Math.floor(low / width); low < high && column * width <= high; column++) yield column
  }
}
