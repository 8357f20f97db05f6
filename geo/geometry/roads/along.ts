import type { BoxIndex } from '../box-index'
import { isSamePlace } from '../overlay/edge'
import { nearDistanceM } from '../rings/distance'
import type { Line, Position, Shape } from '../rings/shape'
import type { CrossingOfMany } from './crossings'
import type { Join } from './joins'
import { lineIndexOf } from './line-index'
import { OutlineIndex } from './outline-index'
import { type AtRoad, isSameNode, passingAt, passingBy, type Stop, stopsOf } from './road-stops'
import { boxOf, connected, lies, type Stretch, stretchesOf } from './stretches'

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

/** Where an edge of a road comes to the outline, or leaves it, without a vertex of its own. */
function endsWithin({ line, from, to, edge }: Stretch): Stop[] {
  return [from, to]
    .filter((end) => !edge.some((one) => isSamePlace(one, end)))
    .map((position) => ({ line, position, ways: edge }))
}

/** What meets a run by node, each stop once: an edge that comes to the outline twice over is one. */
function nodesOf(run: readonly Stretch[], lines: readonly Line[], roads: BoxIndex): Stop[][] {
  const near = new Set(run.flatMap((one) => roads.near(boxOf(one))))
  const stops = [...near].sort((a, b) => a - b).flatMap((row) => [...stopsOf(lines[row]!, row)])
  const nodes: Stop[][] = []
  for (const stop of [...stops, ...run.flatMap(endsWithin)]) {
    if (!run.some((one) => lies(stop.position, one))) continue
    const node = nodes.find(([first]) => isSameNode(first!.position, stop.position))
    if (node) addOnce(stop, node)
    else nodes.push([stop])
  }
  for (const node of nodes) for (const stop of passingAt(node[0]!.position, lines, roads)) addOnce(stop, node)
  return nodes
}

function addOnce(stop: Stop, node: Stop[]): void {
  if (!node.some((one) => one.line === stop.line && isSameWays(one.ways, stop.ways))) node.push(stop)
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
const isOneRoad = (nodes: readonly (readonly Stop[])[]): boolean =>
  nodes.every((node) => node.reduce((sum, { ways }) => sum + ways.length, 0) === 2)

/** Whether the arm's road comes to the run there, in the order of its vertices, and does not leave it. */
function comesTo({ line, position }: Stop, lines: readonly Line[], index: OutlineIndex): boolean {
  const edges = [...passingBy(lines[line]!, line, position)].map(({ ways }) => ways[0]!)
  return edges.some((from) => !isSameNode(from, position) && index.sideAfter(position, from) !== 'on')
}

const rowsOf = (rows: readonly { readonly line: number }[]): number[] =>
  [...new Set(rows.map(({ line }) => line))].sort((a, b) => a - b)

/** How roads pass an outline by running on it. */
export interface Runs {
  readonly along: readonly Along[]
  /** roads that meet end to end on the outline and so pass it as one road, placed where it comes to it */
  readonly joins: readonly Join[]
  /** the crossings that are left: a road that runs on the outline with an end or a side road between passes nowhere alone */
  readonly crossings: readonly CrossingOfMany[]
  /** whether a road runs there on the outline with an end or a side road between */
  readonly isLed: AtRoad
}

/**
 * The connected runs of roads on the outline (degrees, nodes within 1e-7°) that roads leave inside at one node and outside
 * at another. Where the roads of a run meet end to end with no end and no side road between, they are one road for this
 * question and pass as a join; else one may pass along the line without crossing it anywhere. A road that alone comes from
 * one side, runs on the line and leaves on the other is its own crossing (`run`)
 * unless it is led along so; roads that all leave on one side touch.
 */
export function runsOn(lines: readonly Line[], outline: Shape, crossings: readonly CrossingOfMany[]): Runs {
  const index = new OutlineIndex(outline)
  const [along, joins, led]: [Along[], Join[], Stretch[]] = [[], [], []]
  const isLed: AtRoad = (line, at) => led.some((one) => one.line === line && lies(at, one))
  if (!index.bounds) return { along, joins, crossings, isLed }
  const roads = lineIndexOf(lines)
  const rows = roads.near(index.bounds).sort((a, b) => a - b)
  const stretches = rows.flatMap((row) => [...stretchesOf(lines[row]!, row, index)])
  const ownRuns = crossings.filter(({ kind }) => kind === 'run')
  for (const run of stretches.length > 0 ? connected(stretches) : []) {
    const nodes = nodesOf(run, lines, roads)
    const isOne = isOneRoad(nodes)
    if (!isOne) for (const one of run) led.push(one)
    const { inside, outside } = armsOf(nodes, index)
    const [within, beyond] = [firstOf(inside), firstOf(outside)]
    if (!within || !beyond) continue
    const sides = { inside: rowsOf(inside), outside: rowsOf(outside) }
    if (!isOne) {
      const lengthM = run.reduce((sum, { from, to }) => sum + nearDistanceM(from, to), 0)
      along.push({ position: within.position, lines: rowsOf(run), ...sides, lengthM })
    } else if (
      !ownRuns.some(({ line, position }) => run.some((one) => one.line === line && lies(position, one)))
    ) {
      const coming = [within, beyond].filter((arm) => comesTo(arm, lines, index))
      const { position } = coming.length === 1 ? coming[0]! : firstOf([within, beyond])!
      joins.push({ position, lines: rowsOf([...run, ...inside, ...outside]), ...sides, gapM: 0, own: [] })
    }
  }
  const left = crossings.filter(({ kind, line, position }) => kind !== 'run' || !isLed(line, position))
  return { along, joins, crossings: left, isLed }
}

/** The southernmost of the westernmost: the same, wherever roads are cut. */
const firstOf = (arms: readonly Stop[]): Stop | undefined =>
  [...arms].sort((a, b) => a.position[0] - b.position[0] || a.position[1] - b.position[1])[0]
