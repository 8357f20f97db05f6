import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dexieStorage } from '../../../src/storage/dexie'
import { memoryStorage } from '../../../src/storage/memory'
import type { Storage } from '../../../src/storage/port'
import { aDeed, anImport, databaseNames, deleteAllDatabases, someLocks } from '../../helpers/databases'

const ENTRY = { title: '甲', readOnly: false, origin: 'own', use: 'live' } as const
const GONE = { code: 'no-such-workspace' }
const open: Storage[] = []
afterEach(async () => {
  for (const storage of open.splice(0)) storage.close()
  vi.unstubAllGlobals()
  await deleteAllDatabases()
})
const opened = async (make: () => Promise<Storage>): Promise<Storage> => {
  const storage = await make()
  open.push(storage)
  return storage
}

describe.each([
  ['memory', async () => memoryStorage()],
  ['dexie', () => dexieStorage()],
])('%s storage', (_, make) => {
  test('W40 a workspace that was removed takes nothing more: append, rename and reading fail', async () => {
    const storage = await opened(make)
    const { id } = await storage.create(ENTRY, 1, anImport)
    await storage.remove(id)
    await expect(storage.append(id, aDeed('x'), 2)).rejects.toMatchObject(GONE)
    await expect(storage.rename(id, '乙')).rejects.toMatchObject(GONE)
    await expect(storage.readEvents(id)).rejects.toMatchObject(GONE)
    await expect(storage.readBlock(id, 'x')).rejects.toMatchObject(GONE)
    await storage.remove(id)
    expect((await storage.list()).map((entry) => entry.id)).not.toContain(id)
  })

  test('W40 removing, making and renaming are told like an append', async () => {
    const storage = await opened(make)
    const told: string[] = []
    storage.onChange((id, from) => told.push(`${id} ${from}`))
    const { id } = await storage.create(ENTRY, 1)
    await storage.rename(id, '乙')
    await storage.remove(id)
    await storage.remove(id)
    expect([...new Set(told)]).toEqual([`${id} here`])
    expect(told.length).toBeGreaterThanOrEqual(3)
  })
})

describe('dexie storage of two tabs', () => {
  async function twoTabs(): Promise<{ first: Storage; second: Storage; id: string }> {
    const [first, second] = [await opened(dexieStorage), await opened(dexieStorage)]
    const { id } = await first.create(ENTRY, 1, anImport)
    await second.readEvents(id)
    return { first, second, id }
  }

  test('W40 a tab whose workspace another tab deleted acknowledges nothing, and no database comes back', async () => {
    const { first, second, id } = await twoTabs()
    const told = new Promise<string>((resolve) => second.onChange((gone) => resolve(gone)))
    await first.remove(id)
    expect(await told).toBe(id)
    await expect(second.append(id, aDeed('x'), 2)).rejects.toMatchObject(GONE)
    await expect(second.rename(id, '乙')).rejects.toMatchObject(GONE)
    await expect(second.readEvents(id)).rejects.toMatchObject(GONE)
    expect(await second.list()).toEqual([])
    expect(await databaseNames()).toEqual(['cordon'])
  })

  test('W40 the same where the tab had not opened it yet', async () => {
    const [first, second] = [await opened(dexieStorage), await opened(dexieStorage)]
    const { id } = await first.create(ENTRY, 1, anImport)
    const [removed, appended] = await Promise.allSettled([first.remove(id), second.append(id, aDeed('x'), 2)])
    expect(removed.status).toBe('fulfilled')
    if (appended.status === 'rejected') expect(appended.reason).toMatchObject(GONE)
    expect(await databaseNames()).toEqual(['cordon'])
  })

  test('W40 an append that waits behind the lock while the workspace is deleted is not acknowledged', async () => {
    vi.stubGlobal('navigator', { locks: someLocks() })
    const { first, second, id } = await twoTabs()
    let release = (): void => {}
    void navigator.locks.request('cordon-append', () => new Promise<void>((resolve) => (release = resolve)))
    const before = second.append(id, aDeed('before'), 2)
    const removed = first.remove(id)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const after = second.append(id, aDeed('after'), 3)
    const refused = expect(after).rejects.toMatchObject(GONE)
    await new Promise((resolve) => setTimeout(resolve, 20))
    release()
    expect((await before).length).toBe(1)
    await Promise.all([removed, refused])
    expect(await databaseNames()).toEqual(['cordon'])
  })

  test('W40 a tab that does not let go delays neither the deletion nor the other workspaces', async () => {
    const { first, second, id } = await twoTabs()
    const other = await first.create(ENTRY, 1)
    const stuck = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(`cordon-${id}`)
      request.onsuccess = () => resolve(request.result)
    })
    const removed = first.remove(id)
    await expect.poll(async () => (await second.list()).map((entry) => entry.id)).toEqual([other.id])
    expect(await second.append(other.id, aDeed('x'), 2)).toHaveLength(1)
    await expect(second.append(id, aDeed('x'), 2)).rejects.toMatchObject(GONE)
    await removed
    stuck.close()
    await expect.poll(databaseNames).toEqual(['cordon', `cordon-${other.id}`])
  })

  test('W40 site data cleared while it is open: told at once, nothing acknowledged, no database made by asking', async () => {
    const { first, second, id } = await twoTabs()
    const told = new Promise<string>((resolve) => second.onChange((gone) => resolve(gone)))
    for (const name of await databaseNames()) await Dexie.delete(name)
    expect(await told).toBe(id)
    for (const tab of [first, second]) {
      expect(await tab.list()).toEqual([])
      await expect(tab.append(id, aDeed('x'), 2)).rejects.toMatchObject(GONE)
      await expect(tab.rename(id, '乙')).rejects.toMatchObject(GONE)
      await tab.remove(id)
    }
    expect(await databaseNames()).toEqual([])
    const again = await second.create(ENTRY, 3, anImport)
    expect(await first.list()).toEqual([again])
  })

  test('W40 a list that lost the workspace alone is believed until the next start, which lists it again', async () => {
    const { first, second, id } = await twoTabs()
    await Dexie.delete('cordon')
    await expect(second.append(id, aDeed('x'), 2)).rejects.toMatchObject(GONE)
    first.close()
    const third = await opened(dexieStorage)
    expect(await third.list()).toMatchObject([{ id, title: '甲', events: 1 }])
    expect(await third.readEvents(id)).toHaveLength(1)
  })
})
