import { type Box, inRings } from '../labels/box'

/** Side of a cell, css px. */
const CELL = 6

/** Which part of the screen no ground lies on: rings are projected once, boxes are then asked for. */
export class OpenGround {
  readonly #columns: number
  readonly #rows: number
  /** so many cells with a line in them above and left of a corner */
  readonly #sums: Int32Array
  readonly #rings: readonly Float64Array[]

  /** Rings as they lie on the screen, flat x, y; what lies outside the size is left out. */
  constructor(rings: readonly Float64Array[], [width, height]: readonly [number, number]) {
    this.#rings = rings
    this.#columns = Math.ceil(width / CELL)
    this.#rows = Math.ceil(height / CELL)
    const crossed = new Uint8Array(this.#columns * this.#rows)
    for (const ring of rings) this.#draw(ring, crossed)
    const across = this.#columns + 1
    this.#sums = new Int32Array(across * (this.#rows + 1))
    for (let row = 0; row < this.#rows; row++)
      for (let column = 0; column < this.#columns; column++)
        this.#sums[(row + 1) * across + column + 1] =
          crossed[row * this.#columns + column]! +
          this.#sums[row * across + column + 1]! +
          this.#sums[(row + 1) * across + column]! -
          this.#sums[row * across + column]!
  }

  #draw(ring: Float64Array, crossed: Uint8Array): void {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x, y, dx, dy] = [ring[i]!, ring[i + 1]!, ring[i + 2]! - ring[i]!, ring[i + 3]! - ring[i + 1]!]
      const steps = Math.max(1, Math.ceil((Math.abs(dx) + Math.abs(dy)) / (CELL / 2)))
      for (let step = 0; step <= steps; step++) {
        const column = Math.floor((x + (dx * step) / steps) / CELL)
        const row = Math.floor((y + (dy * step) / steps) / CELL)
        if (column >= 0 && row >= 0 && column < this.#columns && row < this.#rows)
          crossed[row * this.#columns + column] = 1
      }
    }
  }

  /** Whether no line meets the box and it lies on no ground. */
  isOpen([left, top, right, bottom]: Box): boolean {
    const [from, to] = [Math.floor(left / CELL), Math.ceil(right / CELL)]
    const [above, below] = [Math.floor(top / CELL), Math.ceil(bottom / CELL)]
    if (from < 0 || above < 0 || to > this.#columns || below > this.#rows) return false
    const at = (row: number, column: number): number => this.#sums[row * (this.#columns + 1) + column]!
    if (at(below, to) - at(above, to) - at(below, from) + at(above, from) > 0) return false
    return !inRings(this.#rings, (left + right) / 2, (top + bottom) / 2)
  }
}
