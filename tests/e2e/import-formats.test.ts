import { utils, write } from '@e965/xlsx'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import type { FeatureCollection } from 'geojson'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, firstRun, startApp } from '../helpers/app'
import { encoded } from '../helpers/encoded'
import { madeDocument } from '../helpers/made-document'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
})
beforeEach(async () => {
  tab = await app.open({ width: 1600, height: 1000, graphics: false })
})
afterAll(() => app?.close())

const CASES = [
  ['序号', '姓名', '身份证号', '现住址', '报告日期', '诊断类型'],
  ['1', '张三丰', '999999199201101019', '东村', '2022-07-05', '确诊病例'],
  ['2', '李小红', '999999199101111025', '西村', '2022-07-06', '无症状感染者'],
]
const ROUNDS = [
  ['召陵区各镇核酸检测情况统计表'],
  ['填报单位：召陵镇　填报时间：2022年7月9日17时'],
  ['镇（街道）', '检测情况', null, '备注'],
  [null, '应检人数', '已采', null],
  ['召陵镇', 100, 90, null],
  ['万金镇', 200, 'x', null],
  ['合计', 310, 90, null],
  ['注：x 表示未报。'],
]

function workbook(): Uint8Array {
  const book = utils.book_new()
  const rounds = utils.aoa_to_sheet(ROUNDS)
  rounds['!merges'] = ['A1:D1', 'A2:D2', 'A3:A4', 'B3:C3', 'D3:D4'].map((range) => utils.decode_range(range))
  utils.book_append_sheet(book, rounds, '核酸统计')
  utils.book_append_sheet(book, utils.aoa_to_sheet(CASES), '病例')
  return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer)
}
const ZONES = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>封控区1</name><ExtendedData><Data name="级别"><value>sealed</value></Data><Data name="划定时间"><value>2022-07-05</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>114,33.5 114.01,33.5 114.01,33.51 114,33.5</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`

const VILLAGES: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { 行政区划代码: '411104001201', 名称: '东村' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [114, 33.5],
            [114.02, 33.5],
            [114.02, 33.52],
            [114, 33.5],
          ],
        ],
      },
    },
  ],
}

describe('files of a clerk', () => {
  test('a workbook, a list in GBK and placemarks are read under their own names, in a closed page', async () => {
    const { page, requests, errors } = tab
    await firstRun(app, tab)
    const heavy = (): string[] =>
      requests.filter((one) =>
        /read-(?:workbook|markup|shapefile|topology|flatgeobuf|document)|xlsx|cpexcel/.test(one),
      )
    expect(heavy()).toEqual([])
    await dropFiles(tab, '[data-drop]', {
      '召陵镇日报0709.xlsx': workbook(),
      '7月9日病例台账(WPS-GBK).csv': encoded(CASES.map((row) => row.join(',')).join('\r\n'), 'gb18030'),
      '封控区范围.kml': ZONES,
      '村界.fgb': serialize(VILLAGES),
      '通报.docx': madeDocument([
        {
          rows: [
            ['镇', '应检人数', '已采人数'],
            ['青年镇', '50', '40'],
          ],
        },
      ]),
      '通知.pdf': '%PDF-1.4',
    })
    await page.locator('.plan-bar').waitFor({ timeout: 60_000 })
    const files = await page.locator('.file-list .file').allInnerTexts()
    const said = files.map((text) => text.split('\n').filter((line) => line.trim() !== ''))
    const of = (name: string): string =>
      said.find((lines) => lines.includes(name))?.join(' · ') ?? `${name}: absent`
    expect(of('7月9日病例台账(WPS-GBK).csv')).toMatch(/GB18030.*可导入 2 行/)
    expect(of('召陵镇日报0709.xlsx › 病例')).toContain('可导入 2 行')
    expect(of('召陵镇日报0709.xlsx › 核酸统计')).toContain('可导入 2 行')
    expect(of('封控区范围.kml')).toContain('可导入 1 行')
    expect(of('村界.fgb')).toContain('可导入 1 行')
    expect(of('通报.docx')).toContain('可导入 1 行')
    const body = await page.locator('body').innerText()
    expect(body).toContain('这是 PDF')
    expect(body).not.toMatch(/三丰|小红|99999919/)
    expect(heavy().length).toBeGreaterThan(0)
    expect(
      requests.filter(
        (one) => !one.startsWith(app.address) && !one.startsWith('blob:') && !one.startsWith('data:'),
      ),
    ).toEqual([])
    expect(errors).toEqual([])
    if (process.env.CORDON_LOOK) await page.screenshot({ path: process.env.CORDON_LOOK })
  })
})
