import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readInput } from '../../src/cli/read-pack'
import { type App, type AppPage, dropFiles, goTo, startApp } from '../helpers/app'

const DEMO = join(import.meta.dirname, '../../public/demo/lanxi')
const AT_ZERO = 'LX22-999,2022-05-27T12:00:00+08:00,,,confirmed,,local,community,,,0,0,,,,'

/** The demo with a case at 0, 0, as one zip. */
function pack(): Uint8Array {
  const files = Object.fromEntries(readInput(DEMO).map(({ path, bytes }) => [path, bytes]))
  const text = readFileSync(join(DEMO, 'cases.csv'), 'utf8').trimEnd()
  return zipSync({ ...files, 'cases.csv': new TextEncoder().encode(`${text}\n${AT_ZERO}\n`) })
}

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ graphics: false })
  const { page } = tab
  await page.goto(app.address)
  await page.locator('[data-action="open-demo"]').waitFor()
  await dropFiles(tab, '[data-drop]', { 'lanxi.zip': pack() })
  await page.locator('.plan-bar .button.primary:not([disabled])').click({ timeout: 60_000 })
  await page.locator('.desk').waitFor({ timeout: 60_000 })
})
afterAll(() => app?.close())

test('a case at 0, 0 is said once on the wall, marks the zones it holds, and leads to its row', async () => {
  const { page } = tab
  await goTo(tab, 'wall')
  const line = page.locator('.wall-screen [data-gap="unplaced"]')
  await line.waitFor({ timeout: 60_000 })
  expect(await page.locator('[data-gap="unplaced"]').count()).toBe(1)
  expect(await line.innerText()).toMatch(/未落位 1 例 · 挂起 7 区 · 2 小时/)
  expect(await line.evaluate((one) => one.className)).toContain('new')
  expect(await page.locator('.wall-headline h2').innerText()).toContain('1 例未落位，挂起 7 区')
  const row = page.locator('.zone-rows [data-zone="S-03"]')
  expect(await row.getAttribute('data-word')).toBe('toApprove')
  expect(await row.innerText()).toMatch(/落[\s\S]*落位后最早[\s\S]*今日/)
  expect(await page.locator('.zone-rows .held-mark').count()).toBe(7)
  expect(await page.locator('.zone-rows [data-zone="S-05"] .held-mark').count()).toBe(0)
  const cut = await page
    .locator('.gaps-panel b, .zone-rows .date, .wall-headline h2')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.innerHTML),
    )
  expect(cut).toEqual([])

  await line.click()
  const panel = page.locator('.unplaced-panel')
  await panel.waitFor({ timeout: 60_000 })
  expect(await panel.innerText()).toMatch(/坐标为 0\/0，无地点[\s\S]*挂起/)
})

test('on the desk the leaf names its row and opens it; U opens and closes the panel; the zones bear the mark', async () => {
  const { page } = tab
  await page.keyboard.press('u')
  await expect.poll(() => page.locator('.unplaced-panel').count()).toBe(0)
  expect(await page.locator('.gantt .held').count()).toBe(7)
  await page.locator('.gantt [data-zone="S-01"]').click()
  const leaf = page.locator('.inspector[data-zone="S-01"] .unplaced-leaf').first()
  await leaf.waitFor({ timeout: 30_000 })
  expect(await leaf.innerText()).toMatch(/病例 · cases\.csv 第 90 行 · 坐标为 0\/0/)
  await leaf.locator('button').click()
  const item = page.locator('.unplaced-item[aria-current="true"]')
  await item.waitFor()
  expect(await item.innerText()).toContain('cases.csv 第 90 行')
  await item.locator('.zone', { hasText: '封03' }).click()
  await page.locator('.inspector[data-zone="S-03"]').waitFor()
  expect(await page.locator('.unplaced-line').innerText()).toContain('未落位 1 例')

  await goTo(tab, 'checks')
  const table = page.locator('[data-table="unplaced"]')
  await table.waitFor({ timeout: 30_000 })
  expect(await table.innerText()).toMatch(/cases\.csv[\s\S]*90[\s\S]*LX22-999[\s\S]*封01/)
  expect(tab.errors).toEqual([])
})
