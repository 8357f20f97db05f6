import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, startApp } from '../helpers/app'
import { openPack } from '../helpers/open-pack'

/** ms a view is looked at before it is left: before its map stands, while it is drawn, and after. */
const LOOKS = [0, 140, 420, 700, 1100]
const VIEWS = ['wall', 'desk', 'checks', 'desk', 'briefing', 'wall', 'rules', 'desk'] as const

const village = (code: string, west: number, south: number, size: number): object => ({
  type: 'Feature',
  properties: { code, name: `${code}村`, kind: 'village', people: 400 },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  },
})
/** Twelve small villages in the corner of a wide district hold every case, so that the wall shows them larger, on a map of its own. */
const SMALL = Array.from({ length: 12 }, (_, at) =>
  village(`V${at}`, 120 + (at % 4) * 0.004, 31 + Math.floor(at / 4) * 0.004, 0.004),
)
const WIDE = [village('W1', 120.02, 31.02, 0.15), village('W2', 120.17, 31.17, 0.15)]
const PACK = {
  'pack.json': JSON.stringify({
    ...{ format: 'cordon-pack', version: 1, title: { zh: '大区小村' }, timezone: 'Asia/Shanghai' },
    ...{ frame: 'wgs84', use: 'review', synthetic: true, asOf: '2022-05-27T14:00' },
  }),
  'places.geojson': JSON.stringify({ type: 'FeatureCollection', features: [...SMALL, ...WIDE] }),
  'cases.csv': [
    'id,reportedAt,place,kind',
    ...Array.from({ length: 96 }, (_, at) => `C${at},2022-05-${21 + (at % 6)},V${at % 12},confirmed`),
  ].join('\n'),
}

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1920, height: 1080 })
  await openPack(app, tab, PACK)
})
afterAll(() => app?.close())

test('M66 a wall of two maps is left at any moment of its drawing: no screen fails, and the next one stands', async () => {
  const { page } = tab
  await goTo(tab, 'wall')
  await page.locator('.map-view').nth(1).waitFor({ timeout: 60_000 })
  for (const look of LOOKS) {
    for (const view of VIEWS) {
      await goTo(tab, view)
      await page.waitForTimeout(look)
    }
    expect(tab.errors, `left after ${look} ms`).toEqual([])
  }
  await page.locator('.desk .tree').waitFor({ timeout: 60_000 })
  await page.locator('.map-view .early').waitFor({ state: 'detached', timeout: 60_000 })
  await goTo(tab, 'wall')
  await page.locator('.map-view').nth(1).waitFor({ timeout: 60_000 })
  expect(tab.errors).toEqual([])
}, 240_000)
