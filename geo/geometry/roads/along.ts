import { BoxIndex } from '../box-index'
import { isSamePlace } from '../overlay/edge'
import { nearDistanceM } from '../rings/distance'
import type { Line, Position, Shape } from '../rings/shape'
import type { CrossingOfMany } from './crossings'
import { lineIndexOf } from './line-index'
import { OutlineIndex } from './outline-index'
import { type AtRoad, isSameNode, passingAt, passingBy, type Stop, stopsOf } from './road-stops'
import { boxOf, connected, lies, type Stretch, stretchesOf } from './stretches'
import { type Arm, type SaidOf, type Stroke, strokesOf } from './strokes'

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
    .map((position) => ({ line, position, ways: edge, edges: [edge, edge] }))
}

/** What meets a run by node, each stop once: an edge that comes to the outline twice over is one. */
function nodesOf(run: readonly Stretch[], lines: readonly Line[], roads: BoxIndex): Stop[][] {
  const boxes = new BoxIndex(run.map(boxOf))
  const isOnRun = ({ position: [x, y], position }: Stop): boolean =>
    boxes.near([x, y, x, y]).some((row) => lies(position, run[row]!))
  const near = new Set(run.flatMap((one) => roads.near(boxOf(one))))
  const stops = [...near].sort((a, b) => a - b).flatMap((row) => [...stopsOf(lines[row]!, row)])
  const nodes: Stop[][] = []
  for (const stop of [...stops, ...run.flatMap(endsWithin)]) {
    if (!isOnRun(stop)) continue
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

/** A road that comes to an outline from one side, runs on it and leaves it on the other, whole or in pieces. */
export interface RunPass {
  readonly position: Position
  readonly lines: readonly number[]
  readonly inside: readonly number[]
  readonly outside: readonly number[]
  /** `run`: one line alone; `join`: lines that are one road for this question */
  readonly kind: 'run' | 'join'
}

/** How roads pass an outline by running on it. */
export interface Runs {
  readonly along: readonly Along[]
  readonly passes: readonly RunPass[]
  /** the crossings that are left: those by a run with an end or a side road are in `passes`, those at its nodes are to be joins */
  readonly crossings: readonly CrossingOfMany[]
  /** whether a road runs there on the outline with an end or a side road between */
  readonly isLed: AtRoad
}

/** Where the one of two ways comes to the outline, in the order of its vertices; else the first of both by position. */
function passOf(inside: Arm, outside: Arm, rows: readonly number[]): RunPass {
  const coming = [inside, outside].filter(({ comes }) => comes)
  const { position } = coming.length === 1 ? coming[0]! : firstOf([inside, outside])!
  const alone = inside.lines.filter((line) => outside.lines.includes(line))
  const one =
    alone.length > 0 ? { kind: 'run' as const, lines: alone } : { kind: 'join' as const, lines: rows }
  return { ...one, position, inside: inside.lines, outside: outside.lines }
}

/** Of a run of which the roads meet end to end; none where one line does it alone. */
function wholeRoad(
  run: readonly Stretch[],
  [within, beyond]: readonly [Stop, Stop],
  { lines, index, ownRuns }: RunsOf,
): RunPass | null {
  if (ownRuns.some(({ line, position }) => run.some((one) => one.line === line && lies(position, one))))
    return null
  const armOf = (stop: Stop): Arm => ({
    ...{ lines: [stop.line], position: stop.position, comes: comesTo(stop, lines, index) },
  })
  return passOf(armOf(within), armOf(beyond), rowsOf([...run, within, beyond]))
}

interface RunsOf {
  readonly lines: readonly Line[]
  readonly index: OutlineIndex
  readonly ownRuns: readonly CrossingOfMany[]
}

/**
 * The connected runs of roads on the outline (degrees, nodes within 1e-7°). Where the roads of a run meet end to end with
 * no end and no side road between, they are one road for this question; else a road goes on as `strokesOf` says, so that
 * one that was cut passes where the whole one does. What else leaves a run inside at one node and outside at another
 * passes along the line without crossing it anywhere (`along`). Roads that all leave on one side touch.
 */
export function runsOn(
  lines: readonly Line[],
  outline: Shape,
  crossings: readonly CrossingOfMany[],
  saidOf: SaidOf = () => '',
): Runs {
  const index = new OutlineIndex(outline)
  const [along, passes, led, ledNodes]: [Along[], RunPass[], Stretch[], Stop[]] = [[], [], [], []]
  const isLed: AtRoad = (line, at) => led.some((one) => one.line === line && lies(at, one))
  if (!index.bounds) return { along, passes, crossings, isLed }
  const roads = lineIndexOf(lines)
  const rows = roads.near(index.bounds).sort((a, b) => a - b)
  const stretches = rows.flatMap((row) => [...stretchesOf(lines[row]!, row, index)])
  const ownRuns = crossings.filter(({ kind }) => kind === 'run')
  for (const run of stretches.length > 0 ? connected(stretches) : []) {
    const nodes = nodesOf(run, lines, roads)
    const isOne = isOneRoad(nodes)
    const strokes = isOne ? [] : strokesOf(nodes, index, saidOf)
    if (!isOne) {
      for (const one of run) led.push(one)
      for (const node of nodes) {
        const stop = node.find(isVertex)
        if (stop) ledNodes.push(stop)
      }
    }
    for (const one of strokes) passes.push(passOf(one.inside, one.outside, one.lines))
    const { inside, outside } = armsOf(nodes, index)
    const [within, beyond] = [firstOf(inside), firstOf(outside)]
    if (!within || !beyond) continue
    const whole = isOne ? wholeRoad(run, [within, beyond], { lines, index, ownRuns }) : null
    if (whole) passes.push(whole)
    if (isOne) continue
    if (!isOnlyPass(inside, outside, strokes)) {
      const lengthM = run.reduce((sum, { from, to }) => sum + nearDistanceM(from, to), 0)
      along.push({
        ...{ position: within.position, lines: rowsOf(run), lengthM },
        ...{ inside: rowsOf(inside), outside: rowsOf(outside) },
      })
    }
  }
  const left = crossings.filter(({ kind, line, position }) =>
    kind === 'run' ? !isLed(line, position) : !ledNodes.some((node) => isSameNode(node.position, position)),
  )
  return { along, passes, crossings: left, isLed }
}

const isVertex = ({ position, edges }: Stop): boolean =>
  edges.some((edge) => edge.some((end) => isSamePlace(end, position)))

/** Whether the one node with ways in and the one with ways out are those of a road that passes by the run. */
function isOnlyPass(inside: readonly Stop[], outside: readonly Stop[], strokes: readonly Stroke[]): boolean {
  const areAt = (stops: readonly Stop[], { position }: Arm): boolean =>
    stops.every((stop) => isSameNode(stop.position, position))
  return strokes.some((one) => areAt(inside, one.inside) && areAt(outside, one.outside))
}

/** The southernmost of the westernmost: the same, wherever roads are cut. */
const firstOf = <At extends { readonly position: Position }>(arms: readonly At[]): At | undefined =>
  [...arms].sort((a, b) => a.position[0] - b.position[0] || a.position[1] - b.position[1])[0]
