import { describe, expect, test } from 'vitest'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'
import { seeded } from '../../helpers/seeded'

const VILLAGES = ['东村', '西村', '南村', '北村', '中村']
const codeOf = (at: number): string => `41110400100${at}`
const places = (more: readonly string[] = [], cellsOf: (at: number) => string = () => ''): string =>
  [
    ['code,name,kind', ...more].join(','),
    ...VILLAGES.map((name, at) => `${codeOf(at)},${name},village${cellsOf(at)}`),
  ].join('\n')

describe('a list with codes in two files', () => {
  test('I112 is named and its rows come once, whatever the order; what one leaves empty is filled in', async () => {
    const files = {
      '村界.csv': places(['people'], (at) => (at === 2 ? ',' : `,${1000 + at}`)),
      '人口.csv': places(['people', 'households'], (at) => (at === 4 ? ',,300' : `,${1000 + at},300`)),
    }
    for (const given of [files, Object.fromEntries(Object.entries(files).toReversed())]) {
      const plan = await planOf(given)
      expect(
        Object.fromEntries(plan.files.map(({ file, taken, refused }) => [file, [taken, refused]])),
      ).toEqual({
        '人口.csv': [5, 0],
        '村界.csv': [0, 0],
      })
      expect(codesOf(plan).filter((one) => !one.endsWith('parent-from-code'))).toEqual([
        '村界.csv:- cells-filled-in',
        '村界.csv:- same-rows',
      ])
      const log = new MemoryLog()
      await log.take(given)
      expect(log.register().places.map(({ people, households }) => [people, households])).toEqual(
        [1000, 1001, 1002, 1003, 1004].map((people) => [people, 300]),
      )
    }
  })

  test('I112 what the two say otherwise is told with both, and the first stands', async () => {
    const plan = await planOf({
      '甲.csv': places(['people'], (at) => `,${1000 + at}`),
      '乙.csv': places(['people'], (at) => `,${at === 3 ? 77 : 1000 + at}`),
    })
    const told = plan.problems.filter(({ code }) => code === 'same-list-differs')
    expect(
      told.map(({ file, row, column, seen, suggestion }) => [file, row, column, seen, suggestion]),
    ).toEqual([['甲.csv', 5, 'people', '1003', '乙.csv:5 77']])
    expect(plan.refused).toEqual([])
  })

  test('I112 posts of two towns that are numbered alike are two lists', async () => {
    const posts = (town: string): string =>
      ['id,kind,name', ...[1, 2, 3, 4].map((n) => `K0${n},checkpoint,${town}${n}号卡点`)].join('\n')
    const plan = await planOf({ '甲镇.csv': posts('甲镇'), '乙镇.csv': posts('乙镇') })
    expect(codesOf(plan).filter((one) => one.endsWith('same-rows'))).toEqual([])
    expect(plan.refused).toHaveLength(4)
  })

  test('I112 rounds that say the same are one, those that do not both stand', async () => {
    const rounds = (sampled: number): string =>
      [
        'place,round,startedAt,listed,sampled',
        ...VILLAGES.map((name, at) => `${name},1,2022-07-09,100,${at === 0 ? sampled : 90}`),
      ].join('\n')
    const same = await planOf({ '核酸.csv': rounds(90), '核酸报表.csv': rounds(90) })
    expect(same.files.map(({ taken }) => taken).sort()).toEqual([0, 5])
    const other = await planOf({ '核酸.csv': rounds(90), '核酸报表.csv': rounds(50) })
    expect(other.files.map(({ taken }) => taken).sort()).toEqual([1, 5])
    expect(codesOf(other).some((one) => one.endsWith('round-twice'))).toBe(true)
  })
})

/** What is so after an import, whatever its files were called and in which order they came. */
function stateOf(log: MemoryLog): string {
  const { cases, places: known } = log.register()
  const rows = Array.from(
    { length: cases.length },
    (_, at) =>
      JSON.stringify(
        [cases.place, cases.kind, cases.foundIn].map((column) => column.values[column.codes[at]!] ?? null),
      ) + cases.reportedAt.at[at],
  )
  return JSON.stringify([rows.sort(), known.map(({ code, name, people }) => [code, name, people])])
}

test('I113 files of which none states a field otherwise give one state in every order, together and one by one', async () => {
  const header = '现住址,报告日期,诊断类型'
  const rows = [0, 0, 1, 2, 3, 4].map((at) => `${VILLAGES[at]},2022-07-0${at + 4},确诊病例`)
  const files: readonly (readonly [string, string])[] = [
    ['村界.csv', places(['people'], (at) => `,${1000 + at}`)],
    ['台账.csv', [header, ...rows].join('\n')],
    ['日报.csv', [`${header},发现途径`, ...rows.toReversed().map((row) => `${row},社区筛查`)].join('\n')],
    [
      '新增.csv',
      [header, '东村,2022-07-10,确诊病例', '西村,2022-07-10,确诊病例', '南村,2022-07-10,确诊病例'].join('\n'),
    ],
  ]
  const random = seeded(12)
  const orders = Array.from({ length: 8 }, () =>
    files
      .map((file) => ({ file, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ file }) => file),
  )
  const states = new Set<string>()
  for (const order of orders) {
    const together = new MemoryLog()
    await together.take(Object.fromEntries(order))
    states.add(stateOf(together))
    const apart = new MemoryLog()
    for (const [name, text] of order) await apart.take({ [name]: text })
    states.add(stateOf(apart))
  }
  expect(states.size).toBe(1)
  expect(JSON.parse([...states][0]!)[0]).toHaveLength(9)
})
