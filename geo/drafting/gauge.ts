import { inTakingOrder } from '../coverage/shares'
import { districtGround } from '../coverage/town-grounds'
import type { Facts, ZoneStay } from '../facts'
import { areaM2 } from '../geometry/area'
import { boundsMeet, boundsOf } from '../geometry/bounds'
import { lengthM } from '../geometry/distance'
import type { OutlineIndex } from '../geometry/outline-index'
import { difference } from '../geometry/overlay'
import type { Shape } from '../geometry/shape'
import { sharedAreaM2 } from '../geometry/shared-area'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import { SLIVER_M2 } from '../places/overlaps'
import type { Instant } from '../time/calendar'
import { attribute } from '../zones/attribution'
import { byStrictness, groundOf, type PolicyOf, rankOf, type ZoneGround } from '../zones/ground'
import { CasesInside } from './cases-inside'
import { CrossingsOfLine } from './crossings-inside'
import { type DraftFigures, type DraftGround, type DraftOverlap, shapeOfDraft } from './draft'
import { changeOf, type LineChange, lineOf } from './drawn-line'
import { figuresOf, ResidentsInside } from './residents-inside'

export interface GaugeOptions {
  readonly asOf: Instant
  readonly policyOf: PolicyOf
  /** level the draft would have */
  readonly level: string
  /** id of the policy it would follow; null is the pack's */
  readonly policy?: string | null
  /** id of the zone that is being redrawn: it is not in its own way */
  readonly except?: string | null
  /** id the draft would have, which settles ties; `except` where that is given */
  readonly id?: string
  /** grounds of neighbouring districts, so that what lies outside can be named */
  readonly neighbours?: readonly { readonly name: string; readonly shape: Shape }[]
}

/** Everything of one measure that hangs on which zones take the ground before the draft. */
interface Turn {
  readonly before: readonly ZoneGround[]
  readonly residents: ResidentsInside
  readonly crossings: CrossingsOfLine
}

interface Measured {
  readonly turn: Turn
  readonly kind: DraftGround['kind']
  readonly outline: Shape
}

/**
 * Measures ground while it is drawn: what a survey of the same facts will say of it as a zone of that level. Built once
 * for a drawing; of a line that moved by a vertex only what lies near that vertex is measured again.
 */
export class Gauge {
  private readonly hierarchy: Hierarchy
  private readonly others: readonly ZoneGround[]
  private readonly rank: number
  private readonly id: string
  private readonly district: { readonly shape: Shape; readonly line: OutlineIndex } | null
  private readonly neighbours: readonly { readonly name: string; readonly line: OutlineIndex }[]
  private readonly cases: CasesInside | null
  private readonly turns = new Map<string, Turn>()
  private readonly lines = new WeakMap<Shape, OutlineIndex>()
  private readonly asOf: Instant
  private last: Measured | null = null

  constructor(
    private readonly facts: Facts,
    options: GaugeOptions,
  ) {
    const { asOf, policyOf, level, policy = null, except = null, neighbours = [] } = options
    this.hierarchy = hierarchyOf(facts.places)
    this.id = except ?? options.id ?? ''
    this.rank = rankOf(policyOf({ policy } as ZoneStay), level)
    this.asOf = asOf
    const rest = { ...facts, zones: facts.zones.filter(({ id }) => id !== except) }
    this.others = [...groundOf(rest, asOf, policyOf)].sort(byStrictness)
    const { shape } = districtGround(this.hierarchy)
    this.district = shape && { shape, line: lineOf(shape) }
    this.neighbours = neighbours.map((one) => ({ name: one.name, line: lineOf(one.shape) }))
    const attribution = attribute(facts, asOf, policyOf)
    this.cases = facts.stated.has('cases')
      ? new CasesInside(facts, { asOf, others: this.others, attribution })
      : null
  }

  /** The figures of the ground; m², m, people. A faulty line is measured as even–odd: ask `draftFaults` first. */
  measure(ground: DraftGround): DraftFigures {
    const outline = shapeOfDraft(this.facts, ground)
    const outlineM2 = areaM2(outline)
    const members = ground.kind === 'members' ? ground.codes : []
    const turn = this.turnOf(outlineM2, members)
    const change = this.changeTo({ turn, kind: ground.kind, outline })
    const drawn = lineOf(outline)
    const shape = cutOut(outline, turn.before)
    const line = shape === outline ? drawn : lineOf(shape)
    const inDistrict = this.inDistrict(line, shape === outline ? outlineM2 : areaM2(shape))
    const rank = { id: this.id, rank: this.rank, areaM2: outlineM2, members: new Set(members) }
    const cases = this.cases?.ofDraft(rank, drawn) ?? null
    return {
      areaM2: inDistrict,
      outlineM2,
      perimeterM: outline.flat().reduce((sum, ring) => sum + lengthM(ring), 0),
      ...figuresOf(inDistrict, this.residents(turn, { members, line, change })),
      crossings: turn.crossings.of(line, change),
      outside: this.outside(drawn, outlineM2),
      overlaps: this.overlaps(drawn, turn),
      cases: cases?.cases ?? null,
      casesOnGround: cases?.onGround ?? null,
    }
  }

