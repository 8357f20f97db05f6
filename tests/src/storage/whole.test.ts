import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { LogEvent } from '../../../src/log/events'
import { IndexDatabase, LogDatabase, type LogState } from '../../../src/storage/databases'
import { dexieStorage } from '../../../src/storage/dexie'
import { memoryStorage } from '../../../src/storage/memory'
import { openStorage } from '../../../src/storage/open-storage'
import { type Storage, StorageError, type Writing } from '../../../src/storage/port'
import {
  aDeed,
  anImport,
  databaseNames,
  deleteAllDatabases,
  FormerIndex,
  FormerLog,
  someLocks,
} from '../../helpers/databases'

const ENTRY = { title: '甲', readOnly: false, origin: 'own', use: 'live' } as const
const DEMO = { title: '演示', readOnly: true, origin: 'demo', use: 'review' } as const
const STATE: LogState = { ...ENTRY, key: 'state', createdAt: 1, changedAt: 7, events: 1 }
const open: Storage[] = []
afterEach(async () => {
  for (const storage of open.splice(0)) storage.close()
  vi.unstubAllGlobals()
  await deleteAllDatabases()
})
async function started(make = dexieStorage): Promise<Storage> {
  const storage = await make()
  open.push(storage)
  return storage
}
const broken = (writing: Writing): Writing => ({
  ...writing,
  events: (log) => [...writing.events(log), { id: 'bad', cannot: () => 'be cloned' } as unknown as LogEvent],
})

describe.each([
  ['memory', async () => memoryStorage()],
  ['dexie', () => dexieStorage()],
])('%s storage', (_, make) => {
  test('W41 a workspace begins whole with its first writing', async () => {
    const storage = await started(make)
    const writing = anImport()
    const entry = await storage.create(ENTRY, 3, () => writing)
    expect(entry).toEqual({ ...ENTRY, id: entry.id, createdAt: 3, changedAt: 3, events: 1 })
    expect(await storage.list()).toEqual([entry])
    expect(await storage.readEvents(entry.id)).toEqual(writing.events([]))
    for (const [hash, block] of writing.blocks) expect(await storage.readBlock(entry.id, hash)).toEqual(block)
  })

  test('W41 where its first writing fails there is no workspace', async () => {
    const storage = await started(make)
    await expect(storage.create(ENTRY, 3, () => broken(anImport()))).rejects.toBeInstanceOf(StorageError)
    expect(await storage.list()).toEqual([])
    expect((await databaseNames()).filter((name) => name !== 'cordon')).toEqual([])
  })

  test('W41 a disk that is full on the way leaves no workspace, and says that it is full', async () => {
    const storage = await started(make)
    const full: Writing = {
      ...anImport(),
      events: () => {
        throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
      },
    }
    const failure = await storage.create(ENTRY, 3, () => full).catch((cause) => cause)
    if (storage.persistent) expect(failure).toMatchObject({ code: 'disk-full' })
    expect(await storage.list()).toEqual([])
    expect((await databaseNames()).filter((name) => name !== 'cordon')).toEqual([])
  })

  test('W43 the list says how many events a log has and when it changed last', async () => {
    const storage = await started(make)
    const { id } = await storage.create(ENTRY, 3, anImport)
    await storage.append(id, aDeed('x'), 9)
    await storage.append(id, { blocks: new Map(), events: () => [] }, 12)
    expect(await storage.list()).toMatchObject([{ id, events: 2, changedAt: 9, createdAt: 3 }])
  })
})

/** What a browser that was killed left behind. */
async function left({
  line,
  log,
  id = 'k',
}: {
  line?: object
  log?: { events?: boolean; state?: boolean }
  id?: string
}): Promise<void> {
  const index = await new IndexDatabase().open()
  if (line) await index.table('workspaces').put({ id, ...line })
  index.close()
  if (!log) return
  const database = (await new LogDatabase(id).open()) as LogDatabase
  if (log.events) await database.events.bulkAdd([...anImport().events([])])
  if (log.state) await database.state.put(STATE)
  database.close()
}
const NEW_LINE = { ...ENTRY, createdAt: 1, format: 2 }

