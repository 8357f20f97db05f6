import { ClipType, FillRule } from 'clipper2-ts'
import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import { signedRingAreaM2 } from './area'
import { boundsOf } from './bounds'
import { clipped } from './overlay'
import { planeOf } from './plane'
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

const at = (ring: Ring, i: number): Position => [ring[2 * i]!, ring[2 * i + 1]!]
const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

/** The first vertex that no place on earth has; null where all are degrees. */
function offTheMap(ring: Ring): { code: FaultCode; at: Position } | null {
  for (let i = 0; i < ring.length >> 1; i++) {
    const [x, y] = at(ring, i)
    if (!Number.isFinite(x) || !Number.isFinite(y)) return { code: 'not-a-number', at: [x, y] }
    if (Math.abs(x) > 360 && Math.abs(y) > 90) return { code: 'in-metres', at: [x, y] }
    if (Math.abs(x) > 180 || Math.abs(y) > 90) return { code: 'out-of-range', at: [x, y] }
  }
  return null
}

/** Vertices without repeats in a row and without the closing one. */
function distinct(ring: Ring): Position[] {
  const vertices = Array.from({ length: ring.length >> 1 }, (_, i) => at(ring, i))
  const thinned = vertices.filter((vertex, i) => i === 0 || !same(vertex, vertices[i - 1]!))
  while (thinned.length > 1 && same(thinned[0]!, thinned.at(-1)!)) thinned.pop()
  return thinned
}

/** The vertex at which the ring turns straight back; null where it never does. */
function spikeOf(vertices: readonly Position[]): number | null {
  const count = vertices.length
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [vertices[(i + count - 1) % count]!, vertices[i]!, vertices[(i + 1) % count]!]
    const back = (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0
    if (back && orient2d(a[0], a[1], b[0], b[1], c[0], c[1]) === 0) return i
  }
  return null
}

/** Where two edges of the ring pass through each other; null where none do. Touching is allowed. */
function selfCrossing(vertices: readonly Position[]): Position | null {
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
  for (let i = 0; i < count; i++) {
    const one = edge(i)
    for (const j of tree.search(...boxOf(i), (other) => other > i)) {
      const other = edge(j)
      const [from, to] = [side(other, one[0]), side(other, one[1])]
      if (from * to >= 0 || side(one, other[0]) * side(one, other[1]) >= 0) continue
      const t = from / (from - to)
      return [one[0][0] + t * (one[1][0] - one[0][0]), one[0][1] + t * (one[1][1] - one[0][1])]
    }
  }
  return null
}

/** Why a ring cannot even be looked at: no degrees, too few places, an open end. Null where it can. */
export function unusable(ring: Ring): { readonly code: FaultCode; readonly at: Position | null } | null {
  const off = offTheMap(ring)
  if (off) return off
  const vertices = distinct(ring)
  if (vertices.length < 3) return { code: 'too-few-points', at: vertices[0] ?? null }
  if (!same(at(ring, 0), at(ring, (ring.length >> 1) - 1))) return { code: 'unclosed', at: vertices.at(-1)! }
  return null
}

function faultOfRing(ring: Ring): { code: FaultCode; at: Position | null } | null {
  const unfit = unusable(ring)
  if (unfit) return unfit
  const vertices = distinct(ring)
  const crossing = selfCrossing(vertices)
  if (crossing) return { code: 'self-crossing', at: crossing }
  const spike = spikeOf(vertices)
  if (spike !== null) return { code: 'spike', at: vertices[spike]! }
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
  let left = [...vertices]
  for (let spike = spikeOf(left); spike !== null && left.length > 2; spike = spikeOf(left)) {
    left.splice(spike, 1)
    left = left.filter((vertex, i) => !same(vertex, left[(i + left.length - 1) % left.length]!))
  }
  return left
}

/**
 * What the shape was probably meant to be, as a proposal for a person: rings closed, repeats and spikes left out,
 * crossings resolved so that what is enclosed once is ground (even–odd). Null where no ground comes of it or where
 * its coordinates are no degrees. A shape without faults is proposed as it is.
 */
export function repaired(shape: Shape): Shape | null {
  const faults = faultsOf(shape)
  if (faults.length === 0) return shape
  if (shape.some((polygon) => polygon.some(offTheMap))) return null
  const cleaned = shape
    .map((polygon) =>
      polygon
        .map((ring) => withoutSpikes(distinct(ring)))
        .filter((vertices) => vertices.length > 2)
        .map((vertices) => Float64Array.from([...vertices, vertices[0]!].flat())),
    )
    .filter((polygon) => polygon.length > 0)
  const bounds = boundsOf(cleaned)
  if (!bounds) return null
  const vertices = new Vertices(planeOf(bounds), [cleaned])
  const subject = cleaned.flatMap((polygon) => polygon.map((ring) => vertices.toPath(ring)))
  const proposal = clipped(vertices, { how: ClipType.Union, subject, clip: [], rule: FillRule.EvenOdd })
  return proposal.length > 0 ? proposal : null
}
