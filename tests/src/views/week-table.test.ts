import { describe, expect, test } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { Survey, SurveyWeeks, WeekRow } from '#geo'
import { bulletin } from '../../../src/briefing/bulletin'
import { headlineDetails, headlineText } from '../../../src/briefing/sentences'
import { createTranslator } from '../../../src/i18n'
import { townWord, wholeWord } from '../../../src/i18n/place-words'
import { gapsOf } from '../../../src/views/wall/gaps'
import HotspotList from '../../../src/views/wall/HotspotList.vue'
import TownTable from '../../../src/views/wall/towns/TownTable.vue'
import WeekTable from '../../../src/views/wall/towns/WeekTable.vue'
import WallScreen from '../../../src/views/wall/WallScreen.vue'
import { WALL_DEFAULTS } from '../../../src/views/wall/wall-preferences'
import LevelCounts from '../../../src/views/wall/zones/LevelCounts.vue'
import { aSurvey } from '../../helpers/a-survey'

async function textOf(component: object, props: object, locale: 'zh' | 'en' = 'zh'): Promise<string> {
  const app = createSSRApp({ render: () => h(component as never, props as never) })
  const html = await renderToString(app.use(createTranslator(locale)))
  return html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

const row = (name: string, week: number, before: number | null, people: number | null): WeekRow => ({
  ...{ code: name, name, week, before, people, total: 3 * week },
})

const weeks: SurveyWeeks = {
  days: { from: '2022-05-20', to: '2022-05-26' },
  daysBefore: { from: '2022-05-13', to: '2022-05-19' },
  towns: [
    row('北區', 60, 80, 20_000),
    row('南區', 50, 30, null),
    row('東區', 24, 20, 10_000),
    row('西區', 9, 10, 10_000),
  ],
  townless: { ...row('', 1, 0, null) },
  whole: { week: 144, before: 140, people: null, total: 432 },
  villages: [],
  hotspots: [
    {
      ...{ code: 'V1', name: '大道里', towns: ['北區', '南區'], villages: 7 },
      week: 36,
      before: 30,
      centre: [120, 31],
    },
    { ...{ code: 'V2', name: '三德里', towns: [], villages: 1 }, week: 6, before: 4, centre: [120.1, 31] },
  ],
}
const towns = weeks.towns.map(({ code, name }) => ({ ...aSurvey.towns[0]!, code, name }))
const survey: Survey = {
  ...{ ...aSurvey, zones: [], towns, perimeter: null, reporting: null, figures: [], rounds: [], weeks },
  sources: aSurvey.sources.filter(({ id }) => id === 'cases'),
}

describe('weeks of the wall without zones', () => {
  test('V70 a town: both weeks, change, rate and total; few are told and not compared, unknown people are a dash', async () => {
    const text = await textOf(WeekTable, { survey })
    expect(text).toContain(
      '各区增减 5/20–5/26 对 5/13–5/19，按近 7 日排序 区 近 7 日 前 7 日 增减 每万人 累计',
    )
    expect(text).toContain('北區 60 80 −20 30.0 180 南區 50 30 +20 — 150 東區 24 20 +4 24.0 72')
    expect(text).toContain('西區 9 ° 10 27 不在区内 1 ° 0 3')
    expect(text).toContain('144 140 +4 — 432 ° 两周合计不足 20 例，不比增减，不算每万人')
    expect(text).toContain('12 区 160 里 614,000 人 224.31 km²')
    expect(text).toContain('还没有分区')
    expect(await textOf(WeekTable, { survey }, 'en')).toContain('° Fewer than 20 in both: no change, no rate')
  })

  test('V70 a week before the list began is not known and not compared; nothing is said of ground there is none of', async () => {
    const young = weeks.towns.map((town) => ({ ...town, before: null }))
    const whole = { ...weeks.whole, before: null }
    const text = await textOf(WeekTable, { survey: { ...survey, weeks: { ...weeks, towns: young, whole } } })
    expect(text).toContain('北區 60 — — 30.0 180')
    expect(text).toContain('144 — — — 432')
    expect(text).toContain('前 7 日早于病例表的第一天，不比增减')
    const district = { ...survey.district, areaM2: 0, people: null, peopleKnown: 0, towns: 0, villages: 0 }
    const bare = {
      ...survey,
      district,
      levels: [],
      towns: [],
      weeks: { ...weeks, towns: [], hotspots: null },
    }
    const none = await textOf(WeekTable, { survey: bare })
    expect(none).toContain('近 7 日增减')
    expect(none).not.toMatch(/km²|614,000|不在/)
  })

  test('V71 hotspots are numbered, with villages, both weeks and their share, and said to be computed', async () => {
    const text = await textOf(HotspotList, { survey })
    expect(text).toContain('聚集 近 7 日，半径 0.8 km，互不相连 以此里为中心 里数')
    expect(text).toContain('① 大道里 北區、南區 7 36 30 +6 ② 三德里 1 6 4')
    expect(text).toContain('2 处共 42 例，占近 7 日 29.2%。按里计算，不是认定的聚集性疫情')
    const one = { ...survey, weeks: { ...weeks, hotspots: weeks.hotspots!.slice(0, 1) } }
    expect(await textOf(HotspotList, { survey: one }, 'en')).toContain(
      'One place with 36 cases, 25.0% of the 7 days',
    )
  })

  test('V72 without zones a list that nobody has taken takes no room; with zones it says that it is missing', async () => {
    expect(gapsOf(survey, 'zh')).toEqual([])
    expect(gapsOf({ ...survey, reportsFiled: { ...aSurvey.reportsFiled!, places: 3 } }, 'zh')).toHaveLength(1)
    expect(gapsOf({ ...survey, weeks: null }, 'zh')).toHaveLength(3)
    const props = {
      ...{ assess: null, preferences: WALL_DEFAULTS, labels: [], notices: [], now: null, k: 1, scene: 'map' },
      ...{ towns: { pages: 1, page: 0, size: 20 }, at: 0, span: null, legend: [] },
    }
    const text = await textOf(WallScreen, { ...props, survey })
    expect(text).toContain('各区增减')
    expect(text).not.toMatch(/今日数据|核酸检测|分区状态|还没有划定分区/)
    expect(await textOf(WallScreen, { ...props, survey: { ...survey, rounds: aSurvey.rounds } })).toMatch(
      /核酸/,
    )
    const without = await textOf(WallScreen, { ...props, survey: { ...survey, weeks: null } })
    expect(without).toContain('还没有分区。导入分区')
    expect(without).not.toContain('各区增减')
  })

  test('V73 the headline says in how many towns cases increase, the line below where most; few do not count', () => {
    expect(headlineText(survey, 'zh')).toBe('近 7 日 144 例，较前 7 日多 4 例，2 区在增加')
    expect(headlineText(survey, 'en')).toBe('144 in 7 days, 4 more than in the 7 before, 2 towns up')
    expect(headlineDetails(survey, 'zh')).toContain('增加最多：南區 +20、東區 +4')
    expect(headlineDetails(survey, 'en')).toContain('Most up: 南區 +20, 東區 +4')
    const falling = { ...survey, weeks: { ...weeks, towns: weeks.towns.slice(0, 1) } }
    expect(headlineText(falling, 'zh')).toBe('近 7 日 144 例，较前 7 日多 4 例，还没有分区')
    expect(headlineDetails(falling, 'zh').join()).not.toContain('增加最多')
  })

  test('V74 towns, villages and the whole are called what their names end in, where all end alike', () => {
    expect(townWord(survey, 'zh')).toBe('区')
    expect(townWord({ ...survey, towns: [...towns, { ...towns[0]!, name: '石门镇' }] }, 'zh')).toBe('镇街')
    expect(wholeWord({ ...survey, district: { ...survey.district, name: '臺南市' } }, 'zh')).toBe('全市')
    expect(wholeWord({ ...survey, district: { ...survey.district, name: 'Vaduz' } }, 'zh')).toBe('全区')
  })

  test('V74 the table of towns, the briefing and its sentences call them so too', async () => {
    const city = { ...survey, district: { ...survey.district, name: '臺南市' } }
    expect(await textOf(TownTable, { survey: city })).toMatch(/^\s*逐区 .* 全市 /)
    expect(await textOf(TownTable, { survey: aSurvey })).toMatch(/^\s*逐镇 .* 全区 /)
    const townless = { ...aSurvey.towns[0]!, code: '', name: '' }
    expect(await textOf(TownTable, { survey: { ...city, townless } })).toContain('不在区内')
    expect(await textOf(LevelCounts, { survey: city })).toContain('全市')
    expect(bulletin(city, 'zh')[0]).toContain('0—24时，我市新增')
    expect(bulletin(aSurvey, 'zh')[0]).toContain('0—24时，我区新增')
  })

  test('V73 the briefing says both weeks as the headline does', () => {
    expect(bulletin(survey, 'zh')[1]).toBe(
      '近 7 日 144 例，较前 7 日多 4 例，2 区在增加；增加最多：南區 +20、東區 +4。',
    )
    expect(bulletin(survey, 'en')[1]).toBe(
      '144 in 7 days, 4 more than in the 7 before, 2 towns up. Most up: 南區 +20, 東區 +4.',
    )
    expect(bulletin({ ...survey, weeks: null, cases: null }, 'zh')).toHaveLength(2)
  })
})
