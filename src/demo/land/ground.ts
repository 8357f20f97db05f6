/** A point on the drawing plane: units east and north of the district's middle. A unit is 980.6 m, a kilometre as drawn. */
export type Point = readonly [x: number, y: number]

const MIDDLE: Point = [120.2145, 31.118]
/** 95.338 and 110.87 km to a degree at 31.1° N; a unit of the plane makes the district 224 km² */
const UNIT_KM = 0.9806
const PER_DEGREE: Point = [95.338 / UNIT_KM, 110.87 / UNIT_KM]

/** Micro-degrees: the grid on which every coordinate of the pack lies, so that shared vertices are equal. */
export function toGrid([x, y]: Point): [number, number] {
  return [
    Math.round((MIDDLE[0] + x / PER_DEGREE[0]) * 1e6),
    Math.round((MIDDLE[1] + y / PER_DEGREE[1]) * 1e6),
  ]
}

/** The plane point of a grid point. */
export function fromGrid(lon: number, lat: number): Point {
  return [(lon / 1e6 - MIDDLE[0]) * PER_DEGREE[0], (lat / 1e6 - MIDDLE[1]) * PER_DEGREE[1]]
}

/** Square kilometres of one grid cell of a micro-degree: plane areas, good to 0.3 % here. */
export const GRID_KM2 = (PER_DEGREE[0] * PER_DEGREE[1] * UNIT_KM ** 2) / 1e12

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Signed area of a ring, positive where it runs anticlockwise; square units of the points. */
export function signedArea(ring: readonly (readonly [number, number])[]): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum / 2
}

/** Even-odd test; points on the line may fall on either side. */
export function contains(
  ring: readonly (readonly [number, number])[],
  [x, y]: readonly [number, number],
): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[j]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** The nearest point of a line, how far it is and which segment it lies on. */
export function nearest(line: readonly Point[], [x, y]: Point): { away: number; at: Point; segment: number } {
  let best = { away: Infinity, at: line[0]!, segment: 0 }
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i]!
    const [bx, by] = line[i + 1]!
    const square = (bx - ax) ** 2 + (by - ay) ** 2
    const t =
      square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
    const at: Point = [ax + t * (bx - ax), ay + t * (by - ay)]
    const away = Math.hypot(x - at[0], y - at[1])
    if (away < best.away) best = { away, at, segment: i }
  }
  return best
}

/** A smooth line through the points (Catmull–Rom), `steps` pieces between two of them. */
export function smooth(points: readonly Point[], steps: number, closed = false): Point[] {
  const out: Point[] = []
  const n = points.length
  const at = (i: number): Point => (closed ? points[(i + n) % n]! : points[Math.max(0, Math.min(n - 1, i))]!)
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    for (let k = 0; k < steps; k++) {
      const t = k / steps
      const part = (a: number, b: number, c: number, d: number): number =>
        0.5 *
        (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
      out.push([part(p[0], q[0], r[0], s[0]), part(p[1], q[1], r[1], s[1])])
    }
  }
  if (!closed) out.push(points[n - 1]!)
  return out
}

/** Douglas–Peucker: drops points that lie within `tolerance` (km) of what remains; both ends stay. */
export function simplified(line: readonly Point[], tolerance: number): Point[] {
  const keep = new Uint8Array(line.length)
  keep[0] = 1
  keep[line.length - 1] = 1
  const open: [number, number][] = [[0, line.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let worst = tolerance
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const away = nearest([line[from]!, line[to]!], line[i]!).away
      if (away > worst) {
        worst = away
        at = i
      }
    }
    if (at < 0) continue
    keep[at] = 1
    open.push([from, at], [at, to])
  }
  return line.filter((_, i) => keep[i])
}

/** Points at equal steps (km) along a line, both ends kept. */
export function resampled(line: readonly Point[], step: number): Point[] {
  const out: Point[] = [line[0]!]
  let carried = 0
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!
    const b = line[i + 1]!
    const long = distance(a, b)
    for (let t = step - carried; t < long; t += step) {
      out.push([a[0] + ((b[0] - a[0]) * t) / long, a[1] + ((b[1] - a[1]) * t) / long])
    }
    carried = (carried + long) % step
  }
  const last = line[line.length - 1]!
  if (distance(out[out.length - 1]!, last) > step * 0.3) out.push(last)
  else out[out.length - 1] = last
  return out
}
