import { BoxIndex } from '../box-index'
import { nearestOnEdge } from '../nearest-on-edge'
import { metresPerDegree } from '../rings/plane'
import { reversed } from '../rings/ring'
import type { Side } from '../rings/ring-side'
import type { Bounds, Line, Position, Shape } from '../rings/shape'
import { type CrossingOfMany, crossings as crossingsOf } from './crossings'
import { type LineEnd, pairedEnds, SAME_NODE } from './line-ends'
import { lineIndexOf } from './line-index'
import { RoadEnds } from './loose-ends'
import { OutlineIndex } from './outline-index'
import { type AtRoad, isSameNode, passingAt, type Stop, stopsOf } from './road-stops'

/** One passage through an outline where roads meet. Lines by their row, ascending. */
export interface Join {
  readonly position: Position
  /** every road that meets there */
  readonly lines: readonly number[]
  /** those of them that leave inside, and those that leave outside */
  readonly inside: readonly number[]
  readonly outside: readonly number[]
  /** metres between the two ends where the roads do not meet; 0 where they do */
  readonly gapM: number
  /** roads that cross there by themselves: all of it is one crossing with theirs, and none of these is in `lines` */
  readonly own: readonly number[]
}

/** How roads meet on an outline beside their own crossings. */
export interface Meetings {
  readonly joins: readonly Join[]
  /** ends within 1 m of the outline that are part of no crossing and from which no road leads on, by line */
  readonly ends: readonly LineEnd[]
}

/** Metres from the outline within which an end is looked at. */
export const END_REACH_M = 1
const PLANE = { lon: 1, lat: 1 }

const around = ([x, y]: Position, dx: number, dy = dx): Bounds => [x - dx, y - dy, x + dx, y + dy]

/** Asks how roads meet on one outline. */
class MeetingsOnLine {
  private readonly index: OutlineIndex
  private readonly roads: BoxIndex
  /** where each road crosses by itself; of one that runs on the outline, where it comes to it and where it leaves */
  private readonly crossed = new Map<number, Position[]>()

  constructor(
    private readonly lines: readonly Line[],
    outline: Shape,
    crossings: readonly CrossingOfMany[],
    private readonly levelOf: (line: number) => number,
    isLed: AtRoad,
  ) {
    this.index = new OutlineIndex(outline)
    this.roads = lineIndexOf(lines)
    const runs = new Set<number>()
    for (const { line, position, kind } of crossings) {
      this.noteCrossed(line, position)
      if (kind === 'run') runs.add(line)
    }
    for (const line of runs)
      for (const { position, kind } of crossingsOf(reversed(lines[line]!), this.index))
        if (kind === 'run' && !isLed(line, position)) this.noteCrossed(line, position)
  }

  private noteCrossed(line: number, position: Position): void {
    const known = this.crossed.get(line)
    if (known) known.push(position)
    else this.crossed.set(line, [position])
  }

  meetings(): Meetings {
    const { bounds } = this.index
    if (!bounds) return { joins: [], ends: [] }
    const { lon, lat } = metresPerDegree(Math.max(Math.abs(bounds[1]), Math.abs(bounds[3])))
    const [dx, dy] = [END_REACH_M / lon, END_REACH_M / lat]
    const rows = this.roads.near([bounds[0] - dx, bounds[1] - dy, bounds[2] + dx, bounds[3] + dy])
    const [onLine, ends]: [Stop[], Stop[]] = [[], []]
    for (const row of rows.sort((one, other) => one - other))
      for (const stop of stopsOf(this.lines[row]!, row)) {
        if (this.awayFrom(stop.position, around(stop.position, SAME_NODE), PLANE) <= SAME_NODE)
          onLine.push(stop)
        if (stop.ways.length === 1 && this.isAtLine(stop, [dx, dy])) ends.push(stop)
      }
    const joins = this.joinsAt(onLine)
    const crossed = [...[...this.crossed.values()].flat(), ...joins.map(({ position }) => position)]
    const roadEnds = new RoadEnds(this.lines, this.roads)
    const isLoose = ({ position }: Stop): boolean =>
      roadEnds.isLast(position) && !roadEnds.isOfCrossing(position, crossed)
    const loose = pairedEnds(
      ends.filter(isLoose).map((end) => ({ ...end, side: this.sideOf(end, end.ways[0]!) })),
    )
    const gaps = loose.pairs.map(
      ({ inside, outside, gapM }): Join => ({
        position: firstOf(inside, outside).position,
        lines: [...new Set([inside.line, outside.line])].sort((one, other) => one - other),
        inside: [inside.line],
        outside: [outside.line],
        gapM,
        own: [],
      }),
    )
    return { joins: [...joins, ...gaps], ends: loose.ends }
  }

