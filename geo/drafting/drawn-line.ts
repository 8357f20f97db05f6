import { boundsOf, joinBounds } from '../geometry/bounds'
import { OutlineIndex } from '../geometry/outline-index'
import type { Bounds, Ring, Shape } from '../geometry/shape'

/** Twice the signed area in square degrees: enough to tell which way a ring runs, without a sine. */
function turning(ring: Ring): number {
  let sum = 0
  const [x, y] = [ring[0]!, ring[1]!]
  for (let i = 0; i + 3 < ring.length; i += 2)
    sum += (ring[i]! - x) * (ring[i + 3]! - y) - (ring[i + 2]! - x) * (ring[i + 1]! - y)
  return sum
}

function turned(ring: Ring): Ring {
  const other = new Float64Array(ring.length)
  for (let i = 0; i < ring.length; i += 2) {
    other[i] = ring[ring.length - 2 - i]!
    other[i + 1] = ring[ring.length - 1 - i]!
  }
  return other
}

/** The shape with its ground to the left of every edge. Rings that already run so are the same objects. */
export function groundToTheLeft(shape: Shape): Shape {
  return shape.map((polygon) =>
    polygon.map((ring, at) => (turning(ring) > 0 === (at === 0) ? ring : turned(ring))),
  )
}

/** The edges of a shape found by position, ground to the left. */
export function lineOf(shape: Shape): OutlineIndex {
  return new OutlineIndex(groundToTheLeft(shape))
}

/** Bounds of the edges by which two rings differ between their common beginning and end; null where they are equal. */
function ringChange(before: Ring, after: Ring): Bounds | null {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head + 1 < shorter && before[head] === after[head] && before[head + 1] === after[head + 1]) head += 2
  if (head === before.length && head === after.length) return null
  let tail = 0
  while (
    tail + 2 <= shorter - head &&
    before[before.length - 2 - tail] === after[after.length - 2 - tail] &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 2
  const of = (ring: Ring): Bounds | null => {
    const [from, to] = [Math.max(0, head - 2), Math.min(ring.length, ring.length - tail + 2)]
    const part: Ring = ring.subarray(from, to)
    return boundsOf([[part]])
  }
  return joinBounds([of(before), of(after)])
}

/** What became of a line: nothing, everything, or only edges within bounds. */
export type LineChange = 'none' | 'all' | Bounds

/** Where the line of a shape changed, so that what is asked of the rest need not be asked again. */
export function changeOf(before: Shape | null, after: Shape): LineChange {
  if (before === after) return 'none'
  if (!before || before.length !== after.length) return 'all'
  const changed: (Bounds | null)[] = []
  for (let i = 0; i < after.length; i++) {
    const [old, now] = [before[i]!, after[i]!]
    if (old.length !== now.length) return 'all'
    for (let r = 0; r < now.length; r++) changed.push(ringChange(old[r]!, now[r]!))
  }
  return joinBounds(changed) ?? 'none'
}
