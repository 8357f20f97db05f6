import { describe, expect, test } from 'vitest'
import type { CaseCounts, Survey } from '#geo'
import { bulletin, bulletinTitle } from '../../../src/briefing/bulletin'
import { briefingFacts } from '../../../src/briefing/facts'
import { communityTold, foundFigures, lastDayPhrase, toldTotal } from '../../../src/briefing/found'
import { rulesNote } from '../../../src/briefing/rules-note'
import { weekLines, weeksOf } from '../../../src/briefing/weeks'
import { curveDays } from '../../../src/charts/curve-days'
import { aSurvey } from '../../helpers/a-survey'

type Cases = NonNullable<Survey['cases']>
const counts = (part: Partial<CaseCounts>): CaseCounts => ({
  ...{ total: 0, community: 0, controlled: 0, unknownFound: 0, confirmed: 0, asymptomatic: 0, converted: 0 },
  ...part,
})
const withDay = (part: Partial<CaseCounts>, more: Partial<Cases> = {}): Survey => ({
  ...aSurvey,
  cases: { ...aSurvey.cases!, ...more, yesterday: { ...aSurvey.cases!.yesterday, ...counts(part) } },
})

describe('how cases were found', () => {
  test('S39 all, some or none of a day say it', () => {
    const none = withDay({ total: 434, unknownFound: 434, confirmed: 434 })
    expect(foundFigures(none.cases!.yesterday)).toEqual({ community: null, controlled: null, other: 434 })
    expect(lastDayPhrase(none, 'zh')).toBe('昨日新增 434 例，发现方式都不明')
    expect(bulletin(none, 'zh')[0]).toContain('新增确诊病例 434 例、无症状感染者 0 例；发现方式都不明。')
    const some = withDay({ total: 9, community: 3, controlled: 1, unknownFound: 5, confirmed: 9 })
    expect(bulletinTitle(some, 'zh')).toContain(
      '昨日新增 9 例，已填社会面 3 例、隔离管控 1 例，5 例发现方式不明',
    )
    expect(lastDayPhrase(some, 'en')).toBe(
      '9 new yesterday: 3 in the community, 1 under control, 5 not known how',
    )
    const all = withDay({ total: 4, community: 3, controlled: 1, confirmed: 4 })
    expect(lastDayPhrase(all, 'zh')).toBe('昨日社会面新增 3 例')
    const nobody = withDay({}, { finds: 'noRules' })
    expect(lastDayPhrase(nobody, 'zh')).toBe('昨日社会面新增 0 例')
  })

  test('V91 beside a 0 of the community stand the cases of no known day that may be of it', () => {
    const open = withDay({}, { undatedCommunity: 2, communityZeroRun: null })
    expect(lastDayPhrase(open, 'zh')).toBe('昨日社会面新增 0 例（另有 2 例日期未知，可能属社会面）')
    expect(bulletin(open, 'en')[0]).toContain('(2 more of no known day may be of the community)')
    expect(communityTold(open)).toBeNull()
    expect(communityTold(withDay({}))).toBe(0)
    const some = withDay({ total: 3, community: 3, confirmed: 3 }, { undatedCommunity: 2 })
    expect(lastDayPhrase(some, 'zh')).toBe('昨日社会面新增 3 例')
    expect(communityTold(some)).toBe(3)
  })

  test('S39 a kind that nobody stated is neither', () => {
    const bare = withDay({ total: 5, community: 5 })
    expect(bulletin(bare, 'zh')[0]).toContain('新增感染者 5 例，类别都没有填')
    const some = withDay({ total: 5, community: 5, confirmed: 2 })
    expect(bulletin(some, 'zh')[0]).toContain('新增确诊病例 2 例、无症状感染者 0 例，类别未填 3 例')
  })

  test('S40 a day that the list does not reach has no figure; towns that sent none are named', () => {
    const over = withDay(
      {},
      { open: { yesterday: { until: '2022-05-24T17:00:00+08:00', lacks: [] }, today: null } },
    )
    expect(toldTotal(over, 'yesterday')).toBeNull()
    expect(bulletinTitle(over, 'zh')).toContain('昨日新增未知，病例台账截至 5月24日 17时')
    expect(bulletin(over, 'zh')[0]).not.toMatch(/ 0 例/)
    expect(weeksOf(over)).toBeNull()
    const part = withDay({}, { open: { yesterday: { until: null, lacks: ['南渡镇'] }, today: null } })
    expect(bulletinTitle(part, 'zh')).toContain('昨日社会面新增 0 例（缺南渡镇）')
  })

  test('S39 without rules, or before their first day, that is said', () => {
    const bare: Survey = { ...aSurvey, zones: [], policy: { id: '', zh: '', en: '', endedOn: null } }
    expect(rulesNote(bare, 'zh')).toBe('未选用规则，未作判定')
    const early: Survey = { ...aSurvey, zones: [], policy: { ...aSurvey.policy, startsOn: '2023-01-01' } }
    expect(rulesNote(early, 'zh')).toBe('规则晚于所示日期，没有分区，未作判定')
    expect(rulesNote({ ...early, zonesUnknown: 'no-list' }, 'zh')).toBe(
      '规则晚于所示日期，没有分区名单，未作判定',
    )
    expect(rulesNote(aSurvey, 'zh')).toBeNull()
    expect(bulletin(bare, 'zh')).toContain('未选用规则，未作判定。')
  })

  test('weeks are of whole days, and the curve keeps its bars apart', () => {
    const days = Array.from({ length: 200 }, (_, i) => ({
      ...counts({ total: 1, unknownFound: 1 }),
      day: new Date(Date.UTC(2022, 4, 26) - (199 - i) * 86_400_000).toISOString().slice(0, 10),
      partial: false,
    }))
    const long = withDay({}, { daily: days, cumulative: { ...counts({ total: 200 }), since: days[0]!.day } })
    expect(weeksOf(long)).toEqual({ last: 7, before: 7 })
    expect(weekLines(weeksOf(long)!, long, 'zh')[0]).toBe('近 7 日 7 例，日均 1 例')
    const { daily, before } = curveDays(long, 388)
    expect([daily.length, before]).toEqual([56, 144])
    expect(briefingFacts(long, FRAME).curveBefore).toMatch(/前 109 例$/)
  })
})

