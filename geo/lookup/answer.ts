import type { ZonesUnknown } from '../answers'
import type { FormerPlace, PlaceKind } from '../facts'
import type { Position } from '../geometry/rings/shape'

/** Another place that a line may mean. */
export interface LookupCandidate {
  readonly code: string
  readonly name: string
  /** names of what it lies in, the nearest first */
  readonly within: readonly string[]
}

/** What became of a place that is none any more. */
export interface Became {
  /** `part`: it lies in what it became; `whole`: what it became lies in it; `loose`: only its ground tells */
  readonly role: FormerPlace['role']
  /** since when it is none */
  readonly since: string
  readonly heirs: readonly { readonly code: string; readonly name: string }[]
}

/** A zone that a line lies in, or may lie in; `zone` null: in none, or in one that nobody knows. */
export interface LookupZone {
  readonly zone: string | null
  readonly zoneName: string | null
  readonly level: string | null
  readonly policy: string | null
  readonly rule: string | null
  /** since when the place is in the zone, without a break */
  readonly since: string | null
  /** a zone that nobody knows may hold it: there is no list of zones, or a row of it was refused. Absent else */
  readonly unknown?: ZonesUnknown
}

export interface LookupAnswer extends LookupZone {
  /** number of the line, from 1 */
  readonly line: number
  readonly text: string
  /**
   * `partly`: the place is known and a stricter zone has part of it: which zone the line lies in is not told.
   * `unknown`: the place is known, and zones are not: one that nobody knows may hold it
   */
  readonly state: 'matched' | 'partly' | 'unknown' | 'ambiguous' | 'unmatched'
  readonly by: 'code' | 'name' | 'alias' | 'address' | 'coordinates' | 'zone' | null
  readonly place: string | null
  readonly name: string | null
  /** of the place */
  readonly kind: PlaceKind | null
  /** names of what the place lies in, the nearest first */
  readonly within: readonly string[]
  /** where the place is none any more */
  readonly became: Became | null
  readonly position: Position | null
  /** of coordinates: they came as latitude, longitude; nothing told which is which */
  readonly swapped: boolean
  readonly orderUnsure: boolean
  /** 0, 0, which is no position */
  readonly isZero: boolean
  readonly inDistrict: boolean | null
  /** m to the zone's line, above 0; outside every zone m to the nearest line, below 0. Null without a position or zones */
  readonly edgeM: number | null
  /** the zone whose line that is */
  readonly edgeOf: string | null
  /** zones that have part of the place, by id */
  readonly alsoIn: readonly string[]
  /** what an ambiguous or unmatched line may mean */
  readonly candidates: readonly LookupCandidate[]
  /** candidates that are not listed, for there are too many */
  readonly moreCandidates: number
  /** zones in which a partly or ambiguous line may lie, the strictest first */
  readonly zones: readonly LookupZone[]
}

export const NO_ZONE: LookupZone = {
  ...{ zone: null, zoneName: null, level: null, policy: null, rule: null, since: null },
}

/** A line of which nothing is known. */
export const NOTHING: Omit<LookupAnswer, 'line' | 'text'> = {
  ...NO_ZONE,
  ...{ state: 'unmatched', by: null, place: null, name: null, kind: null, within: [], became: null },
  ...{
    position: null,
    swapped: false,
    orderUnsure: false,
    isZero: false,
    inDistrict: null,
    edgeM: null,
    edgeOf: null,
    alsoIn: [],
  },
  ...{ candidates: [], moreCandidates: 0, zones: [] },
}
