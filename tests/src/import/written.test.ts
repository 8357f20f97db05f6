import { type BookType, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readEased } from '../../../src/import/cells/eased'
import { planImport } from '../../../src/import/plan'
import type { Field, FieldType } from '../../../src/records/field'
import { codesOf, input, MemoryLog, planOf } from '../../helpers/pack-input'

const ZONE = 'Asia/Shanghai'

/** What a cell becomes: its value, else why the row is refused; with what is said of it. */
function read(field: Partial<Field> & { type: FieldType }, seen: unknown): string {
  const cell = readEased({ name: 'f', synonyms: [], ...field }, seen, ZONE)
  if (!cell.ok) return `✗ ${cell.code}${cell.suggestion === undefined ? '' : ` → ${cell.suggestion}`}`
  const { value, note } = cell
  const shown =
    typeof value === 'object' && value !== null && 'at' in value
      ? new Date(value.at as number).toISOString().slice(0, 16)
      : String(value)
  return note ? `${shown} (${note.code})` : shown
}

describe('numbers as people write them', () => {
  test.each<[unknown, string]>([
    ['１２', '12'],
    ['1,871', '1871'],
    ['1，871', '1871'],
    ['1 871', '1871'],
    ['1871人', '1871'],
    ['1,871 人次', '1871'],
    ['12例', '12'],
    ['３户', '3'],
    ["'12", '12'],
    ['12.0', '12'],
    [0, '0'],
    ['0人', '0'],
    ['约2000', 'null (count-unknown)'],
    ['约2,000人', 'null (count-unknown)'],
    ['400余', 'null (count-unknown)'],
    ['400余人', 'null (count-unknown)'],
    ['400多', 'null (count-unknown)'],
    ['不足100人', 'null (count-unknown)'],
    ['1.2万', 'null (count-unknown)'],
    ['2000人左右', 'null (count-unknown)'],
    ['x', 'null (count-unknown)'],
    ['×', 'null (count-unknown)'],
    ['_', 'null (cell-left-open)'],
    ['—', 'null (cell-left-open)'],
    ['--', 'null (cell-left-open)'],
    ['/', 'null (cell-left-open)'],
    ['…', 'null (cell-left-open)'],
    ['#N/A', 'null (cell-left-open)'],
    ['#DIV/0!', 'null (cell-left-open)'],
    ['不详', 'null (cell-left-open)'],
    ['', 'null'],
    ['-3', '✗ negative'],
    ['1.5', '✗ not-a-count'],
    ['1,87', '✗ not-a-count'],
    ['12~15', '✗ not-a-count'],
    ['99999999999', '✗ beyond-count'],
  ])('I104 %j as people is %s', (seen, right) => {
    expect(read({ name: 'people', type: 'count' }, seen)).toBe(right)
  })

  test.each<[unknown, string]>([
    ['114.05°', '✗ not-a-number'],
    ['１１４．０５', '114.05'],
    ['-', 'null (cell-left-open)'],
    [114.05, '114.05'],
  ])('I104 %j as a longitude is %s', (seen, right) => {
    expect(read({ name: 'lng', type: 'lon' }, seen)).toBe(right)
  })

  test.each<[unknown, string]>([
    ['4.1E+11', '✗ code-as-power'],
    ['4.10311E+11', '✗ code-as-power'],
    ['４.1e+11', '✗ code-as-power'],
    [2 ** 61, '✗ code-beyond-exact'],
    ['2305843009213693951', '2305843009213693951'],
    ['041100', '041100'],
    ['—', 'null (cell-left-open)'],
  ])('I85 %j as a code is %s', (seen, right) => {
    expect(read({ name: 'place', type: 'text' }, seen)).toBe(right)
  })
})

/** A time of which it is open whether it is of the day or of the next, and one that contradicts itself. */
const open = (words: string): [string, string] => [`2022-07-09 ${words}`, '✗ hour-open']
const impossible = (words: string): [string, string] => [`2022-07-09 ${words}`, '✗ not-a-time → 2022-07-09']

