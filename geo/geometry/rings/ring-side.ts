import { orient2d } from 'robust-predicates'
import type { Ring } from './shape'

export type Side = 'inside' | 'outside' | 'on'

/** Where the position (degrees) lies to the ring alone; `on` as soon as it lies on an edge. Exact. */
export function ringSide(ring: Ring, x: number, y: number): Side {
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
