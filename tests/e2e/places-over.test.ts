import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, goTo, startApp } from '../helpers/app'
import { commanded, exportedPack } from '../helpers/drawing-desk'

/** Where pictures of the screens are left for a person to look at; none without the variable. */
const PICTURES = process.env.CORDON_PICTURES
const WAIT = { timeout: 60_000 }
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1680, height: 1000 },
]

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1366, height: 768, graphics: false })
})
afterAll(() => app?.close())

async function picture(name: string): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  const { page } = tab
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(PICTURES, `${name}-${size.width}.png`) })
  }
  await page.setViewportSize(SIZES[0]!)
}

const press = (text: string): Promise<void> =>
  tab.page.locator('button.plain.word', { hasText: text }).click()
const switchTheme = (): Promise<void> =>
  tab.page.locator('button.plain.word:not(:has-text("EN"))').first().click()

const feature = (properties: object, coordinates: number[][][] | null): object => ({
  ...{ type: 'Feature', properties },
  geometry: coordinates && { type: 'Polygon', coordinates },
})
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const village = (code: string, name: string, [west, east]: [number, number], people: number): object =>
  feature({ code, name, kind: 'village', parent: 'T', people }, [
    [
      [121 + west / 100, 31],
      [121 + east / 100, 31],
      [121 + east / 100, 31.01],
      [121 + west / 100, 31.01],
      [121 + west / 100, 31],
    ],
  ])

const PACK = {
  'pack.json': JSON.stringify({
    ...{ format: 'cordon-pack', version: 1, title: { zh: '辖区测试区', en: 'Places' }, use: 'review' },
    ...{ timezone: 'Asia/Shanghai', frame: 'wgs84', policy: 'cn-2021-three-zone', synthetic: true },
    asOf: '2022-05-27T14:00',
  }),
  'places.geojson': collection(
    feature({ code: 'D', name: '辖区测试区', kind: 'district' }, null),
    feature({ code: 'T', name: '万金镇', kind: 'town', parent: 'D' }, null),
    village('A', '东桥村', [0, 1], 1_000),
    village('B', '西桥村', [1, 2], 1_000),
    village('C', '后庄村', [2, 3], 1_000),
  ),
  'zones.geojson': collection(
    feature({ id: 'S-01', name: '东桥封控区', level: 'sealed', from: '2022-05-01', members: ['A'] }, null),
  ),
}
const NEW = collection(village('N', '桥新村', [0, 1.5], 1_600), village('M', '西苑村', [1.5, 2], 500))

async function take(files: Record<string, string>, target: 'current' | null): Promise<void> {
  const { page } = tab
  await dropFiles(tab, target ? '.drop-area' : '[data-drop]', files)
  if (target) await page.locator('.plan-bar select').selectOption(target)
  await page.locator('.plan-bar .button.primary:not([disabled])').waitFor(WAIT)
}
const confirm = (): Promise<void> => tab.page.locator('.plan-bar .button.primary:not([disabled])').click()
async function peopleFromCommand(asOf: string): Promise<number> {
  await goTo(tab, 'desk')
  const path = await exportedPack(tab.page)
  const { levels } = (await commanded('coverage', path, '--as-of', asOf)) as unknown as {
    levels: { district: { people: number } }
  }
  return levels.district.people
}

test('I70 a file over places of the log is told at its import with day and reason, in both languages', async () => {
  const { page } = tab
  await page.goto(app.address)
  await page.locator('[data-action="open-demo"]').waitFor()
  await take(PACK, null)
  await confirm()
  await page.locator('.desk').waitFor(WAIT)
  await goTo(tab, 'import')
  await page.locator('.drop-area').waitFor()
  await take({ 'places.geojson': NEW }, 'current')
  const told = page.locator('[data-region="places-over"]')
  await told.locator('[data-file="places.geojson"]').waitFor(WAIT)
  expect(await told.innerText()).toContain('不填日期')
  expect(await page.locator('[data-region="problems"]').innerText()).toContain('A × N')
  await picture('import-zh-light')
  await told.locator('[data-field="at"]').fill('2022-05-10')
  await told.locator('[data-field="because"]').fill('民政批复〔2022〕7号')
  expect(await told.innerText()).not.toContain('不填日期')
  await page.keyboard.press('Escape')
  await press('中 / EN')
  await picture('import-en-light')
  await switchTheme()
  await picture('import-en-dark')
  await switchTheme()
  await told.locator('[data-field="at"]').fill('')
  await confirm()
  await page.locator('.desk').waitFor(WAIT)
  expect(await peopleFromCommand('2022-05-27T14:00')).toBe(5_100)
})

test('I70 the checks page lists them, and the replacement is recorded there, once for all places of the file', async () => {
  const { page } = tab
  await goTo(tab, 'checks')
  const table = page.locator('[data-table="places-over"]')
  await table.locator('tbody tr').first().waitFor(WAIT)
  expect(await table.locator('tbody tr').allInnerTexts()).toHaveLength(3)
  await table.locator('tbody tr').first().click()
  const acts = page.locator('[data-region="places-over-acts"]')
  await acts.scrollIntoViewIfNeeded()
  await picture('checks-en-light')
  await acts.locator('[data-place="N"] [data-act="replace"]').click()
  const sheet = page.locator('.place-sheet')
  await sheet.waitFor(WAIT)
  await picture('replace-en-light')
  await page.keyboard.press('Escape')
  await acts.locator('[data-place="N"] [data-act="split"]').click()
  for (const [at, people] of [900, 800].entries())
    await sheet.locator('[data-field="people"]').nth(at).fill(String(people))
  expect(await sheet.locator('[data-said="people"]').innerText()).toContain(
    '1,700, in the place: 1,600; that is 100 more',
  )
  await picture('split-en-light')
  await page.keyboard.press('Escape')
  await acts.locator('[data-place="N"] [data-act="merge"]').click()
  await picture('merge-en-light')
  await page.keyboard.press('Escape')
  await switchTheme()
  await acts.locator('[data-place="N"] [data-act="replace"]').click()
  await picture('replace-en-dark')
  await sheet.locator('[data-field="at"]').fill('2022-05-10')
  await sheet.locator('[data-field="because"]').fill('Decision 7')
  await sheet.locator('[data-field="author"]').fill('Wang')
  await sheet.locator('[data-action="write"]').click()
  await sheet.waitFor({ state: 'detached' })
  await table.locator('.empty').waitFor(WAIT)
  await picture('checks-en-dark')
  expect(await peopleFromCommand('2022-05-27T14:00')).toBe(3_100)
  await page.keyboard.press('Control+z')
  await goTo(tab, 'checks')
  await table.locator('tbody tr').first().waitFor(WAIT)
  expect(tab.errors).toEqual([])
})
