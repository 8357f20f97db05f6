import { type JetStreamClient, type JetStreamManager, jetstreamManager } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/nats-core'
import { segmentsOf } from '../chains'
import type { ExchangeWay, Parcel } from '../port'
import { type HubBlocks, hubBlocks } from './blocks'
import { asking } from './hub-error'
import { type Seat, subjectOf, subjectsOf } from './names'
import { publishAll } from './publish'
import { type Mark, Reading } from './reading'
import { mayGive, type Ticket, TicketJudge } from './ticket'

export interface HubWay extends ExchangeWay {
  /** messages that stand at the hub and were not read yet: it is to be found again */
  behind(): number
  /** what was read up to here is all taken, or given from here: it need not be read again */
  settle(): Mark
}

export interface HubOptions {
  readonly seat: Seat
  /** how far it was read before; null: read from the beginning */
  readonly from?: Mark | null
  /** what goes with every event, and by whose signature those of others are judged; null at an open hub */
  readonly ticket?: Pick<Ticket, 'statement' | 'signed' | 'issuer'> | null
  /** ms after which a hub that does not answer is lost */
  readonly patience?: number
  /** messages found in one go; where more stand there the next finding goes on */
  readonly heap?: number
}

/**
 * The way over a hub: one stream a workspace, to which each machine adds under its own subject, and a store of blocks.
 * The connection is handed in, and stays its owner's.
 */
export async function hubWay(
  connection: NatsConnection,
  { seat, from = null, ticket = null, patience = PATIENCE_MS, heap = HEAP }: HubOptions,
): Promise<HubWay> {
  const { manager, client, blocks } = await asking(() => opened(connection, seat.workspace, patience))
  const judge = ticket && new TicketJudge(seat.workspace, ticket.issuer)
  const reading = new Reading({ manager, client, workspace: seat.workspace, from, heap, judge })

  return {
    find: () =>
      asking(async () => {
        await reading.read()
        const named = segmentsOf(reading.events())
        return {
          heads: reading.heads(),
          blocksLacking: await blocks.lacking(named),
          told: reading.told(),
        }
      }),
    events: (device, first) => asking(() => reading.chain(device, first)),
    block: (hash) => asking(() => blocks.read(hash)),
    give: ({ events, blocks: given }: Parcel) =>
      asking(async () => {
        const own = ticket ? events.filter((event) => mayGive(ticket.statement, event)) : events
        if (ticket && own.length === 0) return
        for (const [hash, block] of given) await blocks.put(hash, block)
        await publishAll({ client, reading, subject: subjectOf(seat), ticket: ticket?.signed ?? null }, own)
      }),
    onNews: (listener) => heard(connection, seat, listener),
    behind: () => reading.behind(),
    settle: () => reading.settle(),
  }
}

const PATIENCE_MS = 5_000
/** so many that what is read is taken in a moment, and the page answers in between */
const HEAP = 10_000

interface Opened {
  readonly manager: JetStreamManager
  readonly client: JetStreamClient
  readonly blocks: HubBlocks
}

async function opened(connection: NatsConnection, workspace: string, timeout: number): Promise<Opened> {
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout })
  return { manager, client: manager.jetstream(), blocks: await hubBlocks(manager, workspace) }
}

/** Calls the listener when another machine gave something, and when the hub is there again. */
function heard(connection: NatsConnection, seat: Seat, listener: () => void): () => void {
  const own = subjectOf(seat)
  const subscription = connection.subscribe(subjectsOf(seat.workspace), {
    callback: (_, { subject }) => {
      if (subject !== own) listener()
    },
  })
  return () => {
    if (!subscription.isClosed()) subscription.unsubscribe()
  }
}
