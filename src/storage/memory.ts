import type { LogEvent } from '../log/events'
import type { ColumnBlock } from '../log/rows/columns'
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

interface Kept {
  entry: WorkspaceEntry
  events: readonly LogEvent[]
  blocks: ReadonlyMap<string, ColumnBlock>
  recipes?: readonly unknown[]
  drafts?: Readonly<Record<string, unknown>>
  exchange?: unknown
  backups?: unknown
}

/** Workspaces that live as long as the page: the twin of the database, and what is left where there is none. */
export function memoryStorage(): Storage {
  const workspaces = new Map<string, Kept>()
  const listeners = new Set<ChangeListener>()

  function kept(id: string): Kept {
    const found = workspaces.get(id)
    if (!found) throw new StorageError('no-such-workspace')
    return found
  }

  function changed(id: string): void {
    for (const listener of listeners) listener(id, 'here')
  }

  return {
    persistent: false,
    list: async () =>
      [...workspaces.values()].map(({ entry }) => entry).sort((a, b) => b.changedAt - a.changedAt),
    create: async (workspace: NewWorkspace, now: number, first = nothing) => {
      // random, as in a database: two pages that keep nothing must not write as one device
      const id = `m${crypto.getRandomValues(new Uint32Array(2)).join('')}`
      const writing = first(id)
      const events = additions(writing, [])
      const content = copied({ events, blocks: new Map(writing.blocks) })
      const { title, readOnly, origin, use } = workspace
      const counted = { createdAt: now, changedAt: now, events: events.length }
      const entry = Object.freeze({ title, readOnly, origin, use, id, ...counted })
      workspaces.set(id, { entry, ...content })
      changed(id)
      return entry
    },
    rename: async (id, title) => {
      const found = kept(id)
      found.entry = Object.freeze({ ...found.entry, title })
      changed(id)
    },
    remove: async (id) => {
      if (workspaces.delete(id)) changed(id)
    },
    readEvents: async (id) => kept(id).events,
    readDrafts: async (id) => kept(id).drafts ?? {},
    keepDrafts: async (id, drafts) => {
      kept(id).drafts = structuredClone(drafts)
    },
    readRecipes: async (id) => kept(id).recipes ?? [],
    keepRecipes: async (id, recipes) => {
      kept(id).recipes = structuredClone(recipes)
    },
    readExchange: async (id) => kept(id).exchange ?? null,
    keepExchange: async (id, exchange) => {
      kept(id).exchange = structuredClone(exchange)
    },
    readBackups: async (id) => kept(id).backups ?? null,
    keepBackups: async (id, backups) => {
      kept(id).backups = structuredClone(backups)
    },
    readBlock: async (id, hash) => kept(id).blocks.get(hash) ?? null,
    append: async (id, writing: Writing, now) => {
      const found = kept(id)
      const added = additions(writing, found.events)
      const next = copied({
        events: [...found.events, ...added],
        blocks: new Map([...found.blocks, ...writing.blocks]),
      })
      const entry = Object.freeze({ ...found.entry, changedAt: now, events: next.events.length })
      if (added.length > 0) workspaces.set(id, { ...found, entry, ...next })
      if (added.length > 0) changed(id)
      return added
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    estimate: async () => null,
    close: () => listeners.clear(),
  }
}

/** As a database keeps it: a copy that nobody else holds. What cannot be copied fails before anything changed. */
function copied<Value>(value: Value): Value {
  try {
    return structuredClone(value)
  } catch (cause) {
    throw new StorageError('storage-failed', cause)
  }
}
