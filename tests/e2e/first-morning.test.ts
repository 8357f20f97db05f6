import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, firstRun, picture, startApp } from '../helpers/app'
import { hasSharedData, sharedData } from '../helpers/shared-data'

const MORNING = '../cases/morning'
const FIVE = [
  '召陵区村界.geojson',
  '7月9日病例台账(WPS-GBK).csv',
  '召陵镇日报0709.xlsx',
  '封控区范围.kml',
  '卡点.gpx',
]
const isThere = hasSharedData(MORNING)
const five = (): Record<string, Uint8Array> =>
  Object.fromEntries(
    FIVE.map((name) => [name, new Uint8Array(readFileSync(sharedData(join(MORNING, name))))]),
  )

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
})
beforeEach(async () => {
  tab = await app.open({ width: 1920, height: 1080, graphics: false })
})
afterAll(() => app?.close())

async function dropped(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await firstRun(app, tab)
  await dropFiles(tab, '[data-drop]', files)
  await tab.page.locator('.plan-bar .primary:not([disabled])').waitFor({ timeout: 60_000 })
}
const settled = () => tab.page.locator('.plan-bar .primary:not([disabled])').waitFor({ timeout: 60_000 })
const fileRow = async (name: string): Promise<string> =>
  (await tab.page.locator('.file-list .file').allInnerTexts())
    .find((text) => text.includes(name))!
    .replaceAll('\n', ' ')

describe.skipIf(!isThere)('a first morning', () => {
  test('five files come to the wall in three acts, with two questions that have their answers chosen', async () => {
    const { page, errors } = tab
    let acts = 0
    await dropped(five())
    acts += 1
    await picture(tab, '1-dropped')
    const asked = page.locator('[data-region="questions"] article')
    expect(await asked.count()).toBe(2)
    expect(await page.locator('[data-region="questions"] h2').first().innerText()).toContain('要问的 2 处')
    expect(await asked.nth(0).innerText()).toMatch(/“7月6日”没有年份：2022？[\s\S]*7月6日 → 2022年7月6日/)
    expect(await asked.nth(0).locator('[data-answer="2022"] input').isChecked()).toBe(true)
    expect(await asked.nth(1).innerText()).toMatch(/3 个面作为：封控区？/)
    expect(await asked.nth(1).locator('[data-answer="sealed"] input').isChecked()).toBe(true)
    expect(await asked.nth(1).locator('.begin input').inputValue()).toBe('2022年7月9日 17:00')
    expect(await page.locator('[data-field="name"]').inputValue()).toBe('召陵区疫情防控指挥部')
    expect(await page.locator('[data-field="cutoff"]').inputValue()).toBe('2022年7月9日 17:00')
    expect(await page.locator('[data-region="new-workspace"]').innerText()).toContain('召陵区 411104')

    await page.locator('[data-edition="cn-9th-2022"] [data-action="adopt"]').click()
    acts += 1
    await settled()
    expect(await page.locator('[data-region="new-workspace"]').innerText()).toContain('已采用')
    expect(await asked.nth(1).innerText()).toContain('写作高风险区')
    await picture(tab, '2-adopted')
    expect(await fileRow('召陵镇日报0709.xlsx › 病例')).toContain('可导入 0 行')
    expect(await page.locator('[data-region="questions"] .same').innerText()).toContain('12/12 行不重复计')

    await page.locator('.plan-bar .primary').click()
    acts += 1
    await page.locator('[data-zone][data-word]').first().waitFor({ timeout: 60_000 })
    expect(page.url()).toContain('/wall')
    await page.waitForTimeout(3000)
    await picture(tab, '3-wall')
    const wall = await page.locator('body').innerText()
    expect(wall).toContain('召陵区疫情防控指挥部')
    expect(wall).toMatch(/7月9日\s*17:00/)
    expect(wall).toMatch(/高风险区/)
    expect(await page.locator('[data-zone][data-word]').count()).toBe(3)
    expect(acts).toBeLessThanOrEqual(6)
    expect(errors).toEqual([])
  })

  test('answers change the plan; what is left open is left out; a cancelled or reloaded import wrote nothing', async () => {
    const { page, errors } = tab
    await dropped(five())
    const ledger = '7月9日病例台账(WPS-GBK).csv'
    const year = page.locator('.year-asked')
    expect(await fileRow(ledger)).toContain('可导入 12 行')
    await year.locator('[data-answer="open"]').click()
    await settled()
    expect(await fileRow(ledger)).toContain('可导入 11 行')
    expect(await year.innerText()).toContain('没有年份，先不采用')
    await year.locator('[data-answer="other"]').click()
    await year.locator('.written').fill('1899')
    await year.locator('.written').press('Enter')
    await settled()
    expect(await year.locator('[role="alert"]').innerText()).toContain('“1899”不能作年份')
    expect(await fileRow(ledger)).toContain('可导入 11 行')
    await picture(tab, '4-1899')
    await year.locator('.written').fill('2021')
    await year.locator('.written').press('Enter')
    await settled()
    expect(await year.innerText()).toContain('7月6日 → 2021年7月6日')
    await year.locator('[data-answer="2022"] input').focus()
    await page.keyboard.press('Space')
    await settled()
    expect(await year.innerText()).toContain('7月6日 → 2022年7月6日')
    await page.keyboard.press('ArrowRight')
    await settled()
    expect(await year.innerText()).not.toContain('→ 2022年7月6日')

    const zones = page.locator('.zones-asked')
    await zones.locator('[data-answer="none"]').click()
    await settled()
    expect(await zones.locator('.begin').count()).toBe(0)
    await zones.locator('[data-answer="controlled"]').click()
    await settled()
    await zones.locator('.begin input').fill('2022-02-30')
    await zones.locator('.begin input').press('Tab')
    await settled()
    expect(await zones.locator('[role="alert"]').innerText()).toContain('不是时间')
    expect(await fileRow('封控区范围.kml')).toContain('可导入 0 行')
    await zones.locator('.begin input').fill('2022年7月8日9时')
    await zones.locator('.begin input').press('Tab')
    await settled()
    expect(await fileRow('封控区范围.kml')).toContain('可导入 3 行')

    await page.reload()
    await page.locator('body').waitFor()
    await page.goto(app.address)
    await page.locator('[data-action="open-demo"]:not([disabled])').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('召陵区')
    expect(errors).toEqual([])
  })

  test('name and cut-off are as a person writes them; without adopting nothing is assessed', async () => {
    const { page, errors } = tab
    await dropped(five())
    await page.locator('[data-field="name"]').fill('召陵区演练一')
    await page.locator('[data-field="cutoff"]').fill('昨天')
    await page.locator('[data-field="cutoff"]').press('Tab')
    expect(await page.locator('.new-workspace [role="alert"]').innerText()).toContain('不是时间')
    expect(await page.locator('.plan-bar .primary').isDisabled()).toBe(true)
    await page.locator('[data-field="cutoff"]').fill('2022-07-09 12:00')
    await page.locator('[data-field="cutoff"]').press('Tab')
    await settled()
    await page.locator('.plan-bar .primary').click()
    await page.waitForURL(/\/wall/, { timeout: 60_000 })
    await page.waitForTimeout(4000)
    await picture(tab, '5-not-adopted')
    expect(await page.locator('body').innerText()).toMatch(/7月9日\s*12:00/)
    await page.goto(app.address)
    await page.getByText('召陵区演练一').first().waitFor({ timeout: 30_000 })
    expect(errors).toEqual([])
  })
})
