import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, firstRun, goTo, picture, startApp } from '../helpers/app'
import { PERSONAL_HEADERS, PERSONAL_VALUES } from '../helpers/personal-values'
import { textsKept } from '../helpers/stored-bytes'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1920, height: 1080, graphics: false })
})
afterAll(() => app?.close())

const square = (lon: number, lat: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + 0.01, lat],
      [lon + 0.01, lat + 0.01],
      [lon, lat + 0.01],
      [lon, lat],
    ],
  ],
})
const place = (code: string, kind: string, name: string, parent: string | null, lon: number) => ({
  type: 'Feature',
  properties: { code, kind, name, parent, people: 900 },
  geometry: square(lon, 33.6),
})
const NUMBERS = PERSONAL_VALUES.slice(5, 28)
const WORDS: readonly string[] = [...new Set(PERSONAL_VALUES.flatMap(([value, parts]) => [value, ...parts]))]

/** A table with all personal headers, every value under each once. */
const tableOf = (own: readonly string[], cells: (row: number) => readonly string[]): string =>
  [
    [...own, ...PERSONAL_HEADERS].join(','),
    ...PERSONAL_VALUES.map((_, row) =>
      [
        ...cells(row),
        ...PERSONAL_HEADERS.map(
          (_header, at) => `"${PERSONAL_VALUES[(row + at) % PERSONAL_VALUES.length]![0]}"`,
        ),
      ].join(','),
    ),
  ].join('\n')

const PACK = {
  'pack.json': JSON.stringify({
    ...{ format: 'cordon-pack', version: 1, title: { zh: '召陵区', en: 'Zhaoling' }, frame: 'wgs84' },
    ...{ timezone: 'Asia/Shanghai', policy: 'cn-9th-2022', use: 'review', asOf: '2022-05-27T14:00' },
  }),
  'places.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: [
      place('411104', 'district', '召陵区', null, 114),
      place('411104002', 'town', '召陵镇', '411104', 114),
      place('411104002001', 'village', '张庄村', '411104002', 114),
      place('V3', 'compound', '锦绣苑', '411104002001', 114),
    ],
  }),
  'cases.csv': tableOf(['id', 'reportedAt', 'kind'], (row) => [`C${row + 1}`, '2022-05-20', 'confirmed']),
  'contacts.csv': tableOf(['id', 'case', 'exposedAt'], (row) => [`K${row + 1}`, 'C1', '2022-05-20']),
  'checks.csv': `checkpoint,at,note\n${NUMBERS.map(([value]) => `K1,2022-05-20,"联系电话：${value}"`).join('\n')}\n`,
  'metrics.csv': `place,at,metric,value\n${NUMBERS.map(([value], row) => `V3,2022-05-20,m${row},"${value}"`).join('\n')}\n`,
  'followups.csv': `id,${PERSONAL_HEADERS.join(',')}\n1,${PERSONAL_HEADERS.map(() => '张三丰').join(',')}\n`,
}

/** The clerk's second list: an address, one that names no place, a refused row. */
const SECOND = {
  '张三丰.csv':
    '病例编号,报告日期,诊断类型,现住址,姓名,联系电话,备注\n' +
    'C1,2022-05-20,无症状,锦绣苑3号楼2单元301室,张三丰,13812345678,与李四光同户，已转运\n' +
    'C91,2022-05-21,确诊,李四光家隔壁,李四光,138 1234 5679,\n' +
    'C92,张三丰的生日,确诊,张庄村3组12号,欧阳静怡,0395-3456789,\n',
}

async function saved(press: () => Promise<void>): Promise<Uint8Array> {
  const [download] = await Promise.all([tab.page.waitForEvent('download', { timeout: 60_000 }), press()])
  return new Uint8Array(readFileSync((await download.path())!))
}
const wordsIn = (text: string): string[] =>
  WORDS.filter((word) => text.replace(/[0-9a-f]{32,}/g, '').includes(word))
const plan = () => tab.page.locator('.plan-bar .primary:not([disabled])')

describe('nothing of a person', () => {
  test('is in what an empty browser keeps, shows and exports of sixty headers and thirty values, in any list', async () => {
    const { page, errors } = tab
    await firstRun(app, tab)
    await dropFiles(tab, '[data-drop]', PACK)
    await plan().waitFor({ timeout: 60_000 })
    await picture(tab, 'personal-plan')
    expect(await textsKept(page, WORDS)).toEqual([])
    await plan().click()
    await page.waitForURL(/\/(?:wall|desk)/, { timeout: 60_000 })
    await page.waitForTimeout(2000)
    await page.reload()
    await page.locator('[aria-haspopup="menu"]').first().waitFor({ timeout: 60_000 })
    await page.waitForTimeout(3000)
    await picture(tab, 'personal-wall')
    expect(await textsKept(page, WORDS)).toEqual([])
    expect(await textsKept(page, ['锦绣苑', 'confirmed'])).not.toEqual([])
    expect(errors).toEqual([])
  })

  test('is in what the clerk keeps of the second list: a correction, an address without a place, a refused row', async () => {
    const { page, errors } = tab
    await goTo(tab, 'import')
    await page.locator('.drop-area').waitFor({ timeout: 60_000 })
    await dropFiles(tab, '.drop-area', SECOND)
    await plan().waitFor({ timeout: 60_000 })
    await picture(tab, 'personal-second')
    const refused = strFromU8(
      await saved(() =>
        page
          .getByRole('button', { name: /拒收清单/ })
          .first()
          .click(),
      ),
    )
    expect(refused).toContain('欧阳静怡')
    expect(refused).toContain('0395-3456789')
    expect(await page.locator('.news').innerText()).toMatch(/新增 1[\s\S]*更改 1/)
    expect(await textsKept(page, WORDS)).toEqual([])
    await plan().click()
    await page.waitForURL((url) => !url.href.includes('/import'), { timeout: 60_000 })
    await page.reload()
    await page.waitForTimeout(4000)
    expect(await textsKept(page, WORDS)).toEqual([])
    expect(await textsKept(page, ['锦绣苑3号楼', '同户'])).not.toEqual([])
    await goTo(tab, 'checks')
    await page.waitForTimeout(3000)
    await picture(tab, 'personal-checks')
    expect(await textsKept(page, WORDS)).toEqual([])
    for (const what of ['export-pack', 'export-log']) {
      await page.locator('[aria-haspopup="menu"]').click()
      const files = unzipSync(await saved(() => page.locator(`[data-action="${what}"]`).click()))
      const all = Object.entries(files).map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
      expect(wordsIn(all.join('\n'))).toEqual([])
      expect(all.join('\n')).toContain('锦绣苑3号楼')
    }
    expect(errors).toEqual([])
  })
})
