import { boundsOf } from '../geometry/rings/bounds'
import { reversed } from '../geometry/rings/ring'
import type { Bounds, Ring, Shape } from '../geometry/rings/shape'
import { OutlineIndex } from '../geometry/roads/outline-index'

/** Twice the signed area in square degrees: enough to tell which way a ring runs, without a sine. */
function turning(ring: Ring): number {
  let sum = 0
  const [x, y] = [ring[0]!, ring[1]!]
  for (let i = 0; i + 3 < ring.length; i += 2)
    sum += (ring[i]! - x) * (ring[i + 3]! - y) - (ring[i + 2]! - x) * (ring[i + 1]! - y)
  return sum
}

/** The shape with its ground to the left of every edge. Rings that already run so are the same objects. */
export function groundToTheLeft(shape: Shape): Shape {
  return shape.map((polygon) =>
    polygon.map((ring, at) => (turning(ring) > 0 === (at === 0) ? ring : reversed(ring))),
  )
}

const lines = new WeakMap<Shape, OutlineIndex>()

/** The edges of a shape found by position, ground to the left. Kept as long as the shape is, which nobody changes. */
export function lineOf(shape: Shape): OutlineIndex {
  let line = lines.get(shape)
  if (!line) lines.set(shape, (line = new OutlineIndex(groundToTheLeft(shape))))
  return line
}

/** A way round what a ring gained and lost: new edges forward, old ones back. Closed; it may pass itself. */
export interface ChangedWay {
  readonly bounds: Bounds
  readonly ring: Ring
}

/** What became of a line: nothing, everything, or a vertex or two. */
export type LineChange = 'none' | 'all' | ChangedWay

/** Vertices at the beginning and at the end that two rings have in common. */
export function commonVertices(before: Ring, after: Ring): { readonly head: number; readonly tail: number } {
  const [count, other] = [before.length / 2, after.length / 2]
  const least = Math.min(count, other)
  let head = 0
  while (head < least && before[2 * head] === after[2 * head] && before[2 * head + 1] === after[2 * head + 1])
    head++
  let tail = 0
  while (
    tail < least - head &&
    before[2 * (count - 1 - tail)] === after[2 * (other - 1 - tail)] &&
    before[2 * (count - 1 - tail) + 1] === after[2 * (other - 1 - tail) + 1]
  )
    tail++
  return { head, tail }
}

function wayOf(before: Ring, after: Ring, outer: boolean): ChangedWay | 'none' | 'all' {
  const { head, tail } = commonVertices(before, after)
  if (head === before.length / 2 && head === after.length / 2) return 'none'
  if (head === 0 && tail === 0 && !isTurnedAtEnd(before, after)) return 'all'
  const right = turning(after) > 0 === outer
  if ((right !== turning(before) > 0) === outer) return 'all'
  const now = stretchOf(after, head, tail)
  const then = reversed(stretchOf(before, head, tail))
  const ring = Float64Array.from([...now, ...then, now[0]!, now[1]!])
  return { ring: right ? ring : reversed(ring), bounds: boundsOf([[ring]])! }
}

/** The first vertex, which closes the ring too, was moved: everything between is in common. */
function isTurnedAtEnd(before: Ring, after: Ring): boolean {
  if (before.length !== after.length) return false
  for (let i = 2; i < before.length - 2; i++) if (before[i] !== after[i]) return false
  return true
}

/** From the last common vertex to the first common one; of a ring whose closing vertex moved, the two edges there. */
function stretchOf(ring: Ring, head: number, tail: number): Ring {
  if (head === 0 && tail === 0) return Float64Array.from([...ring.subarray(-4, -2), ...ring.subarray(0, 4)])
  return ring.subarray(2 * Math.max(0, head - 1), ring.length - 2 * Math.max(0, tail - 1))
}

/** Where the line of a shape changed, so that what is asked of the rest need not be asked again. */
export function changeOf(before: Shape | null, after: Shape): LineChange {
  if (before === after) return 'none'
  if (!before || before.length !== after.length) return 'all'
  let change: LineChange = 'none'
  for (let i = 0; i < after.length; i++) {
    const [old, now] = [before[i]!, after[i]!]
    if (old.length !== now.length) return 'all'
    for (let r = 0; r < now.length; r++) {
      const way = wayOf(old[r]!, now[r]!, r === 0)
      if (way === 'none') continue
      if (way === 'all' || change !== 'none') return 'all'
      change = way
    }
  }
  return change
}