  /** How far the position is from the outline's edges in the box; endless where there is none. */
  private awayFrom(at: Position, box: Bounds, scale: { lon: number; lat: number }): number {
    let least = Number.POSITIVE_INFINITY
    for (const edge of this.index.near(box)) {
      const ends = [this.index.from(edge), this.index.to(edge)] as const
      least = Math.min(least, nearestOnEdge(at, ends, scale).metres)
    }
    return least
  }

  private sideOf({ position }: Stop, way: Position): Side {
    return this.index.sideAfter(position, way)
  }

  private isAtLine({ position }: Stop, [dx, dy]: readonly [number, number]): boolean {
    const box = around(position, dx, dy)
    if (!this.index.comesNear(box)) return false
    return this.awayFrom(position, box, metresPerDegree(position[1])) <= END_REACH_M
  }

  /** Nodes from which one way leads inside and one outside. */
  private joinsAt(stops: readonly Stop[]): Join[] {
    const boxes = new BoxIndex(stops.map(({ position }) => around(position, 0)))
    const taken = new Set<number>()
    return stops.flatMap((stop, at): Join[] => {
      if (taken.has(at)) return []
      const near = boxes.near(around(stop.position, SAME_NODE)).filter((one) => !taken.has(one))
      for (const one of near) taken.add(one)
      const node = near.sort((one, other) => one - other).map((one) => stops[one]!)
      return this.joinsOf(node)
    })
  }

  /** As if every road were cut there: the roads of a level, and those left of levels that lead to one side alone. */
  private joinsOf(node: readonly Stop[]): Join[] {
    const all = [...node, ...passingAt(node[0]!.position, this.lines, this.roads)]
    const levels = new Set(all.map(({ line }) => this.levelOf(line)))
    const ofLevels = [...levels].map((level) => all.filter(({ line }) => this.levelOf(line) === level))
    const isPassage = (stops: readonly Stop[]): boolean =>
      (['inside', 'outside'] as const).every((side) => this.rowsOn(stops, side).length > 0)
    const left = ofLevels.filter((stops) => !isPassage(stops)).flat()
    const passages = ofLevels.filter(isPassage)
    const groups = isPassage(left) ? [...passages, left] : passages.map((stops) => [...stops, ...left])
    return groups.flatMap((stops) => this.joinOf(node[0]!.position, stops))
  }

  private joinOf(position: Position, stops: readonly Stop[]): Join[] {
    const own = rowsOf(stops).filter((line) => this.crossesAt(line, position) > 0)
    const met = stops.filter(({ line }) => !own.includes(line))
    const [inside, outside] = [this.rowsOn(met, 'inside'), this.rowsOn(met, 'outside')]
    const crossed = own.reduce((sum, line) => sum + this.crossesAt(line, position), 0)
    const isJoined = inside.length > 0 && outside.length > 0
    return isJoined || crossed > 1 ? [{ position, lines: rowsOf(met), inside, outside, gapM: 0, own }] : []
  }

  private rowsOn(stops: readonly Stop[], side: Side): number[] {
    return rowsOf(stops.filter((stop) => stop.ways.some((way) => this.sideOf(stop, way) === side)))
  }

  /** How often the road crosses there by itself, also where it leaves the outline after it ran on it. */
  private crossesAt(line: number, position: Position): number {
    return (this.crossed.get(line) ?? []).filter((at) => isSameNode(at, position)).length
  }
}

const rowsOf = (stops: readonly Stop[]): number[] =>
  [...new Set(stops.map(({ line }) => line))].sort((one, other) => one - other)

/** The end of the earlier road: the same, whichever side of the outline is asked from. */
function firstOf(a: LineEnd, b: LineEnd): LineEnd {
  return (a.line - b.line || a.position[0] - b.position[0] || a.position[1] - b.position[1]) <= 0 ? a : b
}

/**
 * Where roads meet on the outline (degrees) so that one passes it: a node of 1e-7° from which one way leads inside and
 * one outside, once a level, as if every road were cut there (`own`: those that cross there by themselves); and two loose
 * ends within 1 m of each other from opposite sides. Roads that meet it from one side touch. `crossings` are theirs
 * with this outline, less those at runs that lead along it (`isLed`).
 */
export function meetingsOf(
  lines: readonly Line[],
  outline: Shape,
  crossings: readonly CrossingOfMany[],
  levelOf: (line: number) => number = () => 0,
  isLed: AtRoad = () => false,
): Meetings {
  return new MeetingsOnLine(lines, outline, crossings, levelOf, isLed).meetings()
}
