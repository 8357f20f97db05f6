import { ClipType, FillRule } from 'clipper2-ts'
import { isSamePlace } from '../overlay/edge'
import { clipped } from '../overlay/overlay'
import { boundsOf } from './bounds'
import { planeOf } from './plane'
import { distinctVertices, isClosed, ringThrough } from './ring'
import { signedRingAreaM2 } from './ring-area'
import { selfCrossings, straightBacks, turnsBack } from './self-crossings'
import type { Position, Ring, Shape } from './shape'
import { Vertices } from './vertices'

export type FaultCode =
  | 'not-a-number'
  /** beyond ±180, ±90, and of the size of a metric grid */
  | 'in-metres'
  | 'out-of-range'
  | 'unclosed'
  | 'too-few-points'
  | 'no-area'
  | 'self-crossing'
  | 'spike'

/** What is wrong with a ring, and where. */
export interface Fault {
  readonly code: FaultCode
  /** numbers of the polygon and of its ring, from 0 */
  readonly polygon: number
  readonly ring: number
  readonly at: Position | null
}

/** Why a ring cannot even be looked at. */
export interface Unusable {
  readonly code: Exclude<FaultCode, 'no-area' | 'self-crossing' | 'spike'>
  readonly at: Position | null
}

const at = (ring: Ring, i: number): Position => [ring[2 * i]!, ring[2 * i + 1]!]

/** The first vertex that no place on earth has; null where all are degrees. */
function offTheMap(ring: Ring): Unusable | null {
  for (let i = 0; i < ring.length >> 1; i++) {
    const [x, y] = at(ring, i)
    if (!Number.isFinite(x) || !Number.isFinite(y)) return { code: 'not-a-number', at: [x, y] }
    if (Math.abs(x) > 360 && Math.abs(y) > 90) return { code: 'in-metres', at: [x, y] }
    if (Math.abs(x) > 180 || Math.abs(y) > 90) return { code: 'out-of-range', at: [x, y] }
  }
  return null
}

/** Why a ring cannot even be looked at: no degrees, too few places, an open end. Null where it can. */
export function unusable(ring: Ring): Unusable | null {
  const off = offTheMap(ring)
  if (off) return off
  const vertices = distinctVertices(ring)
  if (vertices.length < 3) return { code: 'too-few-points', at: vertices[0] ?? null }
  return isClosed(ring) ? null : { code: 'unclosed', at: vertices.at(-1)! }
}

function faultOfRing(ring: Ring): { code: FaultCode; at: Position | null } | null {
  const unfit = unusable(ring)
  if (unfit) return unfit
  const vertices = distinctVertices(ring)
  const [crossing] = selfCrossings(vertices)
  if (crossing) return { code: 'self-crossing', at: crossing }
  const [spike] = straightBacks(vertices)
  if (spike !== undefined) return { code: 'spike', at: vertices[spike]! }
  return signedRingAreaM2(ring) === 0 ? { code: 'no-area', at: vertices[0]! } : null
}

/** The first fault of every ring, in order; empty where the shape can be used as it is. Nothing is changed. */
export function faultsOf(shape: Shape): readonly Fault[] {
  return shape.flatMap((rings, polygon) =>
    rings.flatMap((one, ring) => {
      const fault = faultOfRing(one)
      return fault ? [{ ...fault, polygon, ring }] : []
    }),
  )
}

function withoutSpikes(vertices: readonly Position[]): readonly Position[] {
  const left: Position[] = []
  for (const vertex of vertices) {
    left.push(vertex)
    while (isLastNeedless(left)) left.splice(-2, 1)
  }
  let first = 0
  while (left.length - first > 2) {
    const [before, last, next, after] = [left.at(-2)!, left.at(-1)!, left[first]!, left[first + 1]!]
    if (isSamePlace(last, next) || turnsBack(before, last, next)) left.pop()
    else if (turnsBack(last, next, after)) first += 1
    else break
  }
  return left.slice(first)
}

/** True where the last vertex but one is a spike, or where the last is. */
function isLastNeedless(left: readonly Position[]): boolean {
  const [a, b, c] = [left.at(-3), left.at(-2), left.at(-1)]
  if (b && c && isSamePlace(b, c)) return true
  return a !== undefined && turnsBack(a, b!, c!)
}

/**
 * What the shape was probably meant to be, as a proposal for a person: rings closed, repeats and spikes left out,
 * crossings resolved so that what a part encloses once is ground (even–odd in each part). Null where no ground comes of it or where
 * its coordinates are no degrees. A shape without faults is proposed as it is.
 */
export function repaired(shape: Shape): Shape | null {
  const faults = faultsOf(shape)
  if (faults.length === 0) return shape
  if (shape.some((polygon) => polygon.some(offTheMap))) return null
  const cleaned = shape
    .map((polygon) =>
      polygon
        .map((ring) => withoutSpikes(distinctVertices(ring)))
        .filter((vertices) => vertices.length > 2)
        .map(ringThrough),
    )
    .filter((polygon) => polygon.length > 0)
  const bounds = boundsOf(cleaned)
  if (!bounds) return null
  const vertices = new Vertices(planeOf(bounds), [cleaned])
  const proposal = cleaned.flatMap((polygon) => {
    const subject = polygon.map((ring) => vertices.toPath(ring))
    return clipped(vertices, { how: ClipType.Union, subject, clip: [], rule: FillRule.EvenOdd })
  })
  return proposal.length > 0 ? proposal : null
}
