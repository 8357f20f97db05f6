import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, goTo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1920, height: 1080, graphics: false })
})
afterAll(() => app?.close())

/** Pictures of every state, where a folder is named for them. */
async function picture(name: string): Promise<void> {
  const folder = process.env.CORDON_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await tab.page.screenshot({ path: join(folder, `${name}.png`) })
}

const ring = (x: number): number[][][] => [
  [
    [x, 31],
    [x + 0.02, 31],
    [x + 0.02, 31.02],
    [x, 31.02],
    [x, 31],
  ],
]
const feature = (properties: object, coordinates: number[][][] | null): object => ({
  ...{ type: 'Feature', properties },
  geometry: coordinates && { type: 'Polygon', coordinates },
})
const collection = (features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const zone = (id: string, member: string): object =>
  feature({ id, name: id, level: 'sealed', from: '2022-05-01', members: [member] }, null)

const PACK = {
  'pack.json': JSON.stringify({
    ...{ format: 'cordon-pack', version: 1, title: { zh: '台账测试区', en: 'Lists' }, use: 'review' },
    ...{ timezone: 'Asia/Shanghai', frame: 'wgs84', policy: 'cn-2021-three-zone', synthetic: true },
    asOf: '2022-05-27T14:00',
  }),
  'places.geojson': collection([
    feature({ code: 'D', name: '台账测试区', kind: 'district' }, null),
    feature({ code: 'T1', name: '召陵镇', kind: 'town', parent: 'D' }, ring(120)),
    feature({ code: 'T2', name: '万金镇', kind: 'town', parent: 'D' }, ring(120.02)),
  ]),
  'zones.geojson': collection([zone('S-01', 'T1'), zone('S-02', 'T2')]),
}
const CASES = 'id,reportedAt,place,kind\nA1,2022-05-03T10:00,T1,confirmed\n'
const ofCases = '[data-table="sources"] [data-list="cases"]'

describe('what a list speaks for', () => {
  test('L70 a loose list says for what it speaks before the import, and speaks for the towns of its rows', async () => {
    const { page } = tab
    await page.goto(app.address)
    await page.locator('[data-action="open-demo"]').waitFor()
    await dropFiles(tab, '[data-drop]', PACK)
    await page.locator('.plan-bar .button.primary:not([disabled])').click({ timeout: 60_000 })
    await page.locator('.desk').waitFor({ timeout: 60_000 })
    await goTo(tab, 'import')
    await page.locator('.drop-area').waitFor()
    await dropFiles(tab, '.drop-area', { 'cases.csv': CASES })
    await page.locator('[data-region="speaks"] [data-file="cases.csv"]').waitFor({ timeout: 30_000 })
    await page.locator('.plan-bar select').selectOption('current')
    await page.locator('.plan-bar .button.primary:not([disabled])').waitFor()
    await picture('import-zh')
    await page.locator('.plan-bar .button.primary:not([disabled])').click()
    await page.locator('.desk').waitFor({ timeout: 30_000 })
    await goTo(tab, 'checks')
    await expect.poll(() => page.locator(ofCases).innerText(), { timeout: 20_000 }).toContain('召陵镇')
    await picture('checks-zh')
  })

  test('Z70 the wall’s header and the leaf of the other town say what is not there', async () => {
    const { page } = tab
    await goTo(tab, 'wall')
    const late = page.locator('.wall-header .sources .late').first()
    await late.waitFor({ timeout: 30_000 })
    expect(await late.innerText()).toMatch(/病例（1\/2 镇街）[\s\S]*缺万金镇/)
    await picture('wall-zh')
    await goTo(tab, 'desk')
    await page.evaluate(() => {
      location.hash = `${location.hash.replace(/\?.*$/, '')}?zone=S-02`
    })
    await expect
      .poll(() => page.locator('.desk').innerText(), { timeout: 20_000 })
      .toContain('万金镇病例台账未收到')
    await picture('desk-zh')
  })

  test('L71 on the checks page a person says that it covers the district, and takes it back', async () => {
    const { page } = tab
    await goTo(tab, 'checks')
    await page.locator(`${ofCases} button`).click()
    await page.locator('[data-table="sources"] input[type="checkbox"]').check()
    await picture('checks-say-zh')
    await page.locator('[data-table="sources"] .form .button').click()
    await expect.poll(() => page.locator(ofCases).innerText(), { timeout: 20_000 }).toContain('全区')
    await page.locator('button[aria-label^="撤销"]').click()
    await expect.poll(() => page.locator(ofCases).innerText(), { timeout: 20_000 }).toContain('召陵镇')
    await page.getByText('中 / EN').first().click()
    await picture('checks-en')
    await goTo(tab, 'wall')
    await page.locator('.wall-header .sources .late').first().waitFor({ timeout: 30_000 })
    await picture('wall-en')
    expect(tab.errors).toEqual([])
  })
})
