import { piecesOf } from '../geometry/overlay/shared-area'
import type { Side } from '../geometry/rings/ring-side'
import type { Position, Shape } from '../geometry/rings/shape'
import type { OutlineIndex } from '../geometry/roads/outline-index'
import { lineOf } from './drawn-line'
import type { LineFault } from './line-fault'

/** Beginnings of the pieces of a line on that side of another. */
function piecesOn(line: OutlineIndex, other: OutlineIndex, wanted: Side): Position[] {
  const found: Position[] = []
  piecesOf(line, other, ([x, y], side) => {
    if (side === wanted) found.push([x, y])
  })
  return found
}

/** Edges of a hole that come into the bounds of its ground are outside it, or none come there at all. */
function beyond(hole: OutlineIndex, outer: OutlineIndex): Position[] {
  const outside = piecesOn(hole, outer, 'outside')
  if (outside.length > 0) return outside
  for (let at = 0; at < hole.count; at++) {
    const [x, y] = hole.edgeAt(at)
    if (!outer.holds([x, y])) return [[x, y]]
  }
  return []
}

/** Holes that leave their ground, and parts that lie over each other, of rings that are good by themselves. */
export function betweenRings(shape: Shape): LineFault[] {
  const outers = shape.map((rings) => lineOf([[rings[0]!]]))
  const holes = shape.flatMap((rings, polygon) =>
    rings.slice(1).flatMap((hole, i): LineFault[] => {
      const at = beyond(lineOf([[hole]]), outers[polygon]!)
      return at.length > 0 ? [{ code: 'hole-outside', weight: 'repair', at, polygon, ring: i + 1 }] : []
    }),
  )
  const grounds = shape.map((rings) => lineOf([rings]))
  const over = grounds.flatMap((line, polygon) =>
    grounds.slice(0, polygon).flatMap((other): LineFault[] => {
      const at = [...piecesOn(line, other, 'inside'), ...piecesOn(other, line, 'inside')]
      return at.length > 0 ? [{ code: 'parts-overlap', weight: 'repair', at, polygon, ring: 0 }] : []
    }),
  )
  return [...holes, ...over]
}
