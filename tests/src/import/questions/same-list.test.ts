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

  test('I99 days that differ make no other list: they are told with both, and nobody is counted twice', async () => {
    const shifted = ROWS.map((row) => row.replace(/07-0(\d)/, (_, day) => `07-0${Number(day) + 1}`))
    const { taken, same, plan } = await takenOf({ '甲.csv': list(ROWS), '乙.csv': list(shifted) })
    expect(taken).toEqual({ '乙.csv': 5, '甲.csv': 0 })
    expect(same).toEqual([expect.objectContaining({ with: '乙.csv' })])
    const told = plan.problems.filter(({ code }) => code === 'same-list-differs')
    expect(told.map(({ row, column, seen, suggestion }) => [row, column, seen, suggestion])).toEqual([
      [2, '报告日期', '2022-07-05', '乙.csv:2 2022-07-06'],
      [3, '报告日期', '2022-07-05', '乙.csv:3 2022-07-06'],
      [4, '报告日期', '2022-07-06', '乙.csv:4 2022-07-07'],
      [5, '报告日期', '2022-07-07', '乙.csv:5 2022-07-08'],
      [6, '报告日期', '2022-07-08', '乙.csv:6 2022-07-09'],
    ])
  })

  test('I99 one corrected cell, another order of rows or columns and a total make no other list', async () => {
    const corrected = ROWS.with(2, '西村,2022-07-06,确诊病例,集中隔离').toReversed()
    const turned = corrected.map((row) => row.split(',').toReversed().join(','))
    const other = [HEADER.split(',').toReversed().join(','), ...turned, ',,,合计'].join('\n')
    const { taken, plan } = await takenOf({ '甲.csv': list(ROWS), '乙.csv': other })
    expect(Object.values(taken).reduce((sum, count) => sum! + count!, 0)).toBe(5)
    const told = plan.problems.filter(({ code }) => code === 'same-list-differs')
    expect(told.map(({ column, seen }) => [column, seen])).toEqual([['诊断类型', '无症状感染者']])
  })

  test('I99 people of another sex and age in the same villages are other people', async () => {
    const aged = (sex: string, from: number): string =>
      list(
        ROWS.map((row, at) => `${row},${sex},${from + 7 * at}`),
        `${HEADER},性别,年龄`,
      )
    expect((await takenOf({ '甲.csv': aged('男', 20), '乙.csv': aged('女', 50) })).taken).toEqual({
      '甲.csv': 5,
      '乙.csv': 5,
    })
    const { taken } = await takenOf({ '甲.csv': aged('男', 20), '乙.csv': aged('男', 20) })
    expect(taken).toEqual({ '甲.csv': 0, '乙.csv': 5 })
  })

  test('I99 a short list of a later day is no part of the long one that has its villages', async () => {
    const days = ['05', '06', '07', '08', '09']
    const long = days.flatMap((day) =>
      ['东村', '西村', '南村'].map((place) => `${place},2022-07-${day},确诊病例,社区筛查`),
    )
    const late = ['东村', '西村', '南村'].map((place) => `${place},2022-07-10,确诊病例,社区筛查`)
    expect((await takenOf({ '甲.csv': list(long), '乙.csv': list(late) })).same).toEqual([])
  })

  test('I114 that two rows may be of one person is told, never decided', async () => {
    const header = `${HEADER},性别,年龄`
    const first = [
      '东村,2022-07-05,确诊病例,社区筛查,男,31',
      '西村,2022-07-06,确诊病例,社区筛查,女,52',
      '南村,2022-07-06,确诊病例,社区筛查,女,18',
    ]
    const second = [
      '东村,2022-07-05,确诊病例,主动就诊,男,33',
      '远村,2022-07-06,确诊病例,社区筛查,女,50',
      '远村,2022-07-06,确诊病例,社区筛查,男,51',
      '南村,2022-07-08,确诊病例,社区筛查,女,18',
    ]
    const { taken, plan } = await takenOf({ '甲.csv': list(first, header), '乙.csv': list(second, header) })
    expect(taken).toEqual({ '甲.csv': 3, '乙.csv': 4 })
    const told = plan.problems.filter(({ code }) => code === 'maybe-one-person')
    expect(told.map(({ file, row, seen }) => [file, row, seen])).toEqual([
      ['甲.csv', 2, '乙.csv:2'],
      ['甲.csv', 3, '乙.csv:3'],
    ])
    const pair = { '甲.csv': list(first, header), '乙.csv': list(second, header) }
    const persons = plan.questions.filter(({ kind }) => kind === 'person')
    expect(persons).toMatchObject([
      {
        ...{ id: 'person:甲.csv:2:乙.csv:2', answer: null, proposed: null, with: { file: '乙.csv', row: 2 } },
        cells: expect.arrayContaining([{ column: 'foundIn', here: 'community', there: 'visit' }]),
      },
      { id: 'person:甲.csv:3:乙.csv:3', with: { file: '乙.csv', row: 3 } },
    ])
    // a person decides: one counts with the row that they name, or both do
    const decided = async (answers: Record<string, string>) => {
      const { plan: made, taken: rows } = await takenOf(pair, answers)
      const told = codesOf(made).filter((code) => code.endsWith('one-person'))
      return [rows['甲.csv'], rows['乙.csv'], ...told]
    }
    expect(
      await decided({ 'person:甲.csv:2:乙.csv:2': 'here', 'person:甲.csv:3:乙.csv:3': 'there' }),
    ).toEqual([...[2, 3, '乙.csv:2 one-person', '甲.csv:3 one-person']])
    expect(await decided({ 'person:甲.csv:2:乙.csv:2': 'two' })).toEqual([3, 4, '甲.csv:3 maybe-one-person'])
    expect(await decided({ 'person:甲.csv:2:乙.csv:2': 'nobody' })).toEqual([
      ...[3, 4, '甲.csv:2 maybe-one-person', '甲.csv:3 maybe-one-person'],
    ])
    // where two are alike nothing is proposed
    const twins = [...second, '远村,2022-07-06,确诊病例,社区筛查,女,50']
    const { plan: other } = await takenOf({ '甲.csv': list(first, header), '乙.csv': list(twins, header) })
    expect(other.problems.filter(({ code }) => code === 'maybe-one-person').map(({ row }) => row)).toEqual([
      2,
    ])
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

  test('I99 of two days of one person the later one counts with its row, whichever list is the longer', async () => {
    const newer = [ROWS[0]!, ROWS[1]!, ROWS[2]!.replace('07-06', '07-12'), ROWS[3]!]
    const { taken, plan } = await takenOf({ '甲.csv': list(ROWS), '乙.csv': list(newer) })
    expect(taken).toEqual({ '甲.csv': 4, '乙.csv': 1 })
    expect(
      plan.problems
        .filter(({ code }) => code === 'same-list-differs')
        .map(({ file, row, seen, suggestion }) => [file, row, seen, suggestion]),
    ).toEqual([['甲.csv', 4, '2022-07-06', '乙.csv:4 2022-07-12']])
  })

  test('I99 a list with numbers and one without are one list; the numbers stand, in part too', async () => {
    const numbered = ROWS.map((row, at) => `B${at + 1},${row}`)
    const half = numbered.map((row, at) => (at % 2 === 0 ? row : row.replace(/^B\d/, '')))
    const withNumber = `病例编号,${HEADER}`
    const one = { '甲.csv': list(ROWS), '乙.csv': list(numbered, withNumber) }
    expect((await takenOf(one)).taken).toEqual({ '甲.csv': 0, '乙.csv': 5 })
    const two = { '甲.csv': list(half, withNumber), '乙.csv': list(numbered, withNumber) }
    const { taken, plan } = await takenOf(two)
    expect(taken['乙.csv']).toBe(5)
    const log = new MemoryLog()
    await log.take(two)
    expect(log.register().cases).toHaveLength(5)
    expect(plan.refusals).toEqual([])
    const later = {
      '甲.csv': list(ROWS.with(3, ROWS[3]!.replace('07-07', '07-15'))),
      '乙.csv': one['乙.csv'],
    }
    const both = await takenOf(later)
    expect(both.taken).toEqual({ '甲.csv': 1, '乙.csv': 5 })
    expect(codesOf(both.plan)).toContain('甲.csv:5 maybe-one-person')
  })

  test('I99 three villages with a case each, and the next day, are two lists', async () => {
    const [first, next] = [
      ROWS.slice(2),
      ROWS.slice(2).map((row) => row.replace(/07-0(\d)/, (_, day) => `07-0${Number(day) + 1}`)),
    ]
    expect((await takenOf({ '甲.csv': list(first), '乙.csv': list(next) })).taken).toEqual({
      '甲.csv': 3,
      '乙.csv': 3,
    })
  })
})
