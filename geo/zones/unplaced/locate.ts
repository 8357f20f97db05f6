import type { UnplacedWhy } from '../../answers'
import type { Facts } from '../../facts'
import { contains } from '../../geometry/rings/contains'
import type { Position } from '../../geometry/rings/shape'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import type { ZoneGround } from '../ground/ground'
import { zoneShape } from '../ground/zone-shape'
import { type ZoneGrounds, zoneGroundsOf } from './grounds'
import { anyOf, bothOf, type LiesIn, toldBy } from './lies'
import { codesMeant, onePlace } from './place-words'
import { zonesMeant } from './references'
import type { Location, Said, SaidOfWhole } from './said'

/** Gives rows their ground, as far as they tell it. */
export class RowLocator {
  readonly #hierarchy: Hierarchy
  readonly #grounds: ZoneGrounds
  readonly #all: readonly number[]
  readonly #ids: ReadonlySet<string>
  readonly #indexes: ReadonlyMap<string, number>
  readonly #members: ReadonlySet<string>

  constructor(
    private readonly facts: Facts,
    private readonly zones: readonly ZoneGround[],
  ) {
    this.#hierarchy = hierarchyOf(facts.places)
    this.#grounds = zoneGroundsOf(zones, this.#hierarchy)
    this.#all = zones.map((_, at) => at)
    this.#indexes = new Map(zones.map(({ id }, at) => [id, at]))
    this.#ids = new Set(facts.zones.map(({ id }) => id))
    this.#members = new Set(facts.zones.flatMap(({ members }) => members))
  }

  /**
   * By zone, place and position. A zone that is named and in force is where it is; a place known and a position in it
   * tell the rest. Position against place: both may be. A place that a zone cuts may be in it. What names several
   * places, or none that is known, may be in each of them, or anywhere.
   */
  locate(said: Said): Location {
    const named = said.zone === null ? -1 : (this.#indexes.get(said.zone) ?? -1)
    const byGround = this.#byGround(said)
    if (named >= 0) return this.#ofNamed(named, byGround)
    if (said.zone === null) return byGround ?? this.#nowhere(said)
    if (this.#ids.has(said.zone))
      return byGround && byGround.why !== 'unknown-place' ? byGround : this.#ofEnded(said.zone)
    if (byGround && byGround.why === null) return byGround
    return this.#unknownZone(said.zone, byGround ?? this.#around(said, 'unknown-zone'))
  }

  /** A zone that is named tells where its ground leaves it open; one in which that ground lies nowhere contradicts it. */
  #ofNamed(named: number, byGround: Location | null): Location {
    const { in: inside, may, why, near } = byGround ?? PLACED
    const agrees = why === 'unknown-place' || inside.includes(named) || may.includes(named)
    const open = agrees ? [] : may
    return { in: union([named], inside), may: open, why: open.length > 0 ? why : null, near }
  }

  #unknownZone(zone: string, byGround: Location): Location {
    const meant = zonesMeant(this.facts, zone)
    const may = this.#all.filter((at) => meant.includes(this.zones[at]!.id))
    if (may.length > 0) return { in: [], may, why: 'several-zones', near: byGround.near }
    return { ...byGround, why: 'unknown-zone' }
  }

