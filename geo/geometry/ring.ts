import { signedRingAreaM2 } from './area'
import type { Ring, Shape } from './shape'

/** True when the last vertex repeats the first and at least three differ in place in the list. */
export function isClosed(ring: Ring): boolean {
  return ring.length >= 8 && ring[0] === ring.at(-2) && ring[1] === ring.at(-1)
}

/** The same ring the other way round; the input stays as it is. */
export function reversed(flat: ArrayLike<number>): Ring {
  const ring = new Float64Array(flat.length)
  for (let i = 0; i < flat.length; i += 2) {
    ring[i] = flat[flat.length - 2 - i]!
    ring[i + 1] = flat[flat.length - 1 - i]!
  }
  return ring
}

/** The shape with outer rings anticlockwise and holes clockwise: the ground is to the left of every edge. */
export function wound(shape: Shape): Shape {
  return shape.map((polygon) =>
    polygon.map((ring, at) => (signedRingAreaM2(ring) > 0 === (at === 0) ? ring : reversed(ring))),
  )
}
