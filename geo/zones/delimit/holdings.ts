import { parted } from '../../drafting/cut'
import { areaM2 } from '../../geometry/rings/area'
import { boundsMeet, boundsOf } from '../../geometry/rings/bounds'
import type { Shape } from '../../geometry/rings/shape'
import { byStrictness } from '../ground/ground'

/** A zone of the scheme, or one in force, as far as it takes ground. */
export interface Taker {
  readonly id: string
  readonly rank: number
  readonly areaM2: number
  readonly outline: Shape
}

/**
 * What each would hold, by id: the strictest first, then the smallest, then the smaller id, each what those before
 * leave. Cut so that the parts sum to the whole: no ground is held twice, and none of any line by nobody.
 */
export function holdingsOf(takers: readonly Taker[]): ReadonlyMap<string, Shape> {
  const held = new Map<string, Shape>()
  const order = [...takers].sort(byStrictness)
  for (const [at, taker] of order.entries()) {
    let left = taker.outline
    const bounds = boundsOf(taker.outline)
    for (const before of order.slice(0, at)) {
      const theirs = held.get(before.id)!
      const box = boundsOf(theirs)
      if (bounds && box && left.length > 0 && boundsMeet(bounds, box)) left = parted(left, theirs).outside
    }
    held.set(taker.id, left)
  }
  return held
}

/** A taker of that line. */
export function takerOf(id: string, rank: number, outline: Shape): Taker {
  return { id, rank, areaM2: areaM2(outline), outline }
}
