import { describe, expect, test } from 'vitest'
import type { YearQuestion } from '../../../../src/import/questions/question'
import { readYears } from '../../../../src/import/questions/years'
import { codesOf, MemoryLog, planOf } from '../../../helpers/pack-input'
import { seeded } from '../../../helpers/seeded'

const HEADER = '现住址,报告日期,诊断类型'
const ledger = (days: readonly string[], titles: readonly string[] = []): string =>
  [...titles, HEADER, ...days.map((day, at) => `东${at}村,${day},确诊病例`)].join('\n')

const CLOCK = Date.parse('2026-11-30T00:00:00Z')
const proposing = { clock: CLOCK, answering: { answers: {}, takesProposed: true } }

async function asked(
  files: Record<string, string>,
  answers: Record<string, string> = {},
  takesProposed = true,
) {
  const plan = await planOf(files, { clock: CLOCK, answering: { answers, takesProposed } })
  const questions = plan.questions.filter((one): one is YearQuestion => one.kind === 'year')
  const days = [...plan.blocks.values()].flatMap(({ columns }) =>
    Array.from((columns.reportedAt as { at?: Float64Array } | undefined)?.at ?? [], (at) =>
      Number.isNaN(at) ? '-' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10),
    ),
  )
  return { plan, questions, days, first: questions[0]! }
}

