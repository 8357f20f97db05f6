import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, picture } from '../helpers/app'
import { openOwnDesk } from '../helpers/drawing-desk'

const CAMERA = '120.21,31.10,11'
const WAIT = { timeout: 90_000 }

let app: App
let tab: AppPage
beforeAll(async () => {
  const opened = await openOwnDesk(CAMERA, WAIT.timeout)
  app = opened.app
  tab = opened.tab
})
afterAll(() => app?.close())

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => tab.page.keyboard.press(key)), Promise.resolve())
const told = (text: RegExp) => tab.page.locator('.toast', { hasText: text }).last().waitFor(WAIT)
const at = (table: string, kind: string) =>
  tab.page.locator(`[data-table="${table}"] [data-order-gap="${kind}"]`).first()
const stateOf = (unit: string) => tab.page.locator('.order-list li', { hasText: unit }).locator('strong')

test('an order from a gap by a press and Enter, closed by the fact, by hand, and undone', async () => {
  const { page } = tab
  await goTo(tab, 'checks')
  await page.locator('[data-table="orders"] .empty').waitFor(WAIT)
  await at('crossings', 'crossing').click()
  const form = page.locator('[data-form="order"]')
  await form.locator('[data-field="unit"]:focus').waitFor(WAIT)
  await picture(tab, 'orders-checks-form')
  await press('Enter')
  await page.locator('[data-field="author"]:focus').waitFor(WAIT)
  await page.keyboard.type('王')
  await press('Enter')
  await form.locator('[data-field="unit"]:focus').waitFor(WAIT)
  expect(await form.locator('[data-field="text"]').inputValue(), 'the gap is not forgotten').not.toBe('')
  await press('Enter')
  await told(/已交办/)
  await at('crossings', 'crossing').getByText('已交办').waitFor(WAIT)

  await at('silent', 'unit').click()
  await form.locator('[data-field="unit"]:focus').waitFor(WAIT)
  const unit = await form.locator('[data-field="unit"]').inputValue()
  const text = await form.locator('[data-field="text"]').inputValue()
  expect(text).toMatch(/补报/)
  await press('Enter')
  await at('silent', 'unit').getByText('已交办').waitFor(WAIT)
  await at('facts', 'fact').click()
  await form.locator('[data-field="unit"]:focus').waitFor(WAIT)
  await press('Enter')
  await at('facts', 'fact').getByText('已交办').waitFor(WAIT)
  expect(await page.locator('[data-table="orders"] tbody tr').count()).toBe(3)
  await picture(tab, 'orders-checks')

  await page.locator('[data-table="silent"] [data-zero]').first().click()
  const row = page.locator('[data-table="orders"] tr', { hasText: text })
  await row.getByText('随事实').waitFor(WAIT)
  await row.getByText('已报送').waitFor(WAIT)

  await goTo(tab, 'desk')
  await page.locator('.hand-panel').waitFor(WAIT)
  await press('Escape')
  await press('n', 'o')
  await page.locator('.order-list li').first().waitFor(WAIT)
  expect(await stateOf(unit).last().innerText()).toMatch(/已销/)
  const open = page.locator('.order-list li.open').first()
  await open.locator('[data-act="closed"]').click()
  await page.locator('[data-field="words"]:focus').waitFor(WAIT)
  await press('Enter')
  await open.locator('.error').waitFor(WAIT)
  await page.keyboard.type('已设移动护栏')
  await picture(tab, 'orders-desk-close')
  await press('Enter')
  await told(/销号/)
  await expect.poll(() => page.locator('.order-list li.closed').count(), WAIT).toBe(2)
  await picture(tab, 'orders-desk')

  await page.locator('.recent [data-act="undo"]').click()
  await expect.poll(() => page.locator('.order-list li.closed').count(), WAIT).toBe(1)
  await goTo(tab, 'wall')
  await page.locator('[data-gap="orders"]', { hasText: '交办 2' }).waitFor(WAIT)
  await picture(tab, 'orders-wall')
  expect(tab.errors).toEqual([])
}, 600_000)

test('a condition in the inspector has one too', async () => {
  const { page } = tab
  await goTo(tab, 'desk')
  await page.locator('.gantt [data-zone="S-01"]').click()
  await page.locator('[data-condition] [data-order-gap]').first().waitFor(WAIT)
  await picture(tab, 'orders-inspector')
  const about = page.locator('[data-order-gap="crossing"], [data-order-gap="condition"]')
  await about
    .filter({ hasText: /^交办$/ })
    .first()
    .click()
  await page.locator('[data-form="order"] [data-field="unit"]:focus').waitFor(WAIT)
  await picture(tab, 'orders-condition')
  await press('Escape')
  await page.locator('.hand-panel').waitFor({ ...WAIT, state: 'detached' })
}, 300_000)

test('all changes in one list, by kind; a click goes there and leaves the list open', async () => {
  const { page } = tab
  await press('n', 'a')
  const lines = page.locator('.feed [data-change]')
  await lines.first().waitFor(WAIT)
  const all = await lines.count()
  await page.locator('[data-feed="orders"]').click()
  await expect.poll(() => page.locator('.feed [data-kind="orders"]').count(), WAIT).toBe(await lines.count())
  expect(await lines.count()).toBeLessThan(all)
  await picture(tab, 'feed')
  const before = page.url()
  await page.locator('.feed button.line').first().click()
  await page.waitForTimeout(1500)
  expect(await page.locator('.feed').count(), 'the list stays').toBe(1)
  await page.locator('[data-feed="zones"], [data-feed="reports"]').first().click()
  await page.locator('.feed button.line').first().click()
  await expect.poll(() => page.url(), WAIT).not.toBe(before)
  await picture(tab, 'feed-flown')
  await press('Escape')
  await page.locator('.hand-panel').waitFor({ ...WAIT, state: 'detached' })
}, 300_000)
