import type { LogEvent } from '../log/events'
import type { ColumnBlock } from '../log/rows/columns'

/** How far the chain of one device goes: how many events, and the hash of the last. */
export interface Head {
  readonly sequence: number
  readonly hash: string
}

/** The heads of all devices of a log, by device. */
export type Heads = Readonly<Record<string, Head>>

/** Something about a device or a file on the way that a person is told. Only what a code of `WAITING` names comes by itself later. */
export interface Told {
  readonly code: ToldCode
  /** null where nobody can say whose it is */
  readonly device: string | null
  /** the file on the way, the events by name, the hash of the segment */
  readonly seen: string | null
  /** events that are left out because of it */
  readonly events: number
}

export type ToldCode =
  /** the last line of a file is not whole: it is being written or copied */
  | 'torn'
  /** a segment that an event names is not there, or not as its hash says: half of it was copied */
  | 'segment-missing'
  | 'segment-altered'
  /** what comes begins after what is held */
  | 'gap'
  /** a file is shorter than it was when it was read last */
  | 'shorter'
  /** a line that is no event */
  | 'unreadable'
  /** an event that is not what its hash says, or what a step saw that is not what its digest says */
  | 'altered'
  | 'evidence-altered'
  | 'repeated'
  /** two events after the same one of a device, or two of one id */
  | 'forked'
  | 'other-content'
  /** at a hub: what the ticket that came with an event does not cover */
  | 'no-ticket'
  | 'other-subject'
  | 'other-device'
  | 'outside-role'
  | 'after-ticket'

/** What comes by itself once the way has brought the rest. */
export const WAITING: ReadonlySet<ToldCode> = new Set(['torn', 'segment-missing', 'segment-altered', 'gap'])

/** What lies at the other end of a way. */
export interface Found {
  readonly heads: Heads
  /** hashes of blocks that events there name and that are missing or cut off: whoever has one gives it again */
  readonly blocksLacking: readonly string[]
  readonly told: readonly Told[]
}

/** Events in the order of their chains, with the blocks that they name. */
export interface Parcel {
  readonly events: readonly LogEvent[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
}

/**
 * A way to the same log on other machines. What is read of it is not believed before it is sifted; what is given stands
 * there whole, event by event, or not at all, and giving it again changes nothing.
 */
export interface ExchangeWay {
  /** reads anew what lies there */
  find(): Promise<Found>
  /** events of a device of that sequence and later, as far as they were found; none of a device that was not */
  events(device: string, from: number): Promise<readonly LogEvent[]>
  /** null where it is not there or not as its hash says */
  block(hash: string): Promise<ColumnBlock | null>
  give(parcel: Parcel): Promise<void>
  /** calls the listener when something may have come; returns how to stop */
  onNews(listener: () => void): () => void
}
