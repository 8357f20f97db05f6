/** Screen rectangle in css px: left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

export type Point = readonly [x: number, y: number]

export const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]

export const inside = (box: Box, frame: Box): boolean =>
  box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3]

/** A box grown by a margin on every side. */
export const grown = (box: Box, by: number): Box => [box[0] - by, box[1] - by, box[2] + by, box[3] + by]

/** The point of the box nearest to `point`. */
export const nearest = (box: Box, [x, y]: Point): Point => [
  Math.min(Math.max(x, box[0]), box[2]),
  Math.min(Math.max(y, box[1]), box[3]),
]

/** Whether the segment from a to b meets the box (Liang–Barsky clipping). */
export function segmentMeets(a: Point, b: Point, box: Box): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  let enter = 0
  let leave = 1
  for (let side = 0; side < 4; side++) {
    const p = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy
    const q =
      side === 0 ? a[0] - box[0] : side === 1 ? box[2] - a[0] : side === 2 ? a[1] - box[1] : box[3] - a[1]
    if (p === 0 && q < 0) return false
    if (p === 0) continue
    const t = q / p
    if (p < 0) enter = Math.max(enter, t)
    else leave = Math.min(leave, t)
    if (enter > leave) return false
  }
  return true
}

/** Twice the area of the triangle p q r, by sign the side of p–q on which r lies. */
const side = (p: Point, q: Point, r: Point): number =>
  (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

/** Whether two segments cross. */
export const segmentsCross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** From a point to the nearest of the segment from a to b. */
export function segmentDistance(a: Point, b: Point, [x, y]: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
  return Math.hypot(a[0] + share * dx - x, a[1] + share * dy - y)
}

const bounds = new WeakMap<Float64Array, Box>()

/** The rectangle round a ring, measured once. */
export function boundsOf(ring: Float64Array): Box {
  const known = bounds.get(ring)
  if (known) return known
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i + 1 < ring.length; i += 2) {
    left = Math.min(left, ring[i]!)
    right = Math.max(right, ring[i]!)
    top = Math.min(top, ring[i + 1]!)
    bottom = Math.max(bottom, ring[i + 1]!)
  }
  const box: Box = [left, top, right, bottom]
  bounds.set(ring, box)
  return box
}

/** Even-odd test of a point against rings on the screen (flat x, y). */
export function inRings(rings: readonly Float64Array[], x: number, y: number): boolean {
  let within = false
  for (const ring of rings) {
    const [left, top, right, bottom] = boundsOf(ring)
    if (x < left || x > right || y < top || y > bottom) continue
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [yi, yj] = [ring[i + 1]!, ring[j + 1]!]
      if (yi > y !== yj > y && x < ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!) within = !within
    }
  }
  return within
}
