import { EdgeIndex } from '../geometry/overlay/edge-index'
import { overlapAreaM2 } from '../geometry/overlay/overlay'
import { areaM2 } from '../geometry/rings/area'
import { boundsMeet, boundsOf } from '../geometry/rings/bounds'
import { contains } from '../geometry/rings/contains'
import type { Bounds, Shape } from '../geometry/rings/shape'

/** Shares nearer to none or all than this are none or all: cutting at 0.1 mm leaves such slivers along a border. */
const SHARE_STEP = 1e-6

/** Answers how much of many grounds lies in one shape; cuts only what its line touches. */
export class ZoneCover {
  private readonly edges: EdgeIndex

  constructor(private readonly shape: Shape) {
    this.edges = new EdgeIndex(shape)
  }

  /** Of the shape; what does not meet them has nothing of it. */
  get bounds(): Bounds | null {
    return this.edges.bounds
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
    const { bounds } = this.edges
    if (!box || !bounds || !boundsMeet(box, bounds)) return 0
    if (this.edges.comesNear(box)) return null
    return contains(this.shape, [ground[0]![0]![0]!, ground[0]![0]![1]!]) ? 1 : 0
  }

  private cutOf(ground: Shape): number {
    const share = overlapAreaM2(ground, this.shape) / areaM2(ground)
    return share > SHARE_STEP ? (share < 1 - SHARE_STEP ? share : 1) : 0
  }
}
