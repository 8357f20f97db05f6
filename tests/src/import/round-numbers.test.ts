import { describe, expect, test } from 'vitest'
import { plainNumber, roundNumber } from '#geo'
import { MemoryLog } from '../../helpers/pack-input'

describe('I165 the number of a round', () => {
  test.each([
    ...[
      '第3轮',
      '第三轮',
      '三轮',
      '3',
      'R3',
      'r03',
      '第 3 轮',
      '３',
      '3.0',
      '第3次',
      '3轮',
      '第三輪',
      '第3轮次',
    ],
    ...['第3轮核酸检测', '第三轮全员核酸', '第3轮区域核酸检测', 'round 3', 'No.3'],
  ])('I165 %s is 3', (text) => {
    expect([roundNumber(text), plainNumber(text)]).toEqual(['3', '3'])
  })

  test.each([
    ['第十二轮', '12'],
    ['二十轮', '20'],
    ['十', '10'],
    ['第廿一轮', '21'],
    ['第3轮（补采）', '3（补采）'],
    ['第三轮补采', '3（补采）'],
    ['3(补检)', '3（补检）'],
  ])('I165 %s is kept as %s', (text, kept) => {
    expect(roundNumber(text)).toBe(kept)
    expect(plainNumber(text)).toBe(kept.replace(/（.*/, ''))
  })

  test.each(['', '2022-07-09', '常态化', '第3轮重点人群', '3-1', '三十里', '2.5', '初筛', '补采'])(
    'I165 %j is no number and stays',
    (text) => {
      expect(roundNumber(text)).toBe(text)
    },
  )

  const HEADER = 'place,round,startedAt,finishedAt,listed,sampled,result'
  const row = (round: string, sampled = '90') => `V1,${round},2022-07-09,2022-07-09,100,${sampled},阴性`

  test('I165 two files that write it otherwise tell one round, at once and one after the other', async () => {
    for (const spelt of ['第3轮', '第三轮', 'R3']) {
      const [once, after] = [new MemoryLog(), new MemoryLog()]
      await once.take({
        'a/rounds.csv': `${HEADER}\n${row('3')}\n`,
        'b/rounds.csv': `${HEADER}\n${row(spelt)}\n`,
      })
      await after.take({ 'rounds.csv': `${HEADER}\n${row('3')}\n` })
      await after.take({ 'second.csv': `${HEADER}\n${row(spelt, '95')}\n` })
      expect(
        once.register().rounds.map(({ round, sampled }) => [round, sampled]),
        spelt,
      ).toEqual([['3', 90]])
      expect(
        after.register().rounds.map(({ round, sampled }) => [round, sampled]),
        spelt,
      ).toEqual([['3', 95]])
    }
  })

  test('I165 what was sampled afterwards is a second row of that round and replaces none', async () => {
    const log = new MemoryLog()
    await log.take({ 'rounds.csv': `${HEADER}\n${row('3')}\n` })
    await log.take({ 'second.csv': `${HEADER}\nV1,第3轮（补采）,2022-07-10,2022-07-10,10,10,阴性\n` })
    expect(log.register().rounds.map(({ round, listed }) => [round, listed])).toEqual([
      ['3', 100],
      ['3（补采）', 10],
    ])
  })
})
