import { nearestOnEdge } from '../nearest-on-edge'
import { type Edge, edgesOfLine, isSamePlace } from '../overlay/edge'
import type { Line, Position } from '../rings/shape'
import { SAME_NODE } from './line-ends'

/** A vertex of a road and the ways on from it: one at an end, else two. */
export interface Stop {
  readonly line: number
  readonly position: Position
  readonly ways: readonly Position[]
}

/** Whether two vertices of roads are one node (1e-7°). */
export const isSameNode = (a: Position, b: Position): boolean =>
  Math.abs(a[0] - b[0]) <= SAME_NODE && Math.abs(a[1] - b[1]) <= SAME_NODE

/** The vertices of a road; where it ends as it began, that vertex is one with two ways. */
export function* stopsOf(line: Line, row: number): Generator<Stop> {
  const edges = edgesOfLine(line)
  if (edges.length === 0) return
  const [first, last] = [edges[0]!, edges.at(-1)!]
  const isRound = first[0] === last[2] && first[1] === last[3]
  const back = (edge: Edge): Position => [edge[0], edge[1]]
  const on = (edge: Edge): Position => [edge[2], edge[3]]
  yield { line: row, position: back(first), ways: isRound ? [on(first), back(last)] : [on(first)] }
  for (let i = 1; i < edges.length; i++)
    yield { line: row, position: back(edges[i]!), ways: [back(edges[i - 1]!), on(edges[i]!)] }
  if (!isRound) yield { line: row, position: on(last), ways: [back(last)] }
}

const PLANE = { lon: 1, lat: 1 }

/** Each edge of a road that comes to within 1e-7° of a position, with the ways on to both its ends. */
export function* passingBy(line: Line, row: number, position: Position): Generator<Stop> {
  for (const edge of edgesOfLine(line)) {
    const ways: [Position, Position] = [
      [edge[0], edge[1]],
      [edge[2], edge[3]],
    ]
    const isAtEnd = ways.some((end) => isSamePlace(end, position))
    if (isAtEnd || nearestOnEdge(position, ways, PLANE).metres <= SAME_NODE)
      yield { line: row, position, ways }
  }
}
