import type { PlaceKind } from '../../facts'
import { areApart } from '../../geometry/overlay/apart'
import { overlapAreaM2 } from '../../geometry/overlay/overlay'
import { areaM2 } from '../../geometry/rings/area'
import { boundsMeet, boundsOf } from '../../geometry/rings/bounds'
import { contains } from '../../geometry/rings/contains'
import type { Bounds, Position, Shape } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import { SLIVER_M2 } from '../../places/overlaps'
import type { ZoneGround } from '../ground/ground'
import { type Lies, type LiesIn, liesIn } from './lies'
import { lineageOf, type MemberLineage, mayBeAnywhere } from './member-lineage'
import { ZoneCandidates } from './zone-candidates'

/** Less common ground than this share of the smaller of two is a border drawn twice. */
const SLIVER_SHARE = 0.01

/** Kinds that hold others, and lie beside each other. */
const HOLDING: readonly PlaceKind[] = ['district', 'town', 'village']

const known = new WeakMap<
  readonly ZoneGround[],
  { readonly hierarchy: Hierarchy; readonly grounds: ZoneGrounds }
>()

/** The grounds of one arrangement, made once for its places. */
export function zoneGroundsOf(zones: readonly ZoneGround[], hierarchy: Hierarchy): ZoneGrounds {
  const kept = known.get(zones)
  if (kept?.hierarchy === hierarchy) return kept.grounds
  const grounds = new ZoneGrounds(zones, hierarchy)
  known.set(zones, { hierarchy, grounds })
  return grounds
}

/** How places and positions lie to the zones in force; each pair that may meet is looked at once. */
export class ZoneGrounds {
  readonly #bounds: readonly (Bounds | null)[]
  readonly #members: readonly ReadonlySet<string>[]
  readonly #lineages: readonly MemberLineage[]
  readonly #candidates: ZoneCandidates
  readonly #byPlace = new Map<string, LiesIn>()

