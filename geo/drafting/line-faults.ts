import { orient2d } from 'robust-predicates'
import { metresPerDegree } from '../geometry/rings/plane'
import { unusable } from '../geometry/rings/repair'
import { distinctVertices } from '../geometry/rings/ring'
import { selfCrossings, straightBacks } from '../geometry/rings/self-crossings'
import type { Position, Ring, Shape } from '../geometry/rings/shape'
import type { LineFault } from './line-fault'
import { betweenRings } from './ring-faults'

const at = (ring: Ring, i: number): Position => [ring[2 * i]!, ring[2 * i + 1]!]

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
        put(unfit.code, 'repair', [unfit.at ?? at(flat, 0)])
        continue
      }
      if (hasNoWidth(flat)) {
        put('no-area', 'repair', [at(flat, 0)])
        continue
      }
      put('repeated-click', 'say', repeats(flat))
      const vertices = distinctVertices(flat)
      put('figure-eight', 'repair', [...selfCrossings(vertices)])
      const spikes = new Set(straightBacks(vertices))
      put(
        'spike',
        'repair',
        vertices.filter((_, i) => spikes.has(i)),
      )
      put('needle', 'say', needles(vertices, spikes))
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

/** Vertices at which the ring turns back, but for less than a degree, a way long enough to be seen. */
function needles(vertices: readonly Position[], spikes: ReadonlySet<number>): Position[] {
  const count = vertices.length
  const scale = metresPerDegree(vertices[0]![1])
  return vertices.filter((b, i) => {
    const [a, c] = [vertices[(i + count - 1) % count]!, vertices[(i + 1) % count]!]
    const u = [(a[0] - b[0]) * scale.lon, (a[1] - b[1]) * scale.lat] as const
    const v = [(c[0] - b[0]) * scale.lon, (c[1] - b[1]) * scale.lat] as const
    return !spikes.has(i) && isNeedle(u, v)
  })
}

function isNeedle(u: readonly [number, number], v: readonly [number, number]): boolean {
  if (u[0] * v[0] + u[1] * v[1] <= 0) return false
  const [long, wide] = [Math.hypot(...u), Math.hypot(...v)]
  const sine = Math.abs(u[0] * v[1] - u[1] * v[0]) / (long * wide)
  return Math.min(long, wide) >= NEEDLE_M && sine < Math.sin((NEEDLE_ANGLE * Math.PI) / 180)
}
