import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, startApp } from '../helpers/app'
import { seeded } from '../helpers/seeded'

const COMPOUNDS = 10_000
const CASES = 100_000

/** A district of 100 × 100 compounds with eight-cornered borders and 100,000 cases over 120 days, seeded. */
function largePack(): Record<string, string> {
  const random = seeded(7)
  const features: string[] = [
    '{"type":"Feature","properties":{"code":"D","name":"大区","kind":"district"},"geometry":null}',
  ]
  const step = 0.004
  for (let row = 0; row < 100; row++) {
    for (let column = 0; column < 100; column++) {
      const [x, y] = [113 + column * step, 22 + row * step]
      const corner = (dx: number, dy: number): string =>
        `[${(x + dx * step).toFixed(6)},${(y + dy * step).toFixed(6)}]`
      const ring = [
        corner(0, 0),
        corner(0.5, 0),
        corner(1, 0),
        corner(1, 0.5),
        corner(1, 1),
        corner(0.5, 1),
        corner(0, 1),
        corner(0, 0.5),
        corner(0, 0),
      ]
      features.push(
        `{"type":"Feature","properties":{"code":"C${row * 100 + column}","name":"第${row * 100 + column}小区","kind":"compound","parent":"D","people":${Math.floor(300 + random.next() * 900)}},"geometry":{"type":"Polygon","coordinates":[[${ring.join(',')}]]}}`,
      )
    }
  }
  const lines = ['id,reportedAt,kind,foundIn,place']
  for (let i = 0; i < CASES; i++) {
    const day = new Date(Date.UTC(2022, 0, 1) + Math.floor(random.next() * 120) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    lines.push(
      `K${i},${day},${random.next() < 0.3 ? 'confirmed' : 'asymptomatic'},${random.next() < 0.4 ? 'community' : 'central'},C${Math.floor(random.next() * COMPOUNDS)}`,
    )
  }
  return {
    'pack.json': JSON.stringify({
      format: 'cordon-pack',
      version: 1,
      title: { zh: '大区', en: 'Large district' },
      timezone: 'Asia/Shanghai',
      frame: 'wgs84',
      policy: 'cn-2021-three-zone',
      use: 'review',
      synthetic: true,
    }),
    'places.geojson': `{"type":"FeatureCollection","features":[${features.join(',')}]}`,
    'cases.csv': lines.join('\n'),
  }
}

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open()
})
afterAll(() => app?.close())

async function timed<T>(what: string, task: () => Promise<T>): Promise<T> {
  const from = Date.now()
  const done = await task()
  console.log(`${what}: ${Date.now() - from} ms`)
  return done
}

test('a pack of 10,000 compounds and 100,000 cases imports, opens again, shows and scrubs', async () => {
  const { page } = tab
  await page.goto(app.address)
  await page.locator('[data-action="open-demo"]').waitFor()
  const files = largePack()
  await timed('plan', async () => {
    await dropFiles(tab, '[data-drop]', files)
    await page.locator('.plan-bar .button.primary:not([disabled])').waitFor({ timeout: 120_000 })
  })
  expect(await page.locator('.plan-bar .total').innerText()).toContain('110,001')
  await timed('write, fold, compute', async () => {
    await page.locator('.plan-bar .button.primary').click()
    await page.locator('.tree').waitFor({ timeout: 120_000 })
  })
  const count = (): Promise<string> =>
    page
      .locator('.tree .row', { hasText: /感染者位置/ })
      .locator('.count')
      .innerText()
  await expect.poll(count, { timeout: 60_000 }).toBe('100,000')
  await timed('open again', async () => {
    await page.reload()
    await page.locator('.tree').waitFor({ timeout: 120_000 })
  })
  await timed('scrub to another day', async () => {
    await page.evaluate(() => {
      location.hash = location.hash.replace(/\?.*$/, '') + '?at=2022-02-10T12:00'
    })
    await page.reload()
    await page.locator('.tree').waitFor({ timeout: 120_000 })
    await expect
      .poll(async () => Number((await count()).replace(/,/g, '')), { timeout: 60_000 })
      .toBeLessThan(50_000)
  })
  const session = await tab.context.newCDPSession(page)
  await session.send('Performance.enable')
  const { metrics } = (await session.send('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[]
  }
  console.log(
    `page heap: ${Math.round(metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1e6)} MB`,
  )
  await page.locator('.map-view canvas').first().waitFor()
  expect(tab.errors).toEqual([])
})
