import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AnswersQuestion, answersOf, type Facts, type Survey } from '#geo'
import { calloutLines } from '../../../src/briefing/callout-lines'
import { zoneReason } from '../../../src/briefing/sentences'
import { joinedReasons } from '../../../src/briefing/shared-reasons'
import { zoneDate } from '../../../src/briefing/zone-date'
import { readPack } from '../../../src/cli/read-pack'
import { standingText } from '../../../src/layers/zones/zone-words'
import { verdictOf } from '../../../src/views/desk/inspector/verdict'
import { zoneList } from '../../../src/views/wall/zones/zone-rows'
import { wordsOf } from '../../helpers/words-of'

const HOURS = ['2022-05-15T08:00', '2022-05-20T12:00', '2022-05-24T00:00', '2022-05-26T18:30']
const LATER = [
  '2022-05-27T08:40',
  '2022-05-27T14:00',
  '2022-05-27T18:00',
  '2022-05-27T22:00',
  '2022-05-28T00:00',
]

let facts: Facts
const cache = new Map<string, ReturnType<typeof answersOf>>()
const at = (hour: string): ReturnType<typeof answersOf> => {
  const question: AnswersQuestion = { asOf: Date.parse(`${hour}:00+08:00`), known: null, policy: null }
  if (!cache.has(hour)) cache.set(hour, answersOf(facts, question))
  return cache.get(hour)!
}
const TWO = '2022-05-27T14:00'
const zone = (id: string, survey: Survey = at(TWO).survey) => survey.zones.find((one) => one.id === id)!

beforeAll(async () => {
  facts = (await readPack(join(import.meta.dirname, '../../../public/demo/lanxi'))).factsKnown(null)
})