  constructor(
    private readonly zones: readonly ZoneGround[],
    private readonly hierarchy: Hierarchy,
  ) {
    this.#bounds = zones.map(({ outline }) => boundsOf(outline))
    this.#members = zones.map(({ members }) => new Set(members))
    this.#lineages = zones.map(({ members }) => lineageOf(members, hierarchy))
    this.#candidates = new ZoneCandidates(hierarchy, {
      bounds: this.#bounds,
      members: this.#members,
      lineages: this.#lineages,
      isVague: (at) => this.#isVague(at),
      isDrawn: (at) => this.isDrawn(at),
    })
  }

  /** How the place lies to the zones; a code that is no known place lies in the zones that have it as member. */
  ofPlace(code: string): LiesIn {
    let lies = this.#byPlace.get(code)
    if (!lies) {
      const candidates = this.#candidates.ofPlace(code)
      this.#byPlace.set(code, (lies = liesIn(candidates, (at) => this.#placeTo(code, at))))
    }
    return lies
  }

  /** How the position lies to the zones. */
  ofPosition(position: Position): LiesIn {
    let found: string | null | undefined
    const deepest = (): string | null =>
      (found ??= this.hierarchy.placeAt(position[0], position[1])?.code ?? null)
    return liesIn(this.#candidates.ofPosition(position), (at) => {
      if (this.#holds(at, position)) return 'in'
      return this.isDrawn(at) ? 'out' : this.#undrawn(at, this.zones[at]!.outline, deepest())
    })
  }

  /** How the ground lies to the zones. */
  ofShape(shape: Shape): LiesIn {
    return liesIn(this.zones.keys(), (at) => {
      const { outline, areaM2: zoneArea } = this.zones[at]!
      if (shape.length === 0 || outline.length === 0) return 'part'
      return this.#groundTo(shape, { outline, zoneArea, at })
    })
  }

  /** Whether the zone's ground is known whole: it has one, and every member has one of its own. */
  isDrawn(at: number): boolean {
    const { outline, stay } = this.zones[at]!
    if (outline.length === 0) return false
    if (stay.drawn && stay.drawn.length > 0) return true
    return [...this.#members[at]!].every((code) => this.hierarchy.shapeOf(code) !== null)
  }

  #holds(at: number, [x, y]: Position): boolean {
    const box = this.#bounds[at]
    if (!box || x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false
    return contains(this.zones[at]!.outline, [x, y])
  }

  /** A zone some of whose ground nobody drew: by the members, else it may be. */
  #undrawn(at: number, outline: Shape, deepest: string | null): Lies {
    const members = [...this.#members[at]!]
    if (members.length === 0) return outline.length > 0 ? 'out' : 'part'
    if (deepest === null) return members.some((code) => mayBeAnywhere(code, this.hierarchy)) ? 'part' : 'out'
    const open = members.filter((code) => this.hierarchy.shapeOf(code) === null)
    const told = open.map((code) => this.#memberTo(deepest, code))
    if (told.includes('in')) return 'in'
    return told.every((one) => one === 'out') ? 'out' : 'part'
  }

  #placeTo(code: string, at: number): Lies {
    const { outline, areaM2: zoneArea } = this.zones[at]!
    const members = this.#members[at]!
    const line = [code, ...this.hierarchy.ancestorsOf(code)]
    if (line.some((one) => members.has(one))) return 'in'
    if (!this.hierarchy.place(code)) return 'out'
    if (this.#isApart(code, at)) return 'out'
    const told = [...members].map((member) => this.#memberTo(code, member))
    if (members.size > 0 && told.every((one) => one === 'out')) return 'out'
    if (outline.length === 0) return 'part'
    const lies = this.#shapeTo(line, { outline, zoneArea, at })
    return lies === 'out' && (told.includes('part') || this.#isVague(at)) ? 'part' : lies
  }

  /** Whether the place has ancestors of the kinds of all members, and is around none of them: then it is in none. */
  #isApart(code: string, at: number): boolean {
    const { kinds, around, holding, isWhole } = this.#lineages[at]!
    if (!isWhole || around.has(code) || this.hierarchy.place(code)?.former?.role === 'loose') return false
    if (this.hierarchy.ancestorsOf(code).some((one) => holding.has(one))) return false
    return kinds.every((kind) => this.hierarchy.everUpTo(kind, code) !== null)
  }

  /** Whether a member of the zone is no known place, and nothing drawn stands in for it. */
  #isVague(at: number): boolean {
    const { drawn } = this.zones[at]!.stay
    if (drawn && drawn.length > 0) return false
    return [...this.#members[at]!].some((code) => !this.hierarchy.place(code))
  }

  /** How a place lies to a member of a zone, as far as the hierarchy tells; null where only the ground can. */
  #memberTo(code: string, member: string): Lies | null {
    const own = this.hierarchy.place(code)
    const other = this.hierarchy.place(member)
    if (!own || !other) return null
    if (this.hierarchy.ancestorsOf(member).includes(code)) return 'part'
    if (code === member || this.hierarchy.ancestorsOf(code).includes(member)) return 'in'
    if (this.#stoodApart(code, member)) return 'out'
    if (own.former?.role === 'loose' || other.former?.role === 'loose')
      return this.#looseTo(code, member) === 'out' ? 'out' : null
    const above = (one: string, kind: PlaceKind): string | null => this.hierarchy.everUpTo(kind, one)
    const mine = above(code, other.kind)
    if (mine !== null && mine !== member) return 'out'
    const theirs = above(member, own.kind)
    if (theirs !== null && theirs !== code) return 'out'
    // neither is in the other's kind, and what holds them stands side by side
    const held = HOLDING.some((kind) => {
      const [one, another] = [above(code, kind), above(member, kind)]
      return one !== null && another !== null && one !== another
    })
    return held ? 'out' : null
  }

  /** Whether they lie in two former places that stood side by side until one day. */
  #stoodApart(code: string, member: string): boolean {
    if (this.hierarchy.former.length === 0) return false
    const formerOf = (one: string): string[] =>
      [one, ...this.hierarchy.ancestorsOf(one)].filter((at) => this.hierarchy.isFormer(at))
    const until = (one: string): number => this.hierarchy.place(one)!.former!.until.at
    const others = formerOf(member)
    return formerOf(code).some((mine) =>
      others.some(
        (theirs) =>
          mine !== theirs &&
          until(mine) === until(theirs) &&
          this.hierarchy.holderOf(mine) === this.hierarchy.holderOf(theirs),
      ),
    )
  }

  /** What is outside of all that holds a place, of which only its ground tells more, is outside of it. */
  #looseTo(code: string, member: string): Lies | null {
    const around = (one: string): string =>
      this.hierarchy.place(one)?.former?.role === 'loose' ? (this.hierarchy.holderOf(one) ?? one) : one
    const [own, theirs] = [around(code), around(member)]
    return own === code && theirs === member ? null : this.#memberTo(own, theirs)
  }

  /** By its own ground; a place without one lies somewhere on that of the nearest around it. */
  #shapeTo(
    line: readonly string[],
    { outline, zoneArea, at }: { outline: Shape; zoneArea: number; at: number },
  ): Lies {
    const drawn = line.find((one) => (this.hierarchy.shapeOf(one) ?? []).length > 0)
    if (drawn === undefined) return 'part'
    return this.#groundTo(this.hierarchy.shapeOf(drawn)!, { outline, zoneArea, at })
  }

  #groundTo(shape: Shape, { outline, zoneArea, at }: { outline: Shape; zoneArea: number; at: number }): Lies {
    const [own, other] = [boundsOf(shape), this.#bounds[at]]
    if (!own || !other || !boundsMeet(own, other) || areApart(shape, outline)) return 'out'
    const area = areaM2(shape)
    const common = overlapAreaM2(shape, outline)
    if (common >= (1 - SLIVER_SHARE) * area) return 'in'
    return common > Math.max(SLIVER_M2, SLIVER_SHARE * Math.min(area, zoneArea)) ? 'part' : 'out'
  }
}
