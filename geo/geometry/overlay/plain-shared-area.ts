import { orient2d } from 'robust-predicates'
import type { OutlineIndex } from '../roads/outline-index'
import { CutEdges } from './cut-edges'

/** Of more edges near each other than this, pair by pair, the index of `sharedAreaM2` is the shorter way. */
const MOST_PAIRS = 40_000
const MOST_EDGES = 4_000

const own = new CutEdges()
const other = new CutEdges()

/**
 * `sharedAreaM2` of outlines whose lines meet, if at all, in inner points of edges alone, by comparing the edges that
 * come into the bounds of both. Null where a vertex lies on the other line, two meetings are too close to be put in
 * order, or there are too many edges.
 */
export function plainSharedAreaM2(a: OutlineIndex, b: OutlineIndex): number | null {
  if (a.count > MOST_EDGES || b.count > MOST_EDGES) return null
  own.take(a, b)
  other.take(b, a)
  if (own.count * other.count > MOST_PAIRS || !meet()) return null
  const area = a.localArea
  const first = own.areaInside(area)
  const second = first === null ? null : other.areaInside(area)
  return first === null || second === null ? null : Math.max(0, first + second)
}

/** Notes on both sides where edges cross; false where one only touches. */
function meet(): boolean {
  const { edges } = other
  for (let at = 0; at < own.count; at++) {
    const ax = own.edges[4 * at]!
    const ay = own.edges[4 * at + 1]!
    const bx = own.edges[4 * at + 2]!
    const by = own.edges[4 * at + 3]!
    const west = ax < bx ? ax : bx
    const east = ax < bx ? bx : ax
    const south = ay < by ? ay : by
    const north = ay < by ? by : ay
    for (let to = 0; to < other.count; to++) {
      const px = edges[4 * to]!
      const qx = edges[4 * to + 2]!
      if ((px < west && qx < west) || (px > east && qx > east)) continue
      const py = edges[4 * to + 1]!
      const qy = edges[4 * to + 3]!
      if ((py < south && qy < south) || (py > north && qy > north)) continue
      const sideA = orient2d(px, py, qx, qy, ax, ay)
      const sideB = orient2d(px, py, qx, qy, bx, by)
      if ((sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0)) continue
      const sideP = orient2d(ax, ay, bx, by, px, py)
      const sideQ = orient2d(ax, ay, bx, by, qx, qy)
      if ((sideP > 0 && sideQ > 0) || (sideP < 0 && sideQ < 0)) continue
      if (sideA === 0 || sideB === 0 || sideP === 0 || sideQ === 0) return false
      const share = sideA / (sideA - sideB)
      const x = ax + share * (bx - ax)
      const y = ay + share * (by - ay)
      own.cut(at, { share, x, y })
      other.cut(to, { share: sideP / (sideP - sideQ), x, y })
    }
  }
  return true
}