describe('one word for each zone of the demo, everywhere', () => {
  test.each([...HOURS, ...LATER])(
    'D30 the word of the survey is the one its assessment gives (%s)',
    (hour) => {
      const { assess, survey } = at(hour)
      const words = wordsOf(assess)
      expect(survey.zones.map(({ id, word }) => [id, word])).toEqual(
        survey.zones.map(({ id }) => [id, words.get(id)]),
      )
    },
  )

  test('D31 no zone shows two lowerings side by side', () => {
    for (const hour of [...HOURS, ...LATER])
      for (const { id, transitions } of at(hour).assess.zones) {
        const lowering = transitions.filter(({ kind }) => kind === 'release' || kind === 'downgrade')
        expect(lowering.length, `${hour} ${id}`).toBe(1)
      }
  })

  test('D32 at 14:00 every zone reads as it stands', () => {
    const { survey } = at(TWO)
    expect(
      survey.zones.map((one) => `${one.code.zh} ${one.word} ${zoneDate(one, survey, 'zh').date}`),
    ).toEqual([
      '封06 approved 今日 18:00',
      '封03 toApprove 今日',
      '封01 unmet 最早今日',
      '封07 unmet 最早今日',
      '管04 waiting 今日 18:00',
      '管02 waiting 5/28',
      '管05 unmet 最早 5/29',
      '封05 waiting 5/29',
      '管01 unmet 最早 5/30',
      '封02 waiting 5/30',
      '封04 unmet 最早 5/31',
      '管03 unmet 最早 5/31',
      ...['防01 unmet 最早 6/2', '防02 unmet 最早 6/2', '防03 unmet 最早 6/2', '防04 unmet 最早 6/2'],
    ])
  })

  test('D33 who waits for others names them, on the wall, in callouts and on the map', () => {
    const { survey, assess } = at(TWO)
    expect(zoneReason(zone('C-03'), survey, 'zh')).toBe('待封04先降级')
    expect(zoneReason(zone('C-01'), survey, 'zh')).toBe('待封01、封02先降级')
    expect(calloutLines(zone('C-03'), survey, 'zh')[1]).toBe('条件未满足：待封04先降级')
    const codes = Object.fromEntries(survey.zones.map(({ id, code }) => [id, code.zh]))
    expect(standingText(zone('C-03'), codes, 'zh')).toBe('条件未满足：待封04先降级')
    expect(standingText(zone('S-01'), codes, 'zh')).toBe('条件未满足：269 人未采样')
    expect(standingText(zone('S-04'), codes, 'zh')).not.toContain('天')
    const { rows } = zoneList(survey, assess, { locale: 'zh', limit: 12 })
    expect(rows.map(({ id }) => id)).toEqual(survey.zones.slice(0, 12).map(({ id }) => id))
    expect(rows.find(({ id }) => id === 'C-03')).toMatchObject({
      date: '最早 5/31',
      left: null,
      reason: '待封04先降级',
    })
  })

  test.each([
    ['zh', '密接转运情况未报；环境采样结果未报', '如上；核酸正在进行'],
    ['en', 'contacts not reported; environment not reported', 'as above; testing under way'],
  ] as const)('D33 what most zones lack alike is said once above their rows, in %s', (locale, once, row) => {
    const { survey, assess } = at('2022-05-18T09:00')
    const list = zoneList(survey, assess, { locale, limit: 14, saysOnce: true })
    expect(joinedReasons(list.shared!.reasons, locale)).toBe(once)
    expect(list.shared!.zones.size).toBe(survey.headline.unknown)
    expect(list.rows[0]!.reason).toBe(row)
    for (const reason of list.shared!.reasons)
      expect(list.rows.filter((one) => one.reason.includes(reason))).toEqual([])
    const { rows, shared } = zoneList(at(TWO).survey, at(TWO).assess, { locale, limit: 12, saysOnce: true })
    expect(shared).toBeNull()
    // a number is not parted from what it counts where a line ends
    expect(rows[2]!.reason.replaceAll('\u00a0', ' ')).toBe(zoneReason(zone('S-01'), at(TWO).survey, locale))
  })

  test('D33 a reason is said once and whole, a decided time with its day', () => {
    const late = at('2022-05-30T00:00').survey
    expect(zoneReason(zone('S-01', late), late, 'zh')).toBe('269 人未采样')
    expect(calloutLines(zone('C-01', late), late, 'zh')[1]).toMatch(/^条件未满足：\d+,\d{3} 人未采样$/)
    expect(calloutLines(zone('C-01', late), late, 'en')[1]).toMatch(/\d+,\d{3}/)
    const before = at('2022-05-25T00:00').survey
    expect(zone('C-05', before)).toMatchObject({ word: 'approved', date: '2022-05-25T08:00:00+08:00' })
    expect(zoneDate(zone('C-05', before), before, 'zh').date).toBe('5/25 08:00')
    expect(calloutLines(zone('C-05', before), before, 'zh')[1]).toBe('已批准：5/25 08:00，此刻 1 项未知')
    expect(standingText(zone('C-05', before), {}, 'zh')).toBe('已批准：5/25 08:00 起降级')
  })

  test('D34 a zone held up by the district alone says for how many days, and no longer once a new round is under way', () => {
    const { assess } = at(TWO)
    expect(assess.heldLonger).toEqual([])
    const before = at('2022-05-27T09:00')
    const [held, ...others] = before.assess.heldLonger!
    expect([held, others]).toMatchObject([{ zone: 'S-01', localAt: null }, []])
    expect(zone('S-01').date).toBeNull()
    expect(verdictOf(zone('S-01'), null)).toMatchObject({ key: 'blocked', count: 2, heldLonger: null })
    expect(verdictOf(zone('S-01', before.survey), held!)).toMatchObject({ key: 'blocked', count: 1 })
    expect(verdictOf(zone('C-03'), null)).toMatchObject({
      key: 'blocked',
      count: 1,
      heldLonger: null,
    })
    expect(verdictOf(zone('S-07'), null)).toMatchObject({ key: 'unknown', count: 1 })
    expect(verdictOf(zone('C-02'), null).key).toBe('waiting')
  })
})
