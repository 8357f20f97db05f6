import type { JetStreamClient } from '@nats-io/jetstream'
import { JetStreamApiCodes } from '@nats-io/jetstream'
import { headers, type MsgHdrs } from '@nats-io/nats-core'
import { canonical } from '../../log/digest'
import type { LogEvent } from '../../log/events'
import type { Reading } from './reading'
import { codeOf, TICKET_HEADER } from './stream'

interface Giving {
  readonly client: JetStreamClient
  readonly reading: Reading
  readonly subject: string
  readonly ticket: string | null
}

/** messages under way at once */
const AT_ONCE = 200
/** times that somebody else may be seen writing under the same subject */
const TRIES = 5

/**
 * Gives events one after another. The first of a heap says after which message of this subject it stands: where another
 * sender was there meanwhile the hub refuses it, the stream is read on, and what stands there is not given again. The
 * others of the heap follow at once; the hub knows each by its hash for two minutes.
 */
export async function publishAll(giving: Giving, events: readonly LogEvent[]): Promise<void> {
  let refused = 0
  for (let at = 0; at < events.length; ) {
    const heap = events.slice(at, at + AT_ONCE)
    if (await publishHeap(giving, heap)) at += heap.length
    else if (++refused === TRIES) throw new Error('another sender under the same subject')
  }
}

/** False where the subject went on meanwhile: nothing of the heap was given. */
async function publishHeap(giving: Giving, heap: readonly LogEvent[]): Promise<boolean> {
  const { client, reading, subject } = giving
  await reading.readWhole()
  const [first, ...others] = heap.filter(({ hash }) => !reading.has(hash))
  if (!first) return true
  const options = (event: LogEvent) => ({ msgID: event.hash, headers: headersOf(giving) })
  try {
    const expect = { lastSubjectSequence: reading.endOf(subject) }
    const ack = await client.publish(subject, canonical(first), { ...options(first), expect })
    if (ack.duplicate) await reading.read()
    else reading.add(first, subject, ack.seq)
  } catch (reason) {
    if (codeOf(reason) !== JetStreamApiCodes.StreamWrongLastSequence) throw reason
    await reading.read()
    return false
  }
  const given = await Promise.allSettled(
    others.map((event) => client.publish(subject, canonical(event), options(event))),
  )
  for (const [i, one] of given.entries())
    if (one.status === 'fulfilled' && !one.value.duplicate) reading.add(others[i]!, subject, one.value.seq)
  const failed = given.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined
  if (failed) throw failed.reason
  return true
}

function headersOf({ ticket }: Giving): MsgHdrs | undefined {
  if (ticket === null) return undefined
  const carried = headers()
  carried.set(TICKET_HEADER, ticket)
  return carried
}
