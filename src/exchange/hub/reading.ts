import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream'
import type { LogEvent } from '../../log/events'
import { logFromNdjson } from '../../log/log-file'
import { type Chains, chainsOf, headsOf, isAltered } from '../chains'
import type { Head, Heads, Told } from '../port'
import { endOf, type Message, messagesFrom } from './stream'
import type { TicketJudge } from './ticket'

interface Source {
  readonly manager: JetStreamManager
  readonly client: JetStreamClient
  readonly workspace: string
  readonly from: Mark | null
  /** judges events by their tickets; null where the hub is open */
  readonly judge: TicketJudge | null
  /** messages read in one go */
  readonly heap: number
}

/** How far a stream was read, with nothing left that was not taken: the next reading begins there. */
export interface Mark {
  readonly sequence: number
  /** the hub's own sign of its stream: one that was set up anew is read from the beginning */
  readonly created: string
  readonly heads: Heads
  /** by subject, the sequence of its last message */
  readonly ends: Readonly<Record<string, number>>
}

const NOWHERE: Mark = { sequence: 0, created: '', heads: {}, ends: {} }

/** What was read of the stream of a workspace: from a mark on, and on from there. */
export class Reading {
  readonly #source: Source
  #mark: Mark
  #created = ''
  #at: number
  #last = 0
  /** by hash, in the order in which they stand there; those before the mark are not held */
  #events = new Map<string, LogEvent>()
  #told: Told[] = []
  /** by subject, the sequence of its last message; of those since the mark */
  #ends = new Map<string, number>()
  #chains: Chains | null = null

  constructor(source: Source) {
    this.#source = source
    this.#mark = source.from ?? NOWHERE
    this.#at = this.#mark.sequence
  }

  /** Reads what came since, one heap of it. A stream that is another, or became shorter, is read from its beginning. */
  async read(): Promise<void> {
    const { manager, client, workspace, heap } = this.#source
    const { last, created } = await endOf(manager, workspace)
    const before = this.#created || this.#mark.created
    if (last < this.#at || (before !== '' && before !== created)) this.#forget()
    this.#created = created
    this.#last = last
    const until = last - this.#at > heap ? this.#at + heap : last
    const source = { manager, client }
    for await (const message of messagesFrom(source, workspace, { after: this.#at, last: until }))
      this.#take(message)
    this.#at = until
    if (!this.#isJoined()) await this.#whole()
  }

  /** Reads to the end. */
  async #toEnd(): Promise<void> {
    do await this.read()
    while (!this.isWhole())
  }

  /** Reads everything, also what lies before the mark. */
  async #whole(): Promise<void> {
    if (this.#mark.sequence === 0) return
    this.#forget()
    await this.#toEnd()
  }

  #forget(): void {
    this.#mark = NOWHERE
    this.#at = 0
    this.#created = ''
    this.#events = new Map()
    this.#ends = new Map()
    this.#told = []
    this.#chains = null
  }

  #take(message: Message): void {
    const { sequence, subject, text } = message
    this.#ends.set(subject, sequence)
    const { events, faults } = logFromNdjson(text)
    const event = events.length + faults.length === 1 ? events[0] : undefined
    const code = !event
      ? 'unreadable'
      : isAltered(event)
        ? 'altered'
        : (this.#source.judge?.faultOf(event, message) ?? null)
    if (code !== null)
      this.#told.push({ code, device: event?.device ?? null, seen: `${subject} #${sequence}`, events: 1 })
    else this.add(event!, subject, sequence)
  }

  async readWhole(): Promise<void> {
    if (!this.isWhole()) await this.#toEnd()
  }

  /** An event that stands there under a sequence. */
  add(event: LogEvent, subject: string, sequence: number): void {
    this.#ends.set(subject, sequence)
    if (sequence === this.#at + 1) this.#at = sequence
    this.#last = sequence > this.#last ? sequence : this.#last
    if (!this.#events.has(event.hash)) this.#events.set(event.hash, event)
    this.#chains = null
  }

  isBegun = (): boolean => this.#created !== ''
  has = (hash: string): boolean => this.#events.has(hash)
  events = (): Iterable<LogEvent> => this.#events.values()
  told = (): readonly Told[] => [...this.#told]
  last = (): number => this.#last
  /** messages that stand there and were not read yet */
  behind = (): number => this.#last - this.#at
  isWhole = (): boolean => this.isBegun() && this.#at >= this.#last

  /** The sequence of the last message under a subject; 0 where there is none. */
  endOf(subject: string): number {
    return this.#ends.get(subject) ?? this.#mark.ends[subject] ?? 0
  }

  #since(): Chains {
    this.#chains ??= chainsOf(this.#events.values())
    return this.#chains
  }

  heads(): Heads {
    const heads: Record<string, Head> = { ...this.#mark.heads }
    for (const [device, { sequence, hash }] of Object.entries(headsOf(this.#since())))
      heads[device] = { sequence: (this.#headBefore(device)?.sequence ?? 0) + sequence, hash }
    return heads
  }

  #headBefore(device: string): Head | null {
    const { heads } = this.#mark
    return Object.hasOwn(heads, device) ? heads[device]! : null
  }

  /** Do the events since the mark follow those before it? */
  #isJoined(): boolean {
    return [...this.#since()].every(([device, [first]]) => {
      const before = this.#headBefore(device)
      return before === null || first?.prev === before.hash
    })
  }

  async chain(device: string, first: number): Promise<readonly LogEvent[]> {
    const before = this.#headBefore(device)?.sequence ?? 0
    if (first <= before) {
      await this.#whole()
      return this.chain(device, first)
    }
    return (this.#since().get(device) ?? []).slice(first - 1 - before)
  }

  settle(): Mark {
    const ends = { ...this.#mark.ends, ...Object.fromEntries(this.#ends) }
    const mark = { sequence: this.#at, created: this.#created, heads: this.heads(), ends }
    this.#mark = mark
    this.#events = new Map()
    this.#chains = null
    return mark
  }
}
