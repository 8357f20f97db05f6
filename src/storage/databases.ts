import { Dexie, type Table } from 'dexie'
import type { LogEvent } from '../log/events'
import type { ColumnBlock } from '../log/rows/columns'
import { type NewWorkspace, StorageError, type WorkspaceEntry } from './port'

/** The database of the list; those of the logs are named after it. */
const NAME = 'cordon'
/** Versions only grow: an old one is never rewritten. */
const INDEX_VERSION = 1
const LOG_VERSION = 2
/** Dexie counts ten versions of the browser as one */
const NATIVE = 10
/** ms; a tab that still writes lets go of a database when it is done, a frozen one never */
const PATIENCE = 10_000

/** A workspace in the list. How many events it has, and when it changed last, stands beside its log. */
export interface ListedWorkspace extends NewWorkspace {
  readonly id: string
  /** ms */
  readonly createdAt: number
  /** written by a release that marks what is whole */
  readonly format?: typeof LOG_VERSION
  /** ms; only in entries of version 1 */
  readonly changedAt?: number
}

/** A workspace that is being deleted: it stands until its log is gone, so that a deletion that was cut off is finished. */
export interface Tombstone {
  readonly id: string
  readonly deleted: true
}

/** Beside a log: the mark that it is whole, with what each append counts. */
export interface LogState extends NewWorkspace {
  readonly key: 'state'
  /** ms */
  readonly createdAt: number
  /** ms */
  readonly changedAt: number
  readonly events: number
}

/** Beside a log: recipes for tables by their shape. Nothing of a table stands in them. */
export interface RecipesKept {
  readonly key: 'recipes'
  readonly recipes: readonly unknown[]
}

/** Beside a log: what was typed by hand and not written yet. */
export interface DraftsKept {
  readonly key: 'drafts'
  readonly drafts: Readonly<Record<string, unknown>>
}

/** Beside a log: what is kept of exchanges with other machines, the folder that was chosen among it. */
export interface ExchangeKept {
  readonly key: 'exchange'
  readonly exchange: unknown
}

/** Beside a log: what is kept of its backups, their folder among it. */
export interface BackupsKept {
  readonly key: 'backups'
  readonly backups: unknown
}

export class IndexDatabase extends Dexie {
  declare workspaces: Table<ListedWorkspace | Tombstone, string>
  constructor() {
    super(NAME, { autoOpen: false, chromeTransactionDurability: 'strict' })
    this.version(INDEX_VERSION).stores({ workspaces: 'id' })
  }
}

/** One workspace: its log, the blocks of columns by the hash of their content, and its state. */
export class LogDatabase extends Dexie {
  declare events: Table<LogEvent, string>
  declare blocks: Table<{ readonly hash: string; readonly block: ColumnBlock }, string>
  declare state: Table<LogState, 'state'>
  /** the same store: what is kept beside a log is no part of it */
  get beside(): Table<RecipesKept, 'recipes'> {
    return this.table('state')
  }
  /** the same store */
  get drafts(): Table<DraftsKept, 'drafts'> {
    return this.table('state')
  }
  /** the same store */
  get exchanges(): Table<ExchangeKept, 'exchange'> {
    return this.table('state')
  }
  /** the same store */
  get backups(): Table<BackupsKept, 'backups'> {
    return this.table('state')
  }
  constructor(id: string, workspace?: ListedWorkspace) {
    super(nameOf(id), { autoOpen: false, chromeTransactionDurability: 'strict' })
    this.version(1).stores({ events: 'id, recordedAt', blocks: 'hash' })
    this.version(LOG_VERSION)
      .stores({ state: 'key' })
      .upgrade(async (transaction) => {
        const state = stateOfOlder(await transaction.table('events').toArray(), workspace)
        if (state) await transaction.table('state').put(state)
      })
  }
}

const nameOf = (id: string): string => `${NAME}-${id}`

/**
 * A log of version 1 with an event is whole: it was brought by one append. One without is whole where a person named it;
 * a demo, or what no list names, was cut off before its pack was taken in.
 */
function stateOfOlder(log: readonly LogEvent[], workspace?: ListedWorkspace): LogState | null {
  if (log.length === 0 && (!workspace || workspace.origin === 'demo')) return null
  const times = log.map(({ recordedAt }) => recordedAt).sort((a, b) => a - b)
  return {
    ...(workspace ? newWorkspaceOf(workspace) : described(log)),
    key: 'state',
    createdAt: workspace?.createdAt ?? times[0]!,
    changedAt: workspace?.changedAt ?? workspace?.createdAt ?? times.at(-1)!,
    events: log.length,
  }
}

