/** A column as its numbers: codes of texts, times, degrees. */
export type Numbers = ArrayLike<number>

/**
 * A number for every row, the same where all columns hold the same; numbered from 0 in the order in which they first
 * come. NaN is like NaN.
 */
export function alike(length: number, columns: readonly Numbers[]): Int32Array {
  let numbers = new Int32Array(length)
  for (const column of columns) if (!isEven(column, length)) numbers = pairsOf(numbers, column)
  return numbers
}

function isEven(column: Numbers, length: number): boolean {
  const first = column[0]!
  for (let row = 1; row < length; row++) {
    const value = column[row]!
    if (value !== first && !(Number.isNaN(value) && Number.isNaN(first))) return false
  }
  return true
}

const scratch = new Float64Array(1)
const halves = new Uint32Array(scratch.buffer)

/** A pair has the slot of its hash, or the next free one; a slot holds the number of its pair and 1, or 0. */
function pairsOf(numbers: Int32Array, column: Numbers): Int32Array<ArrayBuffer> {
  const { length } = numbers
  const mask = 2 ** Math.ceil(Math.log2(2 * length + 2)) - 1
  const slots = new Int32Array(mask + 1)
  const [firsts, values] = [new Int32Array(length), new Float64Array(length)]
  const paired = new Int32Array(length)
  let count = 0
  for (let row = 0; row < length; row++) {
    const first = numbers[row]!
    const seen = column[row]!
    scratch[0] = Number.isNaN(seen) ? Number.NaN : seen + 0
    let at = hashOf(first) & mask
    for (;;) {
      const number = slots[at]! - 1
      if (number < 0) {
        firsts[count] = first
        values[count] = scratch[0]!
        slots[at] = ++count
        paired[row] = count - 1
        break
      }
      if (firsts[number] === first && Object.is(values[number], scratch[0])) {
        paired[row] = number
        break
      }
      at = (at + 1) & mask
    }
  }
  return paired
}

/** Of a first number and what stands in `scratch`. */
function hashOf(first: number): number {
  let hash = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(halves[0]!, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15) ^ halves[1]!, 0x27d4eb2f)
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1)
  return (hash ^ (hash >>> 16)) >>> 0
}
