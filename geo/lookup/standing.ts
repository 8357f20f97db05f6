import type { Facts, ZoneStay } from '../facts'
import { contains } from '../geometry/rings/contains'
import type { Position } from '../geometry/rings/shape'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import { formatMoment, type Instant } from '../time/calendar'
import { byStrictness, groundOf, type PolicyOf, type ZoneGround } from '../zones/ground/ground'
import { zoneShape } from '../zones/ground/zone-shape'
import { staysBegun } from '../zones/stays/stays'
import { type ZoneGrounds, zoneGroundsOf } from '../zones/unplaced/grounds'
import type { LiesIn } from '../zones/unplaced/lies'
import { type Became, type LookupZone, NO_ZONE } from './answer'
import { isFilled } from './filled'
import { UnknownZones } from './unknown-zones'
import { ZoneNames } from './zone-names'

export interface StandingQuestion {
  readonly asOf: Instant
  readonly policyOf: PolicyOf
  /** what each zone is called on the screens beside its id and name */
  readonly printed?: ReadonlyMap<string, readonly string[]>
  /** the rule that decides about each zone, as a survey says */
  readonly decisive?: ReadonlyMap<string, string | null>
}

/** How a place stands to the zones in force. */
export interface Standing {
  /** the zones in which it may lie, the strictest first; one where that is told, which may be none */
  readonly zones: readonly LookupZone[]
  /** zones that have part of it, by id */
  readonly partly: readonly string[]
}

/** Zones offered for a text that names none. */
const OFFERED = 5

/** Says in which zone in force places and positions lie, as events are attributed. */
export class ZoneDesk {
  readonly hierarchy: Hierarchy
  /** by id */
  readonly ground: readonly ZoneGround[]
  private readonly strictestFirst: readonly ZoneGround[]
  private readonly grounds: ZoneGrounds
  private readonly stays: ReadonlyMap<string, readonly ZoneStay[]>
  private readonly unknown: UnknownZones
  private readonly ofCodes = new Map<string, Standing>()
  private readonly names: ZoneNames

  constructor(
    private readonly facts: Facts,
    private readonly question: StandingQuestion,
  ) {
    this.hierarchy = hierarchyOf(facts.places)
    this.ground = groundOf(facts, question.asOf, question.policyOf)
    this.strictestFirst = [...this.ground].sort(byStrictness)
    this.grounds = zoneGroundsOf(this.ground, this.hierarchy)
    this.stays = staysBegun(facts.zones, question.asOf)
    this.unknown = new UnknownZones(facts, question, this.stays)
    this.names = new ZoneNames(this.strictestFirst, question.printed)
  }

  /** The strictest first, in a zone that nobody knows after them, in none last. */
  strictestOf(zones: readonly LookupZone[]): LookupZone[] {
    const rank = ({ zone, unknown }: LookupZone): number =>
      zone === null
        ? this.strictestFirst.length + (unknown ? 0 : 1)
        : this.strictestFirst.findIndex(({ id }) => id === zone)
    return zones.toSorted((a, b) => rank(a) - rank(b))
  }

  /** The zones in force that a text names by id, name or printed code, the strictest first. */
  named(text: string): LookupZone[] {
    return this.names.of(text).map((zone) => this.told(zone, () => true))
  }

  /** Zones in force whose id, name or code goes on from a text, or looks like it where that is asked, the strictest first. */
  like(text: string, mayBeMistyped: boolean): LookupZone[] {
    const zones = this.names.like(text, mayBeMistyped).map((zone) => this.told(zone, () => true))
    return this.strictestOf(zones).slice(0, OFFERED)
  }

  /** A zone of which nobody knows all the ground may have the position too. */
  ofPosition(position: Position): Standing {
    return this.standing(this.grounds.ofPosition(position), (stay) => this.holds(stay, position), null)
  }

  ofPlace(code: string): Standing {
    let known = this.ofCodes.get(code)
    if (!known) this.ofCodes.set(code, (known = this.standingOf(code)))
    return known
  }

