import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, openDemo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ graphics: false })
  await openDemo(app, tab)
})
afterAll(() => app?.close())

test('without WebGL the wall keeps its rows and figures and says why there is no map', async () => {
  const { page } = tab
  await page.getByText('没有可用的 WebGL').first().waitFor({ timeout: 30_000 })
  expect(await page.locator('.wall-screen [data-zone]').count()).toBeGreaterThanOrEqual(10)
  expect(await page.locator('.wall-screen').innerText()).toContain('614,000')
})

test('the desk and the tables work, and the briefing is drawn without its map', async () => {
  const { page } = tab
  await goTo(tab, 'desk')
  await page.locator('.gantt [data-zone="S-01"]').click()
  await page.locator('.inspector[data-zone="S-01"]').waitFor()
  await goTo(tab, 'checks')
  await page.locator('[data-table="crossings"] tbody tr').first().waitFor()
  await goTo(tab, 'briefing')
  await page.locator('canvas[data-ready]').waitFor({ timeout: 30_000 })
  await page.getByText('图中没有地图').waitFor()
})

test('an exported pack says whom it is for, by whom and when', async () => {
  const { page } = tab
  await page.locator('.export-menu > button').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action="export-pack"]').click(),
  ])
  const files = unzipSync(new Uint8Array(readFileSync((await download.path())!)))
  expect(Object.keys(files)).toContain('log.ndjson')
  expect(strFromU8(files['NOTICE.txt']!)).toMatch(/内部资料 不得外传[\s\S]+\d{4}-\d\d-\d\dT/)
})

test('no error stands in the console', () => expect(tab.errors).toEqual([]))
