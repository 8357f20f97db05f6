import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, goTo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1600, height: 1000 })
})
afterAll(() => app?.close())

const square = (x: number, y: number, size = 0.01): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const feature = (properties: object, coordinates: number[][][] | null): object => ({
  type: 'Feature',
  properties,
  geometry: coordinates && { type: 'Polygon', coordinates },
})
const collection = (features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })

const PACK = {
  'pack.json': JSON.stringify({
    format: 'cordon-pack',
    version: 1,
    title: { zh: '测试区', en: 'Test district' },
    timezone: 'Asia/Shanghai',
    frame: 'wgs84',
    policy: 'cn-2021-three-zone',
    use: 'review',
    synthetic: true,
    asOf: '2022-05-27T14:00',
  }),
  'places.geojson': collection([
    feature({ code: 'D', name: '测试区', kind: 'district' }, null),
    feature({ code: 'T1', name: '一镇', kind: 'town', parent: 'D' }, [square(120, 31, 0.02)]),
    feature(
      {
        code: 'V1',
        name: '<img src=x onerror="window.__markup=1">村',
        kind: 'village',
        parent: 'T1',
        people: 900,
      },
      [square(120, 31)],
    ),
    feature({ code: 'V2', name: '二村', kind: 'village', parent: 'T1', people: 500 }, [square(120.01, 31)]),
    feature({ code: 'V1', name: '重复村', kind: 'village', parent: 'T1' }, [square(120, 31.01)]),
    feature({ code: 'V3', name: '两点村', kind: 'village', parent: 'T1' }, [
      [
        [120, 31],
        [120.01, 31],
      ],
    ]),
    feature({ code: 'V4', name: '蝴蝶村', kind: 'village', parent: 'T1' }, [
      [
        [120, 31.01],
        [120.01, 31.02],
        [120.01, 31.01],
        [120, 31.02],
        [120, 31.01],
      ],
    ]),
    feature({ code: 'V5', name: '米制村', kind: 'village', parent: 'T1' }, [square(404000, 3430000, 900)]),
  ]),
  'zones.geojson': collection([
    feature(
      { id: 'S-01', name: '一区', level: 'sealed', from: '2022-05-13', to: '2022-05-20', members: ['V1'] },
      null,
    ),
    feature({ id: 'S-01', name: '一区', level: 'controlled', from: '2022-05-18', members: ['V1'] }, null),
    feature(
      {
        id: 'S-02',
        name: '二区',
        level: 'sealed',
        from: '2022-05-13',
        policy: 'no-such-policy',
        members: ['V2'],
      },
      null,
    ),
  ]),
  'cases.csv': 'id,reportedAt,place\nA1,2022-05-14,V1\nA2,2022-05-15\nA3,2022-05-16,V2\n',
  'roads.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"断',
}
const CODES = [
  'duplicate-code',
  'ring-too-short',
  'self-crossing',
  'metres-not-degrees',
  'stays-overlap',
  'unknown-policy',
  'short-row',
  'broken-json',
]

