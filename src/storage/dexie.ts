import { UnwritableEvent } from '../log/append'
import type { LogEvent } from '../log/events'
import type { ColumnBlock } from '../log/rows/columns'
import {
  entryOf,
  type IndexDatabase,
  isTombstone,
  type ListedWorkspace,
  type LogDatabase,
  type LogState,
  listed,
  newWorkspaceOf,
  openIndex,
  openLog,
} from './databases'
import { oneAtATime, whileMaking } from './locks'
import { discard, mend } from './mend'
import {
  additions,
  type ChangeListener,
  type NewWorkspace,
  nothing,
  type Storage,
  StorageError,
  type WorkspaceEntry,
  type Writing,
} from './port'

const CHANNEL = 'cordon'

/**
 * Workspaces in IndexedDB, one database each, once what was cut off before is set right. Blocks are written in the same
 * transaction as the events that name them, under one Web Lock where the browser has them. Throws `StorageError`
 * `not-kept` where the browser keeps no database, `newer-release` where a newer release has written the list.
 */
export async function dexieStorage(): Promise<Storage> {
  const index = await openIndex({ make: true }).catch((cause) => {
    throw cause instanceof StorageError ? cause : new StorageError('not-kept', cause)
  })
  await mend(index!)
  return new DexieStorage(index!)
}

class DexieStorage implements Storage {
  readonly persistent = true
  #list: Promise<IndexDatabase | null>
  #open = new Map<string, Promise<LogDatabase>>()
  #listeners = new Set<ChangeListener>()
  #channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)

  constructor(index: IndexDatabase) {
    this.#list = Promise.resolve(index)
    this.#channel?.addEventListener('message', ({ data }) => this.#tell(String(data), 'elsewhere'))
  }

