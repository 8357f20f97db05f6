import type { Position } from './rings/shape'

/** Metres per degree where the edge lies: `metresPerDegree`. */
export interface Scale {
  readonly lon: number
  readonly lat: number
}

/** The point of an edge nearest to a position, in the plane of the scale: share (0 … 1) of the edge, and metres away. */
export function nearestOnEdge(
  [x, y]: Position,
  [from, to]: readonly [Position, Position],
  scale: Scale,
): { readonly share: number; readonly metres: number } {
  const [dx, dy] = [(to[0] - from[0]) * scale.lon, (to[1] - from[1]) * scale.lat]
  const [px, py] = [(x - from[0]) * scale.lon, (y - from[1]) * scale.lat]
  const size = dx * dx + dy * dy
  const share = size === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / size))
  return { share, metres: Math.hypot(px - share * dx, py - share * dy) }
}
