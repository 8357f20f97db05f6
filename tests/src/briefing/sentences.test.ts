import { describe, expect, test } from 'vitest'
import type { Survey, TransitionAnswer } from '#geo'
import { isUnknown } from '#geo'
import { calloutLines } from '../../../src/briefing/callout-lines'
import { conditionDetail } from '../../../src/briefing/condition-detail'
import {
  conditionReason,
  headline,
  headlineDetails,
  headlineText,
  situationOf,
  zoneReason,
} from '../../../src/briefing/sentences'
import { stoppedOrder } from '../../../src/briefing/stopped-order'
import { ifDoneSentence, zoneDate } from '../../../src/briefing/zone-date'
import { aSurvey, contactsLeft, daysLeft, notStated, unsampled } from '../../helpers/a-survey'

const none = {
  toRaise: 0,
  approved: 0,
  toApprove: 0,
  toAssess: 0,
  met: 0,
  overdueUnmet: 0,
  unknown: 0,
  nextDate: null,
  firstApprovedAt: null,
}
const withHeadline = (part: Partial<Survey['headline']>): Survey => ({
  ...aSurvey,
  headline: { ...none, ...part },
})
const zone = (id: string) => aSurvey.zones.find((one) => one.id === id)!

describe('headline', () => {
  test('V1 something to decide: approved leads, in its own tone, then what waits, then what is past its day', () => {
    expect(headlineText(aSurvey, 'zh')).toBe('1 区已批准今日 18:00 降级，1 区待审批，2 区到期未满足')
    expect(headlineText(aSurvey, 'en')).toBe(
      '1 zone approved for lowering today 18:00, 1 awaiting approval, 2 past due, not met',
    )
    expect(headline(aSurvey, 'zh').parts.map(({ tone }) => tone)).toEqual(['approved', 'plain', 'plain'])
  })

  test('V2 nothing due names the next day, and no day where none is known', () => {
    const survey = withHeadline({ nextDate: '2022-05-29' })
    expect(situationOf(survey)).toBe('nothingDue')
    expect(headlineText(survey, 'zh')).toBe('今日没有分区到期，最早 5月29日')
    expect(headlineText(survey, 'en')).toBe('No zone is due today; the next on 29 May')
    expect(headlineText(withHeadline({}), 'zh')).toBe('今日没有分区到期')
  })

  test('V3 too much unknown leads once half of the zones cannot be decided and nothing waits for a person', () => {
    const survey = withHeadline({ unknown: 9, overdueUnmet: 2 })
    expect(situationOf(survey)).toBe('tooMuchUnknown')
    expect(headlineText(survey, 'zh')).toBe('16 区中 9 区条件未知，暂不能判定')
    expect(headlineText(survey, 'en')).toBe('9 of 16 zones cannot be decided: conditions unknown')
    expect(situationOf(withHeadline({ unknown: 9, approved: 1 }))).toBe('decide')
    expect(situationOf(withHeadline({ unknown: 7, overdueUnmet: 2 }))).toBe('decide')
  })

  test('V4 a pack without zones leads with its cases; without cases it says so', () => {
    const cases: Survey = { ...withHeadline({}), zones: [] }
    expect(headlineText(cases, 'zh')).toBe('近 7 日 30 例，较前 7 日少 27 例，还没有分区')
    expect(headlineText(cases, 'en')).toBe('30 in 7 days, 27 fewer than in the 7 before, no zones yet')
    expect(headlineText({ ...cases, cases: null }, 'zh')).toBe('还没有分区，病例数据也未接入')
    expect(headlineDetails(cases, 'zh').slice(0, 2)).toEqual(['昨日社会面新增 0 例', '累计 88 例'])
  })

  test('V87 what is approved while a condition is not met or not known says so beside it', () => {
    const at = aSurvey.zones.findIndex(({ word }) => word === 'approved')
    const lacking = aSurvey.zones.find(({ word, missing }) => word === 'unmet' && missing.length > 0)!
    const zones = aSurvey.zones.map((zone, i) => (i === at ? { ...zone, missing: lacking.missing } : zone))
    const unknown = lacking.missing.filter(isUnknown).length
    const unmet = lacking.missing.length - unknown
    const survey: Survey = { ...withHeadline({ approved: 1 }), zones }
    expect(headlineText(survey, 'zh')).toContain('其中 1 区此刻条件未满足')
    expect(headlineText(survey, 'en')).toContain('of these 1 with conditions not met now')
    expect(zoneReason(zones[at]!, survey, 'zh')).toMatch(
      unmet > 0 ? `此刻 ${unmet} 项条件不满足` : `此刻 ${unknown} 项未知`,
    )
    expect(headlineText({ ...survey, zones: aSurvey.zones }, 'zh')).not.toContain('此刻')
    expect(calloutLines(zones[at]!, survey, 'en')[1]).toMatch(/^Approved: 18:00, \d/)
    expect(calloutLines(zones[at]!, survey, 'zh')[1]).toMatch(/^已批准：18:00，此刻/)
  })

  test('V86 without a list of zones nobody says that there are none', () => {
    const untold: Survey = { ...withHeadline({}), zones: [], zonesUnknown: 'no-list' }
    expect(headlineText(untold, 'zh')).toBe('近 7 日 30 例，较前 7 日少 27 例，没有分区名单')
    expect(headlineText({ ...untold, cases: null }, 'en')).toBe(
      'No list of zones, and no case data connected',
    )
    expect(headlineText({ ...untold, cases: null, zonesUnknown: 'rows-unread' }, 'zh')).toBe(
      '分区名单有未读入的行，病例数据也未接入',
    )
  })

  test('V4 what the headline says is not said again below it', () => {
    const open = { yesterday: { until: null, lacks: [] }, today: null }
    const told: Survey = { ...withHeadline({}), zones: [], cases: { ...aSurvey.cases!, open } }
    for (const locale of ['zh', 'en'] as const) {
      const said = headline(told, locale).parts.map(({ text }) => text)
      expect(headlineDetails(told, locale).filter((detail) => said.includes(detail))).toEqual([])
      expect(headlineDetails(told, locale)).not.toEqual([])
    }
  })

  test('details name what is missing and where', () => {
    expect(headlineDetails(aSurvey, 'zh')).toEqual([
      '昨日社会面新增 0 例',
      '封01 尚有 269 人未采样',
      '封07 终末消毒记录未报',
      '3 处出入口无卡点',
    ])
    expect(headlineDetails({ ...aSurvey, cases: null, perimeter: null, zones: [] }, 'en')).toEqual([
      '6 villages not reported today',
    ])
  })
})

