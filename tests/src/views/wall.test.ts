import { describe, expect, test } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { gapsShared, type Survey } from '#geo'
import { createTranslator } from '../../../src/i18n'
import FigureTable from '../../../src/views/wall/FigureTable.vue'
import { gapsOf, restText } from '../../../src/views/wall/gaps'
import HeroFigure from '../../../src/views/wall/HeroFigure.vue'
import { instantAt, placeOf, sideOf, spanOf } from '../../../src/views/wall/time-line'
import { townColumns, townLines, townTotal } from '../../../src/views/wall/towns/town-rows'
import WallHeader from '../../../src/views/wall/WallHeader.vue'
import { hanFloor, layoutOf, scaleOf, WALL_DEFAULTS } from '../../../src/views/wall/wall-preferences'
import LevelCounts from '../../../src/views/wall/zones/LevelCounts.vue'
import ZoneRows from '../../../src/views/wall/zones/ZoneRows.vue'
import { zoneList } from '../../../src/views/wall/zones/zone-rows'
import { anAssessment, aSurvey } from '../../helpers/a-survey'

async function textOf(component: object, props: object, locale: 'zh' | 'en' = 'zh'): Promise<string> {
  const app = createSSRApp({ render: () => h(component as never, props as never) })
  const html = await renderToString(app.use(createTranslator(locale)))
  return html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

describe('V30 hero', () => {
  test('leads with the last whole day; today stands below with its completeness', async () => {
    const text = await textOf(HeroFigure, { survey: aSurvey })
    expect(text).toContain('昨日新增感染者 5月26日 0—24时 1 例')
    expect(text).toContain('今日 0—14时 0 例 第5轮已采 67.8%，已出结果 41.2%')
  })

  test('an unknown list of cases is a dash with a sentence, not 0', async () => {
    const text = await textOf(HeroFigure, { survey: { ...aSurvey, cases: null } })
    expect(text).toContain('— 病例数据未接入')
    expect(text).not.toMatch(/\b0\b/)
  })
})

describe('V31 panels', () => {
  test('an older figure shows its own time, an unknown one a dash', async () => {
    const text = await textOf(FigureTable, { survey: aSurvey })
    expect(text).toContain('集中隔离已用房 12:00 1,386 间 −22')
    expect(text).toContain('群众诉求未办结 — 件 —')
    expect(text).not.toContain('密切接触者在管 14:00')
  })

  test('levels end in routine prevention and the district', async () => {
    const text = await textOf(LevelCounts, { survey: aSurvey })
    expect(text).toMatch(/常态化防控 83 村社 256,000 人 126\.94 km² 全区 614,000 人 224\.31 km²/)
  })

  test('the header names late sources with their lag and shows the time it is about when that is not now', async () => {
    const props = { survey: aSurvey, preferences: WALL_DEFAULTS, labels: ['演练'], now: null }
    const text = await textOf(WallHeader, props)
    expect(text).toContain('隔离点 12:00 · 滞后 2 小时')
    expect(text).toContain('病例 14:00 核酸 最新 13:40')
    const sources = aSurvey.sources.map((one) => ({ ...one, basis: 'imported' as const, late: false }))
    expect(await textOf(WallHeader, { ...props, survey: { ...aSurvey, sources } })).toContain(
      '核酸 导入 13:40',
    )
    expect(text).toContain('14:00 显示时间 2022年5月27日 星期五')
    expect(text).toContain('演练')
    expect(await textOf(WallHeader, { ...props, now: '2026-01-02T03:04:05+08:00' })).toContain('03:04:05')
  })
})

describe('V32 zones', () => {
  test('earliest change first, on one day the decided before the stuck, the rest counted', () => {
    const list = zoneList(aSurvey, anAssessment, { locale: 'zh', limit: 12 })
    expect(list.rows.slice(0, 5).map(({ code }) => code)).toEqual(['封06', '封03', '封01', '封07', '封05'])
    expect(list.others).toMatchObject({ count: 4, earliest: '最早 6/5', level: '防范区' })
  })

  test('the earliest of zones without a row is what their rows would print, also of one that is held or unmet', () => {
    const base = {
      ...aSurvey.zones[0]!,
      date: '2022-06-03',
      word: 'waiting' as const,
      held: null,
      ifDone: null,
    }
    const held = { own: true, through: [], oncePlacedAt: '2022-05-30', lists: false, to: 'normal' }
    const earliest = (changes: Partial<Survey['zones'][number]>) => {
      const survey: Survey = { ...aSurvey, zones: [base, { ...base, id: 'X', date: null, ...changes }, base] }
      return zoneList(survey, anAssessment, { locale: 'zh', limit: 1 }).others.earliest
    }
    expect(earliest({})).toBe('最早 6/3')
    expect(earliest({ word: 'unmet', held })).toBe('落位后最早 5/30')
    expect(
      earliest({ word: 'unmet', ifDone: { at: '2022-06-01', open: [], decidedBy: null } as never }),
    ).toBe('最早 6/1')
  })

  test('V75 zones that have no row are said at the foot by their level and what all of them wait for', async () => {
    const waiting = {
      ...aSurvey.zones[0]!,
      level: 'precaution',
      word: 'unmet' as const,
      held: null,
      date: null,
    }
    const remain = { ...anAssessment.zones[0]!.transitions[0]!.conditions[0]!, state: 'unmet' as const }
    const missing = [{ ...remain, at: null, reason: 'zones-remain', figures: { have: 3 } }]
    const zones = ['P1', 'P2'].map((id) => ({ ...waiting, id, missing, ifDone: null }))
    const survey: Survey = { ...aSurvey, zones: [...aSurvey.zones.slice(0, 2), ...zones] }
    const { others } = zoneList(survey, anAssessment, { locale: 'zh', limit: 2 })
    expect(others).toMatchObject({ count: 2, level: '防范区', reason: '待更严分区先降级' })
    expect(await textOf(ZoneRows, { survey, assess: anAssessment, limit: 2 })).toContain(
      '另有 2 个防范区：待更严分区先降级',
    )
  })

  test('marks: met, not met, unknown and not yet are four; findings stand apart', () => {
    const { rows, conditionMarks, findingMarks } = zoneList(aSurvey, anAssessment, {
      locale: 'zh',
      limit: 12,
    })
    expect(conditionMarks.map(({ head }) => head).join('')).toBe('增密核环消')
    expect(findingMarks.map(({ head }) => head).join('')).toBe('报口')
    const states = (code: string) =>
      rows.find((row) => row.code === code)!.conditions.map(({ state }) => state)
    expect(states('封01')).toEqual(['met', 'met', 'unmet', 'met', null])
    expect(states('封07')).toEqual(['met', 'met', 'met', null, 'unknown'])
    expect(states('封05')[0]).toBe('notYet')
  })

  test('only approved carries a filled tag; a zone whose days are running has none', async () => {
    const text = await textOf(ZoneRows, { survey: aSurvey, assess: anAssessment })
    expect(text).toContain('封06 柳林老街 今日 18:00 已批准 降为管控区，并入管04')
    expect(text).toMatch(/封05 姚家店 5\/29 余 2 天 第 6\/7 天/)
  })

  test('a pack without zones says so', async () => {
    const survey: Survey = { ...aSurvey, zones: [] }
    expect(await textOf(ZoneRows, { survey, assess: null })).toContain('还没有分区。导入分区')
  })
})

describe('V33 gaps and towns', () => {
  test('V33 that all crossings are guarded is not said while a road ends at a line', () => {
    const titleOf = (unguarded: number, ends: number): object | undefined =>
      gapsOf({ ...aSurvey, perimeter: { ...aSurvey.perimeter!, unguarded, ends, gaps: [] } }, 'zh').find(
        ({ id }) => id === 'crossings',
      )?.title
    expect(titleOf(0, 0)).toEqual({ key: 'crossingsAll', figures: {} })
    expect(titleOf(0, 2)).toEqual({ key: 'crossingsEnds', figures: { ends: 2 } })
    expect(titleOf(1, 2)).toEqual({ key: 'crossings', figures: {} })
  })

  test('V33 nor while a zone is not drawn or a road runs along a line, and then none is said to be there either', () => {
    const none = { ...aSurvey.perimeter!, total: 0, guarded: 0, closed: 0, unguarded: 0, gaps: [] }
    const titleOf = (perimeter: Survey['perimeter']): object | undefined =>
      gapsOf({ ...aSurvey, perimeter }, 'zh').find(({ id }) => id === 'crossings')?.title
    expect(titleOf(none)).toEqual({ key: 'crossingsNone', figures: {} })
    expect(titleOf({ ...none, untold: 2 })).toEqual({ key: 'crossingsUntold', figures: { count: 2 } })
    expect(titleOf({ ...none, along: 1 })).toEqual({ key: 'crossingsAlong', figures: { count: 1 } })
    expect(titleOf({ ...none, total: 3, guarded: 3, untold: 1 })).toMatchObject({ key: 'crossingsUntold' })
  })

  test('V83 a zone has its own figure of open crossings everywhere; one on two lines is said to be in both', () => {
    const { perimeter } = aSurvey
    const [first] = perimeter!.gaps
    const [a, b] = aSurvey.zones.map(({ id }) => id)
    const gap = (zone: string, others?: readonly string[]) => ({
      ...first!,
      zone,
      ...(others ? { others } : {}),
    })
    const namesOf = (gaps: NonNullable<Survey['perimeter']>['gaps'], locale: 'zh' | 'en' = 'zh') =>
      gapsOf({ ...aSurvey, perimeter: { ...perimeter!, unguarded: gaps.length, gaps } }, locale)
        .find(({ id }) => id === 'crossings')!
        .names.map(({ text }) => text)
    const codeOf = (id: string) => aSurvey.zones.find((one) => one.id === id)!.code.zh
    const many = [...Array(6).fill(gap(a!)), ...Array(3).fill(gap(a!, [b!]))]
    expect(namesOf(many)).toEqual(['3 处在几区共线上，各区都计', `${codeOf(a!)} 9`, `${codeOf(b!)} 3`])
    expect(namesOf(many, 'en')[0]).toBe('3 on several lines')
    expect(namesOf(Array(9).fill(gap(a!)))).toEqual([`${codeOf(a!)} 9`])
    expect(namesOf([gap(a!, [b!])])[0]).toMatch(`${codeOf(a!)}/${codeOf(b!)}`)
    expect(gapsShared(many)).toEqual({ shared: 3, sum: 12 })
  })

  test('V88 a village of which the district has another of the name is named with its town', () => {
    const [town] = aSurvey.towns
    const silentNames = [
      { code: 'a', name: '新村', town: town!.code, isNamesake: true as const },
      { code: 'b', name: '石桥', town: town!.code },
    ]
    const survey: Survey = {
      ...aSurvey,
      reporting: { ...aSurvey.reporting!, missing: ['a', 'b'], silentNames },
    }
    const named = (locale: 'zh' | 'en') =>
      gapsOf(survey, locale)
        .find(({ id }) => id === 'silent')!
        .names.map(({ text }) => text)
    expect(named('zh')).toEqual([`${town!.name}新村`, '石桥'])
    expect(named('en')).toEqual([`新村 (${town!.name})`, '石桥'])
  })

  test('V88 of names that no longer fit those with a figure are counted, an explanation is none', () => {
    const t = (key: string, figures: Record<string, string | number>) => `${key} ${JSON.stringify(figures)}`
    const names = [
      { text: '3 on several lines', count: null, explains: true as const },
      ...[9, 7, 14].map((count) => ({ text: `Z ${count}`, count })),
    ]
    expect(restText(names, t)).toBe('wall.gaps.rest {"n":"3","count":"30"}')
    expect(restText(names.slice(0, 1), t)).toBeNull()
    expect(restText([{ text: 'A', count: null }], t)).toBe('wall.gaps.more {"count":"1"}')
  })

  test('open of all; what is not known is null, never 0', () => {
    expect(gapsOf(aSurvey, 'zh').map(({ open, all }) => [open, all])).toEqual([
      [3, 64],
      [6, 160],
      [17, null],
    ])
    const blind: Survey = { ...aSurvey, perimeter: null, reporting: null, figures: [] }
    expect(gapsOf(blind, 'zh').map(({ open, title }) => [open, title.key])).toEqual([
      [null, 'noRoads'],
      [null, 'noReports'],
      [null, 'noContacts'],
    ])
  })

  test('V61 a column of the table of towns in which nothing is known takes no room', () => {
    const lines = townLines(aSurvey, 'zh')
    const total = townTotal(aSurvey)
    const nothing = Object.fromEntries(Object.keys(total).map((column) => [column, null])) as never
    const bare = lines.map((line) => ({ ...line, ...(nothing as object), zones: '', cases: 4 }))
    expect([...townColumns(bare, nothing)]).toEqual(['cases'])
    expect(townColumns(lines, total).size).toBe(7)
    expect([...townColumns([], { ...(nothing as object), silent: 0 } as never)]).toEqual(['silent'])
  })

  test('towns by sampled share, lowest first and unknown last; the total is the district’s own', () => {
    const survey: Survey = {
      ...aSurvey,
      towns: [{ ...aSurvey.towns[0]!, code: 'T0', sampledShare: null }, ...aSurvey.towns],
    }
    const lines = townLines(survey, 'zh')
    expect(lines[0]!.name).toBe('石门镇')
    expect(lines.at(-1)).toMatchObject({ code: 'T0', sampledShare: null })
    expect(lines.find(({ name }) => name === '青塘镇')!.zones).toBe('封×2 管×1')
    const outside = { ...aSurvey.towns[0]!, code: '', name: '' }
    expect(townLines({ ...survey, townless: outside }, 'en').at(-1)!.name).toBe('In no town')
    const bare = survey.towns.map((town, at) => ({ ...town, sampledShare: null, cases: at }))
    expect(townLines({ ...survey, towns: bare }, 'zh').map(({ cases }) => cases)).toEqual(
      bare.map(({ cases }) => cases).reverse(),
    )
    expect(townTotal(survey)).toMatchObject({
      sampledShare: 0.678,
      silent: 6,
      unguarded: 3,
      contactsToMove: 17,
    })
  })
})

describe('V34 size and time', () => {
  test.each([
    [3.84, 5, 15, 'wall'],
    [1.9, 5, 30, 'meeting'],
    [1.9, 4, 24, 'meeting'],
    [2.17, 5, 26, 'meeting'],
  ])('a wall of %f m seen from %f m has a floor of %i px', (screenWidthM, distanceM, px, layout) => {
    expect(hanFloor({ widthM: screenWidthM, distanceM })).toBe(px)
    expect(layoutOf({ ...WALL_DEFAULTS, screenWidthM, distanceM })).toBe(layout)
  })

  test('k is the height over 1080', () => {
    expect([scaleOf(1920, 1080), scaleOf(3840, 2160), scaleOf(5760, 1080)]).toEqual([1, 2, 1])
  })

  test('the slider gives back the hour it stands on', () => {
    const span = spanOf(aSurvey)!
    const begin = Date.parse('2022-05-12T00:00:00+08:00')
    const read = (day: string, hour: number): number => Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000
    for (const hours of [0, 14, 15 * 24 + 14, 25 * 24]) {
      const at = begin + hours * 3_600_000
      expect(instantAt(placeOf(at, span), span, read)).toBe(at)
    }
    expect([placeOf(begin - 1e9, span), placeOf(begin + 1e11, span)]).toEqual([0, 1])
    const end = begin + 25 * 24 * 3_600_000
    expect([begin - 1, begin, end, end + 60_000].map((at) => sideOf(at, span))).toEqual([
      ...['before', 'within', 'within', 'after'],
    ])
  })
})
