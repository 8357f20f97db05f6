import Flatbush from 'flatbush'
import { boundsOf } from './bounds'
import { type BorderRule, contains } from './contains'
import type { Bounds, Position, Shape } from './shape'

/** Rows of shapes, found by place. Rows without ground are never found. */
export class SpatialIndex {
  private readonly rows: readonly number[]
  private readonly tree: Flatbush | null

  constructor(private readonly shapes: readonly (Shape | null)[]) {
    const boxes = shapes.flatMap((shape, row) => {
      const bounds = shape && boundsOf(shape)
      return bounds ? [{ row, bounds }] : []
    })
    this.rows = boxes.map(({ row }) => row)
    this.tree = boxes.length ? new Flatbush(boxes.length) : null
    for (const { bounds } of boxes) this.tree?.add(...bounds)
    this.tree?.finish()
  }

  /** Rows whose bounds meet the given ones, ascending. */
  near(bounds: Bounds): number[] {
    return (this.tree?.search(...bounds) ?? []).map((at) => this.rows[at]!).sort((one, other) => one - other)
  }

  /** Rows whose shape holds the position, ascending. */
  holding(position: Position, border: BorderRule = 'closed'): number[] {
    const [x, y] = position
    return this.near([x, y, x, y]).filter((row) => contains(this.shapes[row]!, position, border))
  }
}
