/** A facility that is set up, under the names of the columns of its list; null is not said. */
export interface FacilityRecord {
  readonly id: string
  readonly kind: string | null
  readonly name: string | null
  /** code of a place */
  readonly place: string | null
  /** degrees WGS-84 */
  readonly position: readonly [lon: number, lat: number] | null
  readonly from: string | null
  readonly to: string | null
  /** name of the road that a checkpoint guards */
  readonly road: string | null
  readonly shifts: string | null
  readonly lockedHours: string | null
  readonly rooms: number | null
  readonly tables: number | null
  readonly tubesPerDay: number | null
  readonly beds: number | null
}

/** How the rooms of a site stand at an hour; null is not said. */
export interface OccupancyRecord {
  readonly site: string
  readonly at: string
  readonly rooms: number | null
  readonly occupied: number | null
  readonly closed: number | null
}

/** What a person says of facilities: each is one row of a list. */
export type FacilityBody =
  | { readonly type: 'facility.opened@1'; readonly facility: FacilityRecord }
  | { readonly type: 'occupancy.stated@1'; readonly occupancy: OccupancyRecord }

/** Kinds of facilities whose size a person states, with the columns that say it. */
export const SIZED = {
  checkpoint: [],
  quarantine: ['rooms'],
  testing: ['tables', 'tubesPerDay'],
  lab: ['tubesPerDay'],
  hospital: ['beds'],
} as const satisfies Readonly<
  Record<string, readonly (keyof FacilityRecord & ('rooms' | 'tables' | 'tubesPerDay' | 'beds'))[]>
>
