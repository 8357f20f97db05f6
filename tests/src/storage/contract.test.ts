import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { append, tailOf } from '../../../src/log/append'
import type { Body, LogEvent } from '../../../src/log/events'
import { inOrder } from '../../../src/log/order'
import { dexieStorage, storageErrorOf } from '../../../src/storage/dexie'
import { memoryStorage } from '../../../src/storage/memory'
import { type Storage, StorageError, type WorkspaceEntry, type Writing } from '../../../src/storage/port'
import { AUTHOR, aDay, LogPen } from '../../helpers/log'

const ENTRY = { title: '甲', readOnly: false, origin: 'own', use: 'live' } as const
const open: Storage[] = []
afterEach(() => {
  for (const storage of open.splice(0)) storage.close()
})

const writingOf = (pen: LogPen, drafts: readonly Body[], now = 5): Writing => ({
  blocks: pen.blocks,
  events: (log) => append(drafts, tailOf(inOrder(log)), { by: AUTHOR, device: pen.device, now }),
})

function anImport(): { pen: LogPen; draft: Body } {
  const pen = new LogPen()
  return { pen, draft: pen.importing('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }]) }
}

describe.each([
  ['memory', async () => memoryStorage()],
  ['dexie', () => dexieStorage()],
])('%s storage', (name, make) => {
  async function aWorkspace(): Promise<{ storage: Storage; entry: WorkspaceEntry }> {
    const storage = await make()
    open.push(storage)
    return { storage, entry: await storage.create(ENTRY, 1) }
  }

  test('W1 a workspace is listed, renamed and removed with its log', async () => {
    const { storage, entry } = await aWorkspace()
    expect(storage.persistent).toBe(name === 'dexie')
    await storage.rename(entry.id, '乙')
    expect((await storage.list()).find(({ id }) => id === entry.id)).toEqual({ ...entry, title: '乙' })
    const { pen, draft } = anImport()
    await storage.append(entry.id, writingOf(pen, [draft]), 7)
    expect((await storage.list()).find(({ id }) => id === entry.id)).toMatchObject({
      changedAt: 7,
      events: 1,
    })
    await storage.remove(entry.id)
    expect((await storage.list()).some(({ id }) => id === entry.id)).toBe(false)
    await expect(storage.readEvents(entry.id)).rejects.toMatchObject({ code: 'no-such-workspace' })
    await expect(storage.rename(entry.id, '丙')).rejects.toMatchObject({ code: 'no-such-workspace' })
  })

  test('W2 what was appended reads back: events and their blocks', async () => {
    const { storage, entry } = await aWorkspace()
    const { pen, draft } = anImport()
    const added = await storage.append(entry.id, writingOf(pen, [draft]), 1)
    expect(await storage.readEvents(entry.id)).toEqual(added)
    const [[hash, block]] = [...pen.blocks] as [[string, unknown]]
    expect(await storage.readBlock(entry.id, hash)).toEqual(block)
    expect(await storage.readBlock(entry.id, 'nothing')).toBeNull()
  })

  test('W3 the same import twice adds nothing', async () => {
    const { storage, entry } = await aWorkspace()
    const { pen, draft } = anImport()
    expect(await storage.append(entry.id, writingOf(pen, [draft]), 1)).toHaveLength(1)
    expect(await storage.append(entry.id, writingOf(pen, [draft]), 2)).toHaveLength(0)
    expect(await storage.readEvents(entry.id)).toHaveLength(1)
  })

  test('W4 a write that fails leaves the state before, blocks included', async () => {
    const { storage, entry } = await aWorkspace()
    const { pen, draft } = anImport()
    const broken: Writing = {
      blocks: pen.blocks,
      events: () => [
        ...append([draft], tailOf([]), { by: AUTHOR, device: 'd1', now: 1 }),
        { id: 'bad', recordedAt: 2, cannot: () => 'be cloned' } as unknown as LogEvent,
      ],
    }
    await expect(storage.append(entry.id, broken, 1)).rejects.toBeInstanceOf(StorageError)
    expect(await storage.readEvents(entry.id)).toEqual([])
    for (const hash of pen.blocks.keys()) expect(await storage.readBlock(entry.id, hash)).toBeNull()
    expect((await storage.list()).find(({ id }) => id === entry.id)!.events).toBe(0)
  })

  test('W5 of appends at once each sees the one before: the chain does not fork', async () => {
    const { storage, entry } = await aWorkspace()
    const drafts = ['1', '2', '3', '4'].map((name): Body => ({ type: 'zone.renamed@1', zone: 'Z', name }))
    await Promise.all(drafts.map((draft) => storage.append(entry.id, writingOf(new LogPen(), [draft]), 1)))
    const events = inOrder(await storage.readEvents(entry.id))
    expect(events.map(({ prev }) => prev)).toEqual([null, ...events.slice(0, -1).map(({ hash }) => hash)])
    expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(4)
  })

  test('one append is told to whoever listens, until they stop', async () => {
    const { storage, entry } = await aWorkspace()
    const told: string[] = []
    const stop = storage.onChange((id, from) => told.push(`${id} ${from}`))
    const { pen, draft } = anImport()
    await storage.append(entry.id, writingOf(pen, [draft]), 1)
    await storage.append(entry.id, writingOf(pen, [draft]), 2)
    stop()
    await storage.append(entry.id, writingOf(pen, [{ type: 'zone.renamed@1', zone: 'Z', name: '' }]), 3)
    expect(told).toEqual([`${entry.id} here`])
  })
})

describe('dexie storage', () => {
  test('W6 a second tab sees what the first appended, and is told', async () => {
    const [first, second] = [await dexieStorage(), await dexieStorage()]
    open.push(first, second)
    const entry = await first.create(ENTRY, 1)
    const told = new Promise<string>((resolve) => second.onChange((id, from) => resolve(`${id} ${from}`)))
    const { pen, draft } = anImport()
    const added = await first.append(entry.id, writingOf(pen, [draft]), 1)
    expect(await told).toBe(`${entry.id} elsewhere`)
    expect(await second.readEvents(entry.id)).toEqual(added)
  })

  test('a workspace outlives the page', async () => {
    const first = await dexieStorage()
    const entry = await first.create(ENTRY, 1)
    const { pen, draft } = anImport()
    const added = await first.append(entry.id, writingOf(pen, [draft]), 1)
    first.close()
    const second = await dexieStorage()
    open.push(second)
    expect(await second.readEvents(entry.id)).toEqual(added)
  })

  test.each([
    ['disk-full', { name: 'AbortError', inner: { name: 'QuotaExceededError' } }],
    ['disk-full', { name: 'QuotaExceededError' }],
    ['not-kept', { name: 'MissingAPIError' }],
    ['storage-failed', { name: 'UnknownError' }],
  ])('W7 a failure has a code: %s', (code, cause) => {
    expect(storageErrorOf(cause).code).toBe(code)
  })
})
