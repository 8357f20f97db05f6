import type { Position } from '../geometry/rings/shape'
import type { Moment } from '../time/calendar'
import type { RowList } from './list'
import type { Origin } from './origin'

export interface Facility {
  readonly id: string
  readonly kind: string
  readonly name: string | null
  readonly place: string | null
  readonly from: Moment | null
  readonly to: Moment | null
  readonly status: string | null
  readonly position: Position | null
  /** name of the road that a checkpoint stands on, where it serves no other */
  readonly road?: string
  /** level of the road that it serves */
  readonly layer?: number
  /** e.g. `00-08 police1 medic1 cadre1; 08-16 …`, hours of the day in the pack's zone */
  readonly shifts: string | null
  /** e.g. `22-06` */
  readonly lockedHours: string | null
  readonly rooms: number | null
  readonly tables: number | null
  readonly tubesPerDay: number | null
  readonly beds: number | null
  readonly origin: Origin
}

export interface Occupancy {
  readonly site: string
  readonly at: Moment
  readonly rooms: number | null
  readonly occupied: number | null
  readonly closed: number | null
  readonly origin: Origin
}

export interface Check {
  readonly checkpoint: string
  readonly at: Moment
  readonly by: string | null
  /** e.g. `police1 medic1` */
  readonly present: string | null
  /** roles absent, e.g. `medic1`; `all` = nobody there */
  readonly missing: string | null
  readonly note: string | null
  readonly origin: Origin
}

export interface Passage {
  readonly checkpoint: string
  readonly day: string
  readonly direction: string | null
  readonly group: string | null
  readonly vehicles: number | null
  readonly persons: number | null
  readonly fever: number | null
  readonly refused: number | null
  readonly origin: Origin
}

export const FACILITY_LIST = {
  held: 'facilities',
  times: [
    { field: 'from', kind: 'beginning', of: ({ from }) => from },
    { field: 'to', kind: 'plan', of: ({ to }) => to },
  ],
  seen: 'stays',
  ground: 'always',
  tells: null,
} as const satisfies RowList<Facility>

export const OCCUPANCY_LIST = {
  held: 'occupancy',
  times: [{ field: 'at', kind: 'occurrence', of: ({ at }) => at }],
  seen: ({ at }) => at,
  ground: null,
  tells: ({ site, at }) => ({ site, times: [at] }),
} as const satisfies RowList<Occupancy>

export const CHECK_LIST = {
  held: 'checks',
  times: [{ field: 'at', kind: 'occurrence', of: ({ at }) => at }],
  seen: ({ at }) => at,
  ground: null,
  tells: ({ checkpoint, at }) => ({ site: checkpoint, times: [at] }),
} as const satisfies RowList<Check>

export const PASSAGE_LIST = {
  held: 'passages',
  times: [{ field: 'day', kind: 'occurrence', of: ({ day }, read) => read(day) }],
  seen: ({ day }, read) => read(day),
  ground: null,
  tells: ({ checkpoint, day }, read) => ({ site: checkpoint, times: [read(day)] }),
} as const satisfies RowList<Passage>
