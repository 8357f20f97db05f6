import { districtGround } from '../coverage/town-grounds'
import type { Facts, ZoneStay } from '../facts'
import { areaM2 } from '../geometry/rings/area'
import type { Shape } from '../geometry/rings/shape'
import type { OutlineIndex } from '../geometry/roads/outline-index'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import { SLIVER_M2 } from '../places/overlaps'
import type { Instant } from '../time/calendar'
import { byStrictness, groundOf, type PolicyOf, rankOf, type ZoneGround } from '../zones/ground/ground'
import { attribute } from '../zones/record/attribution'
import { parted } from './cut'
import { type DraftFigures, type DraftGround, type DraftOverlap, shapeOfDraft } from './draft'
import { changeOf, type LineChange, lineOf } from './drawn-line'
import { CasesInside } from './inside/cases-inside'
import { RoadsNear } from './inside/crossings-inside'
import { type Residents, residentsBy } from './inside/residents'
import { figuresOf } from './inside/residents-inside'
import { isSmall, type Leftover, leftoverOf } from './leftover'
import { LineSums } from './line-sums'
import { MovingShare } from './moving-share'
import { outsideParts } from './outside'

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

/**
 * Measures ground while it is drawn: what a survey of the same facts will say of it as a zone of that level. Built once
 * for a drawing; of a line that moved by a vertex only what lies near that vertex is measured again. Ask `anew` when
 * the pointer is let go: then nothing is kept from the way there.
 */
export class Gauge {
  private readonly hierarchy: Hierarchy
  private readonly others: readonly ZoneGround[]
  private readonly rank: number
  private readonly id: string
  private readonly roads: RoadsNear
  private readonly district: MovingShare | null
  private readonly neighbours: readonly { readonly name: string; readonly share: MovingShare }[]
  private readonly overlapping: readonly { readonly zone: ZoneGround; readonly share: MovingShare }[]
  private readonly cases: CasesInside | null
  private readonly leftovers = new Map<string, Leftover>()
  private sums = new LineSums()
  private last: Shape | null = null

  constructor(
    private readonly facts: Facts,
    options: GaugeOptions,
  ) {
    const { asOf, policyOf, level, policy = null, except = null, neighbours = [] } = options
    this.hierarchy = hierarchyOf(facts.places)
    this.id = except ?? options.id ?? ''
    this.rank = rankOf(policyOf({ policy } as ZoneStay), level)
    this.roads = new RoadsNear(facts, asOf)
    const rest = { ...facts, zones: facts.zones.filter(({ id }) => id !== except) }
    this.others = [...groundOf(rest, asOf, policyOf)].sort(byStrictness)
    const { shape } = districtGround(this.hierarchy)
    this.district = shape && new MovingShare(lineOf(shape))
    this.neighbours = neighbours.map((one) => ({ name: one.name, share: new MovingShare(lineOf(one.shape)) }))
    this.overlapping = this.others.map((zone) => ({ zone, share: new MovingShare(lineOf(zone.shape)) }))
    const attribution = attribute(facts, asOf, policyOf)
    this.cases = facts.stated.has('cases')
      ? new CasesInside(facts, { asOf, others: this.others, attribution })
      : null
  }

  /** The figures of the ground; m², m, people. A faulty line is measured as it runs: ask `draftFaults` first. */
  measure(ground: DraftGround): DraftFigures {
    const outline = shapeOfDraft(this.facts, ground)
    const change = changeOf(this.last, outline)
    this.last = outline
    const { areaM2: whole, perimeterM } = this.sums.measure(outline)
    const members = ground.kind === 'members' ? ground.codes : []
    const leftover = this.leftoverFor(whole, members)
    const ofLeftover = leftover.last === null ? 'all' : changeOf(leftover.last, outline)
    leftover.last = outline
    const line = lineOf(outline)
    const inDistrict = this.district ? this.district.of(line, change, whole) : whole
    const held = Math.max(0, inDistrict - (leftover.blocked?.of(line, ofLeftover, whole) ?? 0))
    const rank = { id: this.id, rank: this.rank, areaM2: whole, members: new Set(members) }
    const cases = this.cases?.ofDraft(rank, line, change) ?? null
    const inside = leftover.residents.ofLine(line, ofLeftover)
    return {
      areaM2: held,
      ...{ outlineM2: whole, perimeterM },
      ...figuresOf(held, members.length > 0 ? leftover.residents.ofMembers(rank.members) : inside),
      ...(this.hierarchy.codes.length > 0 ? {} : { places: null }),
      crossings: leftover.crossings.of(outline, ofLeftover),
      outside: this.outside({ line, change, whole, inDistrict }),
      overlaps: this.overlaps({ line, change, whole, inDistrict }, leftover),
      cases: cases?.cases ?? null,
      casesOnGround: cases?.onGround ?? null,
    }
  }

