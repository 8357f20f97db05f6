import { largest } from '../extremes'
import { BoxIndex } from '../geometry/box-index'
import { PointCells, type Points } from '../geometry/point-cells'
import { pointsInShapes } from '../geometry/points-in-shapes'
import { boundsOf } from '../geometry/rings/bounds'
import { contains } from '../geometry/rings/contains'
import type { Position, Shape } from '../geometry/rings/shape'
import { byCode } from './tree'

/** A position's place, and every place of the same kind that holds it too. */
export interface PlaceFound {
  readonly code: string
  /** places of the same kind that hold the position, the smallest code first; more than one is an overlap */
  readonly among: readonly string[]
}

export interface Ground {
  readonly code: string
  readonly depth: number
  readonly shape: Shape
}

/** Which of many grounds hold a position, through an index over their bounds. */
export class Locator {
  private readonly index: BoxIndex

  constructor(private readonly grounds: readonly Ground[]) {
    this.index = new BoxIndex(grounds.map(({ shape }) => boundsOf(shape)))
  }

  /** All grounds that hold the position, border included, of a depth below `deepest`. */
  holding([lon, lat]: Position, deepest = Infinity): Ground[] {
    return this.index
      .near([lon, lat, lon, lat])
      .map((at) => this.grounds[at]!)
      .filter((ground) => ground.depth < deepest && contains(ground.shape, [lon, lat]))
  }

  /** The deepest place that holds the position; of several the smaller code. Null where none does. */
  find(position: Position, deepest = Infinity): PlaceFound | null {
    const held = this.holding(position, deepest)
    if (held.length === 0) return null
    const depth = largest(held.map((ground) => ground.depth))
    const among = held.filter((ground) => ground.depth === depth).map((ground) => ground.code)
    among.sort(byCode)
    return { code: among[0]!, among }
  }

  /** What `find` says of each position, its code alone; null too for one that is not known. */
  codesOf(positions: Points): (string | null)[] {
    const { lon, lat } = positions
    if (2 * lon.length < this.grounds.length)
      return Array.from(lon, (x, row) =>
        Number.isNaN(x) || Number.isNaN(lat[row]!) ? null : (this.find([x, lat[row]!])?.code ?? null),
      )
    const held = pointsInShapes(
      new PointCells(positions),
      this.grounds.map(({ shape }) => shape),
    )
    const found = new Int32Array(lon.length).fill(-1)
    held.points.forEach((row, i) => {
      const at = held.shapes[i]!
      if (found[row]! < 0 || this.isBefore(at, found[row]!)) found[row] = at
    })
    return Array.from(found, (at) => this.grounds[at]?.code ?? null)
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.grounds[one]!, this.grounds[other]!]
    return a.depth === b.depth ? byCode(a.code, b.code) < 0 : a.depth > b.depth
  }
}
