import { Dexie, type Table } from 'dexie'
import { UnwritableEvent } from '../log/append'
import type { ColumnBlock } from '../log/columns'
import type { LogEvent } from '../log/events'
import {
  type AppendListener,
  additions,
  type Storage,
  StorageError,
  type WorkspaceEntry,
  type Writing,
} from './port'

const NAME = 'cordon'
const LOCK = 'cordon-append'

/** The list of workspaces. Versions only grow: an old one is never rewritten. */
class IndexDatabase extends Dexie {
  declare workspaces: Table<WorkspaceEntry, string>
  constructor() {
    super(NAME)
    this.version(1).stores({ workspaces: 'id' })
  }
}

/** One workspace: its log, and the blocks of columns by the hash of their content. */
class LogDatabase extends Dexie {
  declare events: Table<LogEvent, string>
  declare blocks: Table<{ readonly hash: string; readonly block: ColumnBlock }, string>
  constructor(id: string) {
    super(`${NAME}-${id}`, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ events: 'id, recordedAt', blocks: 'hash' })
  }
}

/**
 * Workspaces in IndexedDB, one database each. Blocks are written in the same transaction as the events that
 * name them, under one Web Lock where the browser has them. Throws `StorageError` `not-kept` where the browser keeps no database.
 */
export async function dexieStorage(): Promise<Storage> {
  const index = new IndexDatabase()
  await index.open().catch((cause) => {
    throw new StorageError('not-kept', cause)
  })
  return new DexieStorage(index)
}

class DexieStorage implements Storage {
  readonly persistent = true
  #open = new Map<string, LogDatabase>()
  #listeners = new Set<AppendListener>()
  #channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)

  constructor(private readonly index: IndexDatabase) {
    this.#channel?.addEventListener('message', ({ data }) => this.#tell(String(data), 'elsewhere'))
  }

  list(): Promise<readonly WorkspaceEntry[]> {
    return guarded(async () =>
      (await this.index.workspaces.toArray()).sort((a, b) => b.changedAt - a.changedAt),
    )
  }

  create(workspace: Parameters<Storage['create']>[0], now: number): Promise<WorkspaceEntry> {
    return guarded(async () => {
      const id = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('')
      const entry = { ...workspace, id, createdAt: now, changedAt: now, events: 0 }
      await this.index.workspaces.add(entry)
      return entry
    })
  }

  rename(id: string, title: string): Promise<void> {
    return guarded(async () => {
      if ((await this.index.workspaces.update(id, { title })) === 0 && !(await this.index.workspaces.get(id)))
        throw new StorageError('no-such-workspace')
    })
  }

  remove(id: string): Promise<void> {
    return guarded(async () => {
      this.#open.get(id)?.close()
      this.#open.delete(id)
      await Dexie.delete(`${NAME}-${id}`)
      await this.index.workspaces.delete(id)
    })
  }

  readEvents(id: string): Promise<readonly LogEvent[]> {
    return guarded(async () => (await this.#database(id)).events.toArray())
  }

  readBlock(id: string, hash: string): Promise<ColumnBlock | null> {
    return guarded(async () => (await (await this.#database(id)).blocks.get(hash))?.block ?? null)
  }

  append(id: string, writing: Writing, now: number): Promise<readonly LogEvent[]> {
    return guarded(async () => {
      const database = await this.#database(id)
      const { added, total } = await locked(() => write(database, writing))
      if (added.length === 0) return added
      await this.index.workspaces.update(id, { changedAt: now, events: total })
      this.#tell(id, 'here')
      this.#channel?.postMessage(id)
      return added
    })
  }

  onAppend(listener: AppendListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async estimate(): ReturnType<Storage['estimate']> {
    const said = await globalThis.navigator?.storage?.estimate?.().catch(() => null)
    return said?.usage === undefined || said.quota === undefined
      ? null
      : { usage: said.usage, quota: said.quota }
  }

  close(): void {
    this.#channel?.close()
    for (const database of this.#open.values()) database.close()
    this.index.close()
  }

  #tell(workspace: string, from: 'here' | 'elsewhere'): void {
    for (const listener of this.#listeners) listener(workspace, from)
  }

  async #database(id: string): Promise<LogDatabase> {
    const open = this.#open.get(id)
    if (open) return open
    if (!(await this.index.workspaces.get(id))) throw new StorageError('no-such-workspace')
    const database = new LogDatabase(id)
    await database.open()
    this.#open.set(id, database)
    return database
  }
}

/** Events and blocks together, or neither. */
function write(
  database: LogDatabase,
  writing: Writing,
): Promise<{ readonly added: readonly LogEvent[]; readonly total: number }> {
  return database.transaction('rw', database.events, database.blocks, async () => {
    const log = await database.events.toArray()
    const added = additions(writing, log)
    if (added.length > 0) {
      await database.blocks.bulkPut([...writing.blocks].map(([hash, block]) => ({ hash, block })))
      await database.events.bulkAdd(added)
    }
    return { added, total: log.length + added.length }
  })
}

/** One append at a time over all tabs. Without Web Locks the transaction alone keeps them apart. */
function locked<T>(task: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  return locks ? (locks.request(LOCK, task) as Promise<T>) : task()
}

async function guarded<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (cause) {
    throw storageErrorOf(cause)
  }
}

/** What a failed database call means to a person. */
export function storageErrorOf(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause
  if (cause instanceof UnwritableEvent) return new StorageError('unwritable', cause)
  const names = new Set<string>()
  for (
    let error = cause as { name?: string; inner?: unknown } | undefined;
    error;
    error = error.inner as never
  )
    names.add(error.name ?? '')
  if (names.has('QuotaExceededError')) return new StorageError('disk-full', cause)
  if (names.has('InvalidStateError') || names.has('MissingAPIError') || names.has('SecurityError'))
    return new StorageError('not-kept', cause)
  return new StorageError('storage-failed', cause)
}
