import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import { metresPerDegree } from '../geometry/plane'
import { type Fault, unusable } from '../geometry/repair'
import type { Position, Ring, Shape } from '../geometry/shape'
import { betweenRings } from './ring-faults'

export interface LineFault {
  readonly code:
    | Exclude<Fault['code'], 'self-crossing'>
    /** two edges of a ring pass through each other */
    | 'figure-eight'
    /** two or more clicks on one spot, one after the other */
    | 'repeated-click'
    /** a needle: out and almost straight back */
    | 'needle'
    /** a hole that is not inside its ground */
    | 'hole-outside'
    /** parts of one ground lie over each other */
    | 'parts-overlap'
  readonly weight: 'repair' | 'say'
  readonly at: readonly Position[]
  readonly polygon: number
  readonly ring: number
}

const at = (ring: Ring, i: number): Position => [ring[2 * i]!, ring[2 * i + 1]!]
const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

/** Metres within which two clicks in a row were one. */
const CLICK_M = 0.05
/** Angle of a needle's point, degrees, and its least length in metres. */
const NEEDLE_ANGLE = 1
const NEEDLE_M = 5

/** Every fault of every ring with all its places; nothing is changed. A ring of 5,000 good vertices has none. */
export function lineFaults(shape: Shape): LineFault[] {
  const found: LineFault[] = []
  for (const [polygon, rings] of shape.entries())
    for (const [ring, flat] of rings.entries()) {
      const put = (
        code: LineFault['code'],
        weight: LineFault['weight'],
        places: readonly Position[],
      ): void => {
        if (places.length > 0) found.push({ code, weight, at: places, polygon, ring })
      }
      const unfit = unusable(flat)
      if (unfit) {
        put(unfit.code as LineFault['code'], 'repair', [unfit.at ?? at(flat, 0)])
        continue
      }
      if (hasNoWidth(flat)) {
        put('no-area', 'repair', [at(flat, 0)])
        continue
      }
      put('repeated-click', 'say', repeats(flat))
      put('figure-eight', 'repair', selfCrossings(flat))
      const spikes = turningBack(flat)
      put('spike', 'repair', spikes.spikes)
      put('needle', 'say', spikes.needles)
    }
  return found.length > 0 ? found : betweenRings(shape)
}

/** All vertices on one straight line. */
function hasNoWidth(ring: Ring): boolean {
  const vertices = distinctVertices(ring)
  const [first, second] = vertices
  return vertices.every((one) => orient2d(...first!, ...second!, ...one) === 0)
}

function repeats(ring: Ring): Position[] {
  const found: Position[] = []
  for (let i = 1; i < ring.length / 2; i++)
    if (isOneClick(at(ring, i - 1), at(ring, i))) found.push(at(ring, i))
  return found
}

/** Whether two clicks in a row were one. */
export function isOneClick(a: Position, b: Position): boolean {
  const scale = metresPerDegree(a[1])
  return Math.hypot((a[0] - b[0]) * scale.lon, (a[1] - b[1]) * scale.lat) < CLICK_M
}

/** The ring's vertices without repeats in a row and without the closing one. */
export function distinctVertices(ring: Ring): Position[] {
  const kept: Position[] = []
  for (let i = 0; i < ring.length / 2; i++) {
    const vertex = at(ring, i)
    if (kept.length === 0 || !same(kept.at(-1)!, vertex)) kept.push(vertex)
  }
  while (kept.length > 1 && same(kept[0]!, kept.at(-1)!)) kept.pop()
  return kept
}

function turningBack(ring: Ring): { spikes: Position[]; needles: Position[] } {
  const vertices = distinctVertices(ring)
  const count = vertices.length
  const scale = metresPerDegree(ring[1]!)
  const [spikes, needles]: [Position[], Position[]] = [[], []]
  vertices.forEach((b, i) => {
    const [a, c] = [vertices[(i + count - 1) % count]!, vertices[(i + 1) % count]!]
    const [ux, uy] = [(a[0] - b[0]) * scale.lon, (a[1] - b[1]) * scale.lat]
    const [vx, vy] = [(c[0] - b[0]) * scale.lon, (c[1] - b[1]) * scale.lat]
    const dot = ux * vx + uy * vy
    if (dot <= 0) return
    if (orient2d(a[0], a[1], b[0], b[1], c[0], c[1]) === 0) spikes.push(b)
    else if (isNeedle([ux, uy], [vx, vy])) needles.push(b)
  })
  return { spikes, needles }
}

function isNeedle(u: readonly [number, number], v: readonly [number, number]): boolean {
  const [long, wide] = [Math.hypot(...u), Math.hypot(...v)]
  const sine = Math.abs(u[0] * v[1] - u[1] * v[0]) / (long * wide)
  return Math.min(long, wide) >= NEEDLE_M && sine < Math.sin((NEEDLE_ANGLE * Math.PI) / 180)
}

/** Every place where two edges of the ring pass through each other, or one stands on the other's inner part. */
function selfCrossings(ring: Ring): Position[] {
  const vertices = distinctVertices(ring)
  const count = vertices.length
  const tree = new Flatbush(count)
  const edge = (i: number): readonly [Position, Position] => [vertices[i]!, vertices[(i + 1) % count]!]
  const boxOf = (i: number): [number, number, number, number] => {
    const [a, b] = edge(i)
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  }
  for (let i = 0; i < count; i++) tree.add(...boxOf(i))
  tree.finish()
  const side = ([a, b]: readonly [Position, Position], c: Position): number =>
    orient2d(a[0], a[1], b[0], b[1], c[0], c[1])
  const found: Position[] = []
  for (let i = 0; i < count; i++) {
    const one = edge(i)
    for (const j of tree.search(...boxOf(i), (other) => other > i)) {
      const other = edge(j)
      const [from, to] = [side(other, one[0]), side(other, one[1])]
      if (from * to >= 0 || side(one, other[0]) * side(one, other[1]) >= 0) continue
      const t = from / (from - to)
      found.push([one[0][0] + t * (one[1][0] - one[0][0]), one[0][1] + t * (one[1][1] - one[0][1])])
    }
  }
  return found
}
