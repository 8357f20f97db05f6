import type { CrossingAnswer } from '../answers'
import type { SaidOf } from '../geometry/roads/strokes'

/** A crossing of one or more zone lines, once. */
export interface DistinctCrossing {
  /** ids of the zones whose line it cuts, ascending */
  readonly zones: readonly string[]
  readonly crossing: CrossingAnswer
}

/** A crossing, and the roads that pass there. */
export interface OfRoads {
  readonly lines: readonly number[]
  readonly crossing: CrossingAnswer
}

/** Degrees within which two crossings of one road are the same point. */
const SAME_POINT = 1e-7

/** The looser a crossing is held, the more: of one that several zones share the loosest is said. */
export const LOOSENESS = { closed: 0, guarded: 1, unguarded: 2 } as const

interface Point {
  readonly zones: string[]
  /** where it was first met */
  readonly rank: number
  crossing: CrossingAnswer
}

/**
 * The points of all lists once: a road in common, cut or whole (`saidOf` its row is the same), same position to 1e-7°, as
 * loosely held as in any of them; one list's are never one. In the order in which they are met.
 */
export function distinctOf(
  lists: readonly { readonly id: string; readonly crossings: readonly OfRoads[] }[],
  saidOf: SaidOf,
): DistinctCrossing[] {
  const points = new KnownPoints(saidOf)
  let before = 0
  for (const { id, crossings } of lists) {
    const ranked = crossings.map((one, at) => ({ ...one, rank: before + at }))
    before += crossings.length
    // of two at one position the loosest of each list are one, however their roads were cut
    ranked.sort((a, b) => LOOSENESS[b.crossing.state] - LOOSENESS[a.crossing.state])
    for (const one of ranked) points.note(id, one)
  }
  return points.all.sort((a, b) => a.rank - b.rank).map(({ zones, crossing }) => ({ zones, crossing }))
}

class KnownPoints {
  readonly all: Point[] = []
  private readonly byRoad = new Map<string, Point[]>()

  constructor(private readonly saidOf: SaidOf) {}

  note(id: string, { lines, crossing, rank }: OfRoads & { readonly rank: number }): void {
    const roads = new Set(lines.map(this.saidOf))
    const known = [...roads]
      .flatMap((road) => this.byRoad.get(road) ?? [])
      .filter(({ zones, crossing: one }) => !zones.includes(id) && isSamePoint(one, crossing))
    const point = known.reduce<Point | null>(
      (loosest, one) => (loosest && !isLooser(one, loosest) ? loosest : one),
      null,
    )
    if (point) {
      point.zones.push(id)
      if (isLooser({ crossing }, point)) point.crossing = crossing
      return
    }
    const one = { zones: [id], crossing, rank }
    this.all.push(one)
    for (const road of roads) {
      const ofRoad = this.byRoad.get(road)
      if (ofRoad) ofRoad.push(one)
      else this.byRoad.set(road, [one])
    }
  }
}

const isLooser = (one: Pick<Point, 'crossing'>, other: Pick<Point, 'crossing'>): boolean =>
  LOOSENESS[one.crossing.state] > LOOSENESS[other.crossing.state]

const isSamePoint = (
  { position: [x, y] }: CrossingAnswer,
  { position: [atX, atY] }: CrossingAnswer,
): boolean => Math.abs(atX - x) <= SAME_POINT && Math.abs(atY - y) <= SAME_POINT
