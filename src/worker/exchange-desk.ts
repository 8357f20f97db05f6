import { type ExchangeKept, NOTHING_KEPT } from '../exchange/kept'
import type { Held } from '../exchange/meet'
import { type Came, type Weighed, weigh, written } from '../exchange/take'
import { deviceIn } from '../log/device'
import type { LogEvent } from '../log/events'
import { inOrder } from '../log/order'
import { StorageError, type WorkspaceEntry } from '../storage/port'
import type { Logs } from './logs'
import type { Writer } from './messages'

/** What every exchange needs of a workspace: its log, what is kept of its exchanges, and how what came is written. */
export interface ExchangeDesk {
  keptOf(workspace: string): Promise<ExchangeKept>
  keep(workspace: string, change: (kept: ExchangeKept) => ExchangeKept): Promise<void>
  take(entry: WorkspaceEntry, came: Came, writer: Writer): Promise<Weighed>
  entryOf(workspace: string): Promise<WorkspaceEntry>
  heldOf(workspace: string): Promise<Held>
}

/** `now` is the clock. */
export function exchangeDesk(logs: Logs, now: () => number): ExchangeDesk {
  const { storage } = logs
  const keptOf = async (workspace: string): Promise<ExchangeKept> => ({
    ...NOTHING_KEPT,
    ...((await storage.readExchange(workspace)) as ExchangeKept | null),
  })
  /** one change after another: what is kept is read and written whole */
  let keeping: Promise<unknown> = Promise.resolve()
  const keep = (workspace: string, change: (kept: ExchangeKept) => ExchangeKept): Promise<void> => {
    const done = keeping.then(async () => storage.keepExchange(workspace, change(await keptOf(workspace))))
    keeping = done.catch(() => undefined)
    return done
  }

  /** Weighs what came together with the log as it stands where it is written, and writes it there. */
  async function take(entry: WorkspaceEntry, came: Came, writer: Writer): Promise<Weighed> {
    if (entry.readOnly) throw new StorageError('read-only')
    const clock = now()
    let weighed: Weighed | null = null
    const events = (log: readonly LogEvent[]): readonly LogEvent[] => {
      const held = inOrder(log)
      weighed = weigh(held, came, { use: entry.use, clock })
      const { by, device } = { ...writer, device: deviceIn(entry.id, writer.device) }
      return weighed.taken.length === 0 ? [] : written(held, weighed.taken, { by, device, clock })
    }
    await logs.append(entry.id, { blocks: came.blocks, events }, clock)
    return weighed!
  }

  const entryOf = async (workspace: string): Promise<WorkspaceEntry> => {
    const entry = (await storage.list()).find(({ id }) => id === workspace)
    if (!entry) throw new StorageError('no-such-workspace')
    return entry
  }
  const heldOf = async (workspace: string): Promise<Held> => {
    const { ordered, blocks } = await logs.read(workspace)
    return { events: ordered, blocks }
  }

  return { keptOf, keep, take, entryOf, heldOf }
}
