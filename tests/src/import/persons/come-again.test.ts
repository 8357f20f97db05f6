import { describe, expect, test } from 'vitest'
import { asHeldKey } from '../../../../src/import/questions/question'
import { undoDrafts } from '../../../../src/log/undo'
import { MemoryLog } from '../../../helpers/pack-input'

const HEADER = '现住址,报告日期,诊断类型,性别,年龄,发现途径'
const FIRST = [
  '东村,2022-07-05,确诊病例,男,31,社区筛查',
  '东村,2022-07-05,确诊病例,男,31,社区筛查',
  '西村,2022-07-06,无症状感染者,女,42,集中隔离',
  '南村,2022-07-07,确诊病例,男,53,主动就诊',
  '北村,2022-07-08,确诊病例,女,64,主动就诊',
  '中村,2022-07-08,无症状感染者,女,27,社区筛查',
]
const list = (rows: readonly string[], header = HEADER): string => [header, ...rows].join('\n')

/** A list into an empty log, and what a second one would do. */
async function secondAfter(first: string, second: string, answers: Record<string, string> = {}) {
  const log = new MemoryLog()
  await log.take({ '7月9日台账.csv': first })
  const { offer } = await log.offer({ '7月10日台账.csv': second }, { answers, takesProposed: true })
  return { log, offer, compared: offer.compared[0] ?? null }
}
const counts = ({ added, changed, gone, equal }: Record<'added' | 'changed' | 'gone' | 'equal', number>) => ({
  added,
  changed,
  gone,
  equal,
})

