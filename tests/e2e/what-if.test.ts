import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, openDemo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1600, height: 1000 })
  await openDemo(app, tab)
})
afterAll(() => app?.close())

const head = (): Promise<string> => tab.page.locator('.inspector h1').innerText()
const notice = (): Promise<string> => tab.page.locator('.notice-bar').innerText()

test('a supposed positive raises its zone on every screen, says so, and leaves nothing behind', async () => {
  const { page } = tab
  await goTo(tab, 'desk')
  await page.keyboard.press(']')
  await page.locator('[data-action="what-if"]').click()
  await page.locator('.what-if [name=zone]').selectOption('C-01')
  await page.locator('.what-if [name=when]').selectOption('tonight')
  await page.locator('.hypothesis-form button').click()
  const row = page.locator('.what-if .changes li', { hasText: '文昌中片' })
  await row.waitFor({ timeout: 60_000 })
  expect(await row.innerText()).toMatch(/管控区[\s\S]*封控区 · 条件未满足，2 项未知 · 最早 6\/4/)
  await row.locator('button').click()
  await expect.poll(head, { timeout: 30_000 }).toContain('C-01 文昌中片')
  expect(await notice()).toContain('假设')

  await goTo(tab, 'wall')
  const wall = page.locator('.wall-screen')
  await expect.poll(() => wall.innerText(), { timeout: 30_000 }).toContain('C-01')
  const sealed = wall.locator('.level-counts [data-level=sealed]')
  expect(await sealed.innerText()).toMatch(/封控区\s*7/)
  expect(await page.locator('.wall-headline .notice').first().innerText()).toContain('并未发生')

  await goTo(tab, 'lookup')
  const actual = page.locator('.lookup [data-actual]')
  await expect.poll(() => actual.innerText(), { timeout: 30_000 }).toContain('的实际情况，不含假设推演')
  await goTo(tab, 'checks')
  await page.locator('[data-table="clusters"] h2', { hasText: '实际情况' }).waitFor({ timeout: 30_000 })
  await goTo(tab, 'rules')
  await page.locator('[data-tab=compare]').click()
  await page.locator('select[name=against]').selectOption({ index: 1 })
  await page.locator('.edition-compare [data-actual]').waitFor({ timeout: 60_000 })
  await goTo(tab, 'desk')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('文昌')
  await page.locator('#search-hits [data-actual]').waitFor({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await page.locator('.search input').fill('')
  await page.locator('.search input').blur()
  await page.locator('.what-if footer button').first().click()
  await expect.poll(head, { timeout: 30_000 }).toContain('管01 文昌中片')
  expect(await notice()).not.toContain('假设')
  await page.reload()
  await expect.poll(head, { timeout: 60_000 }).toContain('管01 文昌中片')
  expect(tab.errors).toEqual([])
})

test('the demo cannot be written, so a hypothesis cannot be taken over there, and that is said', async () => {
  const { page } = tab
  await page.locator('[data-action="what-if"]').click()
  await page.locator('.hypothesis-form button').click()
  const takeOver = page.locator('.what-if footer button').last()
  await takeOver.waitFor()
  expect(await takeOver.isDisabled()).toBe(true)
  expect(await takeOver.getAttribute('title')).toContain('只读')
})
