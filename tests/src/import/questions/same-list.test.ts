import { describe, expect, test } from 'vitest'
import { codesOf, MemoryLog, planOf } from '../../../helpers/pack-input'

const HEADER = '现住址,报告日期,诊断类型,发现途径'
const ROWS = [
  '东村,2022-07-05,确诊病例,社区筛查',
  '东村,2022-07-05,确诊病例,社区筛查',
  '西村,2022-07-06,无症状感染者,集中隔离',
  '南村,2022-07-07,确诊病例,主动就诊',
  '北村,2022-07-08,确诊病例,主动就诊',
]
const list = (rows: readonly string[], header = HEADER): string => [header, ...rows].join('\n')

const takenOf = async (files: Record<string, string>, answers: Record<string, string> = {}) => {
  const plan = await planOf(files, { answering: { answers, takesProposed: false } })
  return {
    plan,
    taken: Object.fromEntries(plan.files.map(({ file, taken }) => [file, taken])),
    same: plan.questions.filter(({ kind }) => kind === 'same'),
  }
}

describe('one list in two files', () => {
  test('I99 is counted once, named, and twice only where a person says so', async () => {
    const files = {
      '台账.csv': list(ROWS),
      '日报.csv': list(
        ROWS.map((row) => `${row},x`),
        `${HEADER},备注`,
      ),
    }
    const { taken, same, plan } = await takenOf(files)
    expect(Object.values(taken).sort()).toEqual([0, 5])
    expect(same).toEqual([
      expect.objectContaining({ with: '台账.csv', reason: expect.objectContaining({ count: 5, of: 5 }) }),
    ])
    expect(codesOf(plan)).toContain('日报.csv:- same-list')
    expect(plan.refusals).toEqual([])
    expect((await takenOf(files, { 'same:日报.csv': 'apart' })).taken).toEqual({
      '台账.csv': 5,
      '日报.csv': 5,
    })
  })

  test('I99 rows of the second that the first does not have are taken, also a further one that is equal to others', async () => {
    const more = [...ROWS, '东村,2022-07-05,确诊病例,社区筛查']
    const { taken, same } = await takenOf({
      '甲.csv': list([...ROWS, '远村,2022-07-09,确诊病例,社区筛查']),
      '乙.csv': list(more),
    })
    expect(taken).toEqual({ '甲.csv': 1, '乙.csv': 6 })
    expect(same).toHaveLength(1)
  })

  test('I99 other lists stay as they are: fewer than four fifths, other towns, other days, fewer than three rows', async () => {
    const other = ROWS.map((row, at) => (at < 2 ? row.replace('村', '山村') : row))
    expect((await takenOf({ '甲.csv': list(ROWS), '乙.csv': list(other) })).same).toEqual([])
    const later = ROWS.map((row) => row.replace('2022-07', '2022-08'))
    expect((await takenOf({ '甲.csv': list(ROWS), '乙.csv': list(later) })).same).toEqual([])
    const few = { '甲.csv': list(ROWS.slice(0, 2)), '乙.csv': list(ROWS.slice(0, 2)) }
    expect((await takenOf(few)).taken).toEqual({ '甲.csv': 2, '乙.csv': 2 })
  })

  test('I99 people with numbers are known by them', async () => {
    const numbered = list(
      ROWS.map((row, at) => `K${at},${row}`),
      `病例编号,${HEADER}`,
    )
    expect((await takenOf({ '甲.csv': numbered, '乙.csv': numbered })).same).toEqual([])
  })

  test('I99 the order in which files come changes nothing of what is taken', async () => {
    const files = { '甲.csv': list(ROWS), '乙.csv': list(ROWS), '丙.csv': list(ROWS.toReversed()) }
    const entries = Object.entries(files)
    for (const order of [entries, entries.toReversed()]) {
      const log = new MemoryLog()
      await log.take(Object.fromEntries(order))
      expect(log.register().cases.length).toBe(5)
    }
  })
})