const FRAME = {
  ...{ locale: 'zh' as const, by: '', madeAt: '', head: '', events: 0, synthetic: false, exercise: false },
  ...{ supposed: false, issue: '1', policy: null },
}

test('a zone called what its code says is named once, and levels with commas in their names are parted by more', () => {
  const base = aSurvey.zones.find(({ word }) => word === 'unmet')!
  const survey: Survey = {
    ...aSurvey,
    zones: [{ ...base, name: 'A', code: { zh: 'A', en: 'A' } }],
    levels: aSurvey.levels.map((level) => ({ ...level, en: `${level.en}, 7 days` })),
  }
  expect(bulletin(survey, 'zh').join()).not.toContain('A（A）')
  expect(bulletin(survey, 'en').join()).not.toContain('A (A)')
  expect(bulletin(survey, 'en').join()).toMatch(/In force: \d+ sealed, 7 days; \d+ controlled, 7 days/)
})

test('V60 of hundreds of zones a bulletin names the first and says how many they are, with those that move alike together', () => {
  const base = aSurvey.zones.find(({ word }) => word === 'unmet')!
  const many = (part: object): Survey => ({
    ...aSurvey,
    zones: Array.from({ length: 300 }, (_, at) => ({
      ...base,
      ...part,
      ...{ id: `Z${at}`, name: `${at}号`, code: { zh: `封${at}`, en: `S-${at}` } },
    })),
  })
  const stuck = bulletin(many({}), 'zh').find((sentence) => sentence.includes('封0'))!
  expect(stuck).toContain('5号（封5）等 300 个分区条件未满足')
  expect(bulletin(many({}), 'en').join()).toContain('and 294 more, 300 zones in all')
  const approved = bulletin(many({ word: 'approved', date: '2022-05-27T18:00', into: null }), 'zh').join()
  expect(approved).toContain('等 300 个分区已批准')
  expect(approved.match(/已批准/g)).toHaveLength(1)
  expect(bulletin(aSurvey, 'zh').join()).not.toContain('个分区条件')
})
