import { orient2d } from 'robust-predicates'
import { plain } from './plain'
import { ringSide, type Side } from './ring-side'
import type { Position, Shape } from './shape'

/**
 * Which border counts. `closed`: a position on the border belongs to the shape (a case on the line is in the zone).
 * `halfOpen`: of the shapes of a clean partition exactly one holds the position; the border is given to the shape
 * that lies to its east, or to its north where the border is level.
 */
export type BorderRule = 'closed' | 'halfOpen'

/** Where the position lies, decided exactly: a hole is outside, its rim is `on`; an edge inside another part is none. */
export function sideOf(shape: Shape, [x, y]: Position): Side {
  let inside = false
  for (const polygon of plain(shape))
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
  for (const polygon of plain(shape))
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

/** Whether the shape holds the position (degrees). Exact; ground is what any part holds. */
export function contains(shape: Shape, position: Position, border: BorderRule = 'closed'): boolean {
  return border === 'closed'
    ? sideOf(shape, position) !== 'outside'
    : holdsHalfOpen(shape, position[0], position[1])
}
