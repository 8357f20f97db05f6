import { fractal } from '../random'
import { eachInside, eachNear, FIELD, middleOf } from './field'
import type { Point } from './ground'
import { BROOK, height, LAKES, RIVER, STREAM } from './terrain'

/** The land in cells: how high it lies, what it costs to cross a kilometre, how far the next water is. */
export interface Relief {
  readonly height: Float64Array
  readonly price: Float64Array
  /** km to the main river or its tributary, at most 1.3 */
  readonly wet: Float64Array
  /** 1 on a lake */
  readonly lake: Uint8Array
}

const FAR = 1.3

/** The relief of the whole field. Rivers are dear to cross, hills dearer than the plain. */
export function reliefOf(): Relief {
  const size = FIELD.columns * FIELD.rows
  const wet = new Float64Array(size).fill(FAR)
  for (const line of [RIVER, STREAM]) {
    eachNear(FIELD, line, FAR, (cell, away) => {
      if (away < wet[cell]!) wet[cell] = away
    })
  }
  const high = new Float64Array(size)
  const price = new Float64Array(size)
  for (let cell = 0; cell < size; cell++) {
    const at = middleOf(FIELD, cell)
    high[cell] = height(at, wet[cell]!)
    price[cell] = 0.5 + 6 * fractal(31, at[0] / 0.55, at[1] / 0.55) ** 2 + 2 * Math.max(0, high[cell]! - 0.45)
  }
  const dear = (line: readonly Point[], reach: number, least: number): void =>
    eachNear(FIELD, line, reach, (cell) => {
      price[cell] = Math.max(price[cell]!, least)
    })
  dear(BROOK, 0.05, 5)
  dear(STREAM, 0.06, 22)
  dear(RIVER, 0.07, 60)
  const lake = new Uint8Array(size)
  for (const { shore } of LAKES) {
    eachInside(FIELD, shore, (cell) => {
      lake[cell] = 1
    })
  }
  return { height: high, price, wet, lake }
}
