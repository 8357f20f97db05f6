import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planImport } from '../../src/import/plan'
import { type App, type AppPage, goTo, openDemo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1366, height: 768, graphics: false })
  await openDemo(app, tab)
})
afterAll(() => app?.close())

test('O12 by keyboard alone lists leave as one workbook, which an import reads whole', async () => {
  const { page } = tab
  await goTo(tab, 'checks')
  await page.keyboard.press('Control+S')
  await page.locator('[data-sheet="export-lists"]').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[data-sheet="export-lists"]').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+S')
  await page.locator('[data-sheet="export-lists"] input[value="xlsx"]:focus').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.keyboard.press('Enter'),
  ])
  const path = download.suggestedFilename()
  expect(path).toMatch(/^澜溪区.*-资料-\d{12}-内部资料\.xlsx$/)
  const plan = await planImport([{ path, bytes: new Uint8Array(readFileSync((await download.path())!)) }])
  expect(plan.files.length).toBeGreaterThan(10)
  expect(plan.files.filter(({ kind, refused }) => kind === 'unknown' || (refused ?? 0) > 0)).toEqual([])
  await page.locator('[data-sheet="export-lists"]').waitFor({ state: 'detached' })
  expect(tab.errors).toEqual([])
})
