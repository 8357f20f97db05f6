import type { NatsConnection } from '@nats-io/nats-core'
import type { Instant } from '#geo'
import type { Author } from '../../log/events'
import { type HubFault, hubError } from './hub-error'
import { type HubOptions, type HubWay, hubWay } from './hub-way'
import type { Seat } from './names'
import { type Heard, type Presence, presenceSubject, presenceSubjects, readPresence } from './presence'

/** ms between two words of this machine that it is there, and after which another is taken to be gone */
const [HERE_MS, GONE_MS] = [15_000, 40_000]

export interface LineOptions extends HubOptions {
  readonly clock: () => Instant
  /** what this machine tells of itself */
  readonly self: () => { readonly by: Author; readonly events: number }
  /** something came, somebody came or went, or the hub is there again or gone */
  readonly onChange: () => void
}

/** A connection to a hub that stays: the way over it, whether the hub is there, and who else is. */
export interface Line {
  readonly way: HubWay
  isThere(): boolean
  /** did the connection end for good? A new one is to be opened */
  isEnded(): boolean
  /** why it ended; null while it goes on, or tries to */
  fault(): HubFault | null
  others(): readonly Heard[]
  /** is there something that was not found yet? */
  hasNews(): boolean
  /** what was found is no news any more */
  quiet(): void
  tellHere(): void
  close(): Promise<void>
}

/** Opens a line over a connection, which is its own from then on. */
export async function openLine(connection: NatsConnection, options: LineOptions): Promise<Line> {
  const { seat, clock, self, onChange } = options
  const others = new Map<string, Heard>()
  let [isThere, hasNews, fault] = [true, true, null as HubFault | null]
  const way = await hubWay(connection, options).catch(async (reason) => {
    await connection.close().catch(() => undefined)
    throw reason
  })
  const tellHere = (): void => {
    if (!isThere || connection.isClosed()) return
    const presence: Presence = { device: seat.device, at: clock(), ...self() }
    connection.publish(presenceSubject(seat), JSON.stringify(presence))
  }
  const news = (): void => {
    hasNews = true
    onChange()
  }
  const stop = way.onNews(news)
  hear(connection, seat, (presence) => {
    const isNew = !others.has(presence.device)
    others.set(presence.device, { ...presence, heardAt: clock() })
    if (isNew) tellHere()
    onChange()
  })
  const timer = setInterval(tellHere, HERE_MS)
  void follow(connection, (there) => {
    isThere = there
    if (there) tellHere()
    news()
  })
  void connection.closed().then((reason) => {
    fault = reason ? hubError(reason).code : null
    isThere = false
    clearInterval(timer)
    onChange()
  })
  tellHere()
  return {
    ...{ way, tellHere },
    isThere: () => isThere,
    isEnded: () => connection.isClosed(),
    fault: () => fault,
    others: () => [...others.values()].filter(({ heardAt }) => clock() - heardAt < GONE_MS),
    hasNews: () => hasNews,
    quiet: () => {
      hasNews = false
    },
    close: async () => {
      stop()
      clearInterval(timer)
      await connection.close().catch(() => undefined)
    },
  }
}

function hear(connection: NatsConnection, seat: Seat, listener: (presence: Presence) => void): void {
  connection.subscribe(presenceSubjects(seat.workspace), {
    callback: (_, message) => {
      const presence = readPresence(message.subject, message.string())
      if (presence && presence.device !== seat.device) listener(presence)
    },
  })
}

/** Tells when the hub is gone and when it is there again. */
async function follow(connection: NatsConnection, listener: (isThere: boolean) => void): Promise<void> {
  for await (const { type } of connection.status()) {
    if (type === 'disconnect') listener(false)
    if (type === 'reconnect') listener(true)
  }
}
