import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFacts, aMetric, aPack, aPlace, cases, SHANGHAI } from '../../helpers/facts'
import { classPolicy } from '../../helpers/policies'

/** Low without a case in 14 days, medium up to five, high above; down after three days. */
const classify = [
  { level: 'high', when: { metric: { name: 'cases14d', gt: 5 } } },
  { level: 'medium', when: { metric: { name: 'cases14d', gte: 2 } } },
  { level: 'low', when: { all: [] } },
]
const places = [aPlace({ code: 'V', kind: 'village', people: 5000 }), aPlace({ code: 'A', parent: 'V' })]

function level(facts: Partial<Facts>, asOf: string, over: Record<string, unknown> = {}) {
  const pack = aPack({ policy: 'test-classes' })
  const all = aFacts({
    pack,
    policies: [classPolicy(['high', 'medium', 'low'], classify, over)],
    places,
    ...facts,
  })
  return assess(all, { asOf: readAsOf(SHANGHAI, asOf)! }).places[0]!
}
const on = (...days: number[]) =>
  cases(days.map((day) => ({ place: 'A', reportedAt: `2022-05-${String(day).padStart(2, '0')}T10:00` })))

describe('classifiers', () => {
  test('Z10 the first rule that holds, from the cases of the place and all in it', () => {
    const at = (count: number) => level({ cases: on(...Array(count).fill(3)) }, '2022-05-04T12:00').level
    expect([0, 1, 2, 5, 6, 9].map(at)).toEqual(['low', 'low', 'medium', 'medium', 'high', 'high'])
    expect(level({ cases: on(3, 3) }, '2022-05-04T12:00').metrics).toEqual({ cases14d: 2 })
  })

  test('Z10 fourteen days after the last case the window is empty', () => {
    const facts = { cases: on(3, 3) }
    expect(level(facts, '2022-05-16T23:00').level).toBe('medium')
    expect(level(facts, '2022-05-17T01:00').level).toBe('low')
  })

  test('Z10 down only after the days of hysteresis, up at once', () => {
    const steady = { hysteresis: { downgradeAfterDays: 3 } }
    const facts = { cases: on(3, 3) }
    expect(level(facts, '2022-05-03T12:00', steady).level).toBe('medium')
    expect(level(facts, '2022-05-19T12:00', steady).level).toBe('medium')
    expect(level(facts, '2022-05-20T12:00', steady).level).toBe('low')
  })

  test('Z10 of the days of hysteresis each must be told: one without a figure may have been the stricter', () => {
    const rule = {
      ...{ hysteresis: { downgradeAfterDays: 3 } },
      classify: [{ level: 'high', when: { metric: { name: 'icuPct', gt: 30 } } }],
    }
    const on = (...days: readonly (readonly [number, number])[]) =>
      days.map(([day, value]) => aMetric({ place: 'V', at: `2022-05-0${day}`, metric: 'icuPct', value }))
    const calm = [[5, 9] as const, [7, 9] as const, [8, 9] as const]
    expect(level({ metrics: on(...calm) }, '2022-05-08', rule).level).toBe('unknown')
    expect(level({ metrics: on(...calm, [6, 9]) }, '2022-05-08', rule).level).toBe('low')
    expect(level({ metrics: on(...calm, [6, 31]) }, '2022-05-08', rule).level).toBe('high')
  })

  test('Z10 a rule that hangs on an unknown figure makes the level unknown', () => {
    const stated = new Set([...aFacts().stated].filter((one) => one !== 'cases'))
    expect(level({ stated }, '2022-05-04')).toMatchObject({ level: 'unknown', metrics: { cases14d: null } })
    const rule = { classify: [{ level: 'high', when: { metric: { name: 'icuPct', gt: 30 } } }] }
    expect(level({}, '2022-05-04', rule).level).toBe('unknown')
    const metrics = [aMetric({ place: 'V', at: '2022-05-03', metric: 'icuPct', value: 31 })]
    expect(level({ metrics }, '2022-05-03', rule).level).toBe('high')
    expect(level({ metrics }, '2022-05-04T12:00', rule).level).toBe('high')
    expect(level({ metrics }, '2022-05-04', rule).level).toBe('unknown')
    expect(level({ metrics }, '2022-05-01T12:00', rule).level).toBe('unknown')
  })
})
