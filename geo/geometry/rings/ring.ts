import { isSamePlace } from '../overlay/edge'
import { asPlain } from './known-grounds'
import { plain } from './plain'
import { signedRingAreaM2 } from './ring-area'
import type { Position, Ring, Shape } from './shape'

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

/** Below this share of its parts the area in the plane may have another sign than that on the ellipsoid. */
const SURE_SHARE = 0.2

/** True where the ring runs anticlockwise. In the plane where that is sure, as it is of most; else by its area. */
export function isAnticlockwise(ring: Ring): boolean {
  const x = ring[0]!
  const y = ring[1]!
  let [sum, parts] = [0, 0]
  for (let i = 2; i + 3 < ring.length; i += 2) {
    const part = (ring[i]! - x) * (ring[i + 3]! - y) - (ring[i + 2]! - x) * (ring[i + 1]! - y)
    sum += part
    parts += Math.abs(part)
  }
  return Math.abs(sum) > SURE_SHARE * parts ? sum > 0 : signedRingAreaM2(ring) > 0
}

/** The plain shape with outer rings anticlockwise and holes clockwise: the ground is to the left of every edge. */
export function wound(shape: Shape): Shape {
  const ground = plain(shape)
  if (ground.every((polygon) => polygon.every((ring, at) => isAnticlockwise(ring) === (at === 0))))
    return ground
  return asPlain(
    ground.map((polygon) =>
      polygon.map((ring, at) => (isAnticlockwise(ring) === (at === 0) ? ring : reversed(ring))),
    ),
  )
}

/** The ring's vertices without repeats in a row and without the closing one. */
export function distinctVertices(ring: Ring): Position[] {
  const kept: Position[] = []
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const vertex: Position = [ring[i]!, ring[i + 1]!]
    if (kept.length === 0 || !isSamePlace(kept.at(-1)!, vertex)) kept.push(vertex)
  }
  while (kept.length > 1 && isSamePlace(kept[0]!, kept.at(-1)!)) kept.pop()
  return kept
}

/** The ring through the vertices in their order, closed. */
export function ringThrough(vertices: readonly Position[]): Ring {
  return Float64Array.from([...vertices, vertices[0]!].flat())
}
