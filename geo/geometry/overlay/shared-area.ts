import { boundsMeet } from '../rings/bounds'
import { edgeAreaM2 } from '../rings/ring-area'
import type { Side } from '../rings/ring-side'
import type { Position } from '../rings/shape'
import type { OutlineIndex } from '../roads/outline-index'
import { boxOfEdge, type Edge, isSamePlace } from './edge'
import { plainSharedAreaM2 } from './plain-shared-area'

type Visit = (piece: Edge, side: Side) => void

const FLIPPED = { inside: 'outside', outside: 'inside', on: 'on' } as const

/** Cuts one edge at its contacts with the other outline; each piece is inside, outside or on it. Returns the last side. */
function cutEdge(edge: Edge, other: OutlineIndex, known: Side | null, visit: Visit): Side | null {
  const a: Position = [edge[0], edge[1]]
  const b: Position = [edge[2], edge[3]]
  const contacts = other.contacts(a, b)
  if (contacts.length === 0) {
    const side = known ?? other.sideAfter(a, b)
    visit(edge, side)
    return side
  }
  let side: Side = other.sideAfter(a, b)
  let from = a
  let atEnd = false
  for (const { position, edge: crossed } of contacts) {
    if (crossed < 0 && isSamePlace(position, a)) continue
    if (crossed < 0 && isSamePlace(position, b)) {
      atEnd = true
      continue
    }
    visit([from[0], from[1], position[0], position[1]], side)
    side = crossed < 0 ? other.sideAfter(position, b) : FLIPPED[side]
    from = position
  }
  visit([from[0], from[1], b[0], b[1]], side)
  return atEnd ? null : side
}

/**
 * Every piece of the outline's edges that come into the bounds, with the side of the other outline it is on. Sides are
 * exact; the places of cuts are rounded as a crossing of two edges is.
 */
export function piecesOf(own: OutlineIndex, other: OutlineIndex, visit: Visit): void {
  const bounds = other.bounds
  if (!bounds || !own.bounds || !boundsMeet(own.bounds, bounds)) return
  let last = -2
  let side: Side | null = null
  let end: Position = [Number.NaN, Number.NaN]
  for (const at of own.near(bounds).sort((one, next) => one - next)) {
    const edge = own.edgeAt(at)
    const follows = at === last + 1 && isSamePlace(end, [edge[0], edge[1]])
    side = cutEdge(edge, other, follows ? side : null, visit)
    last = at
    end = [edge[2], edge[3]]
  }
}

/** Whether the piece of one outline runs along the other with the ground on the same side of both. */
export function runsWith(other: OutlineIndex, piece: Edge): boolean {
  const [x1, y1, x2, y2] = piece
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
  let balance = 0
  for (const at of other.near(boxOfEdge(piece))) {
    const [u1, v1, u2, v2] = other.edgeAt(at)
    const [du, dv] = [u2 - u1, v2 - v1]
    const share = ((x - u1) * du + (y - v1) * dv) / (du * du + dv * dv)
    if (share < 0 || share > 1) continue
    const away = Math.abs((x - u1) * dv - (y - v1) * du) / Math.hypot(du, dv)
    if (away > 1e-12) continue
    balance += (x2 - x1) * du + (y2 - y1) * dv > 0 ? 1 : -1
  }
  return balance >= 0
}

/**
 * Common ground in m² without making it: by Green's theorem over the pieces of each line that lie inside the other.
 * Both outlines must be wound (outer rings anticlockwise) and must not cross themselves. Borders that run together are
 * told apart exactly, so that neighbours share nothing. Additive: the parts of a partition sum to the whole.
 */
export function sharedAreaM2(a: OutlineIndex, b: OutlineIndex): number {
  if (!a.bounds || !b.bounds || !boundsMeet(a.bounds, b.bounds)) return 0
  return plainSharedAreaM2(a, b) ?? sharedAreaByPieces(a, b)
}

/** The same for lines that may touch and run together, and of any length. */
export function sharedAreaByPieces(a: OutlineIndex, b: OutlineIndex): number {
  if (!a.bounds || !b.bounds) return 0
  const from = (Math.max(a.bounds[1], b.bounds[1]) + Math.min(a.bounds[3], b.bounds[3])) / 2
  let sum = 0
  piecesOf(a, b, (piece, side) => {
    if (side === 'inside' || (side === 'on' && runsWith(b, piece))) sum += edgeAreaM2(piece, from)
  })
  piecesOf(b, a, (piece, side) => {
    if (side === 'inside') sum += edgeAreaM2(piece, from)
  })
  return Math.max(0, sum)
}
