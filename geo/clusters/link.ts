import { metresPerDegree } from '../geometry/rings/plane'
import { visitPairs } from './cell-pairs'
import { Cells } from './cells'
import { metresBetween } from './distance'
import { Groups } from './groups'
import type { Located, Reach } from './reach'

/**
 * Group of each row, as the smallest row in it (single linkage): two cases are linked when they are at most `radius`
 * metres and `window` days apart. In a cell only days decide, which gives chains; two chains of different cells need
 * one link, and none is sought where they already are of one group. Throws RangeError on a reach out of range.
 */
export function linkCases(cases: Located, reach: Reach): Int32Array {
  if (!(reach.window >= 0)) throw new RangeError(`window must be 0 days or more, got ${reach.window}`)
  return new Linking(new Cells(cases, reach.radius), reach).groups()
}

/** Cases of one cell without a gap in their days above the window are a chain: all of one group. By number, in the order of the cells. */
class Linking {
  /** by chain: where its cases begin, one more at the end; by cell: where its chains begin, one more at the end */
  private readonly starts: Int32Array
  private readonly firstChains: Int32Array
  private readonly joined: Groups
  /** metres of a degree, at least and at most, where the two bands at hand lie */
  private least = { lon: 0, lat: 0 }
  private most = { lon: 0, lat: 0 }

  constructor(
    private readonly cells: Cells,
    private readonly reach: Reach,
  ) {
    const { day, starts } = cells
    const count = cells.columns.length
    const chains = new Int32Array(day.length + 1)
    this.firstChains = new Int32Array(count + 1)
    let found = 0
    for (let cell = 0; cell < count; cell++) {
      this.firstChains[cell] = found
      for (let at = starts[cell]!; at < starts[cell + 1]!; at++)
        if (at === starts[cell] || day[at]! - day[at - 1]! > reach.window) chains[found++] = at
    }
    this.firstChains[count] = found
    chains[found] = day.length
    this.starts = chains.subarray(0, found + 1)
    this.joined = new Groups(found)
  }

  /** Cells that touch come first: what they join need not be asked of those farther away. */
  groups(): Int32Array {
    const { columns, day } = this.cells
    if (day.length > MANY * columns.length) this.joinBands(true)
    this.joinBands(false)
    return this.smallestRows()
  }

  private joinBands(isAdjoining: boolean): void {
    const { cells } = this
    const { bands } = cells
    const join = (cell: number, from: number, to: number): void => this.joinCells(cell, from, to)
    for (let first = 0; first < bands.length; first++)
      for (let second = first; second < bands.length; second++) {
        const [band, other] = [bands[first]!, bands[second]!]
        if (other - band > (isAdjoining ? 1 : 2)) break
        const [near, far] = [cells.nearestOf(band, other), cells.farthestOf(band, other)]
        const [longest, shortest] = [metresPerDegree(near), metresPerDegree(Math.min(90, far))]
        this.least = { lon: shortest.lon, lat: longest.lat }
        this.most = { lon: longest.lon, lat: shortest.lat }
        visitPairs(cells, { first, second, reach: isAdjoining ? 0 : cells.reachOf(band, other) }, join)
      }
  }

  private joinCells(cell: number, from: number, to: number): void {
    const { firstChains, joined, starts } = this
    const { day } = this.cells
    const { window } = this.reach
    const end = firstChains[to]!
    for (let one = firstChains[cell]!; one < firstChains[cell + 1]!; one++) {
      const earliest = day[starts[one]!]! - window
      const latest = day[starts[one + 1]! - 1]! + window
      for (let two = firstChains[from]!; two < end; two++) {
        if (day[starts[two]!]! > latest || day[starts[two + 1]! - 1]! < earliest) continue
        if (joined.find(one) !== joined.find(two) && this.areLinked(one, two)) joined.join(one, two)
      }
    }
  }

  private areLinked(one: number, two: number): boolean {
    const { day } = this.cells
    const { window } = this.reach
    const end = this.starts[two + 1]!
    let start = this.starts[two]!
    for (let a = this.starts[one]!; a < this.starts[one + 1]!; a++) {
      while (start < end && day[start]! < day[a]! - window) start++
      for (let b = start; b < end && day[b]! <= day[a]! + window; b++) if (this.isWithin(a, b)) return true
    }
    return false
  }

  /** By the longest and shortest degrees of these latitudes where that is sure, else by the distance itself. */
  private isWithin(a: number, b: number): boolean {
    const { lon, lat } = this.cells
    const { radius } = this.reach
    const apart = Math.abs(lon[b]! - lon[a]!)
    const east = apart > 180 ? 360 - apart : apart
    const north = lat[b]! - lat[a]!
    const [low, high] = [this.least, this.most]
    if ((east * low.lon) ** 2 + (north * low.lat) ** 2 > radius * radius * (1 + SURE)) return false
    if ((east * high.lon) ** 2 + (north * high.lat) ** 2 < radius * radius * (1 - SURE)) return true
    return metresBetween(lon[a]!, lat[a]!, lon[b]!, lat[b]!) <= radius
  }

  private smallestRows(): Int32Array {
    const { rows } = this.cells
    const smallest = new Int32Array(this.starts.length).fill(rows.length)
    const groups = new Int32Array(rows.length)
    for (let chain = 0; chain + 1 < this.starts.length; chain++) {
      const group = this.joined.find(chain)
      for (let at = this.starts[chain]!; at < this.starts[chain + 1]!; at++)
        if (rows[at]! < smallest[group]!) smallest[group] = rows[at]!
    }
    for (let chain = 0; chain + 1 < this.starts.length; chain++) {
      const group = this.joined.find(chain)
      for (let at = this.starts[chain]!; at < this.starts[chain + 1]!; at++)
        groups[rows[at]!] = smallest[group]!
    }
    return groups
  }
}

/** So many cases a cell, on average, are worth the cells that touch being asked first. */
const MANY = 4
/** More than rounding can turn in a sum of two squares. */
const SURE = 1e-12
