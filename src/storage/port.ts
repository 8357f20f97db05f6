import type { LogEvent } from '../log/events'
import type { ColumnBlock } from '../log/rows/columns'

/** A workspace 工程: one log in one database. */
export interface WorkspaceEntry {
  readonly id: string
  readonly title: string
  /** the demo until it is copied */
  readonly readOnly: boolean
  readonly origin: 'demo' | 'pack' | 'own'
  readonly use: 'live' | 'exercise' | 'review'
  /** ms */
  readonly createdAt: number
  /** ms; last append */
  readonly changedAt: number
  /** events in the log */
  readonly events: number
  /** why its log cannot be opened here; it is kept as it is */
  readonly fault?: StorageCode
}

export type NewWorkspace = Pick<WorkspaceEntry, 'title' | 'readOnly' | 'origin' | 'use'>

export type StorageCode =
  | 'disk-full'
  | 'not-kept'
  | 'read-only'
  | 'no-such-workspace'
  | 'newer-release'
  | 'storage-failed'
  | 'unwritable'

/** What went wrong with keeping, as a code. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  constructor(
    readonly code: StorageCode,
    cause?: unknown,
  ) {
    super(code, { cause })
  }
}

export type ChangeListener = (workspace: string, from: 'here' | 'elsewhere') => void

/** What one append writes: the events are made from the log as it stands inside the transaction. */
export interface Writing {
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  /** called once, synchronously, with the whole log in no particular order; returns the events to add */
  readonly events: (log: readonly LogEvent[]) => readonly LogEvent[]
}

/**
 * Where logs are kept. An append is all or nothing: its events and the blocks they name stand together or not
 * at all; so does a new workspace with what it begins with. A workspace that is gone is not written to: that fails
 * with `no-such-workspace`. Every failure is a `StorageError`.
 */
export interface Storage {
  /** false: nothing outlives this page */
  readonly persistent: boolean
  list(): Promise<readonly WorkspaceEntry[]>
  /**
   * Makes a workspace that begins with the writing for its id. One that was cut off is not listed, and removed at the
   * next start.
   */
  create(workspace: NewWorkspace, now: number, first?: (id: string) => Writing): Promise<WorkspaceEntry>
  rename(id: string, title: string): Promise<void>
  remove(id: string): Promise<void>
  readEvents(id: string): Promise<readonly LogEvent[]>
  /** Recipes for tables as they were handed over: beside the log, and gone with it. */
  readRecipes(id: string): Promise<readonly unknown[]>
  /** Keeps them in the place of those before. */
  keepRecipes(id: string, recipes: readonly unknown[]): Promise<void>
  /** What was typed and not written yet, by its form: beside the log, and gone with it. */
  readDrafts(id: string): Promise<Readonly<Record<string, unknown>>>
  /** Keeps them in the place of those before. */
  keepDrafts(id: string, drafts: Readonly<Record<string, unknown>>): Promise<void>
  /** What was kept of exchanges with other machines: beside the log, and gone with it. Null where nothing was. */
  readExchange(id: string): Promise<unknown>
  /** Keeps it in the place of what was kept before. */
  keepExchange(id: string, exchange: unknown): Promise<void>
  /** What was kept of backups: beside the log, and gone with it. Null where nothing was. */
  readBackups(id: string): Promise<unknown>
  /** Keeps it in the place of what was kept before. */
  keepBackups(id: string, backups: unknown): Promise<void>
  /** Null where no such block is kept. */
  readBlock(id: string, hash: string): Promise<ColumnBlock | null>
  /** Returns the events that were added; those whose id the log holds are left out. */
  append(id: string, writing: Writing, now: number): Promise<readonly LogEvent[]>
  /**
   * Calls the listener when a workspace was made, has grown, was renamed or is gone, by this storage, by another page or
   * by the browser. Returns how to stop.
   */
  onChange(listener: ChangeListener): () => void
  /** bytes; null where the browser does not say */
  estimate(): Promise<{ readonly usage: number; readonly quota: number } | null>
  close(): void
}

/** The events of a writing that the log does not hold yet. */
export function additions(writing: Writing, log: readonly LogEvent[]): readonly LogEvent[] {
  const held = new Set(log.map(({ id }) => id))
  return writing.events(log).filter(({ id }) => !held.has(id))
}

/** What an empty workspace begins with. */
export const nothing: (id: string) => Writing = () => ({ blocks: new Map(), events: () => [] })
