import { districtGround } from '../coverage/town-grounds'
import type { Facts, ZoneStay } from '../facts'
import { boundsOf } from '../geometry/bounds'
import { contains } from '../geometry/contains'
import type { Bounds } from '../geometry/shape'
import { placesAt } from '../places/changes/places-at'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import { namesOf, type PlaceNames } from '../places/names'
import { formatMoment, type Instant } from '../time/calendar'
import { pointOfPlace } from '../zones/attribution'
import { byStrictness, groundOf, type PolicyOf, type ZoneGround } from '../zones/ground'
import { staysBegun } from '../zones/stays'
import { zoneShape } from '../zones/zone-shape'
import { type LookupAnswer, type LookupCandidate, NOTHING } from './answer'
import { coordinatesOf, type LookupFrame } from './line'
import { edgesOf, type ZoneEdges } from './zone-edges'

export interface LookupQuestion {
  readonly asOf: Instant
  readonly policyOf: PolicyOf
  /** of pasted coordinates; WGS-84 unless somebody says otherwise */
  readonly frame?: LookupFrame
  /** the rule that decides about each zone, as a survey says */
  readonly decisive?: ReadonlyMap<string, string | null>
}

/**
 * Which zone each pasted line lies in: a name, an alias, a code, an address that names places, or two coordinates.
 * What is not certain is listed, never guessed. Empty lines are left out and counted in the numbers.
 */
export function lookUp(facts: Facts, question: LookupQuestion, lines: readonly string[]): LookupAnswer[] {
  const desk = new LookupDesk(placesAt(facts, question.asOf), question)
  return lines.flatMap((text, at) => (text.trim() === '' ? [] : [desk.answer(text.trim(), at + 1)]))
}

type Found = Pick<LookupAnswer, 'by' | 'place' | 'position' | 'swapped' | 'orderUnsure'>

class LookupDesk {
  private readonly hierarchy: Hierarchy
  private readonly zones: readonly ZoneGround[]
  private readonly names: PlaceNames
  private readonly edges: ZoneEdges
  private readonly stays: ReadonlyMap<string, readonly ZoneStay[]>
  private readonly around: Bounds | null

  constructor(
    private readonly facts: Facts,
    private readonly question: LookupQuestion,
  ) {
    this.hierarchy = hierarchyOf(facts.places)
    const ground = groundOf(facts, question.asOf, question.policyOf)
    this.zones = [...ground].sort(byStrictness)
    this.names = namesOf(this.hierarchy)
    this.edges = edgesOf(ground)
    this.stays = staysBegun(facts.zones, question.asOf)
    const { shape } = districtGround(this.hierarchy)
    this.around = shape && boundsOf(shape)
  }

  answer(text: string, line: number): LookupAnswer {
    const { frame = 'wgs84' } = this.question
    const numbers = coordinatesOf(text, { frame, around: this.around })
    if (numbers) {
      const { position, swapped, unsure } = numbers
      const place = this.hierarchy.placeAt(...position)?.code ?? null
      return this.located(
        { by: 'coordinates', place, position, swapped, orderUnsure: unsure },
        { text, line },
      )
    }
    const found = this.names.find(text)
    const [only, ...others] = found?.codes ?? []
    if (!found || only === undefined) return this.open({ text, line }, this.names.like(text))
    if (others.length > 0)
      return { ...this.open({ text, line }, found.codes), state: 'ambiguous', by: found.by }
    const position = this.hierarchy.pointOf(only)
    return this.located(
      { by: found.by, place: only, position, swapped: false, orderUnsure: false },
      { text, line },
    )
  }

  private open(about: { text: string; line: number }, codes: readonly string[]): LookupAnswer {
    return { ...NOTHING, ...about, candidates: codes.map((code) => this.candidate(code)) }
  }

  private candidate(code: string): LookupCandidate {
    const nameOf = (one: string): string => this.hierarchy.place(one)?.name ?? one
    return { code, name: nameOf(code), within: this.hierarchy.ancestorsOf(code).map(nameOf) }
  }

  private located(found: Found, about: { text: string; line: number }): LookupAnswer {
    const zone = this.zoneOf(found)
    const policy = zone && (zone.stay.policy ?? this.facts.pack.policy)
    const edge = found.position && this.edges.nearest(found.position, zone?.id ?? null)
    return {
      ...{ ...NOTHING, ...about, ...found },
      state: 'matched',
      name: found.place === null ? null : (this.hierarchy.place(found.place)?.name ?? null),
      inDistrict: this.inDistrict(found),
      zone: zone?.id ?? null,
      zoneName: zone?.stay.name ?? null,
      level: zone?.level ?? null,
      policy,
      rule: zone ? (this.question.decisive?.get(zone.id) ?? null) : null,
      edgeM: edge ? (zone ? edge.metres : -edge.metres) : null,
      edgeOf: edge?.zone ?? null,
      since: zone ? this.sinceOf(zone, found) : null,
      alsoIn: found.by === 'coordinates' ? [] : this.alsoIn(found.place!, zone),
    }
  }

  /** A position by where it lies; a place by membership first, as events are attributed. */
  private zoneOf({ by, place, position }: Found): ZoneGround | null {
    if (by === 'coordinates') return this.zones.find(({ shape }) => contains(shape, position!)) ?? null
    const line = [place!, ...this.hierarchy.ancestorsOf(place!)]
    const holder = this.zones.find(({ members }) => members.some((code) => line.includes(code)))
    if (holder) return holder
    const point = pointOfPlace(place, this.hierarchy)
    return point ? (this.zones.find(({ outline }) => contains(outline, point)) ?? null) : null
  }

  private inDistrict({ by, position }: Found): boolean | null {
    if (by !== 'coordinates') return true
    const { shape } = districtGround(this.hierarchy)
    return shape && contains(shape, position!)
  }

  /** Back through the stays of the zone as long as each had the place. */
  private sinceOf(zone: ZoneGround, { by, place, position }: Found): string {
    const line = place === null ? [] : [place, ...this.hierarchy.ancestorsOf(place)]
    const has = (stay: ZoneStay): boolean =>
      by !== 'coordinates' && stay.members.length > 0
        ? stay.members.some((code) => line.includes(code))
        : position !== null && contains(zoneShape(stay, this.facts.places), position)
    const stays = this.stays.get(zone.id) ?? [zone.stay]
    let first = stays.at(-1)!
    for (let i = stays.length - 2; i >= 0; i--) {
      const stay = stays[i]!
      if (!has(stay) || stay.to?.at !== first.from.at) break
      first = stay
    }
    return formatMoment(this.facts.pack.timezone, first.from)
  }

  /** Zones with members inside the place, or a drawn line over it. */
  private alsoIn(place: string, zone: ZoneGround | null): string[] {
    const shape = this.hierarchy.shapeOf(place)
    const bounds = shape && boundsOf(shape)
    return this.zones
      .filter((one) => {
        if (one === zone) return false
        if (one.members.some((code) => this.hierarchy.ancestorsOf(code).includes(place))) return true
        return one.members.length === 0 && bounds !== null && this.drawnOver(one, place)
      })
      .map(({ id }) => id)
      .sort()
  }

  private drawnOver({ shape }: ZoneGround, place: string): boolean {
    const own = this.hierarchy.shapeOf(place)!
    const vertices = own.flat()
    const held = vertices.some((ring) => contains(shape, [ring[0]!, ring[1]!]))
    return held || shape.flat().some((ring) => contains(own, [ring[0]!, ring[1]!]))
  }
}
