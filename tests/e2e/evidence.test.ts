import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, goTo, openDemo, startApp } from '../helpers/app'
import { openPack } from '../helpers/open-pack'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

const SQUARE = [
  [118, 31],
  [118.02, 31],
  [118.02, 31.02],
  [118, 31.02],
  [118, 31],
]
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const feature = (properties: object): object => ({
  ...{ type: 'Feature', properties },
  geometry: { type: 'Polygon', coordinates: [SQUARE] },
})
const TITLED = {
  'pack.json': JSON.stringify({
    ...{ format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84', use: 'review' },
    ...{ policy: 'cn-2021-three-zone', asOf: '2022-05-20T12:00', title: { zh: '试验县', en: 'Trial' } },
  }),
  'places.geojson': collection(
    feature({ code: 'D', kind: 'district', name: '试验县' }),
    feature({ code: 'V', kind: 'village', parent: 'D', name: '东村', people: 1200 }),
  ),
  'zones.geojson': collection(
    feature({ id: 'Z', name: '东村', level: 'sealed', from: '2022-05-01', members: ['V'] }),
  ),
  'cases.csv':
    '试验县病例台账\n病例编号,报告日期,类型,现住址\nC1,2022-05-02,确诊,V\n\nC2,2022-05-09,无症状,"V"\n',
}

test('O8 O9 a file under a title line: its rows by the numbers of the spreadsheet, in the language of the page', async () => {
  const tab = await app.open({ width: 1366, height: 768, graphics: false })
  const { page } = tab
  await openPack(app, tab, TITLED)
  await page.keyboard.press(']')
  const link = page.locator('[data-condition] .evidence-link').first()
  await link.waitFor({ timeout: 60_000 })
  await link.click()
  const sheet = page.locator('.evidence-sheet')
  const cases = sheet.locator('[data-evidence="cases"]')
  expect(await cases.locator('thead th').allInnerTexts()).toEqual(
    expect.arrayContaining(['病例编号', '报告日期', '类型', '现住址']),
  )
  const first = cases.locator('tbody tr').first()
  expect(await first.getAttribute('class')).toContain('deciding')
  // below the number stands what corrects the row
  const printed = (await first.locator('th, td').allInnerTexts()).map((text) => text.split('\n')[0])
  expect(printed.slice(0, 6)).toEqual(['5', '天数自此行起算', 'C2', '5月9日', '无症状', '东村'])
  expect(await cases.innerText()).toContain('表头在第 2 行')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(tab.errors).toEqual([])
  await tab.context.close()
})

test('O8 O9 of the demo every condition with rows shows them, and nothing of it is cut at any size', async () => {
  const tab = await app.open({ width: 1366, height: 768, locale: 'en-US', graphics: false })
  const { page } = tab
  await openDemo(app, tab)
  await goTo(tab, 'desk')
  await page.locator('.tree').waitFor({ timeout: 60_000 })
  await page.keyboard.press(']')
  const links = page.locator('[data-condition] .evidence-link')
  await links.first().waitFor({ timeout: 60_000 })
  const frames = page.locator('.evidence-sheet .frame')
  for (let n = 0; n < (await links.count()); n += 1) {
    await links.nth(n).click()
    await frames.first().waitFor()
    expect(await page.locator('.evidence-sheet tbody tr').first().getAttribute('class')).toContain('deciding')
    expect(await page.locator('.evidence-sheet .missing').count()).toBe(0)
    for (const [width, height] of n === 0 ? SIZES : SIZES.slice(0, 1)) {
      await page.setViewportSize({ width, height })
      const cut = await frames.evaluateAll(
        (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length,
      )
      expect(cut, `${width} ${n}`).toBe(0)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.keyboard.press('Escape')
  }
  expect(tab.errors).toEqual([])
  await tab.context.close()
})

const SIZES = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
] as const
