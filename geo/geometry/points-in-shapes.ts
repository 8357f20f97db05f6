import { EdgeBands } from './overlay/edge-bands'
import type { PointCells } from './point-cells'
import type { BorderRule } from './rings/contains'
import { plain } from './rings/plain'
import type { Shape } from './rings/shape'

/** Positions and the shapes that hold them, pair by pair, as columns of one length. */
export interface Held {
  /** by their number in the columns of positions */
  readonly points: Int32Array
  readonly shapes: Int32Array
}

/**
 * Which shapes hold which positions: equal to asking `contains` of every pair, exact as that is. The edges of a shape
 * are sorted by the bands of the grid, and a position is compared with those of its own band alone. The pairs stand
 * in the order of the shapes, those of one shape in none.
 */
export function pointsInShapes(
  points: PointCells,
  shapes: readonly (Shape | null)[],
  border: BorderRule = 'closed',
): Held {
  const bands = new EdgeBands(points, border)
  const pairs = new Pairs(points.rows.length)
  if (points.rows.length > 0)
    shapes.forEach((shape, at) => {
      if (!shape || shape.length === 0) return
      bands.take(plain(shape))
      for (let band = bands.first; band <= bands.last; band++) {
        const found = bands.holding(band)
        if (found > 0) pairs.add(bands.held, found, at)
      }
    })
  return pairs.done()
}

/** Columns of pairs that grow. */
class Pairs {
  private points: Int32Array
  private shapes: Int32Array
  private length = 0

  constructor(expected: number) {
    this.points = new Int32Array(expected)
    this.shapes = new Int32Array(expected)
  }

  add(points: Int32Array, count: number, shape: number): void {
    if (this.length + count > this.points.length) this.grow(this.length + count)
    for (let i = 0; i < count; i++) {
      this.points[this.length] = points[i]!
      this.shapes[this.length++] = shape
    }
  }

  private grow(least: number): void {
    const [points, shapes] = [new Int32Array(2 * least), new Int32Array(2 * least)]
    points.set(this.points)
    shapes.set(this.shapes)
    this.points = points
    this.shapes = shapes
  }

  done(): Held {
    return { points: this.points.subarray(0, this.length), shapes: this.shapes.subarray(0, this.length) }
  }
}