describe('a list that comes again', () => {
  test('I111 is shown as new, changed field by field, gone and equal, and both sums close', async () => {
    const more = ['甲', '乙', '丙', '丁', '戊', '己'].map(
      (name) => `${name}村,2022-07-04,确诊病例,女,19,主动就诊`,
    )
    const second = [
      ...FIRST.slice(0, 2),
      FIRST[0]!,
      FIRST[2]!.replace('07-06', '07-07'),
      FIRST[3]!,
      FIRST[5]!.replace('无症状感染者', '确诊病例'),
      '远村,2022-07-09,确诊病例,男,70,社区筛查',
      ...more,
    ]
    const { offer, compared, log } = await secondAfter(list([...FIRST, ...more]), list(second))
    expect(counts(compared!)).toEqual({ added: 2, changed: 2, gone: 1, equal: 9 })
    expect(compared!.with).toEqual([{ file: '7月9日台账.csv', found: 10, of: 12 }])
    expect(compared!.rows.added.map(({ row, alike }) => [row, alike])).toEqual([
      [4, { before: 2, now: 3 }],
      [8, null],
    ])
    expect(compared!.rows.gone).toEqual([
      expect.objectContaining({
        file: '7月9日台账.csv',
        row: 6,
        cells: expect.objectContaining({ place: '北村' }),
      }),
    ])
    expect(
      offer.changes.map(({ row, was, cells }) => [row, was?.row, cells.map(({ column }) => column)]),
    ).toEqual([
      [5, 4, ['reportedAt']],
      [7, 7, ['kind']],
    ])
    await log.take({ '7月10日台账.csv': list(second) })
    // gone retracts nothing
    expect(log.register().cases.length).toBe(14)
    expect((await log.offer({ '7月10日台账.csv': list(second) })).offer.drafts).toEqual([])
  })

  test('I111 undone it is as before, and taken again it changes the same', async () => {
    const second = list(FIRST.with(2, FIRST[2]!.replace('07-06', '07-07')))
    const { log } = await secondAfter(list(FIRST), second)
    const before = JSON.stringify(log.register().cases)
    const step = await log.take({ '7月10日台账.csv': second })
    expect(step.map(({ type }) => type)).toEqual(['cases.revised@1'])
    log.say(undoDrafts(log.events, 'd1'))
    expect(JSON.stringify(log.register().cases)).toBe(before)
    const { compared, changes } = (await log.offer({ '7月10日台账.csv': second })).offer
    expect([counts(compared[0]!), changes.length]).toEqual([{ added: 0, changed: 1, gone: 0, equal: 5 }, 1])
  })

  test('I134 a row that a person leaves as it is held changes nothing, and its neighbours do', async () => {
    const second = FIRST.with(2, FIRST[2]!.replace('07-06', '07-07')).with(
      3,
      FIRST[3]!.replace('07-07', '07-08'),
    )
    const { log, compared } = await secondAfter(list(FIRST), list(second))
    expect(counts(compared!)).toEqual({ added: 0, changed: 2, gone: 0, equal: 4 })
    const files = { '7月10日台账.csv': list(second) }
    const answers = { [asHeldKey('7月10日台账.csv', 4)]: 'held', [asHeldKey('7月10日台账.csv', 99)]: 'held' }
    const { offer } = await log.offer(files, { answers, takesProposed: true })
    expect(counts(offer.compared[0]!)).toEqual({ added: 0, changed: 1, gone: 0, equal: 5 })
    expect(offer.changes.map(({ row }) => row)).toEqual([5])
    expect(offer.drafts.map(({ type }) => type)).toEqual(['cases.revised@1'])
    const none = { ...answers, [asHeldKey('7月10日台账.csv', 5)]: 'held' }
    expect((await log.offer(files, { answers: none, takesProposed: true })).offer.drafts).toEqual([])
    // a row that the log does not hold cannot stay as it was
    const more = { '7月10日台账.csv': list([...FIRST, '东营,2022-07-09,确诊病例,男,33,社区筛查']) }
    const added = { [asHeldKey('7月10日台账.csv', 8)]: 'held' }
    expect((await log.offer(more, { answers: added, takesProposed: true })).offer.counts[0]!.added).toBe(1)
  })

  test('I111 all days shifted are changed days, not new persons; in a list of later days only they are new persons', async () => {
    const shifted = FIRST.map((row) => row.replace(/07-0(\d)/, (_, day) => `07-0${Number(day) + 1}`))
    expect(counts((await secondAfter(list(FIRST), list(shifted))).compared!)).toEqual({
      added: 0,
      changed: 6,
      gone: 0,
      equal: 0,
    })
    const later = FIRST.map((row) => row.replace('2022-07', '2022-08'))
    const { compared, offer } = await secondAfter(list(FIRST), list(later))
    expect(compared).toBeNull()
    expect(offer.counts.map(({ added }) => added)).toEqual([6])
  })

  test('I111 another order of rows or of columns, a title and a total change nothing', async () => {
    const turned = FIRST.toReversed().map((row) => row.split(',').toReversed().join(','))
    const second = ['病例台账', HEADER.split(',').toReversed().join(','), ...turned, ',,,,,合计'].join('\n')
    const { compared, offer } = await secondAfter(list(FIRST), second)
    expect(counts(compared!)).toEqual({ added: 0, changed: 0, gone: 0, equal: 6 })
    expect(offer.drafts.filter(({ type }) => type.startsWith('cases.'))).toEqual([])
  })

  test('I111 a list of another town that looks alike is another list', async () => {
    const other = FIRST.map((row) => row.replace('村', '营'))
    const { compared, offer } = await secondAfter(list(FIRST), list(other))
    expect(compared).toBeNull()
    expect(offer.counts.map(({ added }) => added)).toEqual([6])
  })

  test('I111 that they are other people a person says, and equal rows are counted then too', async () => {
    const { compared, offer } = await secondAfter(list(FIRST), list(FIRST.slice(1)), {
      'again:7月10日台账.csv': 'apart',
    })
    expect(compared).toMatchObject({ isApart: true, added: 5, changed: 0, gone: 0, equal: 0 })
    expect(offer.counts.map(({ added }) => added)).toEqual([5])
  })

  test('I111 with numbers the number tells who is who, and whoever is there no more is gone', async () => {
    const numbered = FIRST.map((row, at) => `K${at},${row}`)
    const second = [
      ...numbered.slice(1).map((row) => row.replace('确诊病例', '无症状感染者')),
      'K9,远村,2022-07-09,确诊,男,1,',
    ]
    const { compared } = await secondAfter(
      list(numbered, `病例编号,${HEADER}`),
      list(second, `病例编号,${HEADER}`),
    )
    expect(counts(compared!)).toEqual({ added: 1, changed: 3, gone: 1, equal: 2 })
    const others = numbered.map((row) => row.replace('K', 'M'))
    expect(
      (await secondAfter(list(numbered, `病例编号,${HEADER}`), list(others, `病例编号,${HEADER}`))).compared,
    ).toBeNull()
  })

  test('I111 nobody becomes a person of another sex and age', async () => {
    const second = FIRST.with(3, '南村,2022-07-09,确诊病例,女,12,主动就诊')
    expect(counts((await secondAfter(list(FIRST), list(second))).compared!)).toEqual({
      added: 1,
      changed: 0,
      gone: 1,
      equal: 5,
    })
    // of another day another age is another person; of the same day it was corrected
    const aged = FIRST.with(3, '南村,2022-07-09,确诊病例,男,12,主动就诊')
    const other = (await secondAfter(list(FIRST), list(aged))).compared!
    expect([other.added, other.changed]).toEqual([1, 0])
    const mended = FIRST.with(3, '南村,2022-07-07,确诊病例,男,12,主动就诊')
    const same = (await secondAfter(list(FIRST), list(mended))).compared!
    expect([same.added, same.changed]).toEqual([0, 1])
  })

  test('I111 a column that the list did not have is filled in, and a list that lacks one says nothing of it', async () => {
    const short = FIRST.map((row) => row.split(',').slice(0, 3).join(','))
    const grown = await secondAfter(list(short, '现住址,报告日期,诊断类型'), list(FIRST))
    expect(counts(grown.compared!)).toEqual({ added: 0, changed: 6, gone: 0, equal: 0 })
    const shrunk = await secondAfter(list(FIRST), list(short, '现住址,报告日期,诊断类型'))
    expect(counts(shrunk.compared!)).toEqual({ added: 0, changed: 0, gone: 0, equal: 6 })
  })

  test('I111 an empty column of numbers says nothing of them: nobody is new, and no number is taken away', async () => {
    const header = `病例编号,${HEADER}`
    const held = list(
      FIRST.map((row, at) => `B0${at + 1}x,${row}`),
      header,
    )
    const { compared, offer, log } = await secondAfter(
      held,
      list(
        FIRST.map((row) => `,${row}`),
        header,
      ),
    )
    expect(counts(compared!)).toEqual({ added: 0, changed: 0, gone: 0, equal: 6 })
    log.say(offer.drafts, offer.blocks)
    expect(log.register().cases).toHaveLength(6)
  })

  test('I111 a day never goes back: a row of an earlier day is new, and the one of the later day stays', async () => {
    const back = FIRST.with(3, FIRST[3]!.replace('07-07', '07-02'))
    const { compared, offer, log } = await secondAfter(list(FIRST), list(back))
    expect(counts(compared!)).toEqual({ added: 1, changed: 0, gone: 1, equal: 5 })
    log.say(offer.drafts, offer.blocks)
    expect(log.register().cases).toHaveLength(7)
  })
})