describe('a start after a browser was killed', () => {
  test.each([
    ['in the list only', { line: NEW_LINE }],
    ['with an empty database', { line: NEW_LINE, log: {} }],
    ['with events but without its mark', { line: NEW_LINE, log: { events: true } }],
    ['a demo with an empty database', { line: { ...DEMO, createdAt: 1, format: 2 }, log: {} }],
    ['with a database that no list names', { log: {} }],
    ['half deleted', { line: { deleted: true }, log: { events: true, state: true } }],
    ['deleted but for its line in the list', { line: { deleted: true } }],
  ])('W42 a workspace %s is removed', async (_, what) => {
    await left(what)
    expect(await (await started()).list()).toEqual([])
    expect(await databaseNames()).toEqual(['cordon'])
    const index = await new IndexDatabase().open()
    expect(await index.table('workspaces').count()).toBe(0)
    index.close()
  })

  test('W42 a workspace that a tab is making is left to it, and listed once it is whole', async () => {
    vi.stubGlobal('navigator', { locks: someLocks() })
    await left({ line: NEW_LINE, log: { events: true } })
    let whole = (): void => {}
    const making = navigator.locks.request(
      'cordon-making-k',
      () => new Promise<void>((done) => (whole = done)),
    )
    await new Promise((resolve) => setTimeout(resolve))
    const storage = await started()
    expect(await storage.list()).toEqual([])
    expect(await databaseNames()).toEqual(['cordon', 'cordon-k'])
    await left({ log: { state: true } })
    whole()
    await making
    expect(await storage.list()).toMatchObject([{ id: 'k', events: 1, changedAt: 7 }])
  })

  test('W42 without Web Locks a young workspace in the making is left alone', async () => {
    await left({ line: { ...NEW_LINE, createdAt: Date.now() }, log: {} })
    expect(await (await started()).list()).toEqual([])
    expect(await databaseNames()).toEqual(['cordon', 'cordon-k'])
  })

  test('W42 a whole log that no list names is listed again as it was', async () => {
    await left({ log: { events: true, state: true } })
    const storage = await started()
    expect(await storage.list()).toEqual([{ ...ENTRY, id: 'k', createdAt: 1, changedAt: 7, events: 1 }])
    expect(await storage.readEvents('k')).toHaveLength(1)
  })

  test('W42 two tabs that start at once leave one and the same list', async () => {
    await left({ line: NEW_LINE })
    await left({ log: { events: true, state: true }, id: 'found' })
    const [first, second] = await Promise.all([started(), started()])
    expect(await first.list()).toEqual(await second.list())
    expect(await databaseNames()).toEqual(['cordon', 'cordon-found'])
  })
})

async function former(entries: readonly object[], logs: Readonly<Record<string, readonly LogEvent[]>>) {
  const index = await new FormerIndex().open()
  await index.table('workspaces').bulkAdd([...entries])
  index.close()
  for (const [id, events] of Object.entries(logs)) {
    const log = (await new FormerLog(id).open()) as FormerLog
    await log.events.bulkAdd([...events])
    await log.blocks.bulkAdd([...anImport().blocks].map(([hash, block]) => ({ hash, block })))
    log.close()
  }
}

