import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { beginningOf } from '../../../src/formats/format'
import { EXTENSIONS, FORMATS } from '../../../src/formats/formats'
import { madeDocument } from '../../helpers/made-document'
import { codesOf, planOf } from '../../helpers/pack-input'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const office = (part: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [part]: strToU8('<x/>') })

/** The head of a SQLite file and its first page, as sqlite3 writes them. */
const database = ({ application = '\0\0\0\0', schema = '' }): Uint8Array =>
  latin(
    `SQLite format 3\0${'\u0010'.padEnd(52, '\0')}${application}`.padEnd(4_096 - schema.length, '\0') +
      schema,
  )

test.each([
  ['通知.pdf', latin('%PDF-1.4\n%âãÏÓ'), 'is-pdf'],
  ['病例台账.xlsx', latin('%PDF-1.4\n'), 'is-pdf'],
  ['截图.png', latin('\u0089PNG\r\n\u001a\n'), 'is-picture'],
  ['照片.jpg', latin('ÿØÿà'), 'is-picture'],
  ['规划图.dwg', latin('AC1027\0\0'), 'is-drawing'],
  ['规划图.dxf', latin('  0\r\nSECTION\r\n  2\r\nHEADER\r\n'), 'is-drawing'],
  ['通知.docx', madeDocument([{ above: ['关于调整风险区的通知'], rows: [] }]), 'is-document'],
  ['关于确诊病例的通知.docx', madeDocument([{ above: ['通知'], rows: [] }]), 'is-document'],
  ['边界.fgb', latin('fgb\u0002fgb\u0000'), 'is-map-container'],
  ['汇报.pptx', office('ppt/presentation.xml'), 'is-slides'],
  ['全部.rar', latin('Rar!\u001a\u0007'), 'is-archive'],
  ['语音.amr', latin('#!AMR\n'), 'is-recording'],
  ['人口.mdb', latin('\0\u0001\0\0Standard Jet DB\0'), 'is-database'],
  ['边界.gpkg', database({ application: 'GPKG' }), 'is-geopackage'],
  ['村界.geojson', database({ application: 'GPKG' }), 'is-geopackage'],
  ['病例台账.xlsx', database({ application: 'GP10' }), 'is-geopackage'],
  ['村界', database({ schema: 'CREATE TABLE gpkg_contents (table_name TEXT)' }), 'is-geopackage'],
  ['边界.gpkg', database({}), 'is-sqlite'],
  ['底图.mbtiles', database({ application: 'MPBX' }), 'is-sqlite'],
  ['边界.gpkg-wal', latin('7\u007f\u0006\u0082\0-â\u0018'), 'is-sqlite-part'],
  ['边界.gpkg-shm', latin('\u0018â-\0\0\0\0\0'), 'is-sqlite-part'],
  ['边界.gdb', latin('\u0003\0\0\0'), 'is-map-container'],
  ['通知.html', latin('<!doctype html><html><p>通</p>'), 'is-page'],
  ['群消息.txt', strToU8('今日召陵镇新增阳性3例，居住地：\n半坡店村2组、后油李村，详见附件。\n'), 'is-text'],
  ['不明.bin', Uint8Array.of(1, 2, 3, 4), 'unknown-file'],
])('I80 %s is named for what it is, and nothing of it is kept', async (name, bytes, code) => {
  const plan = await planOf({ [name]: bytes })
  expect(codesOf(plan)).toEqual([`${name}:- ${code}`])
  expect([plan.isEmpty, plan.drafts, plan.blocks.size]).toEqual([true, [], 0])
})

test('I80 signatures are compared byte by byte: a browser decodes 0x80 to 0x9F as other letters', () => {
  const all = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256)
  vi.stubGlobal('TextDecoder', undefined)
  const text = beginningOf(all, all.length)
  vi.unstubAllGlobals()
  expect(Uint8Array.from(text, (letter) => letter.charCodeAt(0))).toEqual(all)
})

test('I80 a list that cannot be read holds what its name says it lists', async () => {
  const plan = await planOf({ '7月9日病例台账.xlsx': latin('%PDF-1.4\n') })
  expect(plan.files).toMatchObject([{ kind: 'cases', rows: 0, taken: 0 }])
  expect(plan.refusals).toMatchObject([
    { list: 'cases', source: '7月9日病例台账.xlsx', refused: [{ row: null, why: 'is-pdf' }] },
  ])
})

test('I80 a notice is no list, whatever it is about', async () => {
  const plan = await planOf({ '关于确诊病例的通知.pdf': latin('%PDF-1.4\n') })
  expect([plan.refusals, plan.files.map(({ kind }) => kind)]).toEqual([[], ['unknown']])
})

test('I80 every folder of formats is in the list, and the dialogue offers what is read', () => {
  const folders = readdirSync(resolve(__dirname, '../../../src/formats'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const ids = FORMATS.map(({ id }) => id as string)
  expect(folders.filter((folder) => !ids.includes(folder))).toEqual([])
  for (const wanted of [
    'csv',
    'xlsx',
    'xls',
    'ods',
    'kml',
    'kmz',
    'gpx',
    'shp',
    'dbf',
    'topojson',
    'geojson',
  ])
    expect(EXTENSIONS).toContain(wanted)
})

test('I89 a table of which nobody can tell what it lists is named, and nothing of it is shown or kept', async () => {
  const plan = await planOf({ '通讯录.csv': '单位,联络员,号码\n召陵镇,张三丰,13800138000\n' })
  expect(codesOf(plan)).toEqual(['通讯录.csv:- kind-unclear'])
  expect(JSON.stringify(plan)).not.toMatch(/三丰|13800138000/)
})

test.each([
  ['7月9日.csv', '序号,姓名,现住址,报告日期,诊断类型\n1,张三,东村,2022-07-05,确诊病例\n', 'cases'],
  ['名单.csv', '姓名,现住址,末次接触时间,隔离点\n张三,东村,2022-07-05,宾馆\n', 'contacts'],
  ['统计.csv', '镇街,应检人数,已采,阳性管数\n召陵镇,100,90,0\n', 'rounds'],
  ['点位.csv', '编号,名称,类型,经度,纬度\nK1,北卡,卡点,114,33\n', 'facilities'],
  ['区划.csv', '编码,名称,级别\n411104001,召陵镇,镇\n', 'places'],
])('I89 %s is known by its columns', async (name, text, kind) => {
  const plan = await planOf({ [name]: text })
  expect(plan.files).toMatchObject([{ kind, rows: 1, taken: 1 }])
})
