import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import {
  aFacts,
  aMetric,
  aPack,
  aPlace,
  aZone,
  box,
  type CaseRow,
  cases,
  SHANGHAI,
} from '../../helpers/facts'
import { classPolicy, onePolicy } from '../../helpers/policies'

const clustered = { any: [{ metric: { name: 'clusters14d', gte: 2 } }, { metric: { name: 'cases', gt: 5 } }] }
const risk = classPolicy(['high', 'low'], [{ level: 'high', when: clustered }])

function metrics(rows: readonly CaseRow[], over: Partial<Facts> = {}, asOf = '2022-05-10T12:00') {
  const facts = aFacts({
    pack: aPack({ policy: 'test-classes' }),
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
    expect(metrics([{}, {}, {}, {}])).toMatchObject({ level: 'unknown', metrics: { clusters14d: null } })
    expect(metrics([{}, {}, {}])).toMatchObject({ level: 'low', metrics: { clusters14d: null } })
    expect(metrics([{}]).metrics.clusters14d).toBe(0)
    const stated = [aMetric({ place: 'V', at: '2022-05-10', metric: 'clusters14d', value: 0 })]
    expect(metrics([{}, {}, {}, {}], { metrics: stated })).toMatchObject({ level: 'low' })
    expect(metrics([{ chain: 'x' }, { chain: 'x' }], { metrics: stated }).metrics.clusters14d).toBe(0)
  })
})

describe('when a metric turns', () => {
  const facts = (when: unknown, over: Partial<Facts> = {}) =>
    aFacts({
      pack: aPack({ policy: 'test-one' }),
      policies: [onePolicy(when)],
      zones: [aZone({ id: 'S', from: '2022-05-05T12:00' })],
      cases: cases([{ zone: 'S', reportedAt: '2022-05-05T10:00' }]),
      ...over,
    })
  const ask = (when: unknown, asOf: string) => {
    const zone = assess(facts(when), { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!
    const { conditions, eligibleAt } = zone.transitions[0]!
    return { ...conditions[0]!, eligibleAt, end: zone.forecast[1]?.from ?? null }
  }

  test('C16 a window of days that empties says when, and the forecast goes there', () => {
    const none = { metric: { name: 'cases14d', eq: 0 } }
    expect(ask(none, '2022-05-08T12:00')).toMatchObject({
      state: 'unmet',
      at: '2022-05-19',
      eligibleAt: '2022-05-19',
      end: '2022-05-19',
    })
    expect(ask(none, '2022-05-25T12:00')).toMatchObject({ state: 'met', at: '2022-05-19', until: null })
    expect(ask({ metric: { name: 'daysSinceLastCase', gte: 7 } }, '2022-05-08T12:00')).toMatchObject({
      at: '2022-05-12',
      end: '2022-05-12',
    })
  })

  test('C16 for days in a row the last of them; a figure that will lapse says until when', () => {
    const row = { metric: { name: 'cases14d', eq: 0, consecutiveDays: 3 } }
    expect(ask(row, '2022-05-08T12:00')).toMatchObject({ at: '2022-05-21', end: '2022-05-21' })
    const some = { metric: { name: 'cases14d', gte: 1 } }
    expect(ask(some, '2022-05-08T12:00')).toMatchObject({ state: 'met', until: '2022-05-19' })
    const not = { not: some }
    expect(ask(not, '2022-05-08T12:00')).toMatchObject({
      state: 'unmet',
      at: '2022-05-19',
      end: '2022-05-19',
    })
  })

  test('C16 what was stated speaks for its day, and says until when', () => {
    const old = [aMetric({ place: 'S', at: '2022-05-02', metric: 'positivity', value: 2 })]
    const below = { metric: { name: 'positivity', lt: 3 } }
    const on = (asOf: string, when: unknown = below) =>
      assess(facts(when, { metrics: old, zones: [aZone({ id: 'S', from: '2022-05-01' })] }), {
        asOf: readAsOf(SHANGHAI, asOf)!,
      }).zones[0]!.transitions[0]!.conditions[0]!
    expect(on('2022-05-02T18:00')).toMatchObject({ state: 'met', until: '2022-05-04' })
    expect(on('2022-05-03T18:00').state).toBe('met')
    expect(on('2022-05-03').state).toBe('unknown')
    const week = { metric: { name: 'positivity', lt: 3, validDays: 7 } }
    expect([on('2022-05-09T18:00', week).state, on('2022-05-09', week).state]).toEqual(['met', 'unknown'])
  })

  test('C18 figures reach a zone through its members, or the ground it is drawn on: sum, highest or lowest', () => {
    const member = (code: string, west: number) =>
      aPlace({ code, kind: 'village', shape: box(west, 31, west + 0.1, 31.1) })
    const places = [member('A', 121), member('B', 121.1)]
    const figure = (place: string, value: number) =>
      aMetric({ place, at: '2022-05-08', metric: 'breteau', value })
    const stateOf = (when: object, rows: readonly ReturnType<typeof figure>[], over: object = {}) =>
      assess(
        facts(
          { metric: { name: 'breteau', ...when } },
          {
            places,
            metrics: rows,
            zones: [aZone({ id: 'S', from: '2022-05-01', members: ['A', 'B'], ...over })],
          },
        ),
        { asOf: readAsOf(SHANGHAI, '2022-05-08')! },
      ).zones[0]!.transitions[0]!.conditions[0]!.state
    const worst = { lt: 5, across: 'highest' }
    expect(stateOf(worst, [figure('A', 1), figure('B', 6)])).toBe('unmet')
    expect(stateOf(worst, [figure('A', 1), figure('B', 4)])).toBe('met')
    expect(stateOf(worst, [figure('A', 1)])).toBe('unknown')
    expect(stateOf(worst, [figure('A', 6)])).toBe('unmet')
    expect(stateOf({ lt: 5 }, [figure('A', 1), figure('B', 4)])).toBe('unknown')
    expect(stateOf({ lte: 5, across: 'sum' }, [figure('A', 1), figure('B', 4)])).toBe('met')
    expect(stateOf({ lt: 5, across: 'sum' }, [figure('A', 1), figure('B', 4)])).toBe('unmet')
    const drawn = { members: [], drawn: box(121, 31, 121.2, 31.1) }
    expect(stateOf(worst, [figure('A', 1), figure('B', 4)], drawn)).toBe('met')
    expect(stateOf(worst, [figure('A', 1)], drawn)).toBe('unknown')
    const partly = { members: [], drawn: box(121, 31, 121.15, 31.1) }
    expect(stateOf(worst, [figure('A', 1), figure('B', 6)], partly)).toBe('unknown')
  })

  test('C16 an unmet figure of the day says no date', () => {
    const stated = [aMetric({ place: 'S', at: '2022-05-08', metric: 'positivity', value: 4 })]
    const when = { metric: { name: 'positivity', lt: 3 } }
    const zone = assess(facts(when, { metrics: stated }), { asOf: readAsOf(SHANGHAI, '2022-05-08')! })
      .zones[0]!
    expect(zone.transitions[0]!.conditions[0]).toMatchObject({
      state: 'unmet',
      at: null,
      figures: { have: 4 },
    })
    expect(zone.forecast).toHaveLength(1)
  })

  test('C17 a limited count is reset by one more event', () => {
    const count = { count: { event: 'positivePoint', withinDays: 5, lte: 0 } }
    const zone = assess(facts(count), { asOf: readAsOf(SHANGHAI, '2022-05-08')! }).zones[0]!
    expect(zone.transitions[0]!.resets).toEqual([{ event: 'positivePoint', effect: 'restart', to: null }])
  })
})
