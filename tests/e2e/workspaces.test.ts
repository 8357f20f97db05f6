import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, goTo, openDemo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1600, height: 1000, graphics: false })
  await openDemo(app, tab)
})
afterAll(() => app?.close())

const states = (): Promise<string[]> =>
  tab.page
    .locator('.briefing-table [data-zone]')
    .evaluateAll((rows) =>
      rows.map((row) => `${(row as HTMLElement).dataset.zone} ${(row as HTMLElement).dataset.word}`),
    )

async function shown(): Promise<string[]> {
  await goTo(tab, 'briefing')
  await tab.page.locator('.briefing-table [data-zone]').first().waitFor({ timeout: 60_000 })
  return states()
}

test('the demo is copied, its pack goes out, the copy is deleted, and the pack comes back to the same states', async () => {
  const { page } = tab
  const before = await shown()
  expect(before).toHaveLength(16)

  await page.locator('.export-menu > button').click()
  await page.locator('[data-action="copy-own"]').click()
  await page.waitForURL(/\/desk/, { timeout: 60_000 })
  await page.locator('.inspector').waitFor({ timeout: 60_000 })

  await page.locator('.export-menu > button').click()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator('[data-action="export-pack"]').click(),
  ])
  const pack = new Uint8Array(readFileSync((await download.path())!))

  await page.locator('.top-bar .office').click()
  const rows = page.locator('.workspace-list li')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(2)
  await rows.first().getByText('删除').click()
  await rows.first().locator('button').first().click()
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(1)

  await dropFiles(tab, '[data-drop]', { 'lanxi.zip': pack })
  await page.locator('.plan-bar .button.primary:not([disabled])').waitFor({ timeout: 60_000 })
  await page.locator('.plan-bar .button.primary').click()
  await page.locator('.inspector').waitFor({ timeout: 60_000 })
  expect(await shown()).toEqual(before)
  expect(tab.errors).toEqual([])
})