/** What a log says of its workspace where no list names it. Without a title the screens say that it was found again. */
function described(log: readonly LogEvent[]): NewWorkspace {
  const event = log.findLast(({ type }) => type === 'pack.described@1')
  const pack = event?.type === 'pack.described@1' ? event.pack : null
  return {
    title: pack?.title.zh ?? pack?.title.en ?? '',
    readOnly: false,
    origin: 'own',
    use: pack?.use ?? 'live',
  }
}

export const newWorkspaceOf = ({ title, readOnly, origin, use }: NewWorkspace): NewWorkspace => ({
  title,
  readOnly,
  origin,
  use,
})

export const isTombstone = (row: ListedWorkspace | Tombstone): row is Tombstone => 'deleted' in row

/** An entry of the list as this release writes it. */
export const listed = (workspace: NewWorkspace, id: string, createdAt: number): ListedWorkspace => ({
  ...newWorkspaceOf(workspace),
  id,
  createdAt,
  format: LOG_VERSION,
})

export const entryOf = (
  { id, createdAt, ...workspace }: ListedWorkspace,
  { changedAt, events }: Pick<LogState, 'changedAt' | 'events'>,
): WorkspaceEntry => ({ ...newWorkspaceOf(workspace), id, createdAt, changedAt, events })

/** The list; null where there is none and none is to be made. Fails with `newer-release`. */
export function openIndex({ make }: { readonly make: boolean }): Promise<IndexDatabase | null> {
  return openWhere(new IndexDatabase(), { version: INDEX_VERSION, make })
}

/** The log of a workspace. Fails with `no-such-workspace` where there is none and none is to be made, and with `newer-release`. */
export async function openLog(
  id: string,
  { make = false, workspace }: { readonly make?: boolean; readonly workspace?: ListedWorkspace } = {},
): Promise<LogDatabase> {
  const opened = await openWhere(new LogDatabase(id, workspace), { version: LOG_VERSION, make })
  if (!opened) throw new StorageError('no-such-workspace')
  return opened
}

/** Opens what is there. A database that is not there is made only on demand, also where it goes away meanwhile. */
async function openWhere<Database extends Dexie>(
  database: Database,
  { version, make }: { readonly version: number; readonly make: boolean },
): Promise<Database | null> {
  const isNewer = (native: number): boolean => native >= (version + 1) * NATIVE
  const found = await patiently(look(database.name))
  if (found === null && !make) return null
  // one that claims this version and lacks what belongs to it was written by somebody else
  const lacks = (stores: readonly string[]): boolean =>
    database.tables.some(({ name }) => !stores.includes(name))
  if (found && (isNewer(found.version) || (found.version >= version * NATIVE && lacks(found.stores))))
    throw new StorageError('newer-release')
  let isGone = false
  database.on('populate', () => {
    isGone = !make
    if (isGone) throw new StorageError('no-such-workspace')
  })
  try {
    await patiently(Promise.resolve(database.open()))
  } catch (cause) {
    if (isGone) return null
    throw cause
  }
  if (!isNewer(database.backendDB().version)) return database
  database.close()
  throw new StorageError('newer-release')
}

interface Found {
  /** as the browser counts it */
  readonly version: number
  readonly stores: readonly string[]
}

/** What there is of a database; null where there is none. Makes none. */
function look(name: string): Promise<Found | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onsuccess = () => {
      const { version, objectStoreNames } = request.result
      request.result.close()
      resolve({ version, stores: [...objectStoreNames] })
    }
    request.onerror = (event) => {
      event.preventDefault()
      if (request.error?.name === 'AbortError') resolve(null)
      else reject(request.error)
    }
  })
}

/** Resolves when the log of a workspace is gone; waits for tabs that still hold it. */
export const deleteLog = (id: string): Promise<void> => Promise.resolve(Dexie.delete(nameOf(id)))

/** Ids of the workspaces that have a database here; none where the browser cannot say. */
export async function idsOfDatabases(): Promise<readonly string[]> {
  const databases = (await indexedDB.databases?.()) ?? []
  return databases.flatMap(({ name }) =>
    name?.startsWith(nameOf('')) ? [name.slice(nameOf('').length)] : [],
  )
}

/** Gives up on a database that another tab holds. */
export function patiently<Value>(task: Promise<Value>, patience = PATIENCE): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StorageError('storage-failed')), patience)
    task.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
