import Flatbush from 'flatbush'
import { areaM2 } from '../geometry/area'
import { boundsMeet, boundsOf } from '../geometry/bounds'
import { contains } from '../geometry/contains'
import { overlapAreaM2 } from '../geometry/overlay'
import type { Bounds, Shape } from '../geometry/shape'

/** Shares nearer to none or all than this are none or all: cutting at 0.1 mm leaves such slivers along a border. */
const SHARE_STEP = 1e-6

/** Answers how much of many grounds lies in one shape; cuts only what its line touches. */
export class ZoneCover {
  private readonly bounds: Bounds | null
  private readonly edges: Flatbush | null

  constructor(private readonly shape: Shape) {
    this.bounds = boundsOf(shape)
    const rings = shape.flat()
    const count = rings.reduce((sum, ring) => sum + Math.max(0, ring.length / 2 - 1), 0)
    this.edges = count > 0 ? new Flatbush(count) : null
    for (const ring of rings)
      for (let i = 0; i + 3 < ring.length; i += 2)
        this.edges?.add(
          Math.min(ring[i]!, ring[i + 2]!),
          Math.min(ring[i + 1]!, ring[i + 3]!),
          Math.max(ring[i]!, ring[i + 2]!),
          Math.max(ring[i + 1]!, ring[i + 3]!),
        )
    this.edges?.finish()
  }

  /**
   * Share (0 … 1) of the ground, by area, that lies in the shape. `around` is a wider ground that holds it: where the
   * line does not come near that, the ground itself is not asked for.
   */
  shareOf(ground: Shape | (() => Shape | null), around: Shape | null = null): number {
    const whole = around && this.wholeOf(around)
    if (whole !== null) return whole
    const shape = typeof ground === 'function' ? ground() : ground
    if (!shape) return 0
    return this.wholeOf(shape) ?? this.cutOf(shape)
  }

  /** 1 or 0 where no edge of the line comes near; null where only a cut can tell. */
  private wholeOf(ground: Shape): 0 | 1 | null {
    const box = boundsOf(ground)
    if (!box || !this.bounds || !boundsMeet(box, this.bounds)) return 0
    if (this.edges?.collides(...box)) return null
    return contains(this.shape, [ground[0]![0]![0]!, ground[0]![0]![1]!]) ? 1 : 0
  }

  private cutOf(ground: Shape): number {
    const share = overlapAreaM2(ground, this.shape) / areaM2(ground)
    return share > SHARE_STEP ? (share < 1 - SHARE_STEP ? share : 1) : 0
  }
}
