import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { IN_HEADERS, PERSONS, type Treatment, treatmentOf, WHOLE_HEADERS } from '../../../src/import/personal'
import { cellAt } from '../../../src/log/cells'
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

const ROWS: readonly (readonly [string, Treatment])[] = [
  ['not kept', 'drop'],
  ['telephone masked', 'phone'],
  ['name masked', 'name'],
]

test.each(ROWS)('I34 the headers README names as %s are those of the code', (row, treatment) => {
  const { whole, persons, within } = listed(row)
  expect(whole).toEqual(WHOLE_HEADERS[treatment])
  expect(within).toEqual(IN_HEADERS[treatment])
  expect(persons).toEqual(treatment === 'name' ? PERSONS : [])
  for (const word of [...whole, ...within.map((one) => `某${one}`)])
    expect(treatmentOf(word, 'reports'), word).toBe(treatment)
  for (const word of persons)
    expect([
      treatmentOf(word, 'cases'),
      treatmentOf(word, 'contacts'),
      treatmentOf(word, 'facilities'),
    ]).toEqual(['name', 'name', null])
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
  return Object.fromEntries(Object.keys(cells).map((name) => [name, cellAt(block!.columns[name], 0)]))
}

test('I34 what README says is masked within text is, and what it says is not is not', async () => {
  const kept = await keptOf('cases.csv', {
    id: 'C1',
    reportedAt: '2022-05-01',
    身份证号: '110101199003071234',
    联系电话: '13812345678',
    姓名: '张三丰',
    患者: '李四光',
    负责人数: '12',
    被访人: '王五',
    备注: '张三丰 13812345678 110101199003071234 010-62345678 110101900307123 G12345678',
    现住址: '东街1号2单元301',
  })
  expect(kept).toMatchObject({
    身份证号: null,
    联系电话: '138****78',
    姓名: '张*',
    患者: '李*',
    负责人数: '12',
    被访人: '王五',
    备注: '张三丰 138****78 ＊ 010-62345678 110101900307123 G12345678',
  })
  const checks = await keptOf('checks.csv', { checkpoint: 'K1', at: '2022-05-01', by: '张三丰 13812345678' })
  expect(checks.by).toBe('张三丰 138****78')
  const places = await keptOf('places.csv', {
    code: 'A',
    kind: 'town',
    name: '张三丰',
    aliases: '13812345678',
  })
  expect([places.name, places.aliases]).toEqual(['张三丰', '13812345678'])
})

test('I34 README says what it does not reach, and that nothing else is looked at', () => {
  for (const said of ['Not masked', '被访人', 'landlines', '15-digit', '`by` of checks and transitions'])
    expect(SECTION).toContain(said)
  expect(README).not.toContain(
    'Names and telephones are masked and identity numbers dropped before anything is stored.',
  )
})