describe('bad input is normal', () => {
  test('each fault of a dropped pack gets its sentence, in both languages', async () => {
    const { page } = tab
    await page.goto(app.address)
    await page.locator('[data-action="open-demo"]').waitFor()
    await dropFiles(tab, '[data-drop]', PACK)
    await page.locator('.problem-table article').first().waitFor({ timeout: 60_000 })
    for (const locale of ['zh', 'en'] as const) {
      const told = new Map(
        await page
          .locator('.problem-table article')
          .evaluateAll((rows) =>
            rows.map(
              (row) =>
                [(row as HTMLElement).dataset.code!, (row as HTMLElement).innerText] as [string, string],
            ),
          ),
      )
      for (const code of CODES) {
        expect([...told.keys()], locale).toContain(code)
        expect(told.get(code)!.length, `${code} ${locale}`).toBeGreaterThan(20)
        expect(/[\u4e00-\u9fff]{4}/.test(told.get(code)!.split('\n')[0]!), `${code} ${locale}`).toBe(
          locale === 'zh',
        )
      }
      await page.getByText('中 / EN').first().click()
    }
  })

  test('nothing else is lost: the sound rows go in and stand on the screens', async () => {
    const { page } = tab
    await page.locator('.plan-bar .button.primary').click()
    await page.locator('.desk').waitFor({ timeout: 60_000 })
    await goTo(tab, 'checks')
    await page.locator('.check-tables').waitFor()
    const text = await page.locator('.check-tables').innerText()
    expect(text).toContain('二区')
    await page.evaluate(() => {
      location.hash = location.hash.replace(/\?.*$/, '') + '?at=2022-05-19T12:00'
    })
    await page.reload()
    await page.locator('.check-tables').waitFor({ timeout: 60_000 })
    expect(await page.locator('.check-tables').innerText()).toContain('一区')
    await page.evaluate(() => {
      location.hash = location.hash.replace(/\?.*$/, '') + '?at=2022-05-27T14:00'
    })
    await page.reload()
    await page.locator('.check-tables').waitFor({ timeout: 60_000 })
  })

  test('a feature property is text, never markup', async () => {
    const { page } = tab
    await goTo(tab, 'desk')
    await page.locator('.search input').fill('img')
    await page.locator('#search-hits li').first().waitFor()
    expect(await page.locator('#search-hits').innerText()).toContain('<img src=x onerror=')
    expect(await page.evaluate(() => (window as unknown as { __markup?: number }).__markup)).toBeUndefined()
    expect(await page.locator('img[src="x"]').count()).toBe(0)
  })

  test('loose files join the open workspace; undo takes them out, redo brings them back, a reload keeps them', async () => {
    const { page } = tab
    const cases = async (): Promise<number> => {
      await goTo(tab, 'desk')
      await page.locator('.tree').waitFor()
      await page.waitForTimeout(800)
      return Number(
        (
          await page
            .locator('.tree .row', { hasText: /感染者位置|Places of cases/ })
            .locator('.count')
            .innerText()
        ).replace(/,/g, ''),
      )
    }
    const before = await cases()
    await goTo(tab, 'import')
    await page.locator('.drop-area').waitFor()
    await dropFiles(tab, '.drop-area', {
      'cases.csv': 'id,reportedAt,place,kind\nB1,2022-05-20,V1,confirmed\nB2,2022-05-21,V2,confirmed\n',
    })
    await page.locator('.plan-bar').waitFor({ timeout: 30_000 })
    await page.locator('.plan-bar select').selectOption('current')
    await page.locator('.plan-bar .button.primary:not([disabled])').click()
    await page.locator('.desk').waitFor({ timeout: 30_000 })
    expect(await cases()).toBe(before + 2)
    await page.keyboard.press('Control+z')
    await page.locator('[data-action="undo-import"]').click()
    await expect.poll(cases, { timeout: 20_000 }).toBe(before)
    await page.reload()
    await page.locator('.tree').waitFor({ timeout: 60_000 })
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(cases, { timeout: 20_000 }).toBe(before + 2)
  })

  test('a second tab follows the first', async () => {
    const other = await tab.context.newPage()
    await goTo(tab, 'desk')
    await other.goto(tab.page.url())
    const count = other.locator('.tree .row', { hasText: /感染者位置|Places of cases/ }).locator('.count')
    await count.waitFor({ timeout: 60_000 })
    const before = Number(await count.innerText())
    await tab.page.bringToFront()
    await tab.page.keyboard.press('Control+z')
    await tab.page.locator('[data-action="undo-import"]').click()
    await expect.poll(async () => Number(await count.innerText()), { timeout: 20_000 }).toBe(before - 2)
    await tab.page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => Number(await count.innerText()), { timeout: 20_000 }).toBe(before)
    await other.close()
  })

  test('the same file again adds nothing', async () => {
    const { page } = tab
    await goTo(tab, 'import')
    await page.locator('.drop-area').waitFor()
    await dropFiles(tab, '.drop-area', {
      'cases.csv': 'id,reportedAt,place,kind\nB1,2022-05-20,V1,confirmed\nB2,2022-05-21,V2,confirmed\n',
    })
    await page.locator('.plan-bar').waitFor({ timeout: 30_000 })
    await page.locator('.plan-bar select').selectOption('current')
    await page.waitForTimeout(1500)
    expect(await page.locator('.plan-bar .button.primary').isDisabled()).toBe(true)
    await page.locator('.plan-bar .button', { hasText: /放弃|Discard/ }).click()
  })

  test('what would change is said row by row before it is confirmed', async () => {
    const { page } = tab
    await page.locator('.drop-area').waitFor()
    await dropFiles(tab, '.drop-area', {
      'cases.csv':
        'id,reportedAt,place,kind\nB1,2022-05-20,V1,asymptomatic\nB2,2022-05-21,V2,confirmed\nB3,2022-05-21,V2,confirmed\n',
    })
    await page.locator('.plan-bar select').selectOption('current')
    const news = page.locator('[data-part="news"]')
    await expect
      .poll(() => news.innerText(), { timeout: 20_000 })
      .toMatch(/^(?:新增 1 · 更改 1（逐项）· 相同 1|new 1 · changed 1 \(one by one\) · unchanged 1)$/)
    expect(await page.locator('.change-table article').innerText()).toMatch(
      /B1[\s\S]*cases\.csv[\s\S]*(?:kind|类型|分类|诊断)[\s\S]*(?:confirmed|确诊\S*) → (?:asymptomatic|无症状\S*)/,
    )
    await page.locator('.plan-bar .button', { hasText: /放弃|Discard/ }).click()
  })

  test('no error stands in the console', () => expect(tab.errors).toEqual([]))
})

