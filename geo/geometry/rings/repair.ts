import { ClipType, FillRule, type PathsD } from 'clipper2-ts'
import { isSamePlace } from '../overlay/edge'
import { clipped } from '../overlay/overlay'
import { areaM2 } from './area'
import { boundsOf } from './bounds'
import { planeOf } from './plane'
import { distinctVertices, isClosed, ringThrough } from './ring'
import { signedRingAreaM2 } from './ring-area'
import { firstAgain, selfCrossings, straightBacks, turnsBack } from './self-crossings'
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
  const area = Math.abs(signedRingAreaM2(ring))
  const again = firstAgain(vertices)
  if (again && Math.abs(enclosedM2(ring) - area) > SLIVER_M2) return { code: 'self-crossing', at: again }
  if (area < LEAST_M2) return { code: 'no-area', at: vertices[0]! }
  const [spike] = straightBacks(vertices)
  return spike === undefined ? null : { code: 'spike', at: vertices[spike]! }
}

/** A ring that goes there and back encloses what the rounding of degrees leaves, and no more, m². */
const LEAST_M2 = 1e-3
/** Ground by which what a ring encloses, and its area by the sum of its edges, differ by rounding alone, m². */
const SLIVER_M2 = 1

/** The ground that a ring goes round, once or several times, m²; less than its area by edges where it does so twice. */
function enclosedM2(ring: Ring): number {
  const bounds = boundsOf([[ring]])
  if (!bounds) return 0
  const vertices = new Vertices(planeOf(bounds), [[[ring]]])
  return areaM2(enclosedBy(vertices, [vertices.toPath(ring)]))
}

/** What the paths go round at all, however often and whichever way. */
const enclosedBy = (vertices: Vertices, subject: PathsD, holes: PathsD = []): Shape =>
  clipped(vertices, { how: ClipType.Difference, subject, clip: holes, rule: FillRule.NonZero })

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
 * crossings resolved so that what an outer ring goes round at all is ground, less what a hole goes round. Null where no
 * ground comes of it or where its coordinates are no degrees. A shape without faults is proposed as it is.
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
    const [outer, ...holes] = polygon.map((ring) => vertices.toPath(ring))
    return enclosedBy(vertices, [outer!], holes)
  })
  return proposal.length > 0 ? proposal : null
}
