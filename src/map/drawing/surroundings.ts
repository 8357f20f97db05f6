import {
  contains,
  type DividedMembers,
  type DraftGround,
  dividedMembers,
  type Facts,
  type Hierarchy,
  hierarchyOf,
  holdsMember,
  type Instant,
  membersWithin,
  mergedMembers,
  NearestIndex,
  nearDistanceM,
  type Position,
  positionsOf,
  type Shape,
  SnapIndex,
  type Snapped,
  SpatialIndex,
  type Survey,
  type SurveyZone,
  shapeOfDraft,
  staysAt,
  toggleMember,
  zoneShape,
} from '#geo'
import type { Surroundings } from './input'
import { ringOf } from './step-line'

export interface District {
  readonly facts: Facts
  readonly survey: Survey
  readonly asOf: Instant
  /** the zone that is redrawn: its own line does not hold the pointer */
  readonly except: string | null
}

/** The district as a drawing meets it: what the pointer is drawn to, what a click means. Built once for a drawing. */
export class DistrictAround implements Surroundings {
  readonly #facts: Facts
  readonly #asOf: Instant
  readonly #zones: readonly SurveyZone[]
  readonly #hierarchy: Hierarchy
  readonly #codes: readonly string[]
  readonly #units: SpatialIndex
  readonly #cases: readonly Position[]
  #nearestCase: NearestIndex | null = null
  readonly #except: string | null
  #lines: SnapIndex | null = null

  constructor({ facts, survey, asOf, except }: District) {
    this.#facts = facts
    this.#asOf = asOf
    this.#except = except
    this.#zones = survey.zones
    this.#hierarchy = hierarchyOf(facts.places)
    this.#codes = unitsOf(this.#hierarchy)
    this.#units = new SpatialIndex(this.#codes.map((code) => this.#hierarchy.shapeOf(code)))
    const { lonLat } = survey.caseDots
    this.#cases = positionsOf(lonLat).filter(([lon]) => Number.isFinite(lon))
  }

  snap(at: Position, withinM: number): Snapped | null {
    this.#lines ??= new SnapIndex(this.#facts, { asOf: this.#asOf, except: this.#except })
    return this.#lines.nearest(at, { withinM })
  }

  trace(from: Snapped, to: Snapped): readonly Position[] {
    const way = this.#lines?.trace(from, to)
    return way ? positionsOf(way).slice(1, -1) : []
  }

  placeAt(at: Position): string | null {
    const found = this.#units.holding(at)[0]
    return found === undefined ? null : this.#codes[found]!
  }

  townAt(at: Position): string | null {
    const unit = this.placeAt(at)
    const town = unit && this.#hierarchy.townOf(unit)
    if (town) return town
    const towns = this.#hierarchy.ofKind('town')
    return towns.find((code) => contains(this.#hierarchy.shapeOf(code) ?? [], at)) ?? null
  }

  placesIn(line: readonly Position[]): readonly string[] {
    const lasso = ringOf(line)
    const units = new Set(this.#codes)
    const kinds = ['compound', 'village'] as const
    return kinds.flatMap((kind) => membersWithin(this.#facts, lasso, kind).filter((code) => units.has(code)))
  }

  holds(codes: readonly string[], code: string): boolean {
    return holdsMember(this.#facts, { kind: 'members', codes }, code)
  }

  toggled(codes: readonly string[], code: string): readonly string[] {
    return toggleMember(this.#facts, { kind: 'members', codes }, code).codes
  }

  zoneAt(at: Position): string | null {
    const over = this.#zones.filter(({ outline }) => contains(outline, at))
    return over.sort((a, b) => b.rank - a.rank || a.areaM2 - b.areaM2)[0]?.id ?? null
  }

  groundOf(zone: string): DraftGround | null {
    const stay = staysAt(this.#facts, this.#asOf).find(({ id }) => id === zone)
    if (!stay) return null
    if (stay.members.length > 0) return { kind: 'members', codes: stay.members }
    return { kind: 'drawn', shape: zoneShape(stay, this.#facts.places) }
  }

  caseAt(at: Position, withinM: number): Snapped | null {
    this.#nearestCase ??= new NearestIndex({
      lon: Float64Array.from(this.#cases, ([lon]) => lon),
      lat: Float64Array.from(this.#cases, ([, lat]) => lat),
    })
    const position = this.#cases[this.#nearestCase.nearest(...at)]
    if (!position) return null
    const distanceM = nearDistanceM(position, at)
    return distanceM <= withinM ? { position, kind: 'vertex', distanceM, owners: [], spots: [] } : null
  }

  /** Ground of a draft, degrees WGS-84. */
  shapeOf(ground: DraftGround): Shape {
    return shapeOfDraft(this.#facts, ground)
  }

  /** Ground of a place; empty where it is not known. */
  placeShape(code: string): Shape {
    return this.#hierarchy.shapeOf(code) ?? []
  }

  /** Outline of a zone in force; empty where there is none. */
  zoneShape(id: string): Shape {
    return this.#zones.find((zone) => zone.id === id)?.outline ?? []
  }

  /** The members of these zones together; null where one of them is drawn. */
  mergedMembers(zones: readonly string[]): DraftGround | null {
    const grounds = zones.map((zone) => this.groundOf(zone))
    return grounds.every((ground) => ground?.kind === 'members') ? mergedMembers(this.#facts, grounds) : null
  }

  /** What a cut into these shapes does to members. */
  divided(codes: readonly string[], parts: readonly Shape[]): DividedMembers {
    return dividedMembers(this.#facts, { kind: 'members', codes }, parts)
  }

  /** Outlines of all zones in force but the one that is redrawn. */
  get held(): readonly Shape[] {
    return this.#zones.filter(({ id }) => id !== this.#except).map(({ outline }) => outline)
  }
}

/** The places that a click takes in or out: compounds, and villages that have none, by code. */
function unitsOf(hierarchy: Hierarchy): string[] {
  const isBare = (code: string): boolean =>
    !hierarchy.childrenOf(code).some((child) => hierarchy.place(child)?.kind === 'compound')
  return [...hierarchy.ofKind('compound'), ...hierarchy.ofKind('village').filter(isBare)]
}
