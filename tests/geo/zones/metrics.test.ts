import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFacts, aMetric, aPack, aPlace, aZone, type CaseRow, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const risk = {
  id: 'test-risk',
  name: { zh: '测试', en: 'Test' },
  disease: 'test',
  jurisdiction: 'test',
  valid: { from: '2020-01-01', to: null },
  sources: [],
  mode: 'classify',
  dayCount: 'elapsed',
  unit: { default: 'community', allowed: ['community'] },
  levels: [
    { id: 'high', rank: 1 },
    { id: 'low', rank: 0 },
  ],
  classify: [
    {
      level: 'high',
      when: { any: [{ metric: { name: 'clusters14d', gte: 2 } }, { metric: { name: 'cases', gt: 5 } }] },
    },
  ],
}

function metrics(rows: readonly CaseRow[], over: Partial<Facts> = {}, asOf = '2022-05-10T12:00') {
  const facts = aFacts({
    pack: aPack({ policy: 'test-risk' }),
    policies: [risk],
    places: [aPlace({ code: 'V', kind: 'village' })],
    cases: cases(rows.map((row, i) => ({ id: `c${i}`, place: 'V', reportedAt: '2022-05-05', ...row }))),
    ...over,
  })
  return assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).places[0]!
}

describe('metrics from the list of cases', () => {
  test('C14 active cases are reported and not moved out', () => {
    const rows = [{}, { transferredAt: '2022-05-08' }, { transferredAt: '2022-05-12' }, { kind: 'suspected' }]
    expect(metrics(rows).metrics.cases).toBe(2)
    expect(metrics(rows, {}, '2022-05-13').metrics.cases).toBe(1)
  })

  test('C14 in a zone too: everybody has left', () => {
    const policy = onePolicy({ metric: { name: 'cases', eq: 0 } })
    const facts = aFacts({
      pack: aPack({ policy: 'test-one' }),
      policies: [policy],
      zones: [aZone({ id: 'S', from: '2022-05-01' })],
      cases: cases([{ id: 'a', zone: 'S', reportedAt: '2022-05-02', transferredAt: '2022-05-04T09:00' }]),
    })
    const at = (asOf: string) =>
      assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!.transitions[0]!.conditions[0]!
    expect(at('2022-05-03')).toMatchObject({ state: 'unmet', figures: { have: 1 } })
    expect(at('2022-05-10')).toMatchObject({ state: 'met', at: '2022-05-04T09:00:00+08:00' })
  })

  test('C15 clusters are groups of two and more cases linked by chain or by who infected whom', () => {
    const linked = [{ chain: 'x' }, { chain: 'x' }, { infectedBy: 'c3' }, {}, {}]
    expect(metrics(linked)).toMatchObject({ level: 'high', metrics: { clusters14d: 2 } })
    const joined = [...linked, { chain: 'x', infectedBy: 'c2' }]
    expect(metrics(joined).metrics.clusters14d).toBe(1)
    const single = [{ chain: 'x' }, { chain: 'y' }, { chain: 'z' }]
    expect(metrics(single)).toMatchObject({ level: 'low', metrics: { clusters14d: 0 } })
  })

  test('C15 of several cases about whose links nothing is said nothing is known; a stated figure wins', () => {
    expect(metrics([{}, {}])).toMatchObject({ level: 'unknown', metrics: { clusters14d: null } })
    expect(metrics([{}]).metrics.clusters14d).toBe(0)
    const stated = [aMetric({ place: 'V', at: '2022-05-06', metric: 'clusters14d', value: 0 })]
    expect(metrics([{}, {}], { metrics: stated })).toMatchObject({ level: 'low' })
    expect(metrics([{ chain: 'x' }, { chain: 'x' }], { metrics: stated }).metrics.clusters14d).toBe(0)
  })
})
