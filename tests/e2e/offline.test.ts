import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { offlineFiles } from '../../src/release/offline-files'
import { type App, type AppPage, goTo, openDemo, picture, startApp } from '../helpers/app'

interface Own {
  serve(options: { root: string; port?: number }): Promise<{ address: string; stop: () => Promise<void> }>
}

const DIST = process.env.CORDON_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cordon-offline-'))
const root = join(folder, 'dist')
let app: App
let tab: AppPage
let own: Own
let server: Awaited<ReturnType<Own['serve']>>
let workspace = ''

const isServed = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 })

/** Ends the server with every connection that is open. */
async function stopped(): Promise<void> {
  await server.stop()
}

/** The same page as another release: its first script bears another name and says which it is. */
function secondRelease(): void {
  const { page } = offlineFiles(root)
  const next = page.replace(/-[\w-]{8}\.js$/, '-second00.js')
  for (const path of [page, `${page}.br`]) renameSync(join(root, path), join(root, path.replace(page, next)))
  rmSync(join(root, `${next}.br`))
  writeFileSync(
    join(root, next),
    `${readFileSync(join(root, next), 'utf8')}\ndocument.documentElement.dataset.release = 'second'\n`,
  )
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|html)$/.test(name) || name === 'sw.js') continue
    const text = readFileSync(join(root, name), 'utf8')
    const file = page.split('/').at(-1)!
    if (!text.includes(file)) continue
    writeFileSync(join(root, name), text.replaceAll(file, next.split('/').at(-1)!))
    rmSync(join(root, `${name}.br`), { force: true })
  }
  const said = readFileSync(join(root, 'sw.js'), 'utf8')
  writeFileSync(
    join(root, 'sw.js'),
    said.replace(/^const RELEASE = .*$/m, () => `const RELEASE = ${JSON.stringify(offlineFiles(root))}`),
  )
}

beforeAll(async () => {
  cpSync(DIST, root, { recursive: true })
  own = (await import('../../src/cli/server.mjs' as string)) as Own
  server = await own.serve({ root })
  app = await startApp()
  tab = await app.open({ offline: true, width: 1366, height: 768 })
  workspace = await openDemo({ ...app, address: server.address }, tab)
  await isServed(tab.page)
})
afterAll(async () => {
  await app?.close()
  await server?.stop()
  rmSync(folder, { recursive: true })
})

test('H46 after the first visit the page opens without its server, and a briefing is made', async () => {
  const { port } = new URL(server.address)
  await stopped()
  await expect(fetch(server.address)).rejects.toThrow()
  await tab.page.reload()
  await tab.page.locator('[data-zone][data-word]').first().waitFor({ timeout: 60_000 })
  await goTo(tab, 'briefing')
  await tab.page.locator('canvas[data-ready]').waitFor({ timeout: 90_000 })
  const download = tab.page.waitForEvent('download', { timeout: 90_000 })
  await tab.page.locator('[data-action="download"]').click()
  expect((await download).suggestedFilename()).toMatch(/\.png$/)
  server = await own.serve({ root, port: Number(port) })
})

test('H47 a second release waits until it is told, whole, and the data is there after it', async () => {
  const { page } = tab
  const release = (): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset.release)
  await goTo(tab, 'wall')
  secondRelease()
  await page.reload()
  await page.locator('[data-region="release"]').waitFor({ timeout: 60_000 })
  await picture(tab, 'release-wall')
  expect(await release()).toBeUndefined()
  await page.reload()
  await page.locator('[data-region="release"]').waitFor({ timeout: 60_000 })
  expect(await release()).toBeUndefined()
  await page.evaluate(() => {
    void navigator.locks.request(
      'cordon-busy',
      { mode: 'shared' },
      () => new Promise((done) => setTimeout(done, 1500)),
    )
  })
  await page.locator('[data-action="update"]').click()
  await page.locator('[data-action="update"]').waitFor()
  expect(await release()).toBeUndefined()
  await picture(tab, 'release-held-up')
  await page.waitForTimeout(1600)
  await page.locator('[data-action="update"]').click()
  await expect.poll(() => release().catch(() => undefined), { timeout: 60_000 }).toBe('second')
  await page.locator('[data-zone][data-word]').first().waitFor({ timeout: 60_000 })
  expect(page.url()).toContain(workspace)
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 20_000 })
    .toBe(1)
  expect(tab.errors.filter((said) => !said.includes('ERR_CONNECTION_REFUSED'))).toEqual([])
})
