import {
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream'
import { nanos } from '@nats-io/nats-core'
import { streamOf, subjectsOf } from './names'

/** ms in which the hub itself knows a message by its id */
const WINDOW_MS = 120_000
/** messages asked for at once */
const BATCH = 5_000
/** messages that are asked for one by one */
const FEW = 16
/** ms without a message after which one is asked for again */
const PATIENCE_MS = 10_000

export interface Message {
  readonly sequence: number
  readonly subject: string
  readonly text: string
  /** the signed ticket that came with it; null without one */
  readonly ticket: string | null
  /** when the hub kept it, ms */
  readonly keptAt: number
}

/** The name of the header under which a message carries the ticket of its device. */
export const TICKET_HEADER = 'Cordon-Ticket'

export interface StreamEnd {
  readonly last: number
  /** another one where the hub was set up anew */
  readonly created: string
}

/** The end of the stream of a workspace, which is made where there is none and this machine may. */
export async function endOf(manager: JetStreamManager, workspace: string): Promise<StreamEnd> {
  const name = streamOf(workspace)
  const { state, created } = await manager.streams.info(name).catch((reason) => {
    if (codeOf(reason) !== JetStreamApiCodes.StreamNotFound) throw reason
    return manager.streams.add({ name, ...STREAM, subjects: [subjectsOf(workspace)] })
  })
  return { last: state.last_seq, created: String(created) }
}

/** Nothing that was given is ever let go, and nobody can take it out. */
export const STREAM = {
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.New,
  storage: StorageType.File,
  duplicate_window: nanos(WINDOW_MS),
  deny_delete: true,
  deny_purge: true,
  allow_direct: true,
} as const

export const codeOf = (reason: unknown): number | null =>
  reason instanceof JetStreamApiError ? reason.code : null

/** The messages after a sequence up to another, in their order: few are asked for one by one, which is sooner. */
export async function* messagesFrom(
  { manager, client }: { readonly manager: JetStreamManager; readonly client: JetStreamClient },
  workspace: string,
  { after, last }: { readonly after: number; readonly last: number },
): AsyncGenerator<Message> {
  if (last - after <= FEW) {
    yield* await fewFrom(manager, streamOf(workspace), { after, last })
    return
  }
  let at = after
  while (at < last) {
    const consumer = await client.consumers.get(streamOf(workspace), {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: at + 1,
    })
    const before = at
    const messages = await consumer.fetch({
      max_messages: Math.min(BATCH, last - at),
      expires: PATIENCE_MS,
    })
    for await (const message of messages) {
      at = message.seq
      const { subject, seq: sequence, headers } = message
      const ticket = headers?.get(TICKET_HEADER) || null
      const keptAt = Number(message.timestampNanos / 1_000_000n)
      yield { sequence, subject, text: message.string(), ticket, keptAt }
      if (at >= last) break
    }
    await consumer.delete().catch(() => undefined)
    if (at === before) throw new StreamSilent(`no message after ${at} of ${last}`)
  }
}

async function fewFrom(
  manager: JetStreamManager,
  stream: string,
  { after, last }: { readonly after: number; readonly last: number },
): Promise<Message[]> {
  const sequences = Array.from({ length: last - after }, (_, i) => after + 1 + i)
  const stored = await Promise.all(sequences.map((seq) => manager.streams.getMessage(stream, { seq })))
  return stored.flatMap((one) =>
    one === null
      ? []
      : [
          {
            ...{ sequence: one.seq, subject: one.subject, text: one.string() },
            ...{ ticket: one.header?.get(TICKET_HEADER) || null, keptAt: one.time.getTime() },
          },
        ],
  )
}

/** The hub told of messages and did not send them. */
export class StreamSilent extends Error {
  override readonly name = 'TimeoutError'
}
