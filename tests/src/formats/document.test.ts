import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { expect, test } from 'vitest'
import { madeDocument } from '../../helpers/made-document'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const HEADER = ['现住址', '报告日期', '诊断类型']
const ROWS = [
  ['东村', '2022-07-08', '确诊病例'],
  ['西村', '2022-07-09', '无症状感染者'],
]

test('I115 a table of a document is read like that of a workbook, its lines above as titles', async () => {
  const log = new MemoryLog()
  await log.take({
    '通报.docx': madeDocument([{ above: ['召陵区病例情况', '截至7月9日17时'], rows: [HEADER, ...ROWS] }]),
  })
  const { cases } = log.register()
  expect(Array.from({ length: cases.length }, (_, i) => cases.place.values[cases.place.codes[i]!])).toEqual([
    '东村',
    '西村',
  ])
  expect(Array.from(cases.row)).toEqual([2, 3])
})

test('I115 cells over columns and down rows hold their place, lines in a cell are one', async () => {
  const [a, b, c] = ROWS[0]!
  const plan = await planOf({
    '台账.docx': madeDocument([
      {
        rows: [
          [{ text: '7月9日病例台账', span: 3 }],
          ['现住址', '报告\n日期', '诊断类型'],
          [{ text: a!, down: 'restart' }, b!, c!],
          [{ text: '', down: 'continue' }, '2022-07-09', '确诊病例'],
          [{ text: '西村', span: 1 }, { text: '2022-07-09' }, '确诊病例'],
        ],
      },
    ]),
  })
  const [block] = [...plan.blocks.values()]
  const place = block!.columns.place!
  expect(place.type === 'text' && Array.from(place.codes, (code) => place.values[code])).toEqual([
    '东村',
    '东村',
    '西村',
  ])
  expect(plan.files).toMatchObject([{ kind: 'cases', rows: 3, taken: 3 }])
})

test('I115 of several tables each is read by itself, one that lists nothing is told', async () => {
  const plan = await planOf({
    '通报.docx': madeDocument([
      { rows: [HEADER, ...ROWS] },
      {
        rows: [
          ['申报单位', '甲'],
          ['日期', '乙'],
        ],
      },
      {
        rows: [
          ['街道', '应检人数', '已采人数', '采样开始时间'],
          ['甲街道', '100', '90', '2022-07-09 08:00'],
        ],
      },
    ]),
  })
  expect(plan.files.map(({ file, kind, taken }) => [file, kind, taken])).toEqual([
    ['通报.docx › 1', 'cases', 2],
    ['通报.docx › 2', 'unknown', null],
    ['通报.docx › 3', 'rounds', 1],
  ])
})

test('I115 a document as a library writes it, and one that is cut', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const rows = [HEADER, ...ROWS].map((row) => new TableRow({ children: row.map(cell) }))
  const made = new Document({ sections: [{ children: [new Paragraph('台账'), new Table({ rows })] }] })
  const bytes = new Uint8Array(await Packer.toBuffer(made))
  expect((await planOf({ '台账.docx': bytes })).files).toMatchObject([{ kind: 'cases', taken: 2 }])
  const hurt = bytes.slice()
  hurt[Math.floor(hurt.length / 3)]! ^= 0xff
  const { problems, isEmpty } = await planOf({ '病例台账.docx': hurt })
  expect([isEmpty, problems.map(({ severity }) => severity)]).toEqual([true, ['error']])
  const bad = madeDocument([{ rows: [HEADER] }]).slice(0, 200)
  expect(codesOf(await planOf({ 'x.docx': bad }))).toEqual(['x.docx:- broken-zip'])
})
