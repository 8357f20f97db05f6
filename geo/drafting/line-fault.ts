import type { Fault } from '../geometry/rings/repair'
import type { Position } from '../geometry/rings/shape'

/** What is wrong with the rings of a drawn line, and where. */
export interface LineFault {
  readonly code:
    | Exclude<Fault['code'], 'self-crossing'>
    /** two edges of a ring pass through each other */
    | 'figure-eight'
    /** two or more clicks on one spot, one after the other */
    | 'repeated-click'
    /** a needle: out and almost straight back */
    | 'needle'
    /** a hole that is not inside its ground */
    | 'hole-outside'
    /** parts of one ground lie over each other */
    | 'parts-overlap'
  readonly weight: 'repair' | 'say'
  readonly at: readonly Position[]
  readonly polygon: number
  readonly ring: number
}