  /** The ground beyond the district, to be shown; empty where there is none. */
  outsideShape(ground: DraftGround): Shape {
    const outline = shapeOfDraft(this.facts, ground)
    if (!this.district || outline.length === 0) return []
    const beyond = difference(outline, this.district.shape)
    return areaM2(beyond) > SLIVER_M2 ? beyond : []
  }

  /** The ground the draft would hold, stricter zones cut out. */
  heldShape(ground: DraftGround): Shape {
    const outline = shapeOfDraft(this.facts, ground)
    const members = ground.kind === 'members' ? ground.codes : []
    return cutOut(outline, this.turnOf(areaM2(outline), members).before)
  }

  private changeTo(now: Measured): LineChange {
    const { last } = this
    this.last = now
    return last?.turn === now.turn && last.kind === now.kind ? changeOf(last.outline, now.outline) : 'all'
  }

  private residents(
    turn: Turn,
    about: { members: readonly string[]; line: OutlineIndex; change: LineChange },
  ) {
    const { members, line, change } = about
    return members.length > 0
      ? turn.residents.ofMembers(new Set(members))
      : turn.residents.ofLine(line, change)
  }

  private turnOf(outlineM2: number, members: readonly string[]): Turn {
    const own = { id: this.id, rank: this.rank, areaM2: outlineM2 }
    const before = this.others.filter((zone) => byStrictness(zone, own) < 0)
    const small = members.filter((code) => isSmall(this.hierarchy, code))
    const key = `${before.map(({ id }) => id).join(' ')}|${small.sort().join(' ')}`
    let turn = this.turns.get(key)
    if (!turn) {
      const split = new Set([...this.others.flatMap((zone) => zone.members), ...small])
      turn = {
        before,
        residents: new ResidentsInside(
          this.hierarchy,
          inTakingOrder(before, (zone) => zone.areaM2),
          split,
        ),
        crossings: new CrossingsOfLine(this.facts, this.asOf),
      }
      if (this.turns.size >= KEPT) this.turns.delete(this.turns.keys().next().value!)
      this.turns.set(key, turn)
    }
    return turn
  }

  private inDistrict(line: OutlineIndex, whole: number): number {
    if (!this.district || !line.bounds) return whole
    return within(line, whole, this.district.line)
  }

  private outside(drawn: OutlineIndex, outlineM2: number): DraftFigures['outside'] {
    const beyond = outlineM2 - this.inDistrict(drawn, outlineM2)
    if (!(beyond > SLIVER_M2)) return { areaM2: 0, parts: [] }
    const named = this.neighbours
      .map(({ name, line }) => ({ neighbour: name as string | null, areaM2: sharedAreaM2(drawn, line) }))
      .filter((part) => part.areaM2 > SLIVER_M2)
    const rest = beyond - named.reduce((sum, part) => sum + part.areaM2, 0)
    if (rest > SLIVER_M2) named.push({ neighbour: null, areaM2: rest })
    return { areaM2: beyond, parts: named }
  }

  private overlaps(drawn: OutlineIndex, { before }: Turn): DraftOverlap[] {
    return this.others
      .map((zone) => ({
        ...{ zone: zone.id, name: zone.stay.name, level: zone.level },
        areaM2: sharedAreaM2(drawn, this.lineOfZone(zone)),
        taker: before.includes(zone) ? ('zone' as const) : ('draft' as const),
      }))
      .filter((one) => one.areaM2 > SLIVER_M2)
      .sort((a, b) => (a.zone < b.zone ? -1 : 1))
  }

  private lineOfZone({ shape }: ZoneGround): OutlineIndex {
    let line = this.lines.get(shape)
    if (!line) this.lines.set(shape, (line = lineOf(shape)))
    return line
  }
}

/** Divisions of the places kept: a line that grows past another zone and back asks for the same ones again. */
const KEPT = 8

function isSmall(hierarchy: Hierarchy, code: string): boolean {
  const kind = hierarchy.place(code)?.kind
  return kind === 'building' || kind === 'unit'
}

/** m² of the ground inside the other line; `whole` is its area, known already. */
function within(line: OutlineIndex, whole: number, other: OutlineIndex): number {
  if (!line.bounds || !other.bounds || !boundsMeet(line.bounds, other.bounds)) return 0
  if (other.comesNear(line.bounds)) return Math.min(whole, sharedAreaM2(line, other))
  const [x, y] = line.edgeAt(0)
  return other.holds([x, y]) ? whole : 0
}

function cutOut(outline: Shape, before: readonly ZoneGround[]): Shape {
  const bounds = boundsOf(outline)
  if (!bounds) return outline
  const over = before.filter((zone) => {
    const theirs = boundsOf(zone.outline)
    return theirs !== null && boundsMeet(theirs, bounds)
  })
  return over.length === 0
    ? outline
    : difference(
        outline,
        over.map((zone) => zone.outline),
      )
}