describe('days and times as people write them', () => {
  test.each<[unknown, string]>([
    ['2022-07-09', '2022-07-08T16:00'],
    ['2022.7.5', '2022-07-04T16:00'],
    ['2022年07月09日', '2022-07-08T16:00'],
    ['2022年7月9号', '2022-07-08T16:00'],
    ['２０２２年７月９日', '2022-07-08T16:00'],
    ['2022/7/9 星期六', '2022-07-08T16:00'],
    ['2022-07-09(周六)', '2022-07-08T16:00'],
    ['9-Jul-22', '2022-07-08T16:00'],
    ['Jul 9, 2022', '2022-07-08T16:00'],
    ['民国111年7月9日', '2022-07-08T16:00'],
    ['22.7.9', '2022-07-08T16:00 (year-from-two)'],
    ['22年7月9日', '2022-07-08T16:00 (year-from-two)'],
    ['22/7/9 8:30', '2022-07-09T00:30 (year-from-two)'],
    ['44747', '2022-07-04T16:00 (day-from-number)'],
    ['44747.5', '2022-07-05T04:00 (day-from-number)'],
    ['2022年7月9日下午3点', '2022-07-09T07:00'],
    ['2022年7月9日 下午3:05', '2022-07-09T07:05'],
    ['2022-07-09 3:05 PM', '2022-07-09T07:05'],
    ['2022-07-09 12:05 am', '2022-07-08T16:05'],
    ['2022-07-09 中午12点', '2022-07-09T04:00'],
    ['2022-07-09 中午1点', '2022-07-09T05:00'],
    ['2022-07-09 上午8点半', '2022-07-09T00:30'],
    ['2022-07-09 凌晨2时整', '2022-07-08T18:00'],
    ['2022-07-09 晚上8点一刻', '2022-07-09T12:15'],
    ['2022-07-09 晚12点', '2022-07-09T16:00'],
    ['20220709 0830', '2022-07-09T00:30'],
    ['202207090830', '2022-07-09T00:30'],
    ['20220709083000', '2022-07-09T00:30'],
    ['2022-07-09 24:00', '2022-07-09T16:00'],
    ['2022年7月9日24时', '2022-07-09T16:00'],
    ['2022年7月9日次日0时', '2022-07-09T16:00'],
    ['2022-12-31 次日8:00', '2023-01-01T00:00'],
    ['2022-07-09T08:30+08:00', '2022-07-09T00:30'],
    ['2022-07-09T00:30:00.000Z', '2022-07-09T00:30'],
    ['2月3日', '✗ no-year'],
    ['7月9日下午3点', '✗ no-year'],
    ['7月9号晚12点', '✗ no-year'],
    ['7月9号夜里1点', '✗ no-year'],
    ['2022-02-30', '✗ no-such-day → 2022-02-28'],
    ['7/9/2022', '✗ not-a-day → 2022-07-09'],
    ['9/7/22', '✗ not-a-day'],
    ['1900-01-00', '✗ no-such-day → 1900-01-31'],
    ['—', 'null (cell-left-open)'],
    ['昨天下午', '✗ not-a-day'],
    ['2022-07-09 下午25点', '✗ not-a-time → 2022-07-09'],
    ...[
      '夜里1点',
      '夜里01:30',
      '深夜2点',
      '半夜12点',
      '半夜',
      '午夜',
      '午夜12点',
      '后半夜3点半',
      '下半夜4时',
    ].map(open),
    ...[
      '晚上1点',
      '晚上5点',
      '晚12点半',
      '晚上0点',
      '当晚2点',
      '夜1时',
      '夜间0:20',
      '三更半夜',
      '夜里凌晨1点',
    ].map(open),
    ...['次日夜里1点', '上午12点', '晚上一点', '夜里 1'].map(open),
    ['2022-07-09 1:30(半夜)', '✗ hour-open'],
    ...['凌晨13点', '凌晨11点', '上午14:00', '中午5点', '傍晚1点', '傍晚12点', '晚上14点'].map(impossible),
    ['2022-07-09 凌晨', '2022-07-08T16:00'],
    ['2022-07-09 凌晨12点半', '2022-07-08T16:30'],
    ['2022-07-09 凌晨5点20', '2022-07-08T21:20'],
    ['2022-07-09 拂晓4时', '2022-07-08T20:00'],
    ['2022-07-09 上午12:30', '2022-07-08T16:30'],
    ['2022-07-09 上午0:30', '2022-07-08T16:30'],
    ['2022-07-09 早8时', '2022-07-09T00:00'],
    ['2022-07-09 清早六点', '2022-07-08T22:00'],
    ['2022-07-09 早上(凌晨)5点', '2022-07-08T21:00'],
    ['2022-07-09 中午12点', '2022-07-09T04:00'],
    ['2022-07-09 中午11:40', '2022-07-09T03:40'],
    ['2022-07-09 中午2点', '2022-07-09T06:00'],
    ['2022-07-09 下午12点', '2022-07-09T04:00'],
    ['2022-07-09 下午12:30', '2022-07-09T04:30'],
    ['2022-07-09 下午15:30', '2022-07-09T07:30'],
    ['2022-07-09 下午8:05', '2022-07-09T12:05'],
    ['2022-07-09 午后2点', '2022-07-09T06:00'],
    ['2022-07-09 傍晚6点半', '2022-07-09T10:30'],
    ['2022-07-09 黄昏七点', '2022-07-09T11:00'],
    ['2022-07-09 当晚8点', '2022-07-09T12:00'],
    ['2022-07-09 晚上12点', '2022-07-09T16:00'],
    ['2022-07-09 晚上24:00', '2022-07-09T16:00'],
    ['2022-07-09 晚上19:20', '2022-07-09T11:20'],
    ['2022-07-09 夜里11点', '2022-07-09T15:00'],
    ['2022-07-09 深夜10点', '2022-07-09T14:00'],
    ['2022-07-09 夜里22时', '2022-07-09T14:00'],
    ['2022-07-09 夜9点', '2022-07-09T13:00'],
    ['2022-07-09 次日凌晨2点', '2022-07-09T18:00'],
    ['二〇二二年七月九日下午三点半', '2022-07-09T07:30'],
    ['2022年七月二十三日晚上十一点', '2022-07-23T15:00'],
    ['2022年十月三十一日零时', '2022-10-30T16:00'],
  ])('I104 %j as a time is %s', (seen, right) => {
    expect(read({ name: 'reportedAt', type: 'moment' }, seen)).toBe(right)
  })

  test.each<[unknown, string]>([
    ['2022-07-08T16:00:00.000Z', '2022-07-09'],
    ['2022-07-08T20:00:00Z', '2022-07-09'],
    ['2022-07-09T00:30+08:00', '2022-07-09'],
    ['22.7.9', '2022-07-09 (year-from-two)'],
    ['2022-07-09 00:00:00', '2022-07-09'],
    ['2022-07-09 08:30', '✗ not-a-day → 2022-07-09'],
    ['2022-07-09 夜里1点', '✗ hour-open'],
  ])('I104 %j as a day is %s, that of the pack', (seen, right) => {
    expect(read({ name: 'onsetOn', type: 'day' }, seen)).toBe(right)
  })

  test('I97 I104 a day without a year keeps its words until somebody says the year', async () => {
    const files = { 'cases.csv': 'id,reportedAt\nC1,7月9日下午3点\nC2,2022-07-08\n' }
    const asked = await planImport(input(files))
    expect(asked.files[0]).toMatchObject({ taken: 1, refused: 1 })
    const { questions, ...plan } = await planImport(input(files), {
      answering: { answers: {}, takesProposed: true },
    })
    expect(questions).toMatchObject([{ kind: 'year', becomes: expect.stringMatching(/^2022-07-09/) }])
    expect(plan.files[0]).toMatchObject({ taken: 2, refused: 0 })
  })

  test.each(['xlsx', 'biff8', 'xlsb'] as BookType[])(
    'I84 the days of a workbook that counts from 1904 are those that it shows (%s)',
    async (bookType) => {
      const sheet = utils.aoa_to_sheet([
        ['id', 'reportedAt'],
        ['C1', null],
        ['C2', null],
      ])
      // 9 July 2022 and its half, counted from 1 January 1904
      sheet.B2 = { t: 'n', v: 44_751 - 1_462, z: 'yyyy-mm-dd' }
      sheet.B3 = { t: 'n', v: 44_751 - 1_462 + 0.5, z: 'yyyy-mm-dd hh:mm' }
      const book = utils.book_new()
      utils.book_append_sheet(book, sheet, 'cases')
      book.Workbook = { ...book.Workbook, WBProps: { date1904: true } }
      const bytes = new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer)
      const log = new MemoryLog()
      await log.take({ 'cases.xlsx': bytes })
      expect([...log.register().cases.reportedAt.at]).toEqual([
        Date.parse('2022-07-09T00:00+08:00'),
        Date.parse('2022-07-09T12:00+08:00'),
      ])
    },
  )
})

test('I104 a stroke costs the cell, and the row only where the cell is required', async () => {
  const plan = await planOf({
    'rounds.csv': 'place,round,startedAt,sampled\nV1,1,2022-07-05,—\n—,2,2022-07-05,3\n',
  })
  expect(plan.files[0]).toMatchObject({ taken: 1, refused: 1 })
  expect(codesOf(plan)).toEqual(expect.arrayContaining(['rounds.csv:2 cell-left-open']))
})
