import Flatbush from 'flatbush'
import { nearestOnEdge } from '../geometry/nearest-on-edge'
import { boxOfEdge } from '../geometry/overlay/edge'
import { plain } from '../geometry/rings/plain'
import { metresPerDegree } from '../geometry/rings/plane'
import type { Position } from '../geometry/rings/shape'
import type { ZoneGround } from '../zones/ground/ground'

interface Edge {
  readonly zone: number
  readonly from: Position
  readonly to: Position
}

/** m to the zone's line, and whose line it is. */
export interface NearestEdge {
  readonly zone: string
  readonly metres: number
}

/** Metres round a position in which edges are first looked for; then four times as far, up to the world. */
const FIRST_M = 100

/** Lines of the zones in force, to say how far a position is from them. */
export class ZoneEdges {
  private readonly edges: readonly Edge[]
  private readonly tree: Flatbush | null

  constructor(private readonly zones: readonly ZoneGround[]) {
    this.edges = zones.flatMap(({ shape }, zone) =>
      plain(shape)
        .flat()
        .flatMap((ring) =>
          Array.from({ length: ring.length / 2 - 1 }, (_, i): Edge => {
            const at = 2 * i
            return { zone, from: [ring[at]!, ring[at + 1]!], to: [ring[at + 2]!, ring[at + 3]!] }
          }),
        ),
    )
    this.tree = this.edges.length > 0 ? new Flatbush(this.edges.length) : null
    for (const { from, to } of this.edges) this.tree?.add(...boxOfEdge([...from, ...to]))
    this.tree?.finish()
  }

  /** The nearest line of that zone, or of any; null where there is none within 5,000 km. */
  nearest(position: Position, zone: string | null): NearestEdge | null {
    const own = zone === null ? null : this.zones.findIndex(({ id }) => id === zone)
    const scale = metresPerDegree(position[1])
    for (let reach = FIRST_M; reach < 5e6; reach *= 4) {
      const [dx, dy] = [reach / scale.lon, reach / scale.lat]
      const [x, y] = position
      const near = this.tree?.search(x - dx, y - dy, x + dx, y + dy) ?? []
      let best: NearestEdge | null = null
      for (const at of near) {
        const edge = this.edges[at]!
        if (own !== null && edge.zone !== own) continue
        const { metres } = nearestOnEdge(position, [edge.from, edge.to], scale)
        if (metres <= reach && (!best || metres < best.metres))
          best = { zone: this.zones[edge.zone]!.id, metres }
      }
      if (best) return best
    }
    return null
  }
}

const known = new WeakMap<readonly ZoneGround[], ZoneEdges>()

/** The lines of these zones, indexed once. */
export function edgesOf(zones: readonly ZoneGround[]): ZoneEdges {
  let edges = known.get(zones)
  if (!edges) known.set(zones, (edges = new ZoneEdges(zones)))
  return edges
}
