import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, firstRun, goTo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1600, height: 1000, graphics: false })
  await firstRun(app, tab)
  await dropFiles(tab, '[data-drop]', PACK)
  await written()
  await goTo(tab, 'import')
  await tab.page.locator('.drop-area').waitFor()
  await dropFiles(tab, '.drop-area', {
    'contacts.csv': 'id,case,place,kind,exposedAt\nN1,A1,V1,close,2022-05-19\nN2,A1,V2,close,2022-05-19\n',
  })
  await tab.page.locator('.plan-bar select').selectOption('current', { timeout: 60_000 })
  await written()
})
afterAll(() => app?.close())

async function written(): Promise<void> {
  await tab.page.locator('.plan-bar .button.primary:not([disabled])').click({ timeout: 60_000 })
  await tab.page.locator('.desk .drawing-toolbar').waitFor({ timeout: 60_000 })
  await tab.page.waitForTimeout(1000)
}

const square = (x: number): object => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 31],
      [x + 0.01, 31],
      [x + 0.01, 31.01],
      [x, 31.01],
      [x, 31],
    ],
  ],
})
const collection = (...features: [object, object][]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  })
const PACK = {
  'pack.json': JSON.stringify({
    ...{
      format: 'cordon-pack',
      version: 1,
      title: { zh: '测试区' },
      timezone: 'Asia/Shanghai',
      frame: 'wgs84',
    },
    ...{ policy: 'cn-2021-three-zone', use: 'review', synthetic: true, asOf: '2022-05-27T14:00' },
  }),
  'places.geojson': collection(
    [{ code: 'V1', name: '一村', kind: 'village', people: 900 }, square(120)],
    [{ code: 'V2', name: '二村', kind: 'village', people: 500 }, square(120.01)],
  ),
  'zones.geojson': collection([
    { id: 'S-01', name: '一村片', level: 'sealed', from: '2022-05-20', members: 'V1' },
    square(120),
  ]),
  'cases.csv': 'id,reportedAt,place,kind\nA1,2022-05-20,V1,confirmed\n',
}

/** Events of every log that this browser holds. */
const events = (): Promise<number> =>
  tab.page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    let sum = 0
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!))
      if (database.objectStoreNames.contains('events'))
        sum += await done(database.transaction('events').objectStore('events').count())
      database.close()
    }
    return sum
  })
/** The same number still when an undo would long have been written. */
async function staysAt(number: number): Promise<void> {
  await tab.page.waitForTimeout(1500)
  expect(await events()).toBe(number)
}
const sheet = () => tab.page.locator('[data-ask="undo-import"]')

test('Ctrl+Z in a field changes the field and nothing else', async () => {
  const { page } = tab
  const before = await events()
  const field = page.locator('.search input')
  await field.click()
  await page.keyboard.type('abc')
  await page.keyboard.press('Control+z')
  expect(await field.inputValue()).not.toBe('abc')
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z')
  await staysAt(before)
  expect(await sheet().count()).toBe(0)

  // nor while an input method makes a word, wherever the focus is
  await field.evaluate((input) => (input as HTMLElement).blur())
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, isComposing: true, bubbles: true }),
    ),
  )
  await staysAt(before)
  expect(await sheet().count()).toBe(0)
})

test('with a sheet open nothing is undone', async () => {
  const { page } = tab
  const before = await events()
  await page.keyboard.press(']')
  await page.locator('[data-action="what-if"]').click()
  await page.locator('.what-if').waitFor()
  await page.locator('.what-if .close').focus()
  await page.keyboard.press('Control+z')
  await staysAt(before)
  expect(await sheet().count()).toBe(0)
  await page.locator('.what-if .close').click()

  await page.locator('[data-action="zone-menu"]').click()
  await page.locator('[data-verb="zone.rename"]').click()
  await page.locator('[data-field="ask"]').waitFor()
  await page.locator('dialog header button').focus()
  await page.keyboard.press('Control+z')
  await staysAt(before)
  expect(await sheet().count()).toBe(0)
  await page.keyboard.press('Escape')
})

test('an import is undone only when a person says yes, and comes again with Ctrl+Y', async () => {
  const { page } = tab
  const before = await events()
  for (const keeps of ['Enter', 'Escape']) {
    await page.keyboard.press('Control+z')
    await sheet().waitFor()
    expect(await sheet().innerText()).toMatch(/contacts\.csv[\s\S]*密接\s+2\s+0/)
    await page.keyboard.press('Control+z')
    await page.keyboard.press(keeps)
    await sheet().waitFor({ state: 'detached' })
    await staysAt(before)
  }
  await page.locator('.steps button').first().click()
  await page.locator('[data-action="undo-import"]').click()
  await expect.poll(events, { timeout: 20_000 }).toBe(before + 1)
  await expect.poll(() => page.locator('.steps button').nth(1).isEnabled()).toBe(true)
  await page.keyboard.press('Control+y')
  await expect.poll(events, { timeout: 20_000 }).toBe(before + 2)
  expect(tab.errors).toEqual([])
})
