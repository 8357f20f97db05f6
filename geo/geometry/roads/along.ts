import { BoxIndex } from '../box-index'
import { nearestOnEdge } from '../nearest-on-edge'
import { edgesOfLine, isSamePlace } from '../overlay/edge'
import { nearDistanceM } from '../rings/distance'
import type { Bounds, Line, Position, Shape } from '../rings/shape'
import type { CrossingOfMany } from './crossings'
import type { Join } from './joins'
import { SAME_NODE } from './line-ends'
import { lineIndexOf } from './line-index'
import { OutlineIndex } from './outline-index'
import { isSameNode, type Stop, stopsOf } from './road-stops'

/** Roads that run on an outline and are met from both sides. Lines by their row, ascending. */
export interface Along {
  /** where a road from inside meets it */
  readonly position: Position
  /** the roads that run on the outline */
  readonly lines: readonly number[]
  /** the roads that leave it inside, and those that leave it outside */
  readonly inside: readonly number[]
  readonly outside: readonly number[]
  /** metres of road on the outline */
  readonly lengthM: number
}

/** A stretch of a road that keeps to the outline. */
interface Stretch {
  readonly line: number
  readonly from: Position
  readonly to: Position
  /** the ends of the edge of the road that it is part of */
  readonly edge: readonly [Position, Position]
}

const PLANE = { lon: 1, lat: 1 }
const boxOf = ({ from, to }: Pick<Stretch, 'from' | 'to'>): Bounds => [
  Math.min(from[0], to[0]) - SAME_NODE,
  Math.min(from[1], to[1]) - SAME_NODE,
  Math.max(from[0], to[0]) + SAME_NODE,
  Math.max(from[1], to[1]) + SAME_NODE,
]
const lies = (at: Position, { from, to }: Stretch): boolean =>
  isSamePlace(from, to) ? isSameNode(at, from) : nearestOnEdge(at, [from, to], PLANE).metres <= SAME_NODE

/** Where the road keeps to the outline, edge by edge; by exact predicates. */
function* stretchesOf(line: Line, row: number, index: OutlineIndex): Generator<Stretch> {
  for (const edge of edgesOfLine(line)) {
    const [a, b]: [Position, Position] = [
      [edge[0], edge[1]],
      [edge[2], edge[3]],
    ]
    const contacts = index.contacts(a, b).filter((one) => one.edge < 0)
    for (const [i, { position }] of contacts.entries()) {
      const next = contacts[i + 1]?.position ?? b
      if (isSamePlace(position, b) || isSamePlace(position, next)) continue
      if (index.sideAfter(position, b) !== 'on') continue
      yield { line: row, from: position, to: next, edge: [a, b] }
    }
  }
}

