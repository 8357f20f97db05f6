import { describe, expect, test } from 'vitest'
import type { Survey } from '#geo'
import { lackedText } from '../../../src/briefing/lacked-alike'
import { headlineDetails } from '../../../src/briefing/sentences'
import { sharedReasons } from '../../../src/briefing/shared-reasons'
import { keptDays, timelineLabels } from '../../../src/charts/options/zone-timeline'
import { boundsOfFacts } from '../../../src/map/camera-bounds'
import { looksOf } from '../../../src/ui/levels'
import { layerTree } from '../../../src/views/desk/layer-tree'
import { gapsOf } from '../../../src/views/wall/gaps'
import { isLongTitle } from '../../../src/views/wall/long-title'
import { townPages } from '../../../src/views/wall/towns/town-pages'
import { aSurvey } from '../../helpers/a-survey'
import { aFacts, cases } from '../../helpers/facts'

describe('V61 the table of towns is fitted, then paged', () => {
  test('from one to a hundred towns every row fits, at 15 px or more, and no row is lost', () => {
    for (let towns = 1; towns <= 100; towns++) {
      const { pages, size } = townPages(towns, 720)
      const rows = Math.ceil(towns / pages)
      expect(size).toBeGreaterThanOrEqual(15)
      expect((rows + 2) * 1.55 * size, `${towns} towns`).toBeLessThanOrEqual(720 + 1e-9)
      expect(rows * pages).toBeGreaterThanOrEqual(towns)
    }
    expect(townPages(12, 720)).toEqual({ pages: 1, size: 24 })
    expect(townPages(60, 720).pages).toBe(3)
  })
})

describe('V68 a long title gives way on the wall', () => {
  test('those that fit beside duty, sources and clock keep their size', () => {
    for (const title of [
      '澜溪区疫情防控指挥部',
      '臺南市 Outbreak Headquarters',
      'Lanxi Outbreak Headquarters',
    ])
      expect(isLongTitle(title), title).toBe(false)
    for (const title of ['长名县 Long-Name County疫情防控指挥部', "St John's County Outbreak Headquarters"])
      expect(isLongTitle(title), title).toBe(true)
  })
})

describe('V62 what is missing is named by town and zone where it is much', () => {
  const many: Survey = {
    ...aSurvey,
    towns: [
      { ...aSurvey.towns[0]!, code: 'A', name: '甲镇', silent: 4 },
      { ...aSurvey.towns[0]!, code: 'B', name: '乙镇', silent: 6 },
    ],
    reporting: {
      ...aSurvey.reporting!,
      silentNames: Array.from({ length: 10 }, (_, i) => ({ code: `V${i}`, name: `村${i}`, town: null })),
    },
  }
  const silent = (survey: Survey) => gapsOf(survey, 'zh').find(({ id }) => id === 'silent')!.names

  test('beyond eight a count by town, the most first, that adds up', () => {
    expect(silent(many)).toEqual([
      { text: '乙镇 6', count: 6 },
      { text: '甲镇 4', count: 4 },
    ])
  })
  test('villages in no town keep their names: a count by town would lose them', () => {
    const astray = { ...many, towns: many.towns.slice(0, 1) }
    expect(silent(astray)).toHaveLength(10)
  })
})

test('V63 what four callouts or more say alike is said once', () => {
  const zone = aSurvey.zones.find(({ word }) => word === 'unmet')!
  const alike = (n: number): Survey => ({
    ...aSurvey,
    zones: Array.from({ length: n }, (_, i) => ({ ...zone, id: `Z${i}` })),
  })
  expect(sharedReasons(alike(3), 'zh', () => true)).toEqual([])
  const [one, ...more] = sharedReasons(alike(5), 'zh', () => true)
  expect([one!.zones.size, more.length]).toEqual([5, 0])
  expect(sharedReasons(alike(5), 'zh', () => false)).toEqual([])
  expect(lackedText(['密接转运情况未报', '环境采样结果未报'], 'zh')).toBe('密接转运情况、环境采样结果未报')
  expect(headlineDetails(alike(5), 'zh').filter((text) => text.startsWith('5 区'))).toEqual([
    '5 区269 人未采样',
  ])
})

test('V64 no date is written where the playhead has its label', () => {
  const days = Array.from({ length: 60 }, (_, i) =>
    new Date(Date.UTC(2022, 4, 1 + i)).toISOString().slice(0, 10),
  )
  for (const share of [0, 0.01, 0.31, 0.5, 0.99, 1]) {
    const kept = keptDays(share, days.length)
    expect(kept.size).toBeGreaterThan(0)
    const labels = timelineLabels({ ...aSurvey, rounds: [] }, days, 'zh', kept)
    for (const index of kept) expect(labels[index]).toBe('')
    expect(labels.some((label) => label !== '')).toBe(true)
  }
})

test('V65 the camera finds a pack of cases alone', () => {
  const row = (id: string, lng: number, lat: number) => ({ id, reportedAt: '2022-05-01', lng, lat })
  const only = aFacts({
    places: [],
    zones: [],
    roads: [],
    cases: cases([row('a', 113.2, 23.1), row('b', 113.4, 23.3)]),
  })
  expect(boundsOfFacts(only)).toEqual([113.2, 23.1, 113.4, 23.3])
  const one = boundsOfFacts(
    aFacts({ places: [], zones: [], roads: [], cases: cases([row('a', 113.2, 23.1)]) }),
  )!
  expect(one[2] - one[0]).toBeGreaterThan(0)
  expect(boundsOfFacts(aFacts({ places: [], zones: [], roads: [], cases: cases([]) }))).toBeNull()
})

test('V86 without a list of zones the tree of layers counts no level', () => {
  const counts = (survey: Survey) =>
    layerTree({ facts: aFacts({}), survey, looks: {} })
      .find(({ id }) => id === 'zones')!
      .rows.map(({ count }) => count)
  const none = { ...aSurvey, zones: [], levels: aSurvey.levels.map((level) => ({ ...level, count: 0 })) }
  expect(new Set(counts(none))).toEqual(new Set([0]))
  expect(new Set(counts({ ...none, zonesUnknown: 'no-list' }))).toEqual(new Set([null]))
})

test('M68 of two levels of one style each row of the tree switches what is drawn of both', () => {
  const [first] = aSurvey.levels
  const levels = [{ ...first!, level: 'sealedBuilding', rank: 9 }, ...aSurvey.levels]
  const looks = looksOf(levels)
  const rows = layerTree({ facts: aFacts({}), survey: { ...aSurvey, levels }, looks })[0]!.rows
  const groupOf = (level: string) => rows.find((row) => row.level === level)!.group
  expect([looks.sealedBuilding, looks.sealed].sort()).toEqual(['sealed', 'sealed-2'])
  expect([groupOf('sealedBuilding'), groupOf('sealed')]).toEqual(['sealed', 'sealed'])
})
