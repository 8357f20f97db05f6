import type { Position } from '../geometry/shape'

/** Another place that a line may mean. */
export interface LookupCandidate {
  readonly code: string
  readonly name: string
  /** names of what it lies in, the nearest first */
  readonly within: readonly string[]
}

export interface LookupAnswer {
  /** number of the line, from 1 */
  readonly line: number
  readonly text: string
  readonly state: 'matched' | 'ambiguous' | 'unmatched'
  readonly by: 'code' | 'name' | 'alias' | 'address' | 'coordinates' | null
  readonly place: string | null
  readonly name: string | null
  readonly position: Position | null
  /** of coordinates: they came as latitude, longitude; nothing told which is which */
  readonly swapped: boolean
  readonly orderUnsure: boolean
  readonly inDistrict: boolean | null
  /** null: in no zone, or nobody knows where */
  readonly zone: string | null
  readonly zoneName: string | null
  readonly level: string | null
  readonly policy: string | null
  readonly rule: string | null
  /** m to the zone's line, above 0; outside every zone m to the nearest line, below 0. Null without a position or zones */
  readonly edgeM: number | null
  /** the zone whose line that is */
  readonly edgeOf: string | null
  /** since when the place is in the zone, without a break */
  readonly since: string | null
  /** other zones that have ground or members inside the place, by id */
  readonly alsoIn: readonly string[]
  /** what an ambiguous or unmatched line may mean */
  readonly candidates: readonly LookupCandidate[]
}

/** A line of which nothing is known. */
export const NOTHING: Omit<LookupAnswer, 'line' | 'text'> = {
  ...{ state: 'unmatched', by: null, place: null, name: null, position: null, swapped: false },
  ...{ orderUnsure: false, inDistrict: null, zone: null, zoneName: null, level: null, policy: null },
  ...{ rule: null, edgeM: null, edgeOf: null, since: null, alsoIn: [], candidates: [] },
}
