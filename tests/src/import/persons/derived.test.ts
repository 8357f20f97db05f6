import { describe, expect, test } from 'vitest'
import type { ImportPlan } from '../../../../src/import/plan'
import { cellAt } from '../../../../src/log/rows/cells'
import { ageBandOf } from '../../../../src/records/person-fields'
import { codesOf, MemoryLog, planOf } from '../../../helpers/pack-input'

const told = (plan: ImportPlan) =>
  [...plan.blocks.values()].flatMap(({ length, columns }) =>
    Array.from({ length }, (_, row) => [cellAt(columns.sex, row), cellAt(columns.ageBand, row)]),
  )
const text = (plan: ImportPlan): string => JSON.stringify([plan, [...plan.blocks]])

describe('sex and age band', () => {
  test('I110 bands are of five years, from 85 on of ten', () => {
    expect([0, 4, 5, 30, 84, 85, 94, 95, 124].map(ageBandOf)).toEqual([
      '0-4',
      '0-4',
      '5-9',
      '30-34',
      '80-84',
      '85-94',
      '85-94',
      '95-104',
      '115-124',
    ])
    expect([-1, 125, Number.NaN].map(ageBandOf)).toEqual([null, null, null])
  })

  test('I110 a column of ages becomes a band, however an age is written, and is not kept', async () => {
    const ages = ['30', '３１岁', '8个月', '45天', '1岁3个月', '86', '不详', '200', '']
    const rows = ages.map((age) => `东村,2022-07-05,确诊病例,${age}`)
    const plan = await planOf({ '病例.csv': ['现住址,报告日期,诊断类型,年龄(岁)', ...rows].join('\n') })
    expect(told(plan).map(([, band]) => band)).toEqual([
      '30-34',
      '30-34',
      '0-4',
      '0-4',
      '0-4',
      '85-94',
      null,
      null,
      null,
    ])
    expect(codesOf(plan)).toContain('病例.csv:- age-band-from-age')
    expect(text(plan)).not.toContain('３１岁')
    expect([...plan.blocks.values()].flatMap(({ columns }) => Object.keys(columns))).not.toContain('年龄(岁)')
  })

  test('I110 an identity number tells sex and, at the day of the row, the band; it is nowhere kept', async () => {
    const rows = [
      '11010119900706101X,东村,2022-07-05,确诊病例',
      '11010119900706102X,东村,2022-07-06,确诊病例',
      '110101900706103,东村,,确诊病例',
      '护照E1234,东村,2022-07-06,确诊病例',
    ]
    const plan = await planOf({ '病例.csv': ['身份证号,现住址,报告日期,诊断类型', ...rows].join('\n') })
    // born on 6 July 1990: 31 the day before the birthday, 32 on it
    expect(told(plan)).toEqual([
      ['male', '30-34'],
      ['female', '30-34'],
      ['male', '30-34'],
      [null, null],
    ])
    expect(codesOf(plan)).toEqual(
      expect.arrayContaining(['病例.csv:- age-band-from-identity', '病例.csv:- sex-from-identity']),
    )
    expect(text(plan)).not.toMatch(/1101011990|110101900706/)
    const turning = [
      '110101198707061012,东村,2022-07-05,确诊病例',
      '110101198707061012,东村,2022-07-06,确诊病例',
    ]
    const around = await planOf({ '病例.csv': ['身份证号,现住址,报告日期,诊断类型', ...turning].join('\n') })
    expect(told(around).map(([, band]) => band)).toEqual(['30-34', '35-39'])
  })

  test('I110 what a cell says itself goes before, and a word that nobody knows costs the value, not the row', async () => {
    const rows = [
      '110101199007061012,女,50,东村,2022-07-05,确诊',
      '110101199007061012,,,东村,2022-07-05,确诊',
      ',不明,,东村,2022-07-05,确诊',
    ]
    const plan = await planOf({
      '病例.csv': ['身份证号,性别,年龄,现住址,报告日期,诊断类型', ...rows].join('\n'),
    })
    expect(told(plan)).toEqual([
      ['female', '50-54'],
      ['male', '30-34'],
      [null, null],
    ])
    expect(codesOf(plan)).toContain('病例.csv:4 cell-left-open')
  })

  test('I110 contacts have them too, and a list that was exported reads back as it is', async () => {
    const rows = ['东村,密接,2022-07-05,男,30—34岁', '东村,次密接,2022-07-05,女,85-94']
    const plan = await planOf({
      '密接.csv': ['现住址,密接类型,末次接触时间,性别,年龄段', ...rows].join('\n'),
    })
    expect(plan.files[0]).toMatchObject({ kind: 'contacts', taken: 2 })
    expect(told(plan)).toEqual([
      ['male', '30-34'],
      ['female', '85-94'],
    ])
  })

  test('I110 a list that comes again adds nobody', async () => {
    const log = new MemoryLog()
    const list = '现住址,报告日期,诊断类型,年龄\n东村,2022-07-05,确诊病例,30\n东村,2022-07-05,确诊病例,61'
    await log.take({ '病例.csv': list })
    await log.take({ '病例.csv': list })
    expect(log.register().cases.length).toBe(2)
    expect(log.events.filter(({ type }) => type === 'cases.imported@1')).toHaveLength(1)
  })
})