  private standingOf(code: string): Standing {
    const position = this.hierarchy.pointOf(code)
    const line = [code, ...this.hierarchy.ancestorsOf(code)]
    const has = (stay: ZoneStay): boolean =>
      stay.members.length > 0
        ? stay.members.some((member) => line.includes(member))
        : position !== null && this.holds(stay, position)
    return this.standing(this.grounds.ofPlace(code), has, code)
  }

  /** Places in the order of the strictest zone in which each may lie, and all the zones in which they may. */
  ofPlaces(codes: readonly string[]): { readonly ordered: readonly string[]; readonly zones: LookupZone[] } {
    const each = codes.map((code) => ({ code, zones: this.ofPlace(code).zones }))
    const zones = new Map(
      each.flatMap((one) => one.zones).map((zone) => [`${zone.zone} ${zone.unknown}`, zone]),
    )
    const all = this.strictestOf([...zones.values()])
    const rank = (one: Pick<Standing, 'zones'>): number =>
      all.findIndex(({ zone, unknown }) => zone === one.zones[0]!.zone && unknown === one.zones[0]!.unknown)
    return { ordered: each.toSorted((a, b) => rank(a) - rank(b)).map(({ code }) => code), zones: all }
  }

  /**
   * A zone that has all of it has it; where a stricter one has part of it, or may have it, nobody can tell. What the
   * stricter ones leave of a place (null: of a position) lies in the holder, or in no zone.
   */
  private standing(liesIn: LiesIn, has: (stay: ZoneStay) => boolean, code: string | null): Standing {
    const lies = new Map([...liesIn].map(([at, one]) => [this.ground[at]!, one]))
    const holder = this.strictestFirst.find((zone) => lies.get(zone) === 'in') ?? null
    const part = this.strictestFirst.filter((zone) => lies.get(zone) === 'part')
    const stricter = part.filter((zone) => !holder || mayBeStricter(zone, holder))
    const told = holder ? this.told(holder, has) : NO_ZONE
    const parts = stricter.map((zone) => ({ ...this.told(zone, has), since: null }))
    const unknown = this.unknown.over(holder)
    const leaves = code === null || !isFilled(code, stricter, this.hierarchy)
    return {
      zones: this.strictestOf([
        ...(unknown ? [...parts, { ...NO_ZONE, unknown }] : parts),
        ...(leaves ? [told] : []),
      ]),
      partly: part.map(({ id }) => id).sort(),
    }
  }

  /** What became of a place; null where it still is one. */
  became(code: string): Became | null {
    const { former } = this.hierarchy.place(code)!
    if (!former) return null
    const heirs = former.heirs.map((heir) => ({ code: heir, name: this.hierarchy.place(heir)?.name ?? heir }))
    return { role: former.role, since: formatMoment(this.facts.pack.timezone, former.until), heirs }
  }

  private holds(stay: ZoneStay, position: Position): boolean {
    return contains(zoneShape(stay, this.facts.places), position)
  }

  private told({ id, stay, level }: ZoneGround, has: (stay: ZoneStay) => boolean): LookupZone {
    return {
      zone: id,
      zoneName: stay.name,
      level,
      policy: stay.policy ?? this.facts.pack.policy,
      rule: this.question.decisive?.get(id) ?? null,
      since: this.sinceOf(id, stay, has),
    }
  }

  /** Back through the stays of the zone as long as each had the place. */
  private sinceOf(id: string, stay: ZoneStay, has: (stay: ZoneStay) => boolean): string {
    const stays = this.stays.get(id) ?? [stay]
    let first = stays.at(-1)!
    for (let i = stays.length - 2; i >= 0; i--) {
      const before = stays[i]!
      if (!has(before) || before.to?.at !== first.from.at) break
      first = before
    }
    return formatMoment(this.facts.pack.timezone, first.from)
  }
}

/** Of a level whose rank nobody knows, nobody can tell. */
const mayBeStricter = ({ rank }: ZoneGround, than: ZoneGround): boolean =>
  rank > than.rank || rank === 0 || than.rank === 0

const desks = new WeakMap<StandingQuestion, ZoneDesk>()

/** The desk for a question about these facts; one question is about one list of facts. */
export function zoneDeskOf(facts: Facts, question: StandingQuestion): ZoneDesk {
  let desk = desks.get(question)
  if (!desk) desks.set(question, (desk = new ZoneDesk(facts, question)))
  return desk
}
