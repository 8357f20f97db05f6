import type { CrossingAnswer } from '../answers'
import { countOf, crossingJudge } from '../coverage/perimeter'
import type { Facts } from '../facts'
import { boundsMeet, boundsOfLine } from '../geometry/bounds'
import { BoxIndex } from '../geometry/box-index'
import { type Crossing, crossings } from '../geometry/crossings'
import { crossingsOfCut } from '../geometry/crossings-of-cut'
import type { OutlineIndex } from '../geometry/outline-index'
import type { Bounds, Line } from '../geometry/shape'
import type { Instant } from '../time/calendar'
import type { DraftFigures } from './draft'
import type { LineChange } from './drawn-line'

/** The roads of a pack, found by position, and what is said of a crossing at the hour. */
export class RoadsNear {
  readonly boxes: readonly (Bounds | null)[]
  readonly judge: ReturnType<typeof crossingJudge>
  private readonly index: BoxIndex

  constructor(
    readonly facts: Facts,
    asOf: Instant,
  ) {
    this.boxes = facts.roads.map(({ line }) => boundsOfLine(line))
    this.index = new BoxIndex(this.boxes)
    this.judge = crossingJudge(facts, asOf)
  }

  /** Rows of the roads whose boxes meet the bounds. */
  near(bounds: Bounds | null): readonly number[] {
    return this.index.near(bounds)
  }
}

/** Where roads cut a line that moves: only roads near a change are asked again. */
export class CrossingsOfLine {
  private readonly found = new Map<number, readonly CrossingAnswer[]>()

  constructor(
    private readonly roads: RoadsNear,
    /** what stricter zones hold; null where there are none */
    private readonly blocked: OutlineIndex | null,
  ) {}

  /** Null where no roads are known. In the order of the roads. */
  of(line: OutlineIndex, change: LineChange): DraftFigures['crossings'] {
    if (!this.roads.facts.stated.has('roads')) return null
    if (change === 'all') this.found.clear()
    const bounds = change === 'all' ? line.bounds : change === 'none' ? null : change.bounds
    for (const row of this.roads.near(bounds)) this.ask(row, line)
    const list = [...this.found].sort(([one], [other]) => one - other).flatMap(([, answers]) => answers)
    return { ...countOf(list), list }
  }

  private ask(row: number, line: OutlineIndex): void {
    this.found.delete(row)
    const box = this.roads.boxes[row]
    if (!box || !line.bounds || !boundsMeet(box, line.bounds)) return
    const cuts = this.cuts(this.roads.facts.roads[row]!.line, box, line)
    if (cuts.length > 0)
      this.found.set(
        row,
        cuts.map((cut) => this.roads.judge({ ...cut, line: row, outline: 0 })),
      )
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
