import { type Box, overlaps, type Point, segmentMeets } from './box'

/** Side of a cell, css px. */
const CELL = 64

/**
 * Boxes on the screen by the cells of a grid over the frame, so that a question looks at what is near and not at
 * everything. What lies outside the frame is kept in the cells along its edge.
 */
export class BoxGrid<Value> {
  readonly #left: number
  readonly #top: number
  readonly #columns: number
  readonly #rows: number
  readonly #cells: number[][]
  readonly #boxes: Box[] = []
  readonly #values: Value[] = []
  /** the question in which a box was looked at last */
  readonly #seen: number[] = []
  #question = 0

  constructor([left, top, right, bottom]: Box) {
    this.#left = left
    this.#top = top
    this.#columns = Math.max(1, Math.ceil((right - left) / CELL))
    this.#rows = Math.max(1, Math.ceil((bottom - top) / CELL))
    this.#cells = Array.from({ length: this.#columns * this.#rows }, () => [])
  }

  add(box: Box, value: Value): void {
    const at = this.#boxes.push(box) - 1
    this.#values.push(value)
    this.#seen.push(0)
    this.#over(box, (cell) => {
      cell.push(at)
      return false
    })
  }

  /** Whether a box that overlaps `box` passes the test. */
  some(box: Box, test: (value: Value, other: Box) => boolean = () => true): boolean {
    return this.#ask(box, (other) => overlaps(box, other), test)
  }

  /** Whether a box that the segment from a to b meets passes the test. */
  someMet(a: Point, b: Point, test: (value: Value, other: Box) => boolean = () => true): boolean {
    const around: Box = [
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    ]
    return this.#ask(around, (other) => segmentMeets(a, b, other), test)
  }

  #ask(around: Box, meets: (other: Box) => boolean, test: (value: Value, other: Box) => boolean): boolean {
    const question = ++this.#question
    return this.#over(around, (cell) =>
      cell.some((at) => {
        if (this.#seen[at] === question) return false
        this.#seen[at] = question
        const other = this.#boxes[at]!
        return meets(other) && test(this.#values[at]!, other)
      }),
    )
  }

  #over(box: Box, visit: (cell: number[]) => boolean): boolean {
    const column = (x: number): number => clamped(Math.floor((x - this.#left) / CELL), this.#columns - 1)
    const row = (y: number): number => clamped(Math.floor((y - this.#top) / CELL), this.#rows - 1)
    const [first, last] = [column(box[0]), column(box[2])]
    for (let y = row(box[1]), end = row(box[3]); y <= end; y++)
      for (let x = first; x <= last; x++) if (visit(this.#cells[y * this.#columns + x]!)) return true
    return false
  }
}

const clamped = (value: number, most: number): number =>
  Number.isNaN(value) ? 0 : Math.min(Math.max(value, 0), most)
