import { boundsMeet, boundsOf } from '../../geometry/rings/bounds'
import { contains } from '../../geometry/rings/contains'
import { plain } from '../../geometry/rings/plain'
import { metresPerDegree } from '../../geometry/rings/plane'
import type { Ring, Shape } from '../../geometry/rings/shape'

/** Degrees beside a line at which is asked whose ground it is: about 1 cm. */
const BESIDE = 1e-7

/** A zone as far as enclosure asks: its own outline, and the outlines that take ground before it. */
export interface Outlined {
  readonly id: string
  readonly outline: Shape
}

/** A part of a zone's line, and the zones on the other side of it. */
export interface Beside {
  /** of the whole line's length in metres */
  readonly share: number
  readonly zones: readonly string[]
}

/**
 * Which other zones lie just outside the line of `inner`, by share of its length. Levels play no part yet: who of
 * several holds the ground is a question of strictness. Exact up to 1 cm beside the line.
 */
export function besideLine(inner: Shape, others: readonly Outlined[]): Beside[] {
  const bounds = boundsOf(inner)
  if (!bounds) return []
  const [minX, minY, maxX, maxY] = bounds
  const reach = [minX - BESIDE, minY - BESIDE, maxX + BESIDE, maxY + BESIDE] as const
  const near = others.filter((other) => {
    const theirs = boundsOf(other.outline)
    return theirs !== null && boundsMeet(theirs, reach)
  })
  if (near.length === 0) return []
  const lengths = new Map<string, number>()
  const scale = metresPerDegree((bounds[1] + bounds[3]) / 2)
  let total = 0
  for (const ring of plain(inner).flat())
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const edge: Edge = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!]
      const length = Math.hypot((edge[2] - edge[0]) * scale.lon, (edge[3] - edge[1]) * scale.lat)
      if (!(length > 0)) continue
      total += length
      for (const [from, to] of pieces(edge, near)) {
        const zones = zonesBeside(inner, near, at(edge, (from + to) / 2)).join('\n')
        if (zones) lengths.set(zones, (lengths.get(zones) ?? 0) + length * (to - from))
      }
    }
  return [...lengths].map(([zones, length]) => ({ share: length / total, zones: zones.split('\n') }))
}

/** Share of the line each zone holds, given the order in which they take ground (strictest first). */
export function ownedShares(
  beside: readonly Beside[],
  order: readonly string[],
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const { share, zones } of beside) {
    const owner = order.find((id) => zones.includes(id))
    if (owner !== undefined) shares.set(owner, (shares.get(owner) ?? 0) + share)
  }
  return shares
}

type Edge = readonly [number, number, number, number]
interface Point {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

/** The point at that share of the edge, and the unit normal to its left. */
function at([x0, y0, x1, y1]: Edge, share: number): Point {
  const length = Math.hypot(x1 - x0, y1 - y0)
  return {
    x: x0 + (x1 - x0) * share,
    y: y0 + (y1 - y0) * share,
    dx: -(y1 - y0) / length,
    dy: (x1 - x0) / length,
  }
}

function zonesBeside(inner: Shape, others: readonly Outlined[], { x, y, dx, dy }: Point): string[] {
  const left = [x + dx * BESIDE, y + dy * BESIDE] as const
  const right = [x - dx * BESIDE, y - dy * BESIDE] as const
  const leftInside = contains(inner, left)
  if (leftInside === contains(inner, right)) return []
  const outside = leftInside ? right : left
  return others.filter((other) => contains(other.outline, outside)).map((other) => other.id)
}

/** Stretches of the edge, as shares from 0 to 1, between the points where lines of the others meet it. */
function pieces(edge: Edge, others: readonly Outlined[]): [number, number][] {
  const cuts = [0, 1]
  for (const { outline } of others) for (const ring of plain(outline).flat()) cutBy(edge, ring, cuts)
  cuts.sort((a, b) => a - b)
  const stretches: [number, number][] = []
  for (let i = 0; i + 1 < cuts.length; i++)
    if (cuts[i + 1]! - cuts[i]! > 1e-9) stretches.push([cuts[i]!, cuts[i + 1]!])
  return stretches
}

function cutBy([x0, y0, x1, y1]: Edge, ring: Ring, cuts: number[]): void {
  const [west, east] = x0 < x1 ? [x0, x1] : [x1, x0]
  const [south, north] = y0 < y1 ? [y0, y1] : [y1, y0]
  const dx = x1 - x0
  const dy = y1 - y0
  const size = dx * dx + dy * dy
  const push = (share: number): void => {
    if (share > 0 && share < 1) cuts.push(share)
  }
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!]
    if (Math.max(ax, bx) < west - BESIDE || Math.min(ax, bx) > east + BESIDE) continue
    if (Math.max(ay, by) < south - BESIDE || Math.min(ay, by) > north + BESIDE) continue
    const cross = dx * (by - ay) - dy * (bx - ax)
    push(((ax - x0) * dx + (ay - y0) * dy) / size)
    push(((bx - x0) * dx + (by - y0) * dy) / size)
    if (cross !== 0) push(((ax - x0) * (by - ay) - (ay - y0) * (bx - ax)) / cross)
  }
}
