import { expect, test } from 'vitest'
import type { Body } from '../../../src/log/events'
import { aCollection, aFeature, aSquare, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

/** Row of each case in its file, by its id. */
async function rowsOf(text: string): Promise<Record<string, number>> {
  const log = new MemoryLog()
  await log.take({ 'cases.csv': text })
  const { id, row } = log.register().cases
  return Object.fromEntries(Array.from(row, (n, at) => [id.values[id.codes[at]!], n]))
}
const tableOf = (drafts: readonly Body[]) =>
  drafts.flatMap((draft) => ('file' in draft && 'segment' in draft ? [draft.file.table] : []))

const HEAD = '病例编号,报告日期,现住址\n'

test.each<[string, string, Record<string, number>]>([
  ['the header is row 1', `${HEAD}C1,2022-05-01,V1\nC2,2022-05-02,V1\n`, { C1: 2, C2: 3 }],
  ['lines of title count', `某区病例台账\n单位：某区\n${HEAD}C1,2022-05-01,V1\n`, { C1: 4 }],
  ['an empty line of title counts', `某区病例台账\n\n${HEAD}C1,2022-05-01,V1\n`, { C1: 4 }],
  ['sep= is no row', `sep=,\n${HEAD}C1,2022-05-01,V1\n`, { C1: 2 }],
  ['empty lines count', `${HEAD}C1,2022-05-01,V1\n\n,,\nC2,2022-05-02,V1\n`, { C1: 2, C2: 5 }],
  [
    'a line break in a cell is one row',
    `${HEAD}C1,2022-05-01,"东村\n二组"\nC2,2022-05-02,V1\n`,
    { C1: 2, C2: 3 },
  ],
  [
    'empty lines beside a line break in a cell count',
    `\n${HEAD}C1,2022-05-01,"东村\n二组"\n\nC2,2022-05-02,V1\n`,
    { C1: 3, C2: 5 },
  ],
  ['a header over two lines is one row', `"病例\n编号",报告日期,现住址\nC1,2022-05-01,V1\n`, { C1: 2 }],
])('I72 rows are numbered as a spreadsheet numbers them: %s', async (_, text, rows) => {
  expect(await rowsOf(text)).toEqual(rows)
})

test('I72 what is said of a row names the same number', async () => {
  const plan = await planOf({ 'cases.csv': `某区病例台账\n${HEAD}C1,2022-02-30,V1\n\nC2,某日,V1\n` })
  expect(codesOf(plan).filter((code) => / (?:no-such-day|not-a-day)$/.test(code))).toEqual([
    'cases.csv:3 no-such-day',
    'cases.csv:5 not-a-day',
  ])
})

test('I72 the log remembers where the header stood and how the file spells its columns; a feature is counted from 1', async () => {
  const { drafts } = await planOf({
    'cases.csv': `某区病例台账\n${HEAD}C1,2022-05-01,V1\n`,
    'places.geojson': aCollection(aFeature({ 编码: 'V1', kind: 'village' }, aSquare(113, 34))),
  })
  expect(tableOf(drafts)).toEqual(
    expect.arrayContaining([
      { headerRow: 2, headers: { id: '病例编号', reportedAt: '报告日期', place: '现住址' } },
      { headerRow: null, headers: { code: '编码' } },
    ]),
  )
})
