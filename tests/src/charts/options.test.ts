import { describe, expect, test } from 'vitest'
import type { Survey } from '#geo'
import { epidemicCurve, gridStep } from '../../../src/charts/options/epidemic-curve'
import { sparkline } from '../../../src/charts/options/sparkline'
import { caseTimeline, timelineLabels, zoneTimeline } from '../../../src/charts/options/zone-timeline'
import { circled } from '../../../src/i18n/format'
import { looksOf } from '../../../src/ui/levels'
import { THEMES } from '../../../src/ui/tokens'
import { aSurvey } from '../../helpers/a-survey'

const curveOptions = { theme: THEMES.dark, locale: 'zh' as const, k: 1 }
const days = aSurvey.timeline.map(({ day }) => day)
const timelineOptions = { ...curveOptions, looks: looksOf(aSurvey.levels), days }
const data = (option: { series: readonly object[] } | null, name: string): unknown[] =>
  (option!.series as { name: string; data: unknown[] }[]).find((series) => series.name === name)!.data

describe('V20 epidemic curve', () => {
  test('stacks community below control, day by day, and adds up to the cumulative counts', () => {
    const option = epidemicCurve(aSurvey, curveOptions)!
    const sum = (name: string): number => (data(option, name) as number[]).reduce((all, one) => all + one, 0)
    expect([sum('community'), sum('controlled')]).toEqual([39, 49])
    expect(option.series.map(({ stack }: { stack: string }) => stack)).toEqual(['day', 'day', 'day', 'day'])
  })

  test('today is a dashed box above what has been counted, and only today', () => {
    const boxes = data(epidemicCurve(aSurvey, curveOptions), 'today') as (number | null)[]
    expect(boxes.filter((box) => box !== null)).toHaveLength(1)
    expect(boxes.at(-1)).toBeGreaterThan(0)
  })

  test('names the peak and the run of days without a case in the community; below three days no run', () => {
    const text = JSON.stringify(epidemicCurve(aSurvey, curveOptions))
    expect(text).toContain('峰值 11 例')
    expect(text).toContain('连续 3 天 0 例')
    const short: Survey = {
      ...aSurvey,
      cases: { ...aSurvey.cases!, communityZeroRun: { days: 2, from: '2022-05-25', to: '2022-05-26' } },
    }
    expect(JSON.stringify(epidemicCurve(short, curveOptions))).not.toContain('0 例')
  })

  test('V76 a word of the axis lies under no bar, and no whole day is the peak below a running one that is higher', () => {
    const dayOf = (day: string, total: number, partial = false) => ({
      ...aSurvey.cases!.daily[0]!,
      ...{ day, total, partial, community: total, controlled: 0, unknownFound: 0 },
    })
    const early = (last: number) =>
      epidemicCurve(
        {
          ...aSurvey,
          cases: { ...aSurvey.cases!, daily: [dayOf('2022-05-12', 1), dayOf('2022-05-13', last, true)] },
        },
        curveOptions,
      )!
    const low = early(1)
    expect(low.yAxis.axisLabel.verticalAlign).toBe('bottom')
    expect(low.yAxis.max, 'room for the word above the line').toBeGreaterThan(1.1)
    expect(JSON.stringify(low)).toContain('峰值 1 例')
    expect(JSON.stringify(early(3))).not.toContain('峰值')
    expect(epidemicCurve(aSurvey, curveOptions)!.yAxis.axisLabel.verticalAlign).toBe('top')
    const high = epidemicCurve(
      {
        ...aSurvey,
        cases: {
          ...aSurvey.cases!,
          daily: Array.from({ length: 25 }, (_, at) =>
            dayOf(`2022-05-${String(at + 1).padStart(2, '0')}`, 130 - at),
          ),
        },
      },
      curveOptions,
    )!
    expect(high.yAxis.axisLabel.inside, 'where every bar is high the words stand outside').toBe(false)
    expect(high.grid.left).toBeGreaterThan(20)
  })

  test('an unknown list of cases has no curve', () => {
    expect(epidemicCurve({ ...aSurvey, cases: null }, curveOptions)).toBeNull()
  })

  test('lengths follow k', () => {
    const [one, two] = [1, 2].map((k) => epidemicCurve(aSurvey, { ...curveOptions, k })!.grid.bottom)
    expect(two).toBe(2 * one!)
  })

  test.each([
    [1, 1],
    [11, 4],
    [12, 4],
    [30, 10],
    [320, 200],
  ])('gridlines for %i every %i', (highest, step) => {
    expect(gridStep(highest)).toBe(step)
  })
})

describe('V21 timeline', () => {
  test('one bar a level a day; days ahead are pale and without hatch', () => {
    const option = zoneTimeline(aSurvey, timelineOptions)!
    expect(option.series.map(({ name }) => name)).toEqual(['sealed', 'controlled', 'precaution'])
    const sealed = data(option, 'sealed') as (
      | number
      | { value: number; itemStyle: { opacity: number; decal: object } }
    )[]
    expect(sealed[15]).toBe(7)
    expect(sealed[16]).toMatchObject({ itemStyle: { opacity: 0.3, decal: { symbol: 'none' } } })
  })

  test('days of the slider without a figure stay empty, never 0', () => {
    const wider = { ...timelineOptions, days: ['2022-05-11', ...days] }
    expect((data(zoneTimeline(aSurvey, wider), 'sealed') as unknown[])[0]).toBeNull()
  })

  test('rounds stand on the axis by number', () => {
    const labels = timelineLabels(aSurvey, days, 'zh')
    expect(labels[1]).toBe('①')
    expect(labels[0]).toBe('5/12')
    expect([circled('20'), circled('21'), circled('S-1')]).toEqual(['⑳', '21', 'S-1'])
  })

  test('without zones there is no zone timeline; the days carry cases instead', () => {
    const none: Survey = { ...aSurvey, zones: [], timeline: [] }
    expect(zoneTimeline(none, timelineOptions)).toBeNull()
    expect((data(caseTimeline(none, timelineOptions), 'total') as unknown[])[4]).toBe(
      aSurvey.cases!.daily[4]!.total,
    )
  })
})

describe('V22 sparkline', () => {
  test('breaks at unknown values and ends at the last point', () => {
    const drawn = sparkline([1, null, 3, 4], { width: 66, height: 20 })!
    expect(drawn.path.match(/M/g)).toHaveLength(2)
    expect(drawn.last).toEqual([62, 3])
    expect(sparkline([1, 2, null], { width: 66, height: 20 })!.last).toBeNull()
    expect(sparkline([null, 2], { width: 66, height: 20 })).toBeNull()
  })
})
