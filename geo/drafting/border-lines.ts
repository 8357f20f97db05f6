import Flatbush from 'flatbush'
import type { Facts } from '../facts'
import { isClosed } from '../geometry/rings/ring'
import type { Bounds, Line, Position } from '../geometry/rings/shape'
import { hierarchyOf } from '../places/hierarchy'
import type { Instant } from '../time/calendar'
import { zoneShape } from '../zones/ground/zone-shape'
import { staysInForce } from '../zones/stays/stays'

/** What a line on the map belongs to. */
export interface LineOwner {
  readonly type: 'place' | 'road' | 'zone'
  /** code of the place, id of the zone; null for a road */
  readonly id: string | null
  readonly name: string | null
}

export interface BorderLine {
  readonly owner: LineOwner
  readonly line: Line
  /** a ring: its end is its beginning */
  readonly closed: boolean
}

/** Rings of places that have a polygon of their own, roads, and the lines of the zones in force but `except`. */
export function borderLines(facts: Facts, asOf: Instant, except: string | null): BorderLine[] {
  const hierarchy = hierarchyOf(facts.places)
  const places = hierarchy.codes.flatMap((code) => {
    const { name, shape } = hierarchy.place(code)!
    const owner: LineOwner = { type: 'place', id: code, name }
    return (shape ?? []).flat().map((line): BorderLine => ({ owner, line, closed: true }))
  })
  const roads = facts.roads.map(
    ({ name, line }): BorderLine => ({
      owner: { type: 'road', id: null, name },
      line,
      closed: isClosed(line),
    }),
  )
  const zones = staysInForce(facts.zones, asOf)
    .filter(({ id }) => id !== except)
    .flatMap((stay) => {
      const owner: LineOwner = { type: 'zone', id: stay.id, name: stay.name }
      const rings = zoneShape(stay, facts.places).flat()
      return rings.map((line): BorderLine => ({ owner, line, closed: true }))
    })
  return [...places, ...roads, ...zones]
}

/** An edge of one of many lines: number of the line, number of the edge in it. */
export interface EdgeOfLine {
  readonly line: number
  readonly edge: number
}

/** Edges of many lines, found by position. */
export class BorderEdges {
  private readonly firstOf: Int32Array
  private readonly lineOf: Int32Array
  private readonly tree: Flatbush | null

  constructor(readonly lines: readonly BorderLine[]) {
    this.firstOf = new Int32Array(lines.length + 1)
    lines.forEach(({ line }, at) => {
      this.firstOf[at + 1] = this.firstOf[at]! + Math.max(0, line.length / 2 - 1)
    })
    const count = this.firstOf[lines.length]!
    this.lineOf = new Int32Array(count)
    this.tree = count > 0 ? new Flatbush(count) : null
    lines.forEach(({ line }, at) => this.addLine(line, at))
    this.tree?.finish()
  }

  private addLine(line: Line, at: number): void {
    this.lineOf.fill(at, this.firstOf[at], this.firstOf[at + 1])
    for (let i = 0; i + 3 < line.length; i += 2)
      this.tree!.add(
        Math.min(line[i]!, line[i + 2]!),
        Math.min(line[i + 1]!, line[i + 3]!),
        Math.max(line[i]!, line[i + 2]!),
        Math.max(line[i + 1]!, line[i + 3]!),
      )
  }

  /** Where an edge begins and ends. */
  ends({ line, edge }: EdgeOfLine): [Position, Position] {
    const flat = this.lines[line]!.line
    const at = 2 * edge
    return [
      [flat[at]!, flat[at + 1]!],
      [flat[at + 2]!, flat[at + 3]!],
    ]
  }

  /** Edges whose boxes meet the bounds. */
  near(bounds: Bounds): EdgeOfLine[] {
    return (this.tree?.search(...bounds) ?? []).map((at) => {
      const line = this.lineOf[at]!
      return { line, edge: at - this.firstOf[line]! }
    })
  }
}
