import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, picture } from '../helpers/app'
import { openOwnDesk } from '../helpers/drawing-desk'

const WAIT = { timeout: 90_000 }

let app: App
let tab: AppPage
beforeAll(async () => {
  const opened = await openOwnDesk('120.21,31.10,11', WAIT.timeout)
  app = opened.app
  tab = opened.tab
})
afterAll(() => app?.close())

test('the roster of duty is written once and stands on the wall and in the hand-over', async () => {
  const { page } = tab
  await goTo(tab, 'workspace')
  await page.locator('[data-action="add-turn"]').click(WAIT)
  await page.locator('[data-field="author"]').fill('沈某')
  await page.locator('[data-action="write"]').click()
  await page.locator('.roster .error', { hasText: '写姓名' }).waitFor(WAIT)
  await page.locator('[data-field="duty.0.name"]').fill('周某')
  await page.locator('[data-field="issuer"]').fill('甲区前方指挥部')
  await picture(tab, 'workspace')
  await page.locator('[data-action="write"]').click()
  await page.locator('[data-region="on-duty"]', { hasText: '周某' }).waitFor(WAIT)
  await goTo(tab, 'wall')
  await page.locator('.wall-screen', { hasText: '甲区前方指挥部' }).waitFor(WAIT)
  expect(await page.locator('.wall-screen header').first().innerText()).toContain('周某 带班领导')
  await goTo(tab, 'desk')
  await page.locator('.tree').waitFor(WAIT)
})

test('a hand-over is signed by two persons, and stays as it was signed', async () => {
  const { page } = tab
  await page.keyboard.press('n')
  await page.locator('[data-action="handover"]').click()
  const paper = page.locator('[data-part="hand-over"]')
  await paper.waitFor(WAIT)
  expect(await paper.locator('[data-section="posts"] li').count()).toBe(3)
  expect(await paper.locator('[data-section="duty"] li').innerText()).toContain('周某')
  expect(await paper.locator('[data-section="sources"]').innerText()).toContain('日报未报')
  await picture(tab, 'handover-draft')
  await page.locator('[data-field="author"]').fill('沈某')
  await page.locator('[data-field="unit"]').fill('甲班')
  await page.locator('[data-action="hand-over"]').click()
  await page.locator('[data-action="take-over"]').waitFor(WAIT)
  await page.locator('[data-field="author"]').fill('沈某')
  await page.locator('[data-action="take-over"]').click()
  await page.locator('.sign .error', { hasText: '两个人' }).waitFor(WAIT)
  await page.locator('[data-field="author"]').fill('韦某')
  await page.locator('[data-field="unit"]').fill('乙班')
  await page.locator('[data-action="take-over"]').click()
  await page.locator('[data-said="state"]', { hasText: '存档' }).waitFor(WAIT)
  expect(await paper.locator('.signatures').innerText()).toMatch(/甲班 沈某[\s\S]*乙班 韦某/)
  const before = await paper.innerText()
  await page.evaluate(() => (location.hash = location.hash.replace(/at=[^&]*/, 'at=2022-05-27T17:00')))
  await page.waitForTimeout(3000)
  expect(await paper.innerText(), 'it stays as it was signed').toBe(before)
  await page.emulateMedia({ media: 'print' })
  await picture(tab, 'handover-print')
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await picture(tab, 'handover-1920')
  await page.getByText('中 / EN').click()
  await page.waitForTimeout(800)
  expect(await paper.innerText()).toMatch(/Hand-over of the shift/)
  await picture(tab, 'handover-en')
  await page.emulateMedia({ media: null })
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 'one page').toBe(1)
  expect(tab.errors).toEqual([])
}, 600_000)
