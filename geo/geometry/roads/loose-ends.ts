import type { BoxIndex } from '../box-index'
import { nearestOnEdge } from '../nearest-on-edge'
import { nearDistanceM } from '../rings/distance'
import type { Bounds, Line, Position } from '../rings/shape'
import { SAME_NODE } from './line-ends'
import { isSameNode, passingBy, type Stop } from './road-stops'

/** Metres from an end within which a crossing on the roads that lead to it is that of the end, aslant as it may be. */
const OWN_CROSSING_M = 2
const PLANE = { lon: 1, lat: 1 }

/** Asks where roads end; the same wherever they are cut at their vertices. */
export class RoadEnds {
  constructor(
    private readonly lines: readonly Line[],
    private readonly roads: BoxIndex,
  ) {}

  /** Whether no way leads on from an end, of another road or of its own. */
  isLast(position: Position): boolean {
    let ways = 0
    for (const stop of this.at(position))
      for (const way of stop.ways) if (!isSameNode(way, position)) ways += 1
    return ways <= 1
  }

  /** Whether one of the crossings lies within 2 m of an end, on the roads that lead to it from no farther. */
  isOfCrossing(end: Position, crossings: readonly Position[]): boolean {
    const near = crossings.filter((at) => nearDistanceM(at, end) <= OWN_CROSSING_M)
    const reached: Position[] = near.length > 0 ? [end] : []
    for (const node of reached)
      for (const { ways } of this.at(node)) {
        if (near.some((at) => nearestOnEdge(at, ways as [Position, Position], PLANE).metres <= SAME_NODE))
          return true
        for (const way of ways)
          if (nearDistanceM(way, end) <= OWN_CROSSING_M && !reached.some((one) => isSameNode(one, way)))
            reached.push(way)
      }
    return false
  }

  /** The edges of roads that come to within 1e-7° of a position. */
  private *at(position: Position): Generator<Stop> {
    for (const row of this.roads.near(nodeBox(position))) yield* passingBy(this.lines[row]!, row, position)
  }
}

const nodeBox = ([x, y]: Position): Bounds => [x - SAME_NODE, y - SAME_NODE, x + SAME_NODE, y + SAME_NODE]
