import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, openDemo, startApp } from '../helpers/app'
import { proposed } from '../pictures/states/acts'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1600, height: 1000 })
  await openDemo(app, tab)
})
afterAll(() => app?.close())

const rows = (): Promise<string[]> =>
  tab.page
    .locator('.proposed .zones li label')
    .evaluateAll((all) => all.map((one) => one.textContent!.trim()))

test('an exposed place becomes a zone: proposed on the map, adopted in one step, taken back in one', async () => {
  const { page } = tab
  await goTo(tab, 'desk')
  await proposed(tab)
  expect(await rows()).toEqual(['封09 秀水大院', '防06 澜溪区其余区域'])
  expect(await page.locator('.proposed .notes').innerText()).toContain('已在 封02 鼓楼市场片区 内')
  await expect.poll(() => page.locator('.notice-bar').innerText(), { timeout: 30_000 }).toContain('假设')

  await page.locator('.proposal footer button', { hasText: '复制' }).click()
  const adopt = page.locator('[data-action="adopt-proposal"]')
  await adopt.waitFor({ timeout: 60_000 })
  await page.locator('.proposed .zones input').nth(1).uncheck()
  await expect.poll(() => adopt.innerText(), { timeout: 30_000 }).toContain('1')
  await adopt.click()
  const head = page.locator('.inspector h1')
  await expect.poll(() => head.innerText(), { timeout: 60_000 }).toContain('封09 秀水大院')
  expect(await page.locator('.notice-bar').innerText()).not.toContain('假设')
  expect(await page.locator('.inspector').innerText()).toContain('第 1 天')

  await page.locator('.top-bar .steps button').first().click()
  await expect.poll(() => page.locator('.inspector h1').count(), { timeout: 30_000 }).toBe(0)
  expect(tab.errors).toEqual([])
})
