import type { Bounds, Line, Shape } from './shape'

/** Bounds of a flat coordinate array, in degrees; null when it is empty. */
export function boundsOfLine(line: Line): Bounds | null {
  if (line.length < 2) return null
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i + 1 < line.length; i += 2) {
    const x = line[i]!
    const y = line[i + 1]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

/** The smallest bounds that hold all of them; null when there are none. */
export function joinBounds(all: Iterable<Bounds | null>): Bounds | null {
  let joined: Bounds | null = null
  for (const one of all) {
    if (!one) continue
    joined = joined
      ? [
          Math.min(joined[0], one[0]),
          Math.min(joined[1], one[1]),
          Math.max(joined[2], one[2]),
          Math.max(joined[3], one[3]),
        ]
      : one
  }
  return joined
}

/** Bounds of the outer rings, in degrees; null when there is no ground. */
export function boundsOf(shape: Shape): Bounds | null {
  return joinBounds(shape.map((polygon) => (polygon[0] ? boundsOfLine(polygon[0]) : null)))
}

/** True when they share at least a point. */
export function boundsMeet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