describe('databases of version 1', () => {
  const entry = { ...ENTRY, id: 'v', createdAt: 1, changedAt: 8, events: 1 }

  test('W45 a workspace opens with everything in it, gets its mark, and takes the next event', async () => {
    const events = anImport().events([])
    await former([entry], { v: events })
    const storage = await started()
    expect(await storage.list()).toEqual([entry])
    expect(await storage.readEvents('v')).toEqual(events)
    for (const [hash, block] of anImport().blocks) expect(await storage.readBlock('v', hash)).toEqual(block)
    await storage.append('v', aDeed('x'), 11)
    storage.close()
    expect(await (await started()).list()).toEqual([{ ...entry, changedAt: 11, events: 2 }])
  })

  test('W45 an empty one stays where a person named it; a demo or a line without a log was cut off', async () => {
    const demo = { ...DEMO, id: 'd', createdAt: 1, changedAt: 1, events: 0 }
    await former([{ ...entry, events: 0 }, demo, { ...entry, id: 'n', events: 0 }], { v: [], d: [] })
    expect(await (await started()).list()).toEqual([{ ...entry, events: 0 }])
    expect(await databaseNames()).toEqual(['cordon', 'cordon-v'])
  })

  test('W45 what was written behind the list after a deletion is found again', async () => {
    const events = [...anImport().events([]), ...aDeed('x').events([])]
    await former([], { r: events, empty: [] })
    const [found, ...rest] = await (await started()).list()
    expect(rest).toEqual([])
    expect(found).toMatchObject({
      id: 'r',
      title: '',
      origin: 'own',
      use: 'live',
      readOnly: false,
      events: 2,
    })
    expect(await databaseNames()).toEqual(['cordon', 'cordon-r'])
  })
})

describe('databases of a newer release', () => {
  async function raised(name: string, version: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, version)
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
      request.onerror = () => reject(request.error)
    })
  }
  const versionOf = async (name: string): Promise<number | undefined> =>
    (await indexedDB.databases()).find((database) => database.name === name)?.version

  test.each([20, 200])(
    'W44 a list of version %i is refused, in storage of any kind, and stays as it is',
    async (version) => {
      await raised('cordon', version)
      await expect(dexieStorage()).rejects.toMatchObject({ code: 'newer-release' })
      await expect(openStorage()).rejects.toMatchObject({ code: 'newer-release' })
      expect(await versionOf('cordon')).toBe(version)
    },
  )

  test('W44 a log of a newer release is listed with the reason, not read, not written, not removed', async () => {
    const first = await started()
    const { id } = await first.create(ENTRY, 3, anImport)
    const other = await first.create(ENTRY, 2)
    first.close()
    await raised(`cordon-${id}`, 200)
    const storage = await started()
    const [newer, older] = await storage.list()
    expect(newer).toEqual({ ...ENTRY, id, createdAt: 3, changedAt: 3, events: 0, fault: 'newer-release' })
    expect(older).toEqual(other)
    await expect(storage.readEvents(id)).rejects.toMatchObject({ code: 'newer-release' })
    await expect(storage.append(id, aDeed('x'), 2)).rejects.toMatchObject({ code: 'newer-release' })
    await expect(storage.rename(id, '乙')).rejects.toMatchObject({ code: 'newer-release' })
    expect(await versionOf(`cordon-${id}`)).toBe(200)
  })

  test('W44 a log that claims this version and lacks what belongs to it is refused as well', async () => {
    await former([{ ...ENTRY, id: 'v', createdAt: 1, changedAt: 8, events: 1 }], { v: anImport().events([]) })
    await raised('cordon-v', 20)
    const storage = await started()
    expect(await storage.list()).toMatchObject([{ id: 'v', fault: 'newer-release' }])
    await expect(storage.append('v', aDeed('x'), 2)).rejects.toMatchObject({ code: 'newer-release' })
    expect(await versionOf('cordon-v')).toBe(20)
  })

  test('W44 a newer release that comes while a tab is open takes over: the tab writes nothing more', async () => {
    const storage = await started()
    const { id } = await storage.create(ENTRY, 3, anImport)
    const told = new Promise<string>((resolve) => storage.onChange((changed) => resolve(changed)))
    await raised('cordon', 30)
    await raised(`cordon-${id}`, 30)
    expect(await told).toBe(id)
    await expect(storage.append(id, aDeed('x'), 4)).rejects.toMatchObject({ code: 'newer-release' })
    await expect(storage.list()).rejects.toMatchObject({ code: 'newer-release' })
  })
})
