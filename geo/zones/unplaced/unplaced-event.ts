import type { UnplacedList, UnplacedWhy } from '../../answers'
import type { Instant } from '../../time/calendar'
import type { Timeless } from '../record/row-events'

/** What a row leaves open of its time. */
export interface OpenTime {
  readonly why: UnplacedWhy
  /** events of the row whose time is not known; empty where the whole row has none */
  readonly events: Timeless
  /** they were no later than this */
  readonly by: Instant
}

/** A row of which nobody can tell for certain on whose ground or when it was, as the zones in force see it. */
export interface UnplacedEvent {
  readonly list: UnplacedList
  /** index in its table or list; of a refused row in the list of those */
  readonly index: number
  /** the import refused it */
  readonly refused: boolean
  readonly why: string
  /** indexes of the zones on whose ground it surely lies */
  readonly in: readonly number[]
  /** and of those on whose ground it may lie */
  readonly may: readonly number[]
  readonly near: readonly string[]
  /** null where its times are stated */
  readonly time: OpenTime | null
}

/** Rows that count with an event or more left out, because its time is not known. */
export interface TimelessRows {
  readonly cases: ReadonlyMap<number, Timeless>
  readonly contacts: ReadonlyMap<number, Timeless>
  readonly rounds: ReadonlySet<number>
  readonly facts: ReadonlySet<number>
}