  /** The same, with nothing kept from earlier measures. */
  anew(ground: DraftGround): DraftFigures {
    this.last = null
    this.sums = new LineSums()
    for (const leftover of this.leftovers.values()) leftover.last = null
    return this.measure(ground)
  }

  /** The ground beyond the district, to be shown; empty where there is none. */
  outsideShape(ground: DraftGround): Shape {
    const outline = shapeOfDraft(this.facts, ground)
    const { shape } = districtGround(this.hierarchy)
    if (!shape || outline.length === 0) return []
    const beyond = parted(outline, shape).outside
    return areaM2(beyond) > SLIVER_M2 ? beyond : []
  }

  /** The ground the draft would hold, stricter zones cut out. */
  heldShape(ground: DraftGround): Shape {
    const outline = shapeOfDraft(this.facts, ground)
    const members = ground.kind === 'members' ? ground.codes : []
    const { blockedShape } = this.leftoverFor(areaM2(outline), members).taken
    return parted(outline, blockedShape).outside
  }

  private leftoverFor(outlineM2: number, members: readonly string[]): Leftover {
    const own = { id: this.id, rank: this.rank, areaM2: outlineM2 }
    const before = this.others.filter((zone) => byStrictness(zone, own) < 0)
    const small = members.filter((code) => isSmall(this.hierarchy, code)).sort()
    const key = `${before.map(({ id }) => id).join(' ')}|${small.join(' ')}`
    let leftover = this.leftovers.get(key)
    if (!leftover) {
      if (this.leftovers.size >= KEPT) this.leftovers.delete(this.leftovers.keys().next().value!)
      leftover = leftoverOf({ roads: this.roads, residents: this.residentsBy(small), before })
      this.leftovers.set(key, leftover)
    }
    return leftover
  }

  /** Units of people; buildings that are members count for themselves. */
  private residentsBy(small: readonly string[]): Residents {
    return residentsBy(this.hierarchy, new Set([...this.others.flatMap((zone) => zone.members), ...small]))
  }

  private outside({ line, change, whole, inDistrict }: Moved): DraftFigures['outside'] {
    const beyond = whole - inDistrict
    const within = this.neighbours.map(({ name, share }) => ({
      name,
      areaM2: share.of(line, change, whole),
    }))
    if (!(beyond > SLIVER_M2)) return { areaM2: 0, parts: [] }
    return { areaM2: beyond, parts: outsideParts(beyond, within) }
  }

  private overlaps({ line, change, whole }: Moved, { taken }: Leftover): DraftOverlap[] {
    return this.overlapping
      .map(({ zone, share }) => ({
        ...{ zone: zone.id, name: zone.stay.name, level: zone.level },
        areaM2: share.of(line, change, whole),
        taker: taken.before.includes(zone) ? ('zone' as const) : ('draft' as const),
      }))
      .filter((one) => one.areaM2 > SLIVER_M2)
      .sort((a, b) => (a.zone < b.zone ? -1 : 1))
  }
}

interface Moved {
  readonly line: OutlineIndex
  readonly change: LineChange
  readonly whole: number
  readonly inDistrict: number
}

/** Divisions of the places kept: a line that grows past another zone and back asks for the same ones again. */
const KEPT = 8
