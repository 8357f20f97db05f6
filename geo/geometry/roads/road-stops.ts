import type { BoxIndex } from '../box-index'
import { nearestOnEdge } from '../nearest-on-edge'
import { type Edge, edgesOfLine, isSamePlace } from '../overlay/edge'
import type { Line, Position } from '../rings/shape'
import { SAME_NODE } from './line-ends'

/** An edge of a road in the order of its vertices, and the end of it to which a way leads. */
export interface Edgewise {
  readonly edge: readonly [Position, Position]
  readonly to: Position
  /** whether `to` is where the edge begins: the road comes from there */
  readonly comes: boolean
}

/** A vertex of a road and the ways on from it: one at an end, else two. */
export interface Stop {
  readonly line: number
  readonly position: Position
  readonly ways: readonly Position[]
  /** the edge of each way, in the order of the road's vertices */
  readonly edges: readonly Edgewise['edge'][]
}

/** Asks something of a road, by its row, at a position. */
export type AtRoad = (line: number, at: Position) => boolean

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
  const stop = (position: Position, from: Edge | null, to: Edge | null): Stop => ({
    ...{ line: row, position },
    ways: [...(from ? [back(from)] : []), ...(to ? [on(to)] : [])],
    edges: [from, to].flatMap((edge) => (edge ? [[back(edge), on(edge)] as const] : [])),
  })
  yield stop(back(first), isRound ? last : null, first)
  for (let i = 1; i < edges.length; i++) yield stop(back(edges[i]!), edges[i - 1]!, edges[i]!)
  if (!isRound) yield stop(on(last), last, null)
}

const PLANE = { lon: 1, lat: 1 }

/** Whether the position is on the edge or within 1e-7° of it. */
export const isOnEdge = (position: Position, edge: readonly [Position, Position]): boolean =>
  edge.some((end) => isSamePlace(end, position)) || nearestOnEdge(position, edge, PLANE).metres <= SAME_NODE

/** Each edge of a road that comes to within 1e-7° of a position, with the ways on to both its ends. */
export function* passingBy(line: Line, row: number, position: Position): Generator<Stop> {
  for (let i = 0; i + 3 < line.length; i += 2) {
    if (isBeside(line, i, position)) continue
    const ways: [Position, Position] = [
      [line[i]!, line[i + 1]!],
      [line[i + 2]!, line[i + 3]!],
    ]
    if (isSamePlace(...ways)) continue
    if (isOnEdge(position, ways)) yield { line: row, position, ways, edges: [ways, ways] }
  }
}

/** Whether the position is well out of the box of the edge that begins there. */
function isBeside(line: Line, i: number, [x, y]: Position): boolean {
  const reach = 2 * SAME_NODE
  const x1 = line[i]!
  const y1 = line[i + 1]!
  const x2 = line[i + 2]!
  const y2 = line[i + 3]!
  return (
    (x1 > x + reach && x2 > x + reach) ||
    (x1 < x - reach && x2 < x - reach) ||
    (y1 > y + reach && y2 > y + reach) ||
    (y1 < y - reach && y2 < y - reach)
  )
}

/** Edges of all roads that pass there without a vertex there. */
export function passingAt(position: Position, lines: readonly Line[], roads: BoxIndex): Stop[] {
  const [x, y] = position
  return roads
    .near([x - SAME_NODE, y - SAME_NODE, x + SAME_NODE, y + SAME_NODE])
    .sort((a, b) => a - b)
    .flatMap((row) => [...passingBy(lines[row]!, row, position)])
    .filter(({ ways }) => !ways.some((way) => isSameNode(way, position)))
}
