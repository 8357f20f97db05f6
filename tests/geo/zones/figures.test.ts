import { describe, expect, test } from 'vitest'
import { assess, coverageOf, type Facts, type Indicator, type Metric, readAsOf } from '#geo'
import { aFacts, aMetric, aPack, aPlace, aRound, aZone, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'
import { surveyOf } from '../survey/small-district'

const total: Indicator = {
  ...{ id: 'total', zh: '累计', en: 'Total', unit: '例', kind: 'cumulative' },
  ...{ period: null, level: null, threshold: null },
}
const figure = (at: string, value: number | null, over: Partial<Metric> = {}) =>
  aMetric({
    place: 'Z',
    at,
    metric: 'total',
    value,
    ...over,
    origin: { file: 'm.csv', row: 1, knownAt: null },
  } as never)

/** State of the one leaf, a figure within limits. */
function ask(metric: object, over: Partial<Facts>, asOf = '2022-05-20T12:00') {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy({ all: [{ id: 'asked', metric }] })],
    zones: [aZone({ id: 'Z', level: 'sealed', from: '2022-05-01' })],
    ...over,
  })
  const answer = assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! })
  return answer.zones[0]!.transitions[0]!.conditions.find(({ id }) => id === 'asked')!.state
}

describe('figures that contradict themselves', () => {
  const low = { name: 'total', lte: 300 }

  test('C62 two values of one instant are unknown to a rule, in either order; the same value twice is one', () => {
    const two = [figure('2022-05-20', 189), figure('2022-05-20', 190)]
    expect(ask(low, { metrics: two })).toBe('unknown')
    expect(ask(low, { metrics: [...two].reverse() })).toBe('unknown')
    expect(ask(low, { metrics: [two[0]!, two[0]!] })).toBe('met')
    expect(ask(low, { metrics: [...two, figure('2022-05-20T09:00', 190)] })).toBe('met')
  })

  test('C62 a cumulative figure that fell is unknown until it is above what it was', () => {
    const metrics = [figure('2022-05-18', 198), figure('2022-05-20', 189)]
    expect(ask(low, { metrics })).toBe('met')
    expect(ask(low, { metrics, indicators: [total] })).toBe('unknown')
    expect(ask(low, { metrics: [...metrics, figure('2022-05-20T09:00', 199)], indicators: [total] })).toBe(
      'met',
    )
    const died = metrics.map((one) => ({ ...one, metric: 'died' }))
    expect(ask({ name: 'died', lte: 300 }, { metrics: died })).toBe('unknown')
  })

  test('C62 a negative count is unknown, unless the limit is below zero', () => {
    const metrics = [figure('2022-05-20', -3)]
    expect(ask({ name: 'total', lt: 50 }, { metrics })).toBe('unknown')
    expect(ask({ name: 'total', eq: 0 }, { metrics })).toBe('unknown')
    expect(ask({ name: 'total', lt: 0 }, { metrics })).toBe('met')
    expect(ask({ name: 'total', gte: -5 }, { metrics })).toBe('met')
  })

  test('C62 a part with such a figure leaves open what the ground has', () => {
    const places = ['a', 'b'].map((code) => aPlace({ code, kind: 'village' }))
    const zones = [aZone({ id: 'Z', from: '2022-05-01', members: ['a', 'b'] })]
    const sum = { name: 'total', lte: 10, across: 'sum' }
    const of = (a: number, b: number[]) => ({
      ...{ places, zones },
      metrics: [
        figure('2022-05-20', a, { place: 'a' }),
        ...b.map((value) => figure('2022-05-20', value, { place: 'b' })),
      ],
    })
    expect(ask(sum, of(3, [4]))).toBe('met')
    expect(ask(sum, of(3, [4, 5]))).toBe('unknown')
    expect(ask(sum, of(11, [4, 5]))).toBe('unmet')
    expect(ask(sum, of(3, [-4]))).toBe('unknown')
  })

  test('C62 the screens count no difference of a total that fell, and no value where there are two', () => {
    const place = { place: 'T1' }
    const shown = (metrics: Metric[]) => {
      const facts = aFacts({
        places: [aPlace({ code: 'T1', kind: 'town' })],
        metrics,
        indicators: [total],
        stated: new Set(['places', 'metrics', 'cases']),
      })
      return surveyOf(facts, '2022-05-20').figures.find(({ id }) => id === 'total')!
    }
    expect(shown([figure('2022-05-19', 198, place), figure('2022-05-20', 200, place)])).toMatchObject({
      value: 200,
      delta: 2,
    })
    expect(shown([figure('2022-05-19', 198, place), figure('2022-05-20', 189, place)])).toMatchObject({
      value: 189,
      delta: null,
    })
    expect(shown([figure('2022-05-20', 189, place), figure('2022-05-20', 190, place)])).toMatchObject({
      value: null,
    })
  })

  test.each([
    ['excused', { listed: 100, excused: 120, sampled: 0 }],
    ['sampled', { listed: 100, excused: 0, sampled: 120 }],
  ])('C62 T1 more %s than listed: the coverage is not known', (_what, round) => {
    expect(coverageOf(round)).toBeNull()
  })

  test('C62 what one member sampled beyond its due does not stand for another that is short', () => {
    const round = (place: string, over: object) => aRound({ place, finishedAt: '2022-05-20', ...over })
    const facts = (a: object, b: object) =>
      aFacts({
        pack: aPack({ policy: 'test-one' }),
        policies: [
          onePolicy({ all: [{ id: 'asked', rounds: { min: 1, result: 'negative', coverage: 1 } }] }),
        ],
        places: ['a', 'b'].map((code) => aPlace({ code, kind: 'village' })),
        zones: [aZone({ id: 'Z', level: 'sealed', from: '2022-05-01', members: ['a', 'b'] })],
        rounds: [round('a', a), round('b', b)],
      })
    const state = (a: object, b: object) =>
      assess(facts(a, b), { asOf: readAsOf(SHANGHAI, '2022-05-20T12:00')! }).zones[0]!.transitions[0]!
        .conditions[0]!.state
    expect(state({}, {})).toBe('met')
    expect(state({ sampled: 120, resulted: 120 }, { sampled: 80, resulted: 80 })).toBe('unknown')
    expect(state({ excused: 50 }, { sampled: 50, resulted: 50 })).toBe('unmet')
    expect(state({ resulted: 120 }, { resulted: 80 })).not.toBe('met')
  })
})
