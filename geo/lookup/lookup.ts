import { districtGround } from '../coverage/town-grounds'
import type { Facts } from '../facts'
import { boundsOf } from '../geometry/rings/bounds'
import { contains } from '../geometry/rings/contains'
import type { Bounds, Position } from '../geometry/rings/shape'
import { placesAt } from '../places/changes/places-at'
import type { Hierarchy } from '../places/hierarchy'
import { namesOf, type PlaceNames } from '../places/names'
import { lettersOf } from '../places/spelling'
import { type LookupAnswer, type LookupCandidate, type LookupZone, NO_ZONE, NOTHING } from './answer'
import { coordinatesOf, type LookupFrame } from './line'
import { type StandingQuestion, type ZoneDesk, zoneDeskOf } from './standing'
import { edgesOf, type ZoneEdges } from './zone-edges'

export interface LookupQuestion extends StandingQuestion {
  /** of pasted coordinates; WGS-84 unless somebody says otherwise */
  readonly frame?: LookupFrame
}

/**
 * Which zone each pasted line lies in: a code, a name, an alias, an address that names places, a zone, or two
 * coordinates. What is not certain is listed, never guessed. Empty lines are left out and counted in the numbers.
 */
export function lookUp(facts: Facts, question: LookupQuestion, lines: readonly string[]): LookupAnswer[] {
  const desk = new LookupDesk(placesAt(facts, question.asOf), question)
  return lines.flatMap((text, at) =>
    text.trim() === '' ? [] : [desk.answer({ text: text.trim(), line: at + 1 })],
  )
}

type Line = Pick<LookupAnswer, 'text' | 'line'>

/** Candidates that are listed; of more their number is. */
const LISTED = 20

class LookupDesk {
  private readonly hierarchy: Hierarchy
  private readonly zones: ZoneDesk
  private readonly names: PlaceNames
  private readonly edges: ZoneEdges
  private readonly around: Bounds | null

  constructor(
    facts: Facts,
    private readonly question: LookupQuestion,
  ) {
    this.zones = zoneDeskOf(facts, question)
    this.hierarchy = this.zones.hierarchy
    this.names = namesOf(this.hierarchy)
    this.edges = edgesOf(this.zones.ground)
    const { shape } = districtGround(this.hierarchy)
    this.around = shape && boundsOf(shape)
  }

  answer(line: Line): LookupAnswer {
    const { frame = 'wgs84' } = this.question
    const numbers = coordinatesOf(line.text, { frame, around: this.around })
    if (numbers?.isZero) return { ...NOTHING, ...line, by: 'coordinates', isZero: true }
    if (numbers) return this.atPosition(line, numbers)
    const found = this.names.find(line.text)
    const zones = this.zones.named(line.text)
    const numbered = found?.by === 'code' ? [] : this.names.ofNumber(line.text)
    if (numbered.length > 0) return this.ofNumber(line, numbered, zones)
    const [only, ...others] = found?.isWhole ? found.codes : []
    if (found && only !== undefined && others.length === 0)
      return this.orZoneOfThatName(this.atPlace(line, only, found.by), zones)
    if (only === undefined && zones.length === 1) return inZone(line, zones[0]!)
    if (found && only !== undefined) return this.ambiguous(line, found.codes, { by: found.by, zones })
    if (zones.length > 0) return { ...this.open(line, []), state: 'ambiguous', by: 'zone', zones }
    return this.unmatched(line)
  }

  /** A place of which a zone has the name or id and which does not lie in that zone: either may be meant. */
  private orZoneOfThatName(answer: LookupAnswer, named: readonly LookupZone[]): LookupAnswer {
    const { zone, place, line, text, by } = answer
    const isMeant = (one: LookupZone): boolean =>
      answer.state === 'matched' ? one.zone === zone : answer.zones.some((own) => own.zone === one.zone)
    const others = named.filter((one) => !isMeant(one))
    if (others.length === 0) return isZoneItself(answer, named) ? inZone({ line, text }, named[0]!) : answer
    const { zoneName, level, policy, rule, since } = answer
    const own = answer.state === 'matched' ? [{ zone, zoneName, level, policy, rule, since }] : answer.zones
    const zones = this.zones.strictestOf([...own, ...others])
    return { ...this.open({ line, text }, [place!]), state: 'ambiguous', by, zones }
  }

