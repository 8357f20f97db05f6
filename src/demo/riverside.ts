import type { Point } from './ground'
import { RIVER } from './terrain'

export type { Point }

function riverY(x: number): number {
  for (let i = 0; i + 1 < RIVER.length; i++) {
    const [ax, ay] = RIVER[i]!
    const [bx, by] = RIVER[i + 1]!
    if (x >= ax && x <= bx) return ay + ((by - ay) * (x - ax)) / (bx - ax)
  }
  throw new RangeError(`the river does not pass x = ${x}`)
}

function softY(x: number): number {
  let sum = 0
  for (let k = -12; k <= 12; k++) sum += riverY(x + k * 0.16)
  return sum / 25
}

/** The river's northing beside an easting: as it runs, smoothed over 4 km, and the smoothed slope. */
export const RIVERSIDE = {
  at: (x: number): readonly [exact: number, soft: number, slope: number] => [
    riverY(x),
    softY(x),
    (softY(x + 0.3) - softY(x - 0.3)) / 0.6,
  ],
}
