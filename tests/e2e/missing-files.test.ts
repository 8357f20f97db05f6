import { afterAll, beforeAll, expect, test } from 'vitest'
import { HEADERS } from '../../src/cli/headers.mjs'
import { type App, firstRun, goTo, openDemo, picture, startApp } from '../helpers/app'

const WAIT = { timeout: 60_000 }
let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

test('H68 a screen whose file is gone says so, and is there after a reload once the file is', async () => {
  const tab = await app.open({ width: 1366, height: 768 })
  const { page } = tab
  await openDemo(app, tab)
  const gone = /assets\/ChecksView-[^/]+\.js$/
  await page.route(gone, (route) => route.fulfill({ status: 404 }))
  await goTo(tab, 'checks')
  const said = page.locator('.error-view h1')
  await said.waitFor(WAIT)
  expect(await said.innerText()).toContain('缺少一个文件')
  await picture(tab, 'file-gone')
  await page.unroute(gone)
  await page.getByRole('button', { name: '重新载入' }).click()
  await page.locator('.error-view').waitFor({ state: 'detached', ...WAIT })
  await goTo(tab, 'checks')
  await page.locator('[data-table="crossings"] tbody tr').first().waitFor(WAIT)
  await tab.context.close()
})

test('H68 a map whose file is gone leaves the wall and its figures, and says so in its place', async () => {
  const tab = await app.open({ width: 1920, height: 1080 })
  const { page } = tab
  const gone = /assets\/(MapView|clear-camera)-[^/]+\.js$/
  await tab.context.route(gone, (route) => route.fulfill({ status: 404 }))
  await openDemo(app, tab)
  const said = page.locator('[data-region="map-missing"]')
  await said.waitFor(WAIT)
  await page.locator('[data-zone="S-03"]').first().waitFor(WAIT)
  expect(await page.locator('.error-view').count()).toBe(0)
  await picture(tab, 'map-gone')
  await tab.context.unroute(gone)
  await said.locator('[data-action="reload"]').click()
  await page.locator('.map-view').first().waitFor(WAIT)
  await tab.context.close()
})

test('H68 a tile cutter that does not start is said on the map, and a placer that does not is stood in for', async () => {
  const tab = await app.open({ width: 1920, height: 1080 })
  const { page } = tab
  await tab.context.route(/assets\/(tiles|labels)\.worker-[^/]+\.js$/, (route) =>
    route.fulfill({ status: 404 }),
  )
  await openDemo(app, tab)
  await page.locator('.map-view .trouble', { hasText: '没有启动' }).first().waitFor(WAIT)
  await picture(tab, 'cutter-gone')
  await tab.context.close()
})

test('H68 a kernel that does not start is said in place of the page, with a way on', async () => {
  const tab = await app.open({ width: 1366, height: 768, locale: 'en-GB' })
  const { page } = tab
  const gone = /assets\/kernel\.worker-[^/]+\.js$/
  await tab.context.route(gone, (route) => route.fulfill({ status: 404 }))
  await page.goto(app.address)
  const said = page.locator('.error-view h1')
  await said.waitFor(WAIT)
  expect(await said.innerText()).toMatch(/did not start|没有启动/)
  await picture(tab, 'worker-gone')
  await tab.context.unroute(gone)
  await page.locator('.error-view .button.primary').click()
  await page.locator('[data-action="open-demo"]:not([disabled])').waitFor(WAIT)
  await tab.context.close()
})

test('H69 a kernel that never answers is told after a minute', async () => {
  const tab = await app.open({ width: 1366, height: 768 })
  const { page } = tab
  const mute = /assets\/kernel\.worker-[^/]+\.js$/
  await tab.context.route(mute, (route) =>
    route.fulfill({ headers: HEADERS, contentType: 'text/javascript', body: 'self.onmessage = () => {}' }),
  )
  await page.clock.install()
  await page.goto(app.address)
  await page.waitForTimeout(1_000)
  await page.clock.runFor(90_000)
  const bar = page.locator('[data-region="silent"]')
  await bar.waitFor(WAIT)
  await picture(tab, 'silent')
  await bar.locator('[data-action="wait-on"]').click()
  await bar.waitFor({ state: 'detached' })
  await tab.context.unroute(mute)
  await firstRun(app, tab)
  await tab.context.close()
})
