import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, openDemo, picture, startApp } from '../helpers/app'
import { ownCopyWithoutMap, show } from '../helpers/exchange-pages'

const WAIT = { timeout: 60_000 }
let app: App
let tab: AppPage
/** the page is handed a directory of its own origin, as if a person had chosen it */
const stick = () => {
  ;(window as { showDirectoryPicker?: unknown }).showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('stick', { create: true })
}
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1366, height: 768, graphics: false })
  await tab.context.addInitScript(stick)
  await openDemo(app, tab)
  await ownCopyWithoutMap(tab)
}, 240_000)
afterAll(() => app?.close())

const line = (state: string) => tab.page.locator(`[data-region="backup-line"][data-backup="${state}"]`)
async function openBackups(): Promise<void> {
  await show(tab, 'workspace')
  await tab.page.locator('[data-tab="backup"]').click(WAIT)
  await tab.page.locator('[data-region="backup-proof"]').waitFor(WAIT)
}
const inStick = async (): Promise<string[]> => (await allInStick()).filter((name) => name.endsWith('.zip'))
const allInStick = (): Promise<string[]> =>
  tab.page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const found: string[] = []
    for await (const name of (await root.getDirectoryHandle('stick')).keys()) found.push(name)
    return found.sort()
  })
/** An act of a person: the name of the workspace. */
async function act(name: string): Promise<void> {
  const { page } = tab
  await show(tab, 'workspace', 'tab=settings')
  await page.locator('[data-field="title"]').fill(name, WAIT)
  await page.locator('[data-field="author"]').fill('王')
  await page.locator('[data-action="write"]:not([disabled])').click()
  await page.locator('.toast', { hasText: '已记录' }).waitFor(WAIT)
}
/** The last backup was made so many hours earlier. */
const earlier = (hours: number): Promise<void> =>
  tab.page.evaluate(async (before) => {
    const id = /#\/w\/([^/?]+)/.exec(location.hash)![1]
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(`cordon-${id}`)
      opening.onsuccess = () => done(opening.result)
    })
    const store = database.transaction('state', 'readwrite').objectStore('state')
    await new Promise<void>((done) => {
      const asked = store.get('backups')
      asked.onsuccess = () => {
        const kept = asked.result
        kept.backups.last.at -= before * 3_600_000
        store.put(kept).onsuccess = () => done()
      }
    })
    database.close()
  }, hours)
const proof = (part: string): Promise<string> => tab.page.locator(`[data-proof="${part}"]`).innerText(WAIT)

test('Z90 without a folder a backup that is due is said on every screen, and one press downloads it, proven', async () => {
  const { page } = tab
  await page.locator('[data-backup-due]').waitFor(WAIT)
  await openBackups()
  await line('due').waitFor(WAIT)
  await picture(tab, 'backup-due')
  const [download] = await Promise.all([
    page.waitForEvent('download', WAIT),
    page.locator('[data-action="backup-due"]').click(),
  ])
  await line('proven').waitFor(WAIT)
  expect(download.suggestedFilename()).toMatch(/-backup-\d{8}-\d{6}-[0-9a-f]{8}\.zip$/)
  expect(await proof('name')).toContain(download.suggestedFilename())
  expect(await proof('events')).toMatch(/^\d+ 条$/)
  expect(await page.locator('[data-backup-due]').count()).toBe(0)

  const bytes = new Uint8Array(readFileSync((await download.path())!))
  await dropFiles(tab, '[data-drop-backup]', { 'cut.zip': bytes.subarray(0, bytes.length >> 1) })
  await page.locator('[data-region="restore"] [data-unread="cut"]').waitFor(WAIT)
  await dropFiles(tab, '[data-drop-backup]', { 'whole.zip': bytes })
  await page.locator('[data-beside="same"]', { hasText: '打开的工程都有' }).waitFor(WAIT)
  await picture(tab, 'backup-look')
  await page.locator('[data-action="restore-leave"]').click()
  expect(tab.errors).toEqual([])
}, 240_000)

test('Z90 into a folder it is made alone when it is due, what was set outlives the page, and a folder that is gone is a sentence', async () => {
  const { page } = tab
  await openBackups()
  await page.locator('[data-action="choose-backup-folder"]').click()
  await expect.poll(inStick, WAIT).toHaveLength(1)
  await page.locator('[data-field="keep"]').selectOption('3')
  const head = await proof('head')
  await act('甲区指挥部')
  await page.locator('[data-region="backup-line"]', { hasText: '又有 1 条' }).waitFor(WAIT)
  expect(await inStick()).toHaveLength(1)
  await earlier(5)
  await act('甲区防控指挥部')
  await expect.poll(inStick, WAIT).toHaveLength(2)
  await openBackups()
  await expect.poll(() => proof('head'), WAIT).not.toBe(head)
  await picture(tab, 'backup-folder')
  await page.reload()
  await line('proven').waitFor(WAIT)
  expect(await page.locator('[data-field="keep"]').inputValue()).toBe('3')

  const [, older] = await allInStick()
  await page.evaluate(async () =>
    (await navigator.storage.getDirectory()).removeEntry('stick', { recursive: true }),
  )
  await page.locator('[data-action="backup-now"]').click()
  await page.locator('[data-region="backup-line"] [data-failed="gone"]').waitFor(WAIT)
  expect(await proof('name')).toContain(older!)
  await picture(tab, 'backup-failed')
  expect(tab.errors).toEqual([])
}, 240_000)

test('Z90 a backup of the folder is looked at and becomes a workspace of its own beside the one that is open', async () => {
  const { page } = tab
  await openBackups()
  await page.locator('[data-action="choose-backup-folder"]').click()
  await expect.poll(inStick, WAIT).toHaveLength(1)
  await line('proven').waitFor(WAIT)
  const [before, head] = [page.url(), await proof('head')]
  await act('后来改的')
  await openBackups()
  await page.locator('[data-action="list-backups"]').click()
  await page.locator('[data-look]').first().click(WAIT)
  await page.locator('[data-beside="same"]', { hasText: '打开的工程比它多 1 条' }).waitFor(WAIT)
  await picture(tab, 'backup-restore')
  await page.locator('[data-action="restore-own"]').click()
  await page.waitForURL((url) => url.hash.split('/')[2] !== new URL(before).hash.split('/')[2], WAIT)
  await openBackups()
  await page.locator('[data-action="hand-backup"]').click()
  await expect.poll(() => proof('head'), WAIT).toBe(head)
  expect(tab.errors).toEqual([])
}, 240_000)