  list(): Promise<readonly WorkspaceEntry[]> {
    return guarded(async () => {
      const rows = (await (await this.#index())?.workspaces.toArray()) ?? []
      const entries = await Promise.all(rows.map((row) => (isTombstone(row) ? null : this.#entry(row))))
      return entries.filter((entry) => entry !== null).sort((a, b) => b.changedAt - a.changedAt)
    })
  }

  async create(workspace: NewWorkspace, now: number, first = nothing): Promise<WorkspaceEntry> {
    const id = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('')
    const writing = first(id)
    return guarded(() =>
      whileMaking(id, async () => {
        const index = (await this.#index({ make: true }))!
        const line = listed(workspace, id, now)
        await index.workspaces.add(line)
        try {
          const database = await openLog(id, { make: true })
          const { state } = await write(database, writing, {
            now,
            begun: { ...newWorkspaceOf(workspace), key: 'state', createdAt: now, changedAt: now, events: 0 },
          })
          this.#keep(id, Promise.resolve(database))
          this.#changed(id)
          return entryOf(line, state)
        } catch (cause) {
          await discard(index, id).catch(() => {
            // not listed without its mark, and removed at the next start
          })
          throw cause
        }
      }),
    )
  }

  rename(id: string, title: string): Promise<void> {
    return this.#on(id, async (database) => {
      const index = (await this.#index())!
      await index.transaction('rw', index.workspaces, async () => {
        const row = await index.workspaces.get(id)
        if (!row || isTombstone(row)) throw new StorageError('no-such-workspace')
        await index.workspaces.put({ ...row, title })
      })
      await database.state.update('state', { title })
      this.#changed(id)
    })
  }

  remove(id: string): Promise<void> {
    return guarded(async () => {
      const index = await this.#index()
      if (!index) return
      await oneAtATime(() =>
        index.transaction('rw', index.workspaces, async () => {
          if (await index.workspaces.get(id)) await index.workspaces.put({ id, deleted: true })
        }),
      )
      const open = this.#open.get(id)
      this.#open.delete(id)
      await open?.then(
        (database) => database.close(),
        () => undefined,
      )
      this.#changed(id)
      await discard(index, id).catch(() => {
        // out of the list for good; what a tab still holds goes when it lets go, or at the next start
      })
    })
  }

  readEvents(id: string): Promise<readonly LogEvent[]> {
    return this.#on(id, (database) => database.events.toArray())
  }

  readBlock(id: string, hash: string): Promise<ColumnBlock | null> {
    return this.#on(id, async (database) => (await database.blocks.get(hash))?.block ?? null)
  }

  readRecipes(id: string): Promise<readonly unknown[]> {
    return this.#on(id, async (database) => (await database.beside.get('recipes'))?.recipes ?? [])
  }

  keepRecipes(id: string, recipes: readonly unknown[]): Promise<void> {
    return this.#on(id, async ({ beside }) => void (await beside.put({ key: 'recipes', recipes })))
  }

  readDrafts(id: string): Promise<Readonly<Record<string, unknown>>> {
    return this.#on(id, async (database) => (await database.drafts.get('drafts'))?.drafts ?? {})
  }

  keepDrafts(id: string, drafts: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#on(id, async (database) => void (await database.drafts.put({ key: 'drafts', drafts })))
  }

  readExchange(id: string): Promise<unknown> {
    return this.#on(id, async (database) => (await database.exchanges.get('exchange'))?.exchange ?? null)
  }

  keepExchange(id: string, exchange: unknown): Promise<void> {
    return this.#on(id, async ({ exchanges }) => void (await exchanges.put({ key: 'exchange', exchange })))
  }

  readBackups(id: string): Promise<unknown> {
    return this.#on(id, async (database) => (await database.backups.get('backups'))?.backups ?? null)
  }

  keepBackups(id: string, backups: unknown): Promise<void> {
    return this.#on(id, async (database) => void (await database.backups.put({ key: 'backups', backups })))
  }

  append(id: string, writing: Writing, now: number): Promise<readonly LogEvent[]> {
    return guarded(async () => {
      const { added } = await oneAtATime(() => this.#on(id, (database) => write(database, writing, { now })))
      if (added.length > 0) this.#changed(id)
      return added
    })
  }

  onChange(listener: ChangeListener): () => void {
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
    this.#listeners.clear()
    for (const opening of [this.#list, ...this.#open.values()])
      opening.then(
        (database) => database?.close(),
        () => undefined,
      )
    this.#open.clear()
  }

  #tell(workspace: string, from: 'here' | 'elsewhere'): void {
    for (const listener of this.#listeners) listener(workspace, from)
  }

  #changed(workspace: string): void {
    this.#tell(workspace, 'here')
    this.#channel?.postMessage(workspace)
  }

  /** The list, opened again where the browser or a newer release closed it; null where it is gone. */
  #index({ make = false } = {}): Promise<IndexDatabase | null> {
    this.#list = this.#list.catch(() => null).then((index) => (index?.isOpen() ? index : openIndex({ make })))
    return this.#list
  }

  /** Null for a workspace that is not whole, or gone. */
  async #entry(line: ListedWorkspace): Promise<WorkspaceEntry | null> {
    try {
      const state = await (await this.#database(line)).state.get('state')
      return state ? entryOf(line, state) : null
    } catch (cause) {
      const { code } = storageErrorOf(cause)
      if (code === 'no-such-workspace') return null
      return { ...entryOf(line, { changedAt: line.createdAt, events: 0 }), fault: code }
    }
  }

  /** Runs the task on the log of a listed workspace. What fails on one that is gone meanwhile fails for that reason. */
  #on<T>(id: string, task: (database: LogDatabase) => PromiseLike<T>): Promise<T> {
    return guarded(async () => {
      const database = await this.#listed(id)
      try {
        return await task(database)
      } catch (cause) {
        await this.#listed(id)
        throw cause
      }
    })
  }

  async #listed(id: string): Promise<LogDatabase> {
    const row = await (await this.#index())?.workspaces.get(id)
    if (!row || isTombstone(row)) throw new StorageError('no-such-workspace')
    return this.#database(row)
  }

  #database(line: ListedWorkspace): Promise<LogDatabase> {
    return this.#open.get(line.id) ?? this.#keep(line.id, openLog(line.id, { workspace: line }))
  }

  /** Keeps an open log until it is closed by the browser, a newer release or a deletion: then that is told. */
  #keep(id: string, opening: Promise<LogDatabase>): Promise<LogDatabase> {
    this.#open.set(id, opening)
    const forget = (): void => {
      if (this.#open.get(id) === opening) this.#open.delete(id)
    }
    opening.then(
      (database) =>
        database.on('close', () => {
          if (this.#open.get(id) !== opening) return
          forget()
          this.#tell(id, 'elsewhere')
        }),
      forget,
    )
    return opening
  }
}

/** Events and blocks together with what is counted of them, or nothing of it. `begun` is the state of a workspace that is made. */
function write(
  database: LogDatabase,
  writing: Writing,
  { now, begun }: { readonly now: number; readonly begun?: LogState },
): PromiseLike<{ readonly added: readonly LogEvent[]; readonly state: LogState }> {
  return database.transaction('rw', database.events, database.blocks, database.state, async () => {
    const before = begun ?? (await database.state.get('state'))
    if (!before) throw new StorageError('no-such-workspace')
    const log = await database.events.toArray()
    const added = additions(writing, log)
    if (added.length === 0 && !begun) return { added, state: before }
    await database.blocks.bulkPut([...writing.blocks].map(([hash, block]) => ({ hash, block })))
    await database.events.bulkAdd(added)
    const state = { ...before, events: log.length + added.length, changedAt: now }
    await database.state.put(state)
    return { added, state }
  })
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