  private unmatched(line: Line): LookupAnswer {
    const codes = this.names.like(line.text)
    return { ...this.open(line, codes), zones: this.zones.like(line.text, codes.length === 0) }
  }

  /** A building without its compound: one is nobody's, of several nothing tells which. */
  private ofNumber(line: Line, codes: readonly string[], zones: readonly LookupZone[]): LookupAnswer {
    const several = this.ambiguous(line, codes, { by: 'name', zones })
    return codes.length + zones.length > 1 ? several : { ...several, state: 'unmatched', by: null }
  }

  private ambiguous(
    line: Line,
    codes: readonly string[],
    { by, zones }: Pick<LookupAnswer, 'by' | 'zones'>,
  ): LookupAnswer {
    const { ordered, zones: lies } = this.zones.ofPlaces(codes)
    const named = zones.filter((one) => !lies.some(({ zone }) => zone === one.zone))
    return {
      ...this.open(line, ordered),
      state: 'ambiguous',
      by,
      zones: this.zones.strictestOf([...named, ...lies]),
    }
  }

  private open(line: Line, codes: readonly string[]): LookupAnswer {
    const candidates = codes.slice(0, LISTED).map((code) => this.candidate(code))
    return { ...NOTHING, ...line, candidates, moreCandidates: codes.length - candidates.length }
  }

  private candidate(code: string): LookupCandidate {
    const nameOf = (one: string): string => this.hierarchy.place(one)?.name ?? one
    return { code, name: nameOf(code), within: this.hierarchy.ancestorsOf(code).map(nameOf) }
  }

  private atPosition(
    line: Line,
    { position, swapped, unsure }: { position: Position; swapped: boolean; unsure: boolean },
  ): LookupAnswer {
    const place = this.hierarchy.placeAt(position[0], position[1])?.code ?? null
    const { shape } = districtGround(this.hierarchy)
    const known = {
      ...{ ...NOTHING, ...line, by: 'coordinates' as const, place, position, swapped, orderUnsure: unsure },
      ...this.called(place),
      inDistrict: shape && contains(shape, position),
    }
    const { zones, partly } = this.zones.ofPosition(position)
    const [zone, ...others] = zones
    if (others.length > 0) return { ...known, state: openState(zones), alsoIn: partly, zones }
    return { ...known, ...zone!, ...this.edge(position, zone!), state: 'matched', alsoIn: partly }
  }

  private atPlace(line: Line, place: string, by: LookupAnswer['by']): LookupAnswer {
    const { zones, partly } = this.zones.ofPlace(place)
    const position = this.hierarchy.pointOf(place)
    const known = { ...NOTHING, ...line, by, place, position, ...this.called(place), inDistrict: true }
    const [zone, ...others] = zones
    if (others.length > 0) return { ...known, state: openState(zones), alsoIn: partly, zones }
    return { ...known, ...zone!, ...this.edge(position, zone!), state: 'matched', alsoIn: partly }
  }

  private called(place: string | null): Pick<LookupAnswer, 'name' | 'kind' | 'within' | 'became'> {
    if (place === null) return { name: null, kind: null, within: [], became: null }
    const { name, within } = this.candidate(place)
    const { kind } = this.hierarchy.place(place)!
    return { name, kind, within, became: this.zones.became(place) }
  }

  private edge(position: Position | null, { zone }: LookupZone): Pick<LookupAnswer, 'edgeM' | 'edgeOf'> {
    const edge = position && this.edges.nearest(position, zone)
    return { edgeM: edge ? (zone ? edge.metres : -edge.metres) : null, edgeOf: edge?.zone ?? null }
  }
}

const openState = (zones: readonly LookupZone[]): LookupAnswer['state'] =>
  zones.some(({ unknown }) => unknown) ? 'unknown' : 'partly'

/** A line that is the name of one zone, and of no place: 锦绣苑2号楼、12号楼, of which the address alone would be all 锦绣苑. */
const isZoneItself = ({ state, by, text }: LookupAnswer, named: readonly LookupZone[]): boolean =>
  state === 'partly' &&
  by === 'address' &&
  named.length === 1 &&
  [named[0]!.zone, named[0]!.zoneName].some((name) => name !== null && lettersOf(name) === lettersOf(text))

/** A line that names a zone is in it. */
function inZone(line: Line, zone: LookupZone): LookupAnswer {
  return { ...NOTHING, ...line, ...NO_ZONE, ...zone, state: 'matched', by: 'zone', name: zone.zoneName }
}
