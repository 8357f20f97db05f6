import { describe, expect, test } from 'vitest'
import { answersOf, compareEditions, type Facts, type Ruling, readAsOf, type Survey } from '#geo'
import { briefingFacts } from '../../../src/briefing/facts'
import { headlineText } from '../../../src/briefing/sentences'
import { unplacedLine, whyText } from '../../../src/briefing/unplaced/unplaced'
import { unplacedSentence } from '../../../src/briefing/unplaced/unplaced-report'
import { listName, REFUSED, WHY } from '../../../src/briefing/unplaced/unplaced-words'
import type { Translate } from '../../../src/documents/document'
import { unplacedBlocks } from '../../../src/documents/unplaced-blocks'
import { createTranslator } from '../../../src/i18n'
import { wholeWord } from '../../../src/i18n/place-words'
import { SENTENCES } from '../../../src/import/sentences/sentences'
import { candidatesOf } from '../../../src/layers/unplaced/unplaced'
import { comparisonRows } from '../../../src/views/rules/comparison-rows'
import { heldLeaves, knownOf, nearOf } from '../../../src/views/unplaced/item-lines'
import { aFacts, aPack, aPlace, aZone, box, type CaseRow, cases, moment, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const places = [
  aPlace({ code: 'D', kind: 'district', name: '甲县', shape: box(113, 34, 113.08, 34.04) }),
  aPlace({ code: 'T1', kind: 'town', parent: 'D', name: '召陵镇', shape: box(113, 34, 113.04, 34.04) }),
  aPlace({ code: 'T2', kind: 'town', parent: 'D', name: '万金镇', shape: box(113.04, 34, 113.08, 34.04) }),
  aPlace({ code: '110', kind: 'village', parent: 'T1', name: '新村', shape: box(113, 34, 113.02, 34.02) }),
  aPlace({ code: '210', kind: 'village', parent: 'T2', name: '新村', shape: box(113.04, 34, 113.06, 34.02) }),
]
const zones = [
  aZone({ id: 'S-01', name: '一区', from: '2022-05-01', members: ['110'] }),
  aZone({ id: 'S-02', name: '二区', from: '2022-05-01', members: ['210'] }),
]
const policy = onePolicy({
  ...{ id: 'noNewCase', zh: '连续 7 天无新增', en: '7 days without a case', ifMissing: true },
  days: { since: { event: 'case', agg: 'last' }, gte: 7 },
})
const aCase = (over: CaseRow): CaseRow => ({
  ...{ reportedAt: '2022-05-20T10:00', kind: 'confirmed', foundIn: 'community' },
  ...over,
})
const ruling: Ruling = {
  ...({ list: 'cases', kind: 'outsideDistrict' } as const),
  ...{ file: 'cases.csv', row: 2, of: null, by: '王敏' },
  ...{ role: 'epidemiologist', reason: '外县复阳', at: moment('2022-05-20T11:00').at, event: 'e1' },
}

function factsOf(rows: readonly CaseRow[], over: Partial<Facts> = {}): Facts {
  const pack = aPack({ policy: 'test-one' })
  return aFacts({ pack, policies: [policy], places, zones, cases: cases(rows), ...over })
}
const surveyOf = (facts: Facts, asOf = '2022-05-20T12:00'): Survey =>
  answersOf(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).survey
const t = (createTranslator('zh') as unknown as { global: { t: Translate } }).global.t

const facts = factsOf([aCase({ id: 'a', place: '新村' }), aCase({ id: 'b', lng: 0, lat: 0 })], {
  rulings: [ruling],
})
const survey = surveyOf(facts)
const frame = {
  ...{ locale: 'zh' as const, by: '甲', madeAt: '', head: '', events: 1, issue: '1', policy: null },
  ...{ synthetic: false, exercise: false, supposed: false },
}

describe('what briefing and form print of unplaced rows', () => {
  test('S37 two editions whose zone may move today once its rows are placed are no day apart', () => {
    const editions = [7, 8, 30].map((days) => ({
      ...onePolicy({
        ...{ id: 'noNewCase', zh: '连续无新增', en: 'days without a case', ifMissing: true },
        days: { since: { event: 'case', agg: 'last' }, gte: days },
      }),
      id: `after-${days}`,
    }))
    const earlier = aCase({ id: 'b', place: '110', reportedAt: '2022-05-10T10:00' })
    const open = factsOf([aCase({ id: 'a', place: '新村' }), earlier], { policies: [policy, ...editions] })
    const apart = (from: string, to: string) => {
      const comparison = compareEditions(open, { asOf: readAsOf(SHANGHAI, '2022-05-20T12:00')!, from, to })
      const words = { locale: 'zh' as const, survey: surveyOf(open), t: t as never }
      return comparisonRows(comparison, words).map(({ from: before, to: after, days }) => [
        before,
        after,
        days,
      ])
    }
    expect(apart('after-7', 'after-8')).toEqual([
      ['落位后最早 今日', '落位后最早 今日', 0],
      ['落位后最早 今日', '落位后最早 今日', 0],
    ])
    const [later] = apart('after-7', 'after-30')
    expect(later![1]).not.toBe(later![0])
    expect(later![2]).toBeGreaterThan(0)
  })

  test('S20 a suspected one is in no total: with it rows are counted, so that no figure of the sheet is another', () => {
    const told = (kind: string) =>
      unplacedLine(
        surveyOf(factsOf([aCase({ id: 'a', place: '新村' }), aCase({ id: 'b', place: '新村', kind })])),
        'zh',
      )
    expect(told('confirmed')).toContain('未落位 2 例')
    expect(told('suspected')).toContain('未落位 2 行')
  })

  test('S20 what was ruled out holds nothing, and is printed as unplaced with kind of reason and name', () => {
    expect(unplacedLine(survey, 'zh')).toBe('未落位 1 例 · 挂起 2 区 · 2 小时')
    expect(unplacedSentence(survey, 'zh')).toBe(
      '未落位 1 例（cases.csv 第 1 行：同名地点不止一处），不计入任何级别，挂起 2 区；未落位经排除 1 行（区外 1；王敏），仍计入总数。',
    )
    expect(briefingFacts(survey, frame).sentences.at(-1)).toBe(unplacedSentence(survey, 'zh'))
    expect(unplacedSentence(survey, 'en')).toContain('(outside the district 1; 王敏)')
    const zone = survey.zones[0]!
    const printed = JSON.stringify(unplacedBlocks({ zone, survey, locale: 'zh', t }))
    expect(printed).toContain('区外：外县复阳（王敏）')
    expect(printed).toContain('同名地点不止一处')
  })

  test('S20 the table by level has a row of its own for them, and its cases add up to the total', () => {
    const rows = briefingFacts(survey, frame).rows
    const cells = new Map(rows.map(({ name, cells: own }) => [name, own]))
    expect(cells.get('未落位')).toEqual(['—', '—', '—', '2', '—', '—'])
    expect(cells.get('常态化防控')![3]).toBe('0')
    const parts = rows.filter(({ total }) => !total).map(({ cells: own }) => Number(own[3]))
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(Number(cells.get(wholeWord(survey, 'zh'))![3]))
    expect(survey.cases?.unplacedToday).toBe(2)
  })

  test('S20 a pack in which every row is placed says nothing of it', () => {
    const placed = surveyOf(factsOf([aCase({ id: 'a', place: '110' })]))
    expect([placed.unplaced, unplacedLine(placed, 'zh'), unplacedSentence(placed, 'zh')]).toEqual([
      ...[null, null, null],
    ])
    expect(headlineText(placed, 'zh')).not.toContain('未落位')
  })

  test('S20 from 4 h and from 24 h on it weighs more', () => {
    const weightAt = (asOf: string): string => surveyOf(facts, asOf).unplaced!.weight
    expect([
      ...['2022-05-20T13:59', '2022-05-20T14:00', '2022-05-21T09:59', '2022-05-21T10:00'].map(weightAt),
    ]).toEqual(['new', 'long', 'long', 'longest'])
  })
})

describe('the panel of unplaced rows', () => {
  const [item] = survey.unplaced!.items

  test('S20 an item says what is known, where it may be, which zones it holds and by what', () => {
    expect(knownOf(item!, (when) => when.slice(11, 16), t)).toBe('编号 a · 时间 10:00')
    expect(nearOf(item!, facts, t, 'zh')).toBe('召陵镇新村、万金镇新村')
    const one = { ...item!, rows: item!.rows.map((row) => ({ ...row, near: ['210'] })) }
    expect(nearOf(one, facts, t, 'zh')).toBe('万金镇新村')
    expect(heldLeaves(item!, survey, 'zh')).toEqual([
      {
        leaves: '连续 7 天无新增',
        zones: survey.zones.map(({ id, code }) => ({ id, code: code.zh })),
      },
    ])
  })

  test('S20 of a refused row only file, row and cause are told', () => {
    const knownAt = moment('2022-05-20T11:00').at
    const refused = surveyOf(
      factsOf([], {
        refused: [
          { list: 'rounds', file: 'rounds.csv', row: 3, why: 'missing-time', place: null, knownAt },
          { list: 'rounds', file: 'rounds.csv', row: 4, why: 'missing-time', place: null, knownAt },
        ],
      }),
    )
    const [only, ...others] = refused.unplaced!.items
    expect(others).toEqual([])
    expect(whyText(only!, 'zh')).toBe('行被拒：一个时间也没有')
    expect(knownOf(only!, String, t)).toBe('各行：3–4 · 只留文件、行号、原因，内容没有保存')
    expect(nearOf(only!, facts, t, 'zh')).toBe('全区任何地方')
  })

  test('S20 candidates on the map: small places as points, a town as its ground, more than 60 as theirs', () => {
    expect(candidatesOf(facts, survey.unplaced!).rings).toHaveLength(2)
    const many = Array.from({ length: 61 }, (_, i) =>
      aPlace({
        ...{ code: `V${i}`, kind: 'village', parent: 'T1', name: '老街' },
        shape: box(113 + i * 0.0005, 34.03, 113.0004 + i * 0.0005, 34.031),
      }),
    )
    const crowd = factsOf([aCase({ id: 'a', place: '老街' })], { places: [...places, ...many] })
    const { rings, outlines } = candidatesOf(crowd, surveyOf(crowd).unplaced!)
    expect([rings.length, outlines.map(({ code }) => code)]).toEqual([0, ['T1']])
  })

  test('S20 every cause has words in both languages', () => {
    expect(Object.keys(WHY.zh).sort()).toEqual(Object.keys(WHY.en).sort())
    expect(Object.keys(REFUSED.zh).sort()).toEqual(Object.keys(REFUSED.en).sort())
    expect(Object.keys(REFUSED.zh).filter((code) => !(code in SENTENCES.zh))).toEqual([])
  })
})

test('L86 a signal is called one, and no refused approval', () => {
  const signal = { list: 'transitions', why: 'signal-open', refused: true } as const
  expect([listName(signal, 'zh'), listName(signal, 'en')]).toEqual(['线索', 'Signals'])
  expect([whyText(signal, 'zh'), whyText(signal, 'en')]).toEqual([
    '阳性线索未了结',
    'signal without an outcome',
  ])
})
