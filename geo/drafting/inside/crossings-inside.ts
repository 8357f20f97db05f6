import { type PassageJudge, passageJudge } from '../../coverage/passage-judge'
import { meetingsAndRuns } from '../../coverage/passages'
import { asTold, countOf } from '../../coverage/perimeter'
import type { Facts } from '../../facts'
import { BoxIndex } from '../../geometry/box-index'
import { boundsMeet, boundsOfLine } from '../../geometry/rings/bounds'
import { metresPerDegree } from '../../geometry/rings/plane'
import type { Bounds, Line, Shape } from '../../geometry/rings/shape'
import { type Crossing, type CrossingOfMany, crossings } from '../../geometry/roads/crossings'
import { crossingsOfCut } from '../../geometry/roads/crossings-of-cut'
import { END_REACH_M } from '../../geometry/roads/joins'
import type { OutlineIndex } from '../../geometry/roads/outline-index'
import type { Instant } from '../../time/calendar'
import { parted } from '../cut'
import type { DraftFigures } from '../draft'
import { type LineChange, lineOf } from '../drawn-line'

/** The roads of a pack, found by position, and what is said of a crossing at the hour. */
export class RoadsNear {
  readonly boxes: readonly (Bounds | null)[]
  readonly judge: PassageJudge
  private readonly index: BoxIndex

  constructor(
    readonly facts: Facts,
    asOf: Instant,
  ) {
    this.boxes = facts.roads.map(({ line }) => boundsOfLine(line))
    this.index = new BoxIndex(this.boxes)
    this.judge = passageJudge(facts, asOf)
  }

  /** Rows of the roads whose boxes meet the bounds. */
  near(bounds: Bounds | null): readonly number[] {
    return this.index.near(bounds)
  }
}

/** The box as far as an end of a road may stand from a line that it is asked of. */
function withReach([west, south, east, north]: Bounds): Bounds {
  const { lon, lat } = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)))
  const [dx, dy] = [END_REACH_M / lon, END_REACH_M / lat]
  return [west - dx, south - dy, east + dx, north + dy]
}

/** Where roads pass a line that moves: only roads near a change are asked again. */
export class CrossingsOfLine {
  private readonly found = new Map<number, readonly CrossingOfMany[]>()
  /** rows of roads of which a vertex is at the line, so that it may meet others there or run on it */
  private readonly atLine = new Set<number>()
  private readonly blocked: OutlineIndex | null

  constructor(
    private readonly roads: RoadsNear,
    /** what stricter zones hold */
    private readonly blockedShape: Shape,
  ) {
    this.blocked = blockedShape.length > 0 ? lineOf(blockedShape) : null
  }

  /** Null where no roads are known. In the order of the roads; where roads meet on the line, last. */
  of(outline: Shape, change: LineChange): DraftFigures['crossings'] {
    const { facts, judge } = this.roads
    if (!facts.stated.has('roads')) return null
    if (change === 'all') for (const kept of [this.found, this.atLine]) kept.clear()
    const line = lineOf(outline)
    const bounds = change === 'all' ? line.bounds : change === 'none' ? null : change.bounds
    for (const row of this.roads.near(bounds && withReach(bounds))) this.ask(row, line)
    const own = [...this.found].sort(([one], [other]) => one - other).flatMap(([, cuts]) => cuts)
    const judged = judge(this.passages(outline, own)).map(({ crossing }) => crossing)
    const list = asTold(judged, facts)
    return { ...countOf(list), list }
  }

  private passages(outline: Shape, own: readonly CrossingOfMany[]) {
    if (this.atLine.size === 0) return { crossings: own, passes: [], joins: [] }
    const held = this.blocked ? parted(outline, this.blockedShape).outside : outline
    return meetingsAndRuns(this.roads.facts.roads, held, own)
  }

  private ask(row: number, line: OutlineIndex): void {
    this.found.delete(row)
    this.atLine.delete(row)
    const box = this.roads.boxes[row]
    if (!box || !line.bounds || !boundsMeet(box, withReach(line.bounds))) return
    const road = this.roads.facts.roads[row]!.line
    if (this.hasVertexAt(road, line)) this.atLine.add(row)
    const cuts = this.cuts(road, box, line)
    if (cuts.length > 0)
      this.found.set(
        row,
        cuts.map((cut) => ({ ...cut, line: row, outline: 0 })),
      )
  }

  private hasVertexAt(road: Line, line: OutlineIndex): boolean {
    for (let i = 0; i < road.length; i += 2) {
      const around = withReach([road[i]!, road[i + 1]!, road[i]!, road[i + 1]!])
      if (line.comesNear(around) || this.blocked?.comesNear(around)) return true
    }
    return false
  }

  /** Of the line less what stricter zones hold; most roads meet only one of the two lines. */
  private cuts(road: Line, box: Bounds, line: OutlineIndex): readonly Crossing[] {
    const { blocked } = this
    const meetsBlocked = blocked?.comesNear(box) ?? false
    if (!line.comesNear(box)) {
      const isInside = meetsBlocked && line.holds([road[0]!, road[1]!])
      return isInside ? crossings(road, blocked!) : []
    }
    if (meetsBlocked) return crossingsOfCut(road, line, blocked!)
    return blocked?.holds([road[0]!, road[1]!]) ? [] : crossings(road, line)
  }
}
