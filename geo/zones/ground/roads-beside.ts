import Flatbush from 'flatbush'
import type { Road } from '../../facts'
import { nearestOnEdge } from '../../geometry/nearest-on-edge'
import { boxOfEdge } from '../../geometry/overlay/edge'
import { metresPerDegree } from '../../geometry/rings/plane'
import type { Bounds, Position } from '../../geometry/rings/shape'
import type { BoundaryAlong } from './boundary'

interface Segment {
  readonly road: Road
  readonly from: Position
  readonly to: Position
}

/** Cosine of the angle to which a road counts as running the same way. */
const SAME_WAY = Math.cos((35 * Math.PI) / 180)

/** Named roads near a ground, asked which of them a piece of line runs along. */
export class RoadsBeside {
  private readonly segments: readonly Segment[]
  private readonly index: Flatbush | null
  private readonly reach: readonly [lon: number, lat: number]
  private readonly withinM: number

  constructor(
    roads: readonly Road[],
    { bounds, withinM }: { readonly bounds: Bounds; readonly withinM: number },
  ) {
    const metres = metresPerDegree((bounds[1] + bounds[3]) / 2)
    this.reach = [withinM / metres.lon, withinM / metres.lat]
    this.withinM = withinM
    this.segments = roads.flatMap((road) =>
      road.name === null ? [] : segmentsNear(road, bounds, this.reach),
    )
    this.index = this.segments.length > 0 ? new Flatbush(this.segments.length) : null
    for (const { from, to } of this.segments) this.index?.add(...boxOfEdge([...from, ...to]))
    this.index?.finish()
  }

  /** The nearest named road that runs the same way; of equals the smaller name. Null where none does. */
  beside(at: Position, along: readonly [east: number, north: number]): BoundaryAlong | null {
    const [lon, lat] = this.reach
    const rows = this.index?.search(at[0] - lon, at[1] - lat, at[0] + lon, at[1] + lat) ?? []
    let best: { road: Road; far: number } | null = null
    for (const row of rows) {
      const { road, from, to } = this.segments[row]!
      const far = distanceAlong(at, along, [from, to])
      if (far === null || far > this.withinM) continue
      if (!best || far < best.far || (far === best.far && road.name! < best.road.name!)) best = { road, far }
    }
    return best && { kind: 'road', name: best.road.name!, class: best.road.class }
  }
}

function segmentsNear(
  road: Road,
  [west, south, east, north]: Bounds,
  reach: readonly [number, number],
): Segment[] {
  const found: Segment[] = []
  const { line } = road
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x, y, toX, toY] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!]
    const misses =
      Math.max(x, toX) < west - reach[0] ||
      Math.min(x, toX) > east + reach[0] ||
      Math.max(y, toY) < south - reach[1] ||
      Math.min(y, toY) > north + reach[1]
    if (!misses) found.push({ road, from: [x, y], to: [toX, toY] })
  }
  return found
}

/** Metres to the segment; null where it runs another way. */
function distanceAlong(
  at: Position,
  along: readonly [number, number],
  [from, to]: readonly [Position, Position],
): number | null {
  const metres = metresPerDegree(at[1])
  const [x, y] = [(to[0] - from[0]) * metres.lon, (to[1] - from[1]) * metres.lat]
  const length = Math.hypot(x, y)
  if (length === 0 || Math.abs((x * along[0] + y * along[1]) / length) < SAME_WAY) return null
  return nearestOnEdge(at, [from, to], metres).metres
}
