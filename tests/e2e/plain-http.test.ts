import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, openDemo, picture, startApp } from '../helpers/app'
import { ownCopy } from '../helpers/drawing-desk'
import { enterSignal } from '../helpers/exchange-pages'

interface Own {
  serve(options: { root: string; host: string }): Promise<{ address: string; stop: () => Promise<void> }>
}

const WAIT = { timeout: 60_000 }
/** an address of this machine at which a browser sees no secure page */
const HOST = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && one.family === 'IPv4' && !one.internal)?.address
let app: App
let tab: AppPage
let server: Awaited<ReturnType<Own['serve']>>
let second: Page

const refused = (page: Page) => page.locator('[data-region="second-tab"]')

const written = (page: Page) => page.locator('.toast', { hasText: '纺织新村' })

async function anotherTab(): Promise<Page> {
  const page = await tab.context.newPage()
  await page.goto(tab.page.url())
  return page
}

beforeAll(async () => {
  app = await startApp()
  if (!HOST) return
  const own = (await import('../../src/cli/server.mjs' as string)) as Own
  const root = process.env.CORDON_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
  server = await own.serve({ root, host: HOST })
  tab = await app.open({ width: 1366, height: 768 })
})
afterAll(async () => {
  await app?.close()
  await server?.stop()
})

test.skipIf(!HOST)(
  'H65 by plain http and address the page says what does not work, and an act is written',
  async () => {
    const { page } = tab
    await openDemo({ ...app, address: server.address }, tab)
    expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator])).toEqual([false, false])
    await goTo(tab, 'desk')
    const said = page.locator('[data-region="plain"]')
    await said.waitFor(WAIT)
    expect(await said.innerText()).toMatch(/断网.*文件夹.*锁/)
    await picture(tab, 'plain-zh')
    await page.getByRole('button', { name: '中 / EN' }).click()
    await picture(tab, 'plain-en')
    await page.getByRole('button', { name: '中 / EN' }).click()
    await page.locator('[data-action="plain-said"]').click()
    await said.waitFor({ state: 'detached' })
    await ownCopy(tab)
    await enterSignal(page)
    await written(page).waitFor(WAIT)
  },
)

test.skipIf(!HOST)(
  'H66 a second tab is refused in a sentence, and takes over once the first is closed',
  async () => {
    second = await anotherTab()
    await refused(second).waitFor(WAIT)
    await picture({ ...tab, page: second }, 'second-zh')
    await enterSignal(second)
    await second.locator('.toast', { hasText: '另一个标签页正在写入' }).waitFor(WAIT)
    expect(await written(second).count()).toBe(0)
    expect(await refused(tab.page).count()).toBe(0)
    await tab.page.close({ runBeforeUnload: true })
    await refused(second).waitFor({ state: 'detached', timeout: 15_000 })
    await second.keyboard.press('Enter')
    await written(second).waitFor(WAIT)
  },
)

test.skipIf(!HOST)(
  'H66 a tab that was killed blocks nobody, and one that is open gives up its turn when asked',
  async () => {
    const third = await anotherTab()
    await refused(third).waitFor(WAIT)
    await third.locator('[data-action="write-here"]').click()
    await refused(third).waitFor({ state: 'detached', timeout: 15_000 })
    await refused(second).waitFor(WAIT)
    const crashed = third.waitForEvent('crash')
    const session = await tab.context.newCDPSession(third)
    void session.send('Page.crash').catch(() => undefined)
    await crashed
    await refused(second).waitFor({ state: 'detached', timeout: 20_000 })
    const known = (said: string): boolean => /Cross-Origin-Opener-Policy/.test(said)
    expect(tab.errors.filter((said) => !known(said))).toEqual([])
  },
)
