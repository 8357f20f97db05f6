import { type BookType, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { encoded } from '../../helpers/encoded'
import type { Content } from '../../helpers/pack-input'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const bytesOf = (book: WorkBook, bookType: BookType = 'xlsx'): Uint8Array =>
  new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer)

function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return book
}

const CASES = [
  ['病例编号', '姓名', '现住址', '报告日期', '诊断类型'],
  ['C1', '张三丰', '410311001001', '2022-07-05', '确诊病例'],
  ['C2', '李小红', '410311001002', '2022-07-06', '无症状感染者'],
]
const rows = (list: string, files: Readonly<Record<string, Content>>) =>
  planOf(files).then((plan) => ({
    plan,
    report: plan.files.find(({ kind }) => kind === list),
    block: [...plan.blocks.values()][0],
  }))

describe('workbooks', () => {
  test.each(['xlsx', 'biff8', 'ods', 'xlsb'] as const)('I84 a %s of one sheet is one list', async (type) => {
    const name = `台账.${type === 'biff8' ? 'xls' : type}`
    const { plan, report } = await rows('cases', {
      [name]: bytesOf(bookOf({ Sheet1: utils.aoa_to_sheet(CASES) }), type),
    })
    expect(report).toMatchObject({ file: name, kind: 'cases', rows: 2, taken: 2, refused: 0 })
    expect(JSON.stringify([...plan.blocks.values()])).not.toMatch(/三丰|小红/)
  })

  test('I80 what a file is follows from its bytes, whatever it is called', async () => {
    const book = bytesOf(bookOf({ Sheet1: utils.aoa_to_sheet(CASES) }))
    for (const name of ['台账.csv', 'cases.csv', '台账.geojson', '台账']) {
      const { report } = await rows('cases', { [name]: book })
      expect(report).toMatchObject({ file: name, taken: 2 })
    }
    const { report } = await rows('cases', { '台账.xls': CASES.map((row) => row.join('\t')).join('\n') })
    expect(report).toMatchObject({ taken: 2, encoding: 'utf-8' })
    const html = `<html><meta charset="utf-8"><table>${CASES.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`
    expect((await rows('cases', { '导出.xls': html })).report).toMatchObject({ taken: 2 })
  })

  test('I84 each sheet is a table of its own; one that lists nothing known is named and not kept', async () => {
    const places = utils.aoa_to_sheet([
      ['编码', '名称', '类型'],
      ['V1', '东村', '村'],
      ['V2', '西村', '村'],
    ])
    const other = utils.aoa_to_sheet([
      ['菜名', '价格'],
      ['烩面', 12],
    ])
    const plan = await planOf({
      '汇总.xlsx': bytesOf(bookOf({ 病例: utils.aoa_to_sheet(CASES), 村: places, 食堂: other })),
    })
    expect(plan.files.map(({ file, kind, rows, taken }) => [file, kind, rows, taken])).toEqual([
      ['汇总.xlsx › 村', 'places', 2, 2],
      ['汇总.xlsx › 病例', 'cases', 2, 2],
      ['汇总.xlsx › 食堂', 'unknown', 1, null],
    ])
    expect(codesOf(plan)).toContain('汇总.xlsx › 食堂:- kind-unclear')
    expect(JSON.stringify([plan.drafts, [...plan.blocks.values()], plan.problems])).not.toContain('烩面')
  })

  test('I84 days, times, codes with zeros and formulas are read as the sheet shows them', async () => {
    const sheet = utils.aoa_to_sheet([
      ['编号', '村', '报告日期', '采样时间'],
      ['C1', 1, 44747, 44747.354166666664],
      ['C2', 2, 44748, null],
    ])
    for (const [at, format] of [
      ['B2', '000'],
      ['B3', '000'],
      ['C2', 'yyyy"年"m"月"d"日"'],
      ['C3', 'm/d/yy'],
      ['D2', 'yyyy-m-d h:mm'],
    ] as const)
      sheet[at].z = format
    sheet.D3 = { t: 'n', f: 'C3+1' }
    const plan = await planOf({ '病例.xlsx': bytesOf(bookOf({ 一: sheet })) })
    expect(plan.files[0]).toMatchObject({ kind: 'cases', taken: 2 })
    const said = JSON.stringify([...plan.blocks.values()].map(({ columns }) => columns))
    for (const seen of ['001', '002']) expect(said).toContain(seen)
    const day = (text: string) => Date.parse(`${text}+08:00`)
    const moments = [...plan.blocks.values()]
      .flatMap(({ columns }) => Object.values(columns))
      .flatMap((column) => ('at' in column ? [...(column.at as Float64Array)] : []))
    expect(moments).toEqual(
      expect.arrayContaining([day('2022-07-05T00:00'), day('2022-07-06T00:00'), day('2022-07-05T08:30')]),
    )
    expect(codesOf(plan)).toEqual(['病例.xlsx:3 formula-without-value'])
  })

  test('I83 I84 lines above and below, header of two lines, merged cells, hidden rows', async () => {
    const sheet = utils.aoa_to_sheet([
      ['召陵区核酸检测情况统计表', null, null, null, null],
      ['填报单位:召陵镇 填报时间:2022年7月9日17时', null, null, null, null],
      ['镇（街道）', '村', '检测情况', null, '备注'],
      [null, null, '应检人数', '已采', null],
      ['召陵镇', '东村', 100, 90, null],
      [null, '西村', 200, '１２', null],
      ['万金镇', '东村', 300, 'x', null],
      ['合计', null, 700, 102, null],
      ['制表人：张三丰 13800138000', null, null, null, null],
    ])
    sheet['!merges'] = ['A1:E1', 'A2:E2', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'A5:A6'].map((range) =>
      utils.decode_range(range),
    )
    sheet['!rows'] = [{}, {}, {}, {}, {}, { hidden: true }]
    const plan = await planOf({ '核酸.xlsx': bytesOf(bookOf({ 统计: sheet })) })
    expect(plan.files[0]).toMatchObject({ kind: 'rounds', rows: 3, taken: 3, refused: 0 })
    expect(plan.problems.map(({ row, code, seen, suggestion }) => [row, code, seen, suggestion])).toEqual(
      expect.arrayContaining([
        [null, 'title-lines', '2', null],
        [6, 'hidden-rows', '1', null],
        [7, 'count-unknown', 'x', null],
        [8, 'total-left-out', '合计', null],
        [8, 'total-differs', '700', '600'],
        [9, 'note-lines', '1', null],
      ]),
    )
    expect(
      plan.problems.filter(({ code, column }) => code === 'total-differs' && column?.includes('已采')),
    ).toEqual([])
    const kept = JSON.stringify([plan.drafts, plan.problems, plan.refused, [...plan.blocks.values()]])
    expect(kept).not.toMatch(/三丰|13800138000/)
    expect(kept.match(/召陵镇/g)?.length).toBeGreaterThan(0)
  })

  test('I84 a workbook of the nineties is read in the code page that it names', async () => {
    const sheet = utils.aoa_to_sheet([
      ['code', 'name', 'kind'],
      ['410311001001', 'AAAAAA', 'village'],
    ])
    const bytes = bytesOf(bookOf({ Sheet1: sheet }), 'biff5')
    const replaced = (from: readonly number[], to: readonly number[]): void => {
      const at = bytes.findIndex((_, i) => from.every((byte, n) => bytes[i + n] === byte))
      expect(at).toBeGreaterThan(0)
      bytes.set(to, at)
    }
    replaced([0x42, 0, 2, 0], [0x42, 0, 2, 0, 0xa8, 0x03])
    replaced(
      [...'AAAAAA'].map((letter) => letter.charCodeAt(0)),
      [...encoded('范庄村', 'gb18030')],
    )
    const log = new MemoryLog()
    await log.take({ '村.xls': bytes })
    expect(log.register().places).toMatchObject([{ code: '410311001001', name: '范庄村' }])
  })

  test('I84 an encrypted workbook and a broken one are named for what they are', async () => {
    const locked = new Uint8Array(1_536)
    locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    locked.set(
      [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
      600,
    )
    const plan = await planOf({
      '台账.xlsx': locked,
      '坏.xlsx': Uint8Array.of(0x50, 0x4b, 1, 2, 3),
      '空.xlsx': new Uint8Array(),
    })
    expect(codesOf(plan)).toEqual([
      '台账.xlsx:- locked-workbook',
      '坏.xlsx:- is-archive',
      '空.xlsx:- empty-file',
    ])
  })

  test('I160 tables below and beside each other on one sheet are several, each with its name and rows', async () => {
    const sheet = utils.aoa_to_sheet([
      ['核酸', null, null, null, null, '密接'],
      ['村', '轮次', '应采', '已采', null, '村', '密接类型', '转运时间'],
      ['东村', 3, 100, 90, null, '西村', '密接', '2022-07-08'],
      ['西村', 3, 200, 180],
      [],
      ['病例'],
      ['病例编号', '村', '报告日期', '诊断类型'],
      ['C1', '东村', '2022-07-09', '确诊病例'],
    ])
    const plan = await planOf({ '日报.xlsx': bytesOf(bookOf({ 报表: sheet })) })
    expect(plan.files.map(({ file, kind, rows, taken }) => [file, kind, rows, taken])).toEqual([
      ['日报.xlsx › 报表', 'rounds', 2, 2],
      ['日报.xlsx › 报表 › 2', 'contacts', 1, 1],
      ['日报.xlsx › 报表 › 3', 'cases', 1, 1],
    ])
  })
})
