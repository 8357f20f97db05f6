/** Positions as columns of one length, degrees WGS-84; NaN where none is known. */
export interface Points {
  readonly lon: Float64Array
  readonly lat: Float64Array
}

interface Banded extends Pick<PointCells, 'rows' | 'lonLat'> {
  readonly starts: Int32Array
}

const isKnown = (x: number, y: number): boolean => Math.abs(x) < Infinity && Math.abs(y) < Infinity

/** So many positions share a cell, on average over their bounds. */
const A_CELL = 1
const MOST_A_SIDE = 2_048

/**
 * Positions sorted into the cells of a grid over their bounds, row after row from the south, in a row from the west:
 * those of neighbouring cells of a row stand side by side. Positions that are not finite are left out.
 */
export class PointCells {
  /** number of the position in the columns given, in the order of the cells */
  readonly rows: Int32Array
  /** longitude and latitude of each, side by side */
  readonly lonLat: Float64Array
  /** cells along each side */
  readonly side: number
  /** where each cell begins, and at the end where the last one ends */
  private readonly starts: Int32Array
  private readonly west: number
  private readonly south: number
  private readonly columnsADegree: number
  private readonly bandsADegree: number

  constructor({ lon, lat }: Points) {
    let [west, south, east, north, count] = [Infinity, Infinity, -Infinity, -Infinity, 0]
    for (let i = 0; i < lon.length; i++) {
      const x = lon[i]!
      const y = lat[i]!
      if (!isKnown(x, y)) continue
      count++
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
    this.side = Math.max(1, Math.min(MOST_A_SIDE, Math.floor(Math.sqrt(count / A_CELL))))
    this.west = west
    this.south = south
    this.columnsADegree = east > west ? this.side / (east - west) : 0
    this.bandsADegree = north > south ? this.side / (north - south) : 0
    this.rows = new Int32Array(count)
    this.lonLat = new Float64Array(2 * count)
    this.starts = new Int32Array(this.side * this.side + 1)
    this.sort(this.byBand({ lon, lat }))
  }

  /** First by band, then each band for itself: few places are written to at a time. */
  private byBand({ lon, lat }: Points): Banded {
    const starts = new Int32Array(this.side + 1)
    const bandOf = new Int16Array(lon.length)
    for (let i = 0; i < lon.length; i++) {
      const y = lat[i]!
      const band = isKnown(lon[i]!, y) ? this.bandOf(y) : -1
      bandOf[i] = band
      if (band >= 0) starts[band + 1]!++
    }
    for (let band = 1; band <= this.side; band++) starts[band]! += starts[band - 1]!
    const next = starts.slice()
    const { length } = this.rows
    const [rows, lonLat] = [new Int32Array(length), new Float64Array(2 * length)]
    for (let i = 0; i < lon.length; i++) {
      const band = bandOf[i]!
      if (band < 0) continue
      const at = next[band]!++
      rows[at] = i
      lonLat[2 * at] = lon[i]!
      lonLat[2 * at + 1] = lat[i]!
    }
    return { starts, rows, lonLat }
  }

  private sort({ starts, rows, lonLat }: Banded): void {
    const next = new Int32Array(this.side + 1)
    for (let band = 0; band < this.side; band++) {
      const [from, to] = [starts[band]!, starts[band + 1]!]
      next.fill(0)
      for (let i = from; i < to; i++) next[this.columnOf(lonLat[2 * i]!) + 1]!++
      next[0] = from
      for (let column = 1; column <= this.side; column++) next[column]! += next[column - 1]!
      this.starts.set(next, band * this.side)
      for (let i = from; i < to; i++) {
        const at = next[this.columnOf(lonLat[2 * i]!)]!++
        this.rows[at] = rows[i]!
        this.lonLat[2 * at] = lonLat[2 * i]!
        this.lonLat[2 * at + 1] = lonLat[2 * i + 1]!
      }
    }
  }

  /** Band of a latitude, that of the nearest end beyond the bounds; never falls where the latitude rises. */
  bandOf(y: number): number {
    const band = (y - this.south) * this.bandsADegree
    return band > 0 ? (band < this.side ? band | 0 : this.side - 1) : 0
  }

  /** The same of a longitude. */
  columnOf(x: number): number {
    const column = (x - this.west) * this.columnsADegree
    return column > 0 ? (column < this.side ? column | 0 : this.side - 1) : 0
  }

  /** Where the positions of a band begin that stand in that column or east of it. */
  startOf(band: number, column: number): number {
    return this.starts[band * this.side + column]!
  }
}
