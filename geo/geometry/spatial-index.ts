import { BoxIndex } from './box-index'
import { boundsOf } from './rings/bounds'
import { type BorderRule, contains } from './rings/contains'
import type { Bounds, Position, Shape } from './rings/shape'

/** Rows of shapes, found by place. Rows without ground are never found. */
export class SpatialIndex {
  private readonly boxes: BoxIndex

  constructor(private readonly shapes: readonly (Shape | null)[]) {
    this.boxes = new BoxIndex(shapes.map((shape) => shape && boundsOf(shape)))
  }

  /** Rows whose bounds meet the given ones, ascending. */
  near(bounds: Bounds): number[] {
    return this.boxes.near(bounds).sort((one, other) => one - other)
  }

  /** Rows whose shape holds the position, ascending. */
  holding(position: Position, border: BorderRule = 'closed'): number[] {
    const [x, y] = position
    return this.near([x, y, x, y]).filter((row) => contains(this.shapes[row]!, position, border))
  }
}
