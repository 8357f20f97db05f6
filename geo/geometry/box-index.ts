import Flatbush from 'flatbush'
import type { Bounds } from './rings/shape'

/** Rows of boxes, found by place. Rows without a box are never found. */
export class BoxIndex {
  private readonly rows: readonly number[]
  private readonly tree: Flatbush | null

  constructor(boxes: readonly (Bounds | null)[]) {
    const told = boxes.flatMap((bounds, row) => (bounds ? [{ row, bounds }] : []))
    this.rows = told.map(({ row }) => row)
    this.tree = told.length > 0 ? new Flatbush(told.length) : null
    for (const { bounds } of told) this.tree!.add(...bounds)
    this.tree?.finish()
  }

  /** Rows whose boxes meet the bounds, in no order; none where there are no bounds. */
  near(bounds: Bounds | null): number[] {
    return bounds ? (this.tree?.search(...bounds) ?? []).map((at) => this.rows[at]!) : []
  }
}
