import type { ColumnBlock } from '../log/columns'
import type { LogEvent } from '../log/events'

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
}

export type NewWorkspace = Pick<WorkspaceEntry, 'title' | 'readOnly' | 'origin' | 'use'>

export type StorageCode =
  | 'disk-full'
  | 'not-kept'
  | 'read-only'
  | 'no-such-workspace'
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

export type AppendListener = (workspace: string, from: 'here' | 'elsewhere') => void

/** What one append writes: the events are made from the log as it stands inside the transaction. */
export interface Writing {
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  /** called once, synchronously, with the whole log in no particular order; returns the events to add */
  readonly events: (log: readonly LogEvent[]) => readonly LogEvent[]
}

/**
 * Where logs are kept. An append is all or nothing: its events and the blocks they name stand together or not
 * at all. Every failure is a `StorageError`.
 */
export interface Storage {
  /** false: nothing outlives this page */
  readonly persistent: boolean
  list(): Promise<readonly WorkspaceEntry[]>
  create(workspace: NewWorkspace, now: number): Promise<WorkspaceEntry>
  rename(id: string, title: string): Promise<void>
  remove(id: string): Promise<void>
  readEvents(id: string): Promise<readonly LogEvent[]>
  /** Null where no such block is kept. */
  readBlock(id: string, hash: string): Promise<ColumnBlock | null>
  /** Returns the events that were added; those whose id the log holds are left out. */
  append(id: string, writing: Writing, now: number): Promise<readonly LogEvent[]>
  /** Calls the listener after every append, by this storage or by another page. Returns how to stop. */
  onAppend(listener: AppendListener): () => void
  /** bytes; null where the browser does not say */
  estimate(): Promise<{ readonly usage: number; readonly quota: number } | null>
  close(): void
}

/** The events of a writing that the log does not hold yet. */
export function additions(writing: Writing, log: readonly LogEvent[]): readonly LogEvent[] {
  const held = new Set(log.map(({ id }) => id))
  return writing.events(log).filter(({ id }) => !held.has(id))
}
