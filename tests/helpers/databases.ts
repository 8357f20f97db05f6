import { Dexie, type Table } from 'dexie'
import { append, tailOf } from '../../src/log/append'
import type { Body, LogEvent } from '../../src/log/events'
import { inOrder } from '../../src/log/order'
import type { ColumnBlock } from '../../src/log/rows/columns'
import type { Writing } from '../../src/storage/port'
import { AUTHOR, aDay, LogPen } from './log'

/** The list as version 1 wrote it. */
export class FormerIndex extends Dexie {
  declare workspaces: Table<object, string>
  constructor() {
    super('cordon')
    this.version(1).stores({ workspaces: 'id' })
  }
}

/** A log as version 1 wrote it. */
export class FormerLog extends Dexie {
  declare events: Table<LogEvent, string>
  declare blocks: Table<{ readonly hash: string; readonly block: ColumnBlock }, string>
  constructor(id: string) {
    super(`cordon-${id}`)
    this.version(1).stores({ events: 'id, recordedAt', blocks: 'hash' })
  }
}

/** Names of all databases of this program, sorted. */
export const databaseNames = async (): Promise<string[]> =>
  (await indexedDB.databases()).map(({ name }) => name!).sort()

export async function deleteAllDatabases(): Promise<void> {
  for (const name of await databaseNames()) await Dexie.delete(name)
}

export const writingOf = (pen: LogPen, drafts: readonly Body[], now = 5): Writing => ({
  blocks: pen.blocks,
  events: (log) => append(drafts, tailOf(inOrder(log)), { by: AUTHOR, device: pen.device, now }),
})

/** One imported case, as a writing. */
export function anImport(): Writing {
  const pen = new LogPen()
  return writingOf(pen, [pen.importing('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }])])
}

/** One deed, as a writing. */
export const aDeed = (name: string): Writing =>
  writingOf(new LogPen(), [{ type: 'zone.renamed@1', zone: 'Z', name }])

/** Web Locks of one origin, shared by what a test opens as its tabs. Exclusive, first come first served. */
export function someLocks(): LockManager {
  const lines = new Map<string, Promise<unknown>>()
  const held = new Set<string>()
  async function run(name: string, task: (lock: object | null) => unknown): Promise<unknown> {
    held.add(name)
    try {
      return await task({ name })
    } finally {
      held.delete(name)
    }
  }
  const request = (name: string, ...given: unknown[]): Promise<unknown> => {
    const task = given.at(-1) as (lock: object | null) => unknown
    const { ifAvailable = false } = given.length > 1 ? (given[0] as LockOptions) : {}
    if (ifAvailable && held.has(name)) return Promise.resolve(task(null))
    const mine = (lines.get(name) ?? Promise.resolve()).then(
      () => run(name, task),
      () => run(name, task),
    )
    lines.set(name, mine)
    return mine
  }
  return { request } as unknown as LockManager
}
