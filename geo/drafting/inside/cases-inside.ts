import { isSuspected, reportedBy } from '../../clusters/located-cases'
import { positionAt, textAt } from '../../columns'
import type { Facts } from '../../facts'
import { BoxIndex } from '../../geometry/box-index'
import { contains } from '../../geometry/rings/contains'
import type { Position } from '../../geometry/rings/shape'
import type { OutlineIndex } from '../../geometry/roads/outline-index'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import { byStrictness, type Ordered, type ZoneGround } from '../../zones/ground/ground'
import type { Attribution } from '../../zones/record/attribution'
import { OF_ENDED_ZONE, pointOfPlace } from '../../zones/record/row-finder'
import type { LineChange } from '../drawn-line'

/** The draft as a zone among the others. */
export interface DraftRank extends Ordered {
  readonly members: ReadonlySet<string>
}

interface CaseRow {
  readonly position: Position | null
  /** the zone it names, where that is in force */
  readonly named: string | null
  readonly lineage: readonly string[]
  /** the first of the other zones that has its place as member, else the first that holds its position */
  readonly holder: ZoneGround | null
  readonly byMember: boolean
  readonly ofEnded: boolean
}

/** Which counted cases would be the draft's, by the rule of attribution, and which stand on its ground. */
export class CasesInside {
  private readonly rows: readonly CaseRow[]
  private readonly index: BoxIndex
  /** 1 where the case stands on the ground of the last line */
  private readonly held: Uint8Array

  constructor(facts: Facts, { asOf, others, attribution }: CaseSetting) {
    this.rows = rowsOf(facts, { asOf, others, attribution })
    this.held = new Uint8Array(this.rows.length)
    this.index = new BoxIndex(this.rows.map(({ position }) => position && [...position, ...position]))
  }

  /** Counted cases that would be the draft's. Of a line that moved only those near the change are asked again. */
  ofDraft(draft: DraftRank, line: OutlineIndex, change: LineChange): CasesOfDraft {
    if (change === 'all') this.held.fill(0)
    const bounds = change === 'all' ? line.bounds : change === 'none' ? null : change.bounds
    for (const at of this.index.near(bounds)) this.held[at] = stands(this.rows[at]!.position, line) ? 1 : 0
    let [cases, onGround] = [0, 0]
    this.rows.forEach((row, at) => {
      onGround += this.held[at]!
      if (isOf(row, draft, this.held[at] === 1)) cases++
    })
    return { cases, onGround }
  }
}

export interface CasesOfDraft {
  readonly cases: number
  readonly onGround: number
}

export interface CaseSetting {
  readonly asOf: Instant
  /** zones in force but the one that is edited, the strictest first */
  readonly others: readonly ZoneGround[]
  /** of the facts as they are */
  readonly attribution: Attribution
}

function rowsOf(facts: Facts, { asOf, others, attribution }: CaseSetting): CaseRow[] {
  const { cases } = facts
  const hierarchy = hierarchyOf(facts.places)
  const inForce = new Set(attribution.zones.map(({ id }) => id))
  const memberships = others.map(({ members }) => new Set(members))
  const rows: CaseRow[] = []
  for (let row = 0; row < cases.length; row++) {
    if (!reportedBy(cases, row, asOf) || isSuspected(cases, row)) continue
    const place = textAt(cases.place, row)
    const named = textAt(cases.zone, row)
    const lineage = place === null ? [] : [place, ...hierarchy.ancestorsOf(place)]
    const position = positionOf(facts, hierarchy, row)
    const member = others.find((_, at) => lineage.some((code) => memberships[at]!.has(code)))
    const holder = member ?? others.find(({ outline }) => position !== null && contains(outline, position))
    rows.push({
      ...{ position, lineage, holder: holder ?? null, byMember: member !== undefined },
      named: named !== null && inForce.has(named) ? named : null,
      ofEnded: attribution.cases[row] === OF_ENDED_ZONE,
    })
  }
  return rows
}

function isOf(row: CaseRow, draft: DraftRank, held: boolean): boolean {
  if (row.named !== null) return row.named === draft.id
  if (row.ofEnded) return false
  const member = row.lineage.some((code) => draft.members.has(code))
  const first = (): boolean => row.holder === null || byStrictness(draft, row.holder) < 0
  if (member) return !row.byMember || first()
  return !row.byMember && held && first()
}

/** Its own, else a point of its place where that is small enough to stand for it: as attribution asks. */
function positionOf({ cases }: Facts, hierarchy: Hierarchy, row: number): Position | null {
  return positionAt(cases, row) ?? pointOfPlace(textAt(cases.place, row), hierarchy)
}

function stands(position: Position | null, line: OutlineIndex): boolean {
  return position !== null && line.holds(position)
}
