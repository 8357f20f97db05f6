import type { Shape } from '../geometry/rings/shape'
import type { Moment } from '../time/calendar'
import type { RowList } from './list'
import type { Origin } from './origin'

/** One stay of a zone at a level. The same id may come again with consecutive from/to. */
export interface ZoneStay {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly from: Moment
  readonly to: Moment | null
  readonly policy: string | null
  readonly members: readonly string[]
  readonly parent: string | null
  readonly arrivedFrom: string | null
  readonly drawn: Shape | null
  /**
   * Zones whose clocks run on in this stay from its beginning: the one a part was split from, those that were merged
   * into it. Of several the latest designation and entry count.
   */
  readonly heirOf?: readonly string[]
  /** when its members were named, where it names the same codes as the stay before it and yet means others */
  readonly namedAt?: Moment
  readonly origin: Origin
}

/** A change that was approved for an hour, and what the record of the zone says instead from then on. */
export interface ExecutedOrder {
  readonly zone: string
  readonly transition: string
  readonly from: Moment
  readonly level: string
  /** the zone in which it ends; null where it goes on by itself */
  readonly into: string | null
  /** the row of the stay that says otherwise */
  readonly recorded: { readonly level: string; readonly file: string; readonly row: number }
  /** the row of the step that orders it */
  readonly orderedBy: { readonly file: string; readonly row: number }
}

/** What one expert said of a step. Dissent is kept beside consent. */
export interface Opinion {
  readonly by: string
  readonly unit: string | null
  readonly for: boolean
  readonly text: string | null
}

export interface TransitionStep {
  readonly zone: string
  readonly transition: string
  readonly step: string
  readonly at: Moment
  readonly by: string | null
  readonly decision: 'given' | 'declined'
  readonly takesEffectAt: Moment | null
  readonly note: string | null
  /** id of the event that recorded it; null where a file did */
  readonly event?: string | null
  /** id of the step of the same chain it was taken after, as its author saw it; null for the first */
  readonly follows?: string | null
  /** name of the person who took it, where `by` is the unit */
  readonly person?: string | null
  readonly opinions?: readonly Opinion[]
  readonly origin: Origin
}

export const ZONE_LIST = {
  held: 'zones',
  times: [
    { field: 'from', kind: 'beginning', of: ({ from }) => from },
    { field: 'to', kind: 'plan', of: ({ to }) => to },
  ],
  seen: 'own',
  ground: null,
  tells: null,
} as const satisfies RowList<ZoneStay>

export const STEP_LIST = {
  held: 'steps',
  times: [
    { field: 'at', kind: 'occurrence', of: ({ at }) => at },
    { field: 'takesEffectAt', kind: 'plan', of: ({ takesEffectAt }) => takesEffectAt },
  ],
  seen: ({ at }) => at,
  ground: null,
  tells: null,
} as const satisfies RowList<TransitionStep>
