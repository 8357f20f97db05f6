import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, openDemo, picture, startApp } from '../helpers/app'
import { begunWith, openExchange, ownCopyWithoutMap, show } from '../helpers/exchange-pages'

const WAIT = { timeout: 60_000 }
let app: App
let one: AppPage
let other: AppPage

beforeAll(async () => {
  app = await startApp()
  one = await app.open({ width: 1366, height: 768, graphics: false })
  await openDemo(app, one)
  await ownCopyWithoutMap(one)
  other = await app.open({ width: 1920, height: 1080, graphics: false })
  await begunWith(app, other, await made(one))
}, 240_000)
afterAll(() => app?.close())

async function made(tab: AppPage): Promise<Uint8Array> {
  await openExchange(tab)
  const [download] = await Promise.all([
    tab.page.waitForEvent('download', WAIT),
    tab.page.locator('[data-action="make-exchange"]:not([disabled])').click(),
  ])
  return new Uint8Array(readFileSync((await download.path())!))
}
async function takes(tab: AppPage, file: Uint8Array): Promise<void> {
  await openExchange(tab)
  await dropFiles(tab, '[data-drop-exchange]', { 'other.zip': file })
  await tab.page.locator('[data-action="take-exchange"]').click(WAIT)
  await tab.page.locator('[data-region="exchange-preview"]').waitFor({ state: 'detached', timeout: 60_000 })
}
/** The kind of a case is said otherwise, by somebody. */
async function correct({ page }: AppPage, number: string, kind: string, who: string): Promise<void> {
  await page.locator('[data-action="by-hand"]').click(WAIT)
  await page.locator('[data-field="author"]').fill(who, WAIT)
  await page.locator('[data-action="sign"]').click()
  await page.locator('[data-field="number"]').fill(number)
  await page.locator('[data-action="find"]').click()
  await page.locator('.row-desk [data-field="field"]').selectOption('kind', WAIT)
  await page.locator('.row-desk [data-field="value"]').selectOption(kind)
  await page.locator('.row-desk [data-field="because"]').fill('复核')
  await page.locator('.row-desk [data-action="correct"]').click()
  await page.locator('.toast', { hasText: '已更正' }).waitFor(WAIT)
}
const badge = ({ page }: AppPage) => page.locator('.top-bar [data-action="compare"]')
const NUMBER = 'LX22-001'

test('X70 X71 two machines correct one case otherwise: both are told, side by side, and one act on either settles it on both', async () => {
  for (const tab of [one, other]) await show(tab, 'desk')
  await correct(one, NUMBER, 'suspected', '王')
  await correct(other, NUMBER, 'asymptomatic', '李')
  expect(await badge(one).count()).toBe(0)
  const [mine, theirs] = [await made(one), await made(other)]
  await takes(one, theirs)
  await takes(other, mine)
  for (const tab of [one, other]) {
    await badge(tab).click(WAIT)
    const sides = tab.page.locator('[data-region="differences"] [data-statement]')
    await sides.nth(1).waitFor(WAIT)
    expect(await sides.allInnerTexts()).toEqual([
      expect.stringMatching(/疑似[\s\S]*王[\s\S]*复核/),
      expect.stringMatching(/无症状[\s\S]*现行[\s\S]*李[\s\S]*复核/),
    ])
    await picture(tab, `differences-${tab === one ? 'one' : 'other'}`)
  }
  await show(one, 'checks')
  await one.page.locator('[data-table="differences"] tbody tr').click(WAIT)
  await one.page.locator('[data-statement] [data-action="decide"]').first().click(WAIT)
  await one.page.locator('[data-region="differences"] [data-none]').waitFor(WAIT)
  expect(await badge(one).count()).toBe(0)
  await takes(other, await made(one))
  await badge(other).waitFor({ state: 'detached', timeout: 60_000 })
  expect([...one.errors, ...other.errors]).toEqual([])
}, 240_000)