  #nowhere(said: Said): Location {
    const { note } = said
    return this.#around(said, note === 'position-swapped' || note === null ? 'no-ground' : note)
  }

  /** A row whose own words tell no ground: the town that it gives, else that of who filled it in; else anywhere. */
  #around({ town, unit }: Pick<Said, 'town' | 'unit'>, why: UnplacedWhy): Location {
    const code = this.#townMeant(town) ?? this.#townMeant(unit)
    if (code === null) return { in: [], may: this.#all, why, near: [] }
    const { in: inside, may } = this.#ofPlaces([code])
    return { in: [], may: union(inside, may), why, near: [code] }
  }

  /** The one town, or smaller place, that a text names. */
  #townMeant(text: string | null): string | null {
    const code = text === null ? null : onePlace(this.#hierarchy, text)
    return code !== null && this.#hierarchy.place(code)?.kind !== 'district' ? code : null
  }

  /** It only names a zone that is not in force: its ground is what that zone last had. */
  #ofEnded(zone: string): Location {
    const last = this.facts.zones.filter(({ id }) => id === zone).at(-1)!
    const members = last.members.filter((code) => this.#isKnown(code))
    if (members.length > 0) return this.#ofPlaces(members)
    return toldBy(this.#grounds.ofShape(zoneShape(last, this.facts.places)), {
      near: [],
      unsure: 'partly-in-zone',
    })
  }

  /**
   * Of a row that speaks of a zone or a place as a whole: a reference that is read is its ground; one that means several
   * zones or places, or none, may speak of each of them, or of any. What speaks against lowering may also speak of each
   * zone that lies in its place only partly.
   */
  ofStatement(said: SaidOfWhole, speaksAgainst = false): Location {
    const { zone, place, town } = said
    if (zone !== null && this.#ids.has(zone)) return { ...PLACED, in: [this.#indexes.get(zone) ?? []].flat() }
    const codes = place === null ? null : this.#codesOf(place, town)
    if (codes?.length === 1) {
      const ground = this.#ofPlaces(codes)
      return zone === null && speaksAgainst ? ground : { ...PLACED, in: ground.in }
    }
    if (codes && zone === null && this.#hierarchy.codes.length === 0) return PLACED
    if (zone !== null) {
      const byGround = codes && codes.length > 1 ? this.#ofPlaces(codes) : this.#around(said, 'unknown-zone')
      return this.#unknownZone(zone, byGround)
    }
    if (codes === null) return this.#around(said, 'no-ground')
    if (codes.length === 0) return this.#around(said, 'unknown-place')
    const { in: inside, may } = this.#ofPlaces(codes)
    return { in: [], may: union(inside, may), why: 'several-places', near: codes }
  }

  /** By place and position; null where the row gives neither. */
  #byGround(said: Said): Location | null {
    const { place, town, position, note } = said
    const codes = place === null ? null : this.#codesOf(place, town)
    if (codes === null) return position && this.#ofPosition(position)
    if (codes.length === 1) {
      const code = codes[0]!
      return position ? this.#ofBoth(code, position) : this.#ofPlaces([code])
    }
    if (position) return this.#ofPosition(position)
    if (codes.length > 1) return this.#ofPlaces(codes)
    const why = note === 'position-at-zero' || note === 'position-outside' ? note : 'unknown-place'
    return this.#around(said, why)
  }

  #isKnown(code: string): boolean {
    return this.#hierarchy.place(code) !== null || this.#members.has(code)
  }

  /**
   * The places that a text may mean; none where nobody knows it. A place that does not lie in the town that the row gives
   * is meant as much as the town.
   */
  #codesOf(place: string, town: string | null): readonly string[] {
    const codes = this.#isKnown(place) ? [place] : codesMeant(this.#hierarchy, place, town)
    const given = this.#townMeant(town)
    if (given === null) return codes
    const anywhere = codes.length > 0 ? codes : codesMeant(this.#hierarchy, place, null)
    const isContradicted = anywhere.length > 0 && anywhere.every((code) => this.#isElsewhere(code, given))
    return isContradicted ? [...anywhere, given] : codes
  }

  #isElsewhere(code: string, town: string): boolean {
    const kind = this.#hierarchy.place(town)!.kind
    const own = this.#hierarchy.upTo(kind, code)
    return own !== null && own !== town && !this.#hierarchy.ancestorsOf(town).includes(code)
  }

  #ofPosition(position: Position): Location {
    const lies = this.#grounds.ofPosition(position)
    return toldBy(lies, { near: [], unsure: this.#unsureOf(lies) })
  }

  /** A zone cuts the place; or every zone in which it may lie is one whose ground nobody has drawn. */
  #unsureOf(lies: LiesIn): UnplacedWhy {
    const may = [...lies].flatMap(([at, how]) => (how === 'part' ? [at] : []))
    return may.every((at) => !this.#grounds.isDrawn(at)) ? 'zone-undrawn' : 'partly-in-zone'
  }

  #ofPlaces(codes: readonly string[]): Location {
    const lies = codes.map((code) => this.#grounds.ofPlace(code))
    const together = anyOf(lies)
    if (codes.length > 1) return { ...toldBy(together, { near: codes, unsure: null }), why: 'several-places' }
    return toldBy(together, { near: codes, unsure: this.#unsureOf(together) })
  }

  /** Where the place holds the position, that tells what the place leaves open; else both may be. */
  #ofBoth(code: string, position: Position): Location {
    const [byPlace, byPosition] = [this.#grounds.ofPlace(code), this.#grounds.ofPosition(position)]
    const agrees = this.#agrees(code, position)
    const lies = bothOf(byPlace, byPosition, agrees)
    return toldBy(lies, { near: [code], unsure: agrees ? this.#unsureOf(lies) : 'position-against-place' })
  }

  /** Whether the place, or what is drawn of the nearest around it, holds the position. */
  #agrees(code: string, position: Position): boolean {
    const line = [code, ...this.#hierarchy.ancestorsOf(code)]
    const drawn = line.find((one) => (this.#hierarchy.shapeOf(one) ?? []).length > 0)
    return drawn === undefined || contains(this.#hierarchy.shapeOf(drawn)!, position)
  }
}

/** Where everything is told, and no zone is concerned but those it names. */
const PLACED: Location = { in: [], may: [], why: null, near: [] }

const union = (a: readonly number[], b: readonly number[]): number[] =>
  [...new Set([...a, ...b])].sort((x, y) => x - y)
