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

const softened: number[] = []
const WEST = -7
const STEP = 0.02

function softY(x: number): number {
  if (softened.length === 0) {
    for (let i = 0; i <= 600; i++) {
      let sum = 0
      for (let k = -12; k <= 12; k++) sum += riverY(WEST + i * STEP + k * 0.16)
      softened.push(sum / 25)
    }
  }
  const at = (x - WEST) / STEP
  const i = Math.floor(at)
  return softened[i]! + (softened[i + 1]! - softened[i]!) * (at - i)
}

/** The river's northing beside an easting: as it runs, smoothed over 4 km, and the smoothed slope. */
export const RIVERSIDE = {
  at: (x: number): readonly [exact: number, soft: number, slope: number] => [
    riverY(x),
    softY(x),
    (softY(x + 0.3) - softY(x - 0.3)) / 0.6,
  ],
}
