import type { Square } from './world'

/** A line or ring in units of a tile while it is cut: flat x, y, of which the first `count` pairs stand. */
export class Outline {
  xy = new Float64Array(512)
  count = 0

  clear(): void {
    this.count = 0
  }

  push(x: number, y: number): void {
    if (2 * this.count === this.xy.length) {
      const grown = new Float64Array(2 * this.xy.length)
      grown.set(this.xy)
      this.xy = grown
    }
    this.xy[2 * this.count] = x
    this.xy[2 * this.count + 1] = y
    this.count++
  }
}

/** Vertices from `from` to `to` of flat whole x, y in units of the square, those that fall together once. */
export function laid(
  xy: Int32Array,
  [from, to]: readonly [number, number],
  square: Square,
  into: Outline,
): void {
  const scale = square.extent / square.side
  into.clear()
  let [x0, y0] = [Number.NaN, Number.NaN]
  for (let v = from; v < to; v++) {
    const x = Math.round((xy[2 * v]! - square.west) * scale)
    const y = Math.round((xy[2 * v + 1]! - square.north) * scale)
    if (x === x0 && y === y0) continue
    into.push(x, y)
    x0 = x
    y0 = y
  }
}

/** Square of the way from vertex `at` to the segment between vertices `a` and `b`. */
function off(xy: Float64Array, at: number, a: number, b: number): number {
  const ax = xy[2 * a]!
  const ay = xy[2 * a + 1]!
  const dx = xy[2 * b]! - ax
  const dy = xy[2 * b + 1]! - ay
  const px = xy[2 * at]! - ax
  const py = xy[2 * at + 1]! - ay
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length))
  const ox = px - along * dx
  const oy = py - along * dy
  return ox * ox + oy * oy
}

/** Leaves out vertices that lie within `tolerance` of the side that then passes them; the ends stay. */
export function thinned(line: Outline, tolerance: number): void {
  const { xy, count } = line
  if (count < 3) return
  const most = tolerance * tolerance
  let kept = 0
  let last = 0
  for (let next = 2; next < count; next++) {
    let between = last + 1
    while (between < next && off(xy, between, last, next) <= most) between++
    if (between === next) continue
    last = next - 1
    kept++
    xy[2 * kept] = xy[2 * last]!
    xy[2 * kept + 1] = xy[2 * last + 1]!
  }
  kept++
  xy[2 * kept] = xy[2 * (count - 1)]!
  xy[2 * kept + 1] = xy[2 * (count - 1) + 1]!
  line.count = kept + 1
}

/** Twice the ground inside a ring, above 0 where it runs clockwise on the screen. */
export function roomIn({ xy, count }: Outline): number {
  let sum = 0
  for (let i = 0, j = count - 1; i < count; j = i++)
    sum += xy[2 * j]! * xy[2 * i + 1]! - xy[2 * i]! * xy[2 * j + 1]!
  return sum
}