describe('zone sentences', () => {
  test.each([
    ['S06', '降为管控区，并入管04', 'merges into C-04'],
    ['S01', '269 人未采样', '269 not sampled'],
    ['S07', '终末消毒记录未报', 'disinfection not reported'],
    ['S05', '第 6/7 天', 'Day 6 of 7'],
    ['S04', '第 4/7 天；密接未转运完', 'Day 4 of 7; contacts not all moved'],
  ])('reason of %s', (id, zh, en) => {
    expect(zoneReason(zone(id), aSurvey, 'zh')).toBe(zh)
    expect(zoneReason(zone(id), aSurvey, 'en')).toBe(en)
  })

  test('C30 a positive comes first, with that it was too early; the day that is counted is said too', () => {
    const positive = {
      ...unsampled(0),
      ...{ reason: 'round-positive', figures: { also: 'round-too-early' } },
    }
    const held = { ...zone('S04'), word: 'unmet' as const, missing: [daysLeft(1, 7, '2022-06-02'), positive] }
    expect(zoneReason(held, aSurvey, 'zh')).toBe('核酸有阳性，核酸轮次过早；第 1/7 天')
    const early = {
      ...held,
      missing: [daysLeft(1, 7, '2022-06-02'), { ...positive, reason: 'round-too-early', figures: {} }],
    }
    expect(zoneReason(early, aSurvey, 'zh')).toBe('第 1/7 天；核酸轮次过早')
    expect(zoneReason(held, aSurvey, 'en')).toBe('a test was positive, the round was too early; day 1 of 7')
  })

  test('C7 an unknown condition names the lists that are silent or were not brought', () => {
    const said = (over: object) =>
      zoneReason({ ...zone('S04'), word: 'unmet', missing: [{ ...notStated, ...over }] }, aSurvey, 'zh')
    expect(said({ reason: 'list-unknown', figures: { lists: 'cases rounds' } })).toBe(
      '病例台账、核酸台账未接入',
    )
    const silent = { list: 'cases', lacks: '万金镇', lists: 'cases contacts' }
    expect(said({ reason: 'list-elsewhere', figures: silent })).toBe('万金镇病例台账未收到，密接台账亦然')
  })

  test('an order that only unplaced rows hold is said by its own word', () => {
    const held = { ...zone('S04'), word: 'unmet' as const, approvalAtRisk: '2022-05-27T18:00:00+08:00' }
    const said = (approvalUntilPlaced: boolean, locale: 'zh' | 'en'): string =>
      zoneReason({ ...held, approvalUntilPlaced }, aSurvey, locale)
    expect(said(true, 'zh')).toContain('落位前不执行')
    expect(said(true, 'en')).toContain('not carried out until what is unplaced is placed')
    expect(said(false, 'zh')).toContain('批准后条件有变')
    expect(said(false, 'zh')).not.toContain('落位前不执行')
  })

  test.each([
    ['S06', '今日 18:00', null],
    ['S03', '今日', null],
    ['S01', '最早 5/28', null],
    ['S05', '5/29', '余 2 天'],
  ])('date of %s', (id, date, left) => {
    expect(zoneDate(zone(id), aSurvey, 'zh')).toEqual({ date, left })
  })

  test('a raise that is due and not done is said as such, never as conditions that are met and not met at once', () => {
    const due = { ...notStated, id: 'raiseDue', state: 'unmet', reason: 'raise-due' } as const
    const one = { ...due, zh: '从严条件已满足而尚未处置 1 项', figures: { have: 1 } }
    expect(conditionReason(one, 'zh')).toBe('从严条件已满足而尚未处置 1 项')
    expect(conditionReason({ ...one, en: 'Conditions to become stricter: 1' }, 'en')).toBe(
      'conditions to become stricter: 1',
    )
  })

  test('Z62 rows that an import refused are named by file and number, and what to do about them', () => {
    const row = (number: number) => ({ file: 'zones.geojson', row: number, at: null, value: 'missing' })
    const one = { ...notStated, reason: 'zone-row-unread', evidence: [row(3)] }
    expect(conditionReason(one, 'zh')).toBe('分区清单有读不出的行（zones.geojson:3）')
    expect(conditionReason(one, 'en')).toBe('row of zones not read (zones.geojson:3)')
    const many = { ...notStated, reason: 'step-row-unread', evidence: [row(0), row(1), row(2), row(3)] }
    expect(conditionReason(many, 'zh')).toBe(
      '审批记录有读不出的行（zones.geojson、zones.geojson:1、zones.geojson:2 等 4 行）',
    )
    expect(conditionReason(many, 'en')).toContain('zones.geojson:2 and others, 4 in all')
  })

  test('Z70 a list that does not speak is named with its ground, its time and for how long it has been silent', () => {
    const of = (reason: string, figures: object) => ({
      ...notStated,
      ...{ reason, figures: { list: 'cases', lacks: '', listUntil: null, silentHours: null, ...figures } },
    })
    const elsewhere = of('list-elsewhere', { lacks: '万金镇', since: '2022-07-01' })
    expect(conditionReason(elsewhere, 'zh')).toBe('万金镇病例台账未收到')
    expect(conditionReason(elsewhere, 'en')).toBe('case list of 万金镇 not received')
    expect(conditionDetail(elsewhere, 'zh')).toBe('万金镇病例台账未收到')
    const ended = of('list-ended', { listUntil: '2022-07-09T17:00:00+08:00', silentHours: 31 })
    expect(conditionReason(ended, 'zh')).toBe('病例台账截至 7月9日 17时，已 31 小时')
    expect(conditionReason(ended, 'en')).toBe('case list speaks until 9 Jul, 17:00, 31 h ago')
    expect(conditionReason(of('list-ended', { list: 'contacts' }), 'zh')).toBe('密接台账未填截至时间')
    const midnight = of('list-ended', { listUntil: '2022-07-10T00:00:00+08:00', silentHours: 3 })
    expect(conditionReason(midnight, 'zh')).toBe('病例台账截至 7月9日 24时，已 3 小时')
  })

  test('V81 of a zone that unplaced rows hold every line has the date of its row, with the same word before it', () => {
    const at = `${aSurvey.day}T14:00:00+08:00`
    const held = { own: true, through: [], lists: false, to: 'normal', oncePlacedAt: at }
    const ifDone = { at, open: ['round'], decidedBy: null }
    const round = { ...unsampled(269), id: 'round' }
    const zones = { ...zone('S01'), word: 'unmet', held, ifDone, missing: [round] } as const
    for (const locale of ['zh', 'en'] as const) {
      const { date } = zoneDate(zones, aSurvey, locale)
      expect(date).toBe(locale === 'zh' ? '落位后最早 今日' : 'once placed, from today')
      expect(ifDoneSentence(zones, aSurvey, locale)).toContain(date)
      expect(calloutLines(zones, aSurvey, locale)[1]).toContain(date)
    }
    const free = { ...zones, held: null }
    expect(ifDoneSentence(free, aSurvey, 'zh')).toMatch(/^补采 269 人后，最早 \d/)
  })

  test('V82 a round that is not enough says why, also where everybody was sampled', () => {
    const round = (reason: string, figures: object) =>
      ({
        ...unsampled(0),
        reason,
        figures: { round: '2', of: 1600, have: 1600, missing: 0, ...figures },
      }) as const
    const full = round('round-lapsed', { resulted: 1600 })
    expect(conditionDetail(full, 'zh')).toBe('应检 1,600，已采 1,600；核酸已过有效期')
    expect(conditionDetail(full, 'en')).toBe('1,600 due, 1,600 sampled; the round has lapsed')
    const short = round('round-incomplete', { have: 1203, missing: 397 })
    expect(conditionDetail(short, 'zh')).toBe('应检 1,600，已采 1,203，差 397')
    const early = round('round-too-early', { have: 1203, missing: 397 })
    expect(conditionDetail(early, 'zh')).toBe('应检 1,600，已采 1,203，差 397；核酸轮次过早')
    expect(conditionDetail({ ...full, state: 'met', reason: null }, 'zh')).toBe('应检 1,600，已采 1,600')
  })

  test('V81 a clock that runs from a row nobody has placed says so', () => {
    const evidence = [
      {
        file: 'cases.csv',
        row: 4,
        at: '2022-05-18T10:30:00+08:00',
        value: 'LJ-3',
        isUnplaced: true as const,
      },
    ]
    const days = daysLeft(2, 14, '2022-06-01')
    const clock = { ...days, evidence, figures: { ...days.figures, since: evidence[0]!.at, left: 12 } }
    expect(conditionDetail(clock, 'zh')).toBe('自未落位的 LJ-3（5/18 10:30）起算，余 12 天')
    expect(conditionDetail(clock, 'en')).toBe(
      'counted from LJ-3 (18 May 10:30), which is unplaced; 12 days left',
    )
    const row = { ...zone('S01'), word: 'unmet', missing: [clock, notStated] } as const
    expect(zoneReason(row, aSurvey, 'zh')).toContain('自未落位的 LJ-3 起算')
  })

  test('every reason code has its words in both languages, an unheard-of one falls back to the state', () => {
    for (const condition of [daysLeft(1, 7, '2022-05-30'), unsampled(3), notStated, contactsLeft]) {
      expect(conditionReason(condition, 'zh')).not.toMatch(/undefined|null/)
      expect(conditionReason(condition, 'en')).not.toMatch(/undefined|null|[一-鿿]/)
    }
    expect(conditionReason({ ...notStated, reason: 'something-new' }, 'zh')).toBe('终末消毒：未知')
  })
})

test('of a whole order that is held the steps say so and why, not from when it holds', () => {
  const at = '2022-05-27T18:00:00+08:00'
  const orderOf = (approval: object) => stoppedOrder({ approval } as unknown as TransitionAnswer, at, 'zh')
  expect(orderOf({ suspended: ['quiet'], untilPlaced: true })).toBe('落位前不执行（原批准 5/27 18:00 生效）')
  expect(orderOf({ suspended: ['quiet'] })).toBe('批准后条件有变（原批准 5/27 18:00 生效）')
  expect(orderOf({})).toBeNull()
  expect(stoppedOrder(null, at, 'zh')).toBeNull()
})
