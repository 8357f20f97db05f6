import { isSamePlace } from '../overlay/edge'
import { metresPerDegree } from '../rings/plane'
import type { Side } from '../rings/ring-side'
import type { Position } from '../rings/shape'
import type { OutlineIndex } from './outline-index'
import { type Edgewise, isOnEdge, isSameNode, type Stop } from './road-stops'

/** What a road says of itself but where it is: equal for the pieces of one that was cut. By its row. */
export type SaidOf = (line: number) => string

/** A way that leaves a node of a run, of a road that goes on as `onward` there. */
interface Way extends Edgewise {
  /** the roads of which it is an edge, by row: several where they say the same */
  readonly lines: number[]
  readonly node: number
  readonly at: Position
  readonly side: Side
  readonly said: string
  onward: Way | null
}

/** A road that comes to an outline from one side, runs on it and leaves it on the other, cut or whole. */
export interface Stroke {
  readonly inside: Arm
  readonly outside: Arm
  /** the roads that it is, by row, ascending */
  readonly lines: readonly number[]
}

export interface Arm {
  /** by row, ascending: several where they say the same and run on each other */
  readonly lines: readonly number[]
  readonly position: Position
  /** whether the road comes to the outline there, in the order of its vertices */
  readonly comes: boolean
}

function waysAt(node: readonly Stop[], row: number, index: OutlineIndex, saidOf: SaidOf): Way[] {
  const ways: Way[] = []
  for (const { line, position, ways: ends, edges } of node)
    ends.forEach((to, i) => {
      if (isSameNode(to, position)) return
      const said = saidOf(line)
      const [edge, comes] = [edges[i]!, isSamePlace(to, edges[i]![0])]
      const same = ways.find((one) => one.said === said && one.comes === comes && isSameEdge(one, edge))
      if (same) {
        if (!same.lines.includes(line)) same.lines.push(line)
        return
      }
      const side = index.sideAfter(position, to)
      ways.push({ lines: [line], node: row, at: position, side, to, edge, comes, said, onward: null })
    })
  return ways
}

const isSameEdge = ({ edge: [a, b] }: Edgewise, [c, d]: Edgewise['edge']): boolean =>
  isSamePlace(a, c) && isSamePlace(b, d)

/** How far the road turns from one way to the other; 0 is straight on, π is back. */
function turn(one: Way, other: Way): number {
  const { lon, lat } = metresPerDegree(one.at[1])
  const bearing = ({ at, to }: Way): number => Math.atan2((to[1] - at[1]) * lat, (to[0] - at[0]) * lon)
  const between = Math.abs(bearing(one) - bearing(other))
  return Math.abs(Math.PI - Math.min(between, 2 * Math.PI - between))
}

const TURNS_ALIKE = 1e-6

/** Which way goes on as which: two alone always do, of more those that say the same, the straightest first. */
function joinUp(ways: readonly Way[]): void {
  const pairs = ways.flatMap((one, i) =>
    ways
      .slice(i + 1)
      .filter((other) => ways.length === 2 || one.said === other.said)
      .map((other) => ({ one, other, turned: turn(one, other), words: wordsOf(one, other) })),
  )
  pairs.sort(
    (a, b) =>
      (Math.abs(a.turned - b.turned) > TURNS_ALIKE ? a.turned - b.turned : 0) ||
      (a.words < b.words ? -1 : a.words > b.words ? 1 : 0),
  )
  for (const { one, other } of pairs)
    if (!one.onward && !other.onward) [one.onward, other.onward] = [other, one]
}

/** The same, in whatever order the roads stand. */
const wordsOf = (...ways: readonly Way[]): string =>
  ways
    .map(({ said, edge, comes }) => `${said} ${edge} ${comes}`)
    .sort()
    .join('\n')

/** Follows roads along one run from node to node. */
class RunWalk {
  private readonly ways: readonly Way[][]
  private readonly spots: readonly Position[]

  constructor(nodes: readonly (readonly Stop[])[], index: OutlineIndex, saidOf: SaidOf) {
    this.ways = nodes.map((node, row) => waysAt(node, row, index, saidOf))
    this.spots = nodes.map(([stop]) => stop!.position)
    for (const ways of this.ways) joinUp(ways)
  }

  strokes(): Stroke[] {
    return this.ways.flat().flatMap((way) => (way.side === 'inside' ? this.strokeFrom(way) : []))
  }

  private strokeFrom(first: Way): Stroke[] {
    const lines = new Set(first.lines)
    const seen = new Set<Way>()
    for (let way = first.onward; way?.side === 'on' && !seen.has(way); ) {
      seen.add(way)
      for (const line of way.lines) lines.add(line)
      const onward: Way | null = this.arrival(way)?.onward ?? null
      if (onward?.side === 'outside')
        return [
          {
            ...{ inside: armOf(first), outside: armOf(onward) },
            lines: ascending([...lines, ...onward.lines]),
          },
        ]
      way = onward
    }
    return []
  }

  /** The same edge of the road at the next node on it, seen from there. */
  private arrival({ node, at, to, edge, comes, said }: Way): Way | undefined {
    let next = -1
    let nearest = Number.POSITIVE_INFINITY
    this.spots.forEach((spot, row) => {
      if (row === node || !isOnEdge(spot, [at, to])) return
      const away = Math.hypot(spot[0] - at[0], spot[1] - at[1])
      if (away < nearest) [next, nearest] = [row, away]
    })
    return this.ways[next]?.find((way) => way.comes !== comes && way.said === said && isSameEdge(way, edge))
  }
}

const armOf = ({ lines, at, comes }: Way): Arm => ({ lines: ascending(lines), position: at, comes })
const ascending = (rows: readonly number[]): number[] => [...new Set(rows)].sort((a, b) => a - b)

/**
 * The roads that pass an outline by a run of it, whose nodes (1e-7°) with all that meets there are given. A road goes on
 * where two ways meet alone; where more do, as the straightest of those that say the same of themselves: so a road that
 * was cut passes where the whole one does. (Natural roads, “strokes”: Thomson & Richardson 1999.)
 */
export function strokesOf(
  nodes: readonly (readonly Stop[])[],
  index: OutlineIndex,
  saidOf: SaidOf,
): Stroke[] {
  return new RunWalk(nodes, index, saidOf).strokes()
}
