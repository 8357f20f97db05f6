import { orient2d } from 'robust-predicates'
import type { Position, Ring, Shape } from './shape'

export type Side = 'inside' | 'outside' | 'on'

/**
 * Which border counts. `closed`: a position on the border belongs to the shape (a case on the line is in the zone).
 * `halfOpen`: of the shapes of a clean partition exactly one holds the position; the border is given to the shape
 * that lies to its east, or to its north where the border is level.
 */
export type BorderRule = 'closed' | 'halfOpen'

/** Toggles of the ring to the east of the position; `on` as soon as the position lies on an edge. Exact. */
function ringSide(ring: Ring, x: number, y: number): Side {
  let inside = false
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const x1 = ring[i]!
    const y1 = ring[i + 1]!
    const x2 = ring[i + 2]!
    const y2 = ring[i + 3]!
    if (y1 === y && y2 === y) {
      if (Math.min(x1, x2) <= x && x <= Math.max(x1, x2)) return 'on'
      continue
    }
    if (Math.max(y1, y2) < y || Math.min(y1, y2) > y || Math.max(x1, x2) < x) continue
    const turn = orient2d(x1, y1, x2, y2, x, y)
    if (turn === 0) return 'on'
    if (y1 > y !== y2 > y && turn > 0 === y1 > y2) inside = !inside
  }
  return inside ? 'inside' : 'outside'
}

/** Where the position lies, decided exactly: a hole is outside, its rim is `on`. */
export function sideOf(shape: Shape, [x, y]: Position): Side {
  let inside = false
  for (const polygon of shape)
    for (const ring of polygon) {
      const side = ringSide(ring, x, y)
      if (side === 'on') return 'on'
      if (side === 'inside') inside = !inside
    }
  return inside ? 'inside' : 'outside'
}

/** As if the position stood an immeasurably small step to the east, and a still smaller one to the north. */
function holdsHalfOpen(shape: Shape, x: number, y: number): boolean {
  let inside = false
  for (const polygon of shape)
    for (const ring of polygon)
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const y1 = ring[i + 1]!
        const y2 = ring[i + 3]!
        if (y1 > y === y2 > y) continue
        const turn = orient2d(ring[i]!, y1, ring[i + 2]!, y2, x, y)
        if (y1 > y2 ? turn > 0 : turn < 0) inside = !inside
      }
  return inside
}

/** Whether the shape holds the position (degrees). Exact; even–odd over all its rings. */
export function contains(shape: Shape, position: Position, border: BorderRule = 'closed'): boolean {
  return border === 'closed'
    ? sideOf(shape, position) !== 'outside'
    : holdsHalfOpen(shape, position[0], position[1])
}