const TAINAN = resolve(__dirname, '../../../shared/data/tainan-2015')
let tainan = true
try {
  readdirSync(TAINAN)
} catch {
  tainan = false
  console.log(`skipped: ${TAINAN} is absent`)
}

describe.skipIf(!tainan)('a real outbreak, dropped on the page', () => {
  test('Tainan 2015 opens, scrubs from January to December and shows the clusters of August', async () => {
    const city = await app.open({ width: 1920, height: 1080 })
    const { page } = city
    await page.goto(app.address)
    await page.locator('[data-action="open-demo"]').waitFor()
    const files: Record<string, Uint8Array> = {}
    for (const name of readdirSync(TAINAN))
      if (statSync(join(TAINAN, name)).isFile())
        files[name] = new Uint8Array(readFileSync(join(TAINAN, name)))
    await dropFiles(city, '[data-drop]', files)
    await page.locator('.plan-bar .button.primary:not([disabled])').waitFor({ timeout: 90_000 })
    expect(await page.locator('.file-list').innerText()).toContain('22,755')
    await page.locator('.plan-bar .button.primary').click()
    await page.locator('.desk').waitFor({ timeout: 90_000 })
    const seen: Record<string, number> = {}
    for (const day of ['2015-01-31', '2015-08-31', '2015-12-31']) {
      await page.evaluate((at) => {
        location.hash = location.hash.replace(/\?.*$/, '') + `?at=${at}T23:00`
      }, day)
      await page.reload()
      await page.locator('.tree').waitFor({ timeout: 90_000 })
      await page.waitForTimeout(1500)
      seen[day] = Number(
        (
          await page
            .locator('.tree .row', { hasText: /感染者位置|Places of cases/ })
            .locator('.count')
            .innerText()
        ).replace(/,/g, ''),
      )
    }
    expect(seen['2015-08-31']! - seen['2015-01-31']!).toBeGreaterThan(3000)
    expect(seen['2015-12-31']).toBe(22_755)
    await page.evaluate(() => {
      location.hash = location.hash.replace(/\?.*$/, '').replace('/desk', '/checks') + '?at=2015-08-31T23:00'
    })
    await page.reload()
    await page.locator('.check-tables').waitFor({ timeout: 90_000 })
    await expect
      .poll(() => page.locator('[data-table="clusters"] tbody tr').count(), { timeout: 60_000 })
      .toBeGreaterThan(3)
    expect(city.errors).toEqual([])
    await city.context.close()
  })
})