/** The stretches that hang together, each group in the order of its roads. */
function connected(stretches: readonly Stretch[]): Stretch[][] {
  const group = stretches.map((_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    while (group[root] !== root) root = group[root]!
    return root
  }
  const boxes = new BoxIndex(stretches.map(boxOf))
  stretches.forEach((one, i) => {
    for (const j of boxes.near(boxOf(one))) {
      const other = stretches[j]!
      if (![one.from, one.to].some((end) => lies(end, other))) continue
      const [first, second] = [rootOf(i), rootOf(j)].sort((a, b) => a - b) as [number, number]
      group[second] = first
    }
  })
  const groups = new Map<number, Stretch[]>()
  stretches.forEach((one, i) => {
    const known = groups.get(rootOf(i))
    if (known) known.push(one)
    else groups.set(rootOf(i), [one])
  })
  return [...groups.values()]
}

/** Where an edge of a road comes to the outline, or leaves it, without a vertex of its own. */
function endsWithin({ line, from, to, edge }: Stretch): Stop[] {
  return [from, to]
    .filter((end) => !edge.some((one) => isSamePlace(one, end)))
    .map((position) => ({ line, position, ways: edge }))
}

/** The stops of a run by node, each stop once: an edge that comes to the outline twice over is one. */
function nodesOf(run: readonly Stretch[], stops: readonly Stop[]): Stop[][] {
  const nodes: Stop[][] = []
  for (const stop of stops) {
    if (!run.some((one) => lies(stop.position, one))) continue
    const node = nodes.find(([first]) => isSameNode(first!.position, stop.position))
    if (!node) nodes.push([stop])
    else if (!node.some((one) => one.line === stop.line && isSameWays(one.ways, stop.ways))) node.push(stop)
  }
  return nodes
}

const isSameWays = (one: readonly Position[], other: readonly Position[]): boolean =>
  one.length === other.length && one.every((way, i) => isSamePlace(way, other[i]!))

/** The roads that leave a run at nodes of one side alone: a node with both is a crossing or a join of its own. */
function armsOf(nodes: readonly (readonly Stop[])[], index: OutlineIndex) {
  const sided = nodes.map((node) => {
    const on = (side: 'inside' | 'outside'): Stop[] =>
      node.filter((stop) => stop.ways.some((way) => index.sideAfter(stop.position, way) === side))
    return { inside: on('inside'), outside: on('outside') }
  })
  const oneSided = sided.filter(({ inside, outside }) => inside.length === 0 || outside.length === 0)
  return {
    inside: oneSided.flatMap(({ inside }) => inside),
    outside: oneSided.flatMap(({ outside }) => outside),
  }
}

/** Whether roads meet end to end all along a run: two ways at every node, no end and no side road. */
const isOneRoad = (run: readonly Stretch[], nodes: readonly (readonly Stop[])[]): boolean =>
  nodes.every(
    (node) =>
      node.reduce((sum, { ways }) => sum + ways.length, 0) === 2 &&
      run.some(({ from, to }) => [from, to].some((end) => isSameNode(end, node[0]!.position))),
  )

const rowsOf = (rows: readonly { readonly line: number }[]): number[] =>
  [...new Set(rows.map(({ line }) => line))].sort((a, b) => a - b)

/** How roads pass an outline by running on it. */
export interface Runs {
  readonly along: readonly Along[]
  /** roads that meet end to end on the outline and so pass it as one road, placed where the first of them meets it */
  readonly joins: readonly Join[]
}

/**
 * The connected runs of roads on the outline (degrees, nodes within 1e-7°) that roads leave inside at one node and outside
 * at another. Where the roads of a run meet end to end with no end and no side road between, they are one road for this
 * question and pass as a join; else one may pass along the line without crossing it anywhere. A road that alone comes from
 * one side, runs on the line and leaves on the other is its own crossing (`run`); roads that all leave on one side touch.
 */
export function runsOn(lines: readonly Line[], outline: Shape, crossings: readonly CrossingOfMany[]): Runs {
  const index = new OutlineIndex(outline)
  const [along, joins]: [Along[], Join[]] = [[], []]
  if (!index.bounds) return { along, joins }
  const roads = lineIndexOf(lines)
  const rows = roads.near(index.bounds).sort((a, b) => a - b)
  const stretches = rows.flatMap((row) => [...stretchesOf(lines[row]!, row, index)])
  const ownRuns = crossings.filter(({ kind }) => kind === 'run')
  for (const run of stretches.length > 0 ? connected(stretches) : []) {
    const near = new Set(run.flatMap((one) => roads.near(boxOf(one))))
    const stops = [...near].sort((a, b) => a - b).flatMap((row) => [...stopsOf(lines[row]!, row)])
    const nodes = nodesOf(run, [...stops, ...run.flatMap(endsWithin)])
    const { inside, outside } = armsOf(nodes, index)
    const [within, beyond] = [inside[0], outside[0]]
    if (!within || !beyond) continue
    const arms = rowsOf([...inside, ...outside])
    const isOwn = ownRuns.some(
      ({ line, position }) => line === arms[0] && run.some((one) => lies(position, one)),
    )
    if (arms.length === 1 && isOwn) continue
    const sides = { inside: rowsOf(inside), outside: rowsOf(outside) }
    if (isOneRoad(run, nodes)) {
      const { position } = within.line <= beyond.line ? within : beyond
      joins.push({ position, lines: rowsOf([...run, ...inside, ...outside]), ...sides, gapM: 0, own: [] })
    } else {
      const lengthM = run.reduce((sum, { from, to }) => sum + nearDistanceM(from, to), 0)
      along.push({ position: within.position, lines: rowsOf(run), ...sides, lengthM })
    }
  }
  return { along, joins }
}
