const BITS = 11
const DIGITS = 2 ** BITS

/**
 * Rows in ascending order of the first of these columns of whole numbers, equal ones of the second, and so on: sorted
 * by digits from the lowest on, so that the time grows like the rows. Columns that fit together are one number of 32 bits.
 */
export function rowOrder(length: number, columns: readonly Int32Array[]): Int32Array {
  let rows = new Int32Array(length)
  for (let row = 0; row < length; row++) rows[row] = row
  for (const word of wordsOf(length, columns).reverse()) rows = sorted(rows, word)
  return rows
}

/** The columns from 0 on, as many as fit in one word. */
function wordsOf(length: number, columns: readonly Int32Array[]): Uint32Array[] {
  const words: Uint32Array[] = []
  let room = 0
  for (const column of columns) {
    const [least, most] = extremesOf(column)
    const bits = most > least ? Math.floor(Math.log2(most - least)) + 1 : 0
    const fits = words.length > 0 && bits <= room
    const word = fits ? words.at(-1)! : new Uint32Array(length)
    for (let row = 0; row < length; row++) word[row] = word[row]! * 2 ** bits + (column[row]! - least)
    if (!fits) words.push(word)
    room = (fits ? room : 32) - bits
  }
  return words
}

/** Each pass keeps the order of the one before. */
function sorted(given: Int32Array, word: Uint32Array): Int32Array<ArrayBuffer> {
  const { length } = given
  let rows = Int32Array.from(given)
  let keys = new Uint32Array(length)
  let most = 0
  for (let at = 0; at < length; at++) {
    const key = word[rows[at]!]!
    keys[at] = key
    if (key > most) most = key
  }
  let [spareRows, spareKeys] = [new Int32Array(length), new Uint32Array(length)]
  const next = new Int32Array(DIGITS)
  for (let shift = 0; most / 2 ** shift >= 1; shift += BITS) {
    next.fill(0)
    for (let at = 0; at < length; at++) next[(keys[at]! >>> shift) & (DIGITS - 1)]!++
    let sum = 0
    for (let digit = 0; digit < DIGITS; digit++) {
      const own = next[digit]!
      next[digit] = sum
      sum += own
    }
    for (let at = 0; at < length; at++) {
      const key = keys[at]!
      const to = next[(key >>> shift) & (DIGITS - 1)]!++
      spareKeys[to] = key
      spareRows[to] = rows[at]!
    }
    ;[rows, keys, spareRows, spareKeys] = [spareRows, spareKeys, rows, keys]
  }
  return rows
}

function extremesOf(column: Int32Array): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity]
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}
