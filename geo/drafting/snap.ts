import type { Facts } from '../facts'
import { nearestOnEdge } from '../geometry/nearest-on-edge'
import { isSamePlace } from '../geometry/overlay/edge'
import { metresPerDegree } from '../geometry/rings/plane'
import type { Bounds, Line, Position } from '../geometry/rings/shape'
import type { Instant } from '../time/calendar'
import { BorderEdges, borderLines } from './border-lines'
import { wayThroughNet } from './border-walk'
import type { LineSpot, SnapKind, Snapped } from './snapped'
import { wayAlong } from './trace'

const ORDER: readonly SnapKind[] = ['vertex', 'edge', 'road', 'zone']

export interface SnapOptions {
  /** m; on screen a few pixels */
  readonly withinM: number
  /** all where left out */
  readonly kinds?: readonly SnapKind[]
}

interface Candidate {
  readonly kind: SnapKind
  readonly position: Position
  readonly distanceM: number
  readonly spot: LineSpot
}

const KIND_OF = { place: 'edge', road: 'road', zone: 'zone' } as const

/** Borders, roads and zone lines to which a pointer keeps. Built once for a drawing. */
export class SnapIndex {
  private readonly edges: BorderEdges

  /** `except` is the zone that is being redrawn: its old line does not hold the new one. */
  constructor(facts: Facts, { asOf, except = null }: { asOf: Instant; except?: string | null }) {
    this.edges = new BorderEdges(borderLines(facts, asOf, except))
  }

  /** The best place to snap to within so many metres; null where there is none. */
  nearest(position: Position, { withinM, kinds = ORDER }: SnapOptions): Snapped | null {
    const found = this.candidates(position, withinM, new Set(kinds))
    const [best] = found.sort(
      (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.distanceM - b.distanceM,
    )
    return best ? this.snapped(best) : null
  }

  /**
   * The way from one snapped position to the other along the border that both lie on, vertex by vertex and with both
   * ends (flat degrees). The shorter way round, or the longer one where `longWay`. Where no one line passes both, the
   * shortest way along borders that meet; null where there is none at most three times as long as the straight one.
   */
  trace(from: Snapped, to: Snapped, { longWay = false }: { longWay?: boolean } = {}): Line | null {
    const own = wayAlong(this.edges.lines, { from, to, longWay })
    return own ?? (longWay ? null : wayThroughNet(this.edges, from, to))
  }

  private candidates(position: Position, withinM: number, kinds: ReadonlySet<SnapKind>): Candidate[] {
    const found: Candidate[] = []
    const scale = metresPerDegree(position[1])
    for (const { line, edge } of this.edges.near(boundsRound(position, withinM))) {
      const kind = KIND_OF[this.edges.lines[line]!.owner.type]
      const wanted = kind === 'edge' ? kinds.has('edge') || kinds.has('vertex') : kinds.has(kind)
      if (!wanted) continue
      const [a, b] = this.edges.ends({ line, edge })
      const put = (as: SnapKind, at: Position, share: number): void => {
        const distanceM = Math.hypot((at[0] - position[0]) * scale.lon, (at[1] - position[1]) * scale.lat)
        if (distanceM <= withinM)
          found.push({ kind: as, position: at, distanceM, spot: { line, edge, share } })
      }
      if (kinds.has('vertex')) {
        put('vertex', a, 0)
        put('vertex', b, 1)
      }
      if (!kinds.has(kind)) continue
      const { share } = nearestOnEdge(position, [a, b], scale)
      put(kind, share <= 0 ? a : share >= 1 ? b : along(a, b, share), share)
    }
    return found
  }

  /** With all lines that pass there: through the vertex, or along the same edge. */
  private snapped(best: Candidate): Snapped {
    const { position, kind, distanceM, spot } = best
    const own = this.edges.ends(spot)
    const [x, y] = position
    const spots = new Map<number, LineSpot>([[spot.line, spot]])
    for (const one of this.edges.near([x, y, x, y])) {
      if (spots.has(one.line)) continue
      const [a, b] = this.edges.ends(one)
      if (isSamePlace(a, position)) spots.set(one.line, { ...one, share: 0 })
      else if (isSamePlace(b, position)) spots.set(one.line, { ...one, share: 1 })
      else if (isSamePlace(a, own[0]) && isSamePlace(b, own[1]))
        spots.set(one.line, { ...one, share: spot.share })
      else if (isSamePlace(a, own[1]) && isSamePlace(b, own[0]))
        spots.set(one.line, { ...one, share: 1 - spot.share })
    }
    const order = [...spots.values()].sort((a, b) => a.line - b.line)
    const owners = order.map(({ line }) => this.edges.lines[line]!.owner)
    return { position, kind, distanceM, owners, spots: order }
  }
}

const along = (a: Position, b: Position, share: number): Position => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
]

function boundsRound([lon, lat]: Position, metres: number): Bounds {
  const scale = metresPerDegree(lat)
  const [dx, dy] = [metres / scale.lon, metres / scale.lat]
  return [lon - dx, lat - dy, lon + dx, lat + dy]
}