describe('days without a year', () => {
  test('I97 are one question for the file, with the year of the rows about them', async () => {
    const { questions, first, days } = await asked({
      '台账.csv': ledger(['2022-07-05', '7月6日', '7/7', '2022-07-08']),
    })
    expect(questions).toHaveLength(1)
    expect(first).toMatchObject({ seen: '7月6日', proposed: '2022', answer: '2022', becomes: '2022-07-06' })
    expect(first.reason).toMatchObject({ code: 'rows', count: 2, of: 2 })
    expect(first.of).toEqual([{ file: '台账.csv', row: 3, column: '报告日期', rows: 2 }])
    expect(days).toEqual(['2022-07-05', '2022-07-06', '2022-07-07', '2022-07-08'])
  })

  test('I97 a row that hangs on a question nobody answered is refused and open, never dated', async () => {
    const files = { '台账.csv': ledger(['2022-07-05', '7月6日']) }
    for (const answers of [{}, { 'year:台账.csv': 'open' }] as Record<string, string>[]) {
      const { plan, days } = await asked(files, answers, 'year:台账.csv' in answers)
      expect(plan.questions[0]).toMatchObject({ proposed: '2022', answer: null })
      expect(codesOf(plan)).toContain('台账.csv:3 no-year')
      expect(days).toEqual(['2022-07-05'])
      expect(plan.refusals).toEqual([
        expect.objectContaining({ source: '台账.csv', refused: [{ row: 3, why: 'no-year' }] }),
      ])
    }
  })

  test('I97 a year that is answered dates every such cell of the file, and is told', async () => {
    const files = { '台账.csv': ledger(['2022-07-05', '7月6日 8:30', '7月6日8时']) }
    const { plan, days } = await asked(files, { 'year:台账.csv': '2021' })
    expect(days).toEqual(['2022-07-05', '2021-07-06', '2021-07-06'])
    const told = plan.problems.find(({ code }) => code === 'year-answered')
    expect(told).toMatchObject({ seen: '7月6日 8:30', suggestion: '2021-07-06 08:30', detail: { count: 2 } })
  })

  test('I97 a ledger of December and January lies about the turn of the year', async () => {
    const opened = { '1月3日台账.csv': ledger(['2022-12-30', '12月31日', '1月1日', '2023-01-02']) }
    expect((await asked(opened)).days).toEqual(['2022-12-30', '2022-12-31', '2023-01-01', '2023-01-02'])
    const bare = { '台账.csv': ledger(['12月28日', '12月30日'], ['填报单位：某镇 填报时间：2023年1月3日']) }
    const { days, first } = await asked(bare)
    expect(days).toEqual(['2022-12-28', '2022-12-30'])
    expect(first.reason).toMatchObject({ code: 'title', seen: '2023年1月3日' })
  })

  test('I97 of rows without any year the title, the name, the other files and the workspace tell it, in this order', async () => {
    const days = ['7月6日', '7月8日']
    const reasonOf = async (files: Record<string, string>) => (await asked(files)).first
    expect(await reasonOf({ '台账20210709.csv': ledger(days, ['填报时间：2022年7月9日']) })).toMatchObject({
      proposed: '2022',
      reason: { code: 'title' },
    })
    expect(await reasonOf({ '台账20210709.csv': ledger(days) })).toMatchObject({
      proposed: '2021',
      reason: { code: 'file-name', seen: '20210709' },
    })
    const other = { '台账.csv': ledger(days), '另.csv': ledger(['2020-07-09']) }
    expect(await reasonOf(other)).toMatchObject({
      proposed: '2020',
      reason: { code: 'other-file', seen: '另.csv' },
    })
    const log = new MemoryLog()
    await log.take({ 'cases.csv': 'id,place,reportedAt\nK1,东0村,2019-07-09' })
    const held = await planOf({ '台账.csv': ledger(days) }, { ...proposing, existing: log.register() })
    expect(held.questions[0]).toMatchObject({
      proposed: '2019',
      reason: { code: 'workspace', seen: '2019-07-09' },
    })
    expect(await reasonOf({ '台账.csv': ledger(days) })).toMatchObject({
      proposed: null,
      answer: null,
      reason: null,
      choices: ['2026', '2025'],
    })
  })

  test('I97 files whose years differ are asked apart; those whose own rows tell one year, together', async () => {
    const files = { '甲.csv': ledger(['2022-07-05', '7月6日']), '乙.csv': ledger(['2021-07-05', '7月6日']) }
    const { questions, days } = await asked({ ...files, '丙.csv': ledger(['2022-07-04', '7月7日']) })
    expect(questions.map(({ proposed, of }) => [proposed, of.map(({ file }) => file)])).toEqual([
      ['2022', ['丙.csv', '甲.csv']],
      ['2021', ['乙.csv']],
    ])
    expect(days.sort()).toEqual([
      '2021-07-05',
      '2021-07-06',
      '2022-07-04',
      '2022-07-05',
      '2022-07-06',
      '2022-07-07',
    ])
    const weak = await asked({
      '甲.csv': ledger(['7月6日']),
      '乙.csv': ledger(['7月6日']),
      '丙.csv': ledger(['2022-07-09']),
    })
    expect(weak.questions.map(({ of }) => of.map(({ file }) => file))).toEqual([['乙.csv'], ['甲.csv']])
  })

  test('I97 29 February costs its row in a year that has none, and is no question in a month that has none', async () => {
    const { first, days, plan } = await asked({ '台账.csv': ledger(['2022-02-28', '2月29日']) })
    expect(first).toMatchObject({ proposed: '2022', absent: 1, becomes: null })
    expect(days).toEqual(['2022-02-28'])
    expect(codesOf(plan)).toContain('台账.csv:3 no-such-day')
    const leap = await asked({ '台账.csv': ledger(['2月29日'], ['填报时间：2021年3月2日']) })
    expect(leap).toMatchObject({ days: ['2020-02-29'], first: { proposed: '2020' } })
    expect((await asked({ '台账.csv': ledger(['2022-02-28', '2月30日']) })).questions).toEqual([])
  })

  test.each(['1899', '2101', '22', 'abc', '2022-2024', '2022-2021', '-2022', '二〇二二'])(
    'I97 %s is no year, and leaves the question open',
    async (answer) => {
      expect(readYears(answer)).toBeNull()
      const { first, days } = await asked(
        { '台账.csv': ledger(['2022-07-05', '7月6日']) },
        { 'year:台账.csv': answer },
      )
      expect(first).toMatchObject({ answer: null, unusable: answer })
      expect(days).toEqual(['2022-07-05'])
    },
  )

  test('years are read as people write them', () => {
    expect(readYears('２０２２年')).toEqual({ first: 2022, second: null })
    expect(readYears('2022-2023')).toEqual({ first: 2022, second: 2023 })
  })

  test.each(Array.from({ length: 40 }, (_, at) => at + 1))(
    'I97 a ledger in order of days loses no year by leaving some out (seed %i)',
    async (seed) => {
      const random = seeded(seed)
      let at = Date.parse('2020-01-01T00:00:00Z') + random.between(0, 1500) * 86_400_000
      const right = Array.from({ length: 30 }, () => {
        at += random.between(0, 3) * 86_400_000
        return new Date(at).toISOString().slice(0, 10)
      })
      const written = right.map((day, i) =>
        i % 5 !== 0 && random.chance(0.5) ? `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` : day,
      )
      expect((await asked({ '台账.csv': ledger(written) })).days).toEqual(right)
    },
  )
})
