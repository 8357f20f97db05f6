import type { Position } from '../geometry/rings/shape'
import { metresBetween } from './distance'

/** Metres between two linked cases where each has an address of its own. */
export const OWN_ADDRESSES = 500
const [LEAST, MOST, STEP] = [100, OWN_ADDRESSES, 50]
/** Share of different positions from which on the cases have addresses of their own. */
const OWN_SHARE = 0.8
/** So many positions are measured; of more every n-th. */
const MEASURED = 800
/** Of the way to the nearest place: places side by side are no chain by themselves. */
const NEARER_THAN_NEXT = 0.6

/**
 * The radius that the data bear, metres: 500 where cases have addresses of their own; where they stand in the middle
 * of their places, six tenths of the median way from one such place to the next, from 100 to 500 in steps of 50, so
 * that a city is not one chain because its places touch.
 */
export function radiusFromData(positions: readonly Position[]): number {
  const places = [...new Map(positions.map((at) => [`${at[0]},${at[1]}`, at])).values()].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  )
  if (places.length < 2 || places.length >= positions.length * OWN_SHARE) return OWN_ADDRESSES
  const every = Math.ceil(places.length / MEASURED)
  const nearest = places
    .filter((_, at) => at % every === 0)
    .map((one) =>
      places.reduce(
        (least, other) =>
          other === one ? least : Math.min(least, metresBetween(one[0], one[1], other[0], other[1])),
        Number.POSITIVE_INFINITY,
      ),
    )
    .sort((a, b) => a - b)
  const median = nearest[Math.floor(nearest.length / 2)]!
  return Math.min(MOST, Math.max(LEAST, Math.floor((median * NEARER_THAN_NEXT) / STEP) * STEP))
}
