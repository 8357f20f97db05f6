import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { IN_HEADERS, PERSONS, type Personal, personalOf, WHOLE_HEADERS } from '../../../src/import/personal'
import { cellAt } from '../../../src/log/rows/cells'
import { planOf } from '../../helpers/pack-input'

const README = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
const SECTION = README.split('### What of persons is kept, and what is not')[1]!.split(/\n##/)[0]!

const wordsIn = (text: string): string[] => Array.from(text.matchAll(/`([^`]+)`/g), ([, word]) => word!)

/** The words of a row of the table: headers that are one of them, and headers that hold one. */
function listed(row: string): { whole: string[]; persons: string[]; within: string[] } {
  const [, , whole, within] = SECTION.split('\n')
    .find((line) => line.startsWith(`| **${row}**`))!
    .split('|') as [string, string, string, string]
  const [headers, persons = ''] = whole.split('; in lists of cases and contacts also ') as [string, string?]
  return {
    whole: wordsIn(headers),
    persons: wordsIn(persons),
    within: wordsIn(within.split(', but not')[0]!),
  }
}

const ROWS: readonly (readonly [string, Personal])[] = [
  ['names', 'name'],
  ['numbers', 'number'],
  ['addresses', 'address'],
]

test.each(ROWS)('I34 the headers README names as %s are those of the code', (row, sort) => {
  const { whole, persons, within } = listed(row)
  expect(whole).toEqual(WHOLE_HEADERS[sort])
  expect(within).toEqual(IN_HEADERS[sort])
  expect(persons).toEqual(sort === 'name' ? PERSONS : [])
  for (const word of [...whole, ...within.map((one) => `某${one}`)])
    expect(personalOf(word, 'reports'), word).toBe(sort)
  for (const word of persons)
    expect([personalOf(word, 'cases'), personalOf(word, 'contacts'), personalOf(word, 'facilities')]).toEqual(
      ['name', 'name', null],
    )
})

/** What is kept of one row, by column. */
async function keptOf(
  file: string,
  cells: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const plan = await planOf({
    [file]: `${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`,
  })
  const [block] = plan.blocks.values()
  const kept = Object.keys(block!.columns).map((name) => [name, cellAt(block!.columns[name], 0)])
  return Object.fromEntries(kept.filter(([, cell]) => cell !== null))
}

test('I34 what README says is kept of a person is, and nothing else', async () => {
  const kept = await keptOf('cases.csv', {
    id: 'C1',
    reportedAt: '2022-05-01',
    身份证号: '110101199003071234',
    姓名: '张三丰',
    患者: '李四光',
    负责人数: '12',
    被访人: '王五',
    备注: '张三丰 13812345678 与李四同户，未转运',
    现住址: '东街1号2单元301',
  })
  expect({ ...kept, reportedAt: null }).toEqual({
    id: 'C1',
    reportedAt: null,
    place: '东街1号',
    sex: 'male',
    ageBand: '30-34',
    tags: '同户',
  })
})

test('I34 what README says is taken out of free text elsewhere is, and what it says is not is not', async () => {
  const checks = await keptOf('checks.csv', {
    checkpoint: 'K1',
    at: '2022-05-01',
    by: '张三丰 13812345678',
    备注: '李四来过 010-62345678 110101900307123 G12345678 联系人：王五',
  })
  expect(checks).toMatchObject({ by: '张三丰 ＊', note: '李四来过 ＊ ＊ ＊ 联系人:＊' })
  const places = await keptOf('places.csv', {
    code: 'A',
    kind: 'town',
    name: '东风市场',
    aliases: '13812345678',
  })
  expect([places.name, places.aliases]).toEqual(['东风市场', '＊'])
})

test('I34 README says what it does not reach', () => {
  for (const said of ['Not reached', 'names amid free text', '`by`']) expect(SECTION).toContain(said)
})
