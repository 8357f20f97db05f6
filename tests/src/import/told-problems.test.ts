import { describe, expect, test } from 'vitest'
import { refusedRowsCsv } from '../../../src/export/refused-rows'
import { differenceOf } from '../../../src/import/mapping/plan-difference'
import { aProblem } from '../../../src/import/problem'
import { wordRemedies } from '../../../src/import/remedies/word-remedies'
import { countOf, tell, toldOnly } from '../../../src/import/told-problems'
import { problemGroups } from '../../../src/views/import/problem-groups'
import { planOf } from '../../helpers/pack-input'

const HEADERS = { file: '文件', row: '行', column: '列', reason: '原因' }

describe('problems of many rows', () => {
  test('I171 a kind of problem is counted row by row and listed up to a few hundred', async () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `C${i},2022-02-30,确诊病例`)
    const plan = await planOf({ 'cases.csv': `id,reportedAt,kind\n${lines.join('\n')}\n` })
    const told = plan.problems.filter(({ code }) => code === 'no-such-day')
    expect(plan.files).toMatchObject([{ rows: 5_000, taken: 0, refused: 5_000 }])
    expect(told.length).toBeLessThanOrEqual(200)
    expect(told.reduce((sum, one) => sum + countOf(one), 0)).toBe(5_000)
    expect(told.map(({ row }) => row)).toEqual(told.map((_, at) => at + 2))
    expect(problemGroups(plan.problems).find(({ code }) => code === 'no-such-day')).toMatchObject({
      count: 5_000,
    })
  })

  test('I171 every refused row leaves as it stands in its file, with its own reason, listed or not', async () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => `C${i},2022-02-${30 + (i % 2)},张三丰`)
    const { refused } = await planOf({ 'cases.csv': `id,reportedAt,姓名\n${lines.join('\n')}\n` })
    const csv = [...refusedRowsCsv(refused, HEADERS, ({ problem }) => problem.seen ?? '')]
      .join('')
      .trimEnd()
      .split('\r\n')
    expect(csv).toHaveLength(3_001)
    expect(csv[2_500]).toBe('cases.csv,2501,reportedAt,2022-02-31,C2499,2022-02-31,张三丰')
    expect(JSON.stringify(structuredClone(refused[7]))).not.toContain('张三丰')
  })

  test('I171 words that nobody knows keep the number of all their rows, and those seen late are listed', async () => {
    const lines = Array.from({ length: 1_000 }, (_, i) => `C${i},2022-05-01,${i === 900 ? '无症壮' : '确疹'}`)
    const plan = await planOf({ 'cases.csv': `id,reportedAt,kind\n${lines.join('\n')}\n` })
    expect(wordRemedies(plan).map(({ word, count }) => [word, count])).toEqual([
      ['确疹', 999],
      ['无症壮', 1],
    ])
  })

  test('I171 one problem without a text stands for all whose text is not listed', () => {
    const problems = Array.from({ length: 3_000 }, (_, row) =>
      aProblem('a.csv', 'not-a-count', { row, column: 'sampled', seen: `${row}人` }),
    )
    const told = toldOnly(problems)
    expect(told).toHaveLength(401)
    expect(told.at(-1)).toMatchObject({ seen: null, row: 400, more: 2_599 })
    expect(toldOnly([...told]).reduce((sum, one) => sum + countOf(one), 0)).toBe(3_000)
  })

  test('I171 problems of other files, codes and columns are counted by themselves, also in a list that was copied', () => {
    const first = Array.from({ length: 250 }, (_, row) =>
      aProblem('a.csv', 'negative', { row, column: 'sampled', seen: '-1' }),
    )
    const told = [...toldOnly(first)]
    tell(told, aProblem('a.csv', 'negative', { row: 999, column: 'sampled', seen: '-1' }))
    tell(told, aProblem('a.csv', 'negative', { row: 999, column: 'listed', seen: '-1' }))
    tell(told, aProblem('b.csv', 'negative', { row: 999, column: 'sampled', seen: '-1' }))
    expect(told).toHaveLength(202)
    expect(told[0]).toMatchObject({ row: 0, more: 51 })
    const before = { files: [], problems: told }
    const after = { files: [], problems: told.slice(1) }
    expect(differenceOf(before, after).problems).toEqual([{ severity: 'error', count: [253, 201] }])
  })
})
