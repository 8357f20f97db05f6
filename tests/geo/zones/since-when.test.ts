import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aMetric, aPack, aZone, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

/** The zone of a policy of one condition: when it is eligible, since when its condition holds, its forecast. */
function ask(when: unknown, asOf: string, over: Partial<Facts>) {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy(when)],
    zones: [aZone({ id: 'z', from: '2022-05-01T08:00', members: ['A'] })],
    ...over,
  })
  const { transitions, forecast } = assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!
  const { state, eligibleAt, conditions } = transitions[0]!
  return { state, eligibleAt, at: conditions[0]!.at, moves: forecast[1]?.from ?? null }
}
const due = (at: string) => ({ state: 'due', eligibleAt: at, at, moves: at })

describe('what is met says since when', () => {
  const two = cases([
    { reportedAt: '2022-04-30', zone: 'z' },
    { reportedAt: '2022-05-03T10:00', zone: 'z' },
  ])

  test('C5 a count holds since the event left the window, not since the zone was drawn', () => {
    const none = { count: { event: 'case', withinDays: 5, lte: 0 } }
    for (const asOf of ['2022-05-09T00:00', '2022-05-09', '2022-05-20'])
      expect(ask(none, asOf, { cases: two })).toEqual(due('2022-05-09T00:00:00+08:00'))
    expect(ask(none, '2022-05-02', { cases: two }).state).toBe('blocked')
  })

  test('C5 a count that never was another one has no moment of its own', () => {
    const few = { count: { event: 'case', withinDays: 5, lte: 7 } }
    const answer = ask(few, '2022-05-20', { cases: two })
    expect(answer).toMatchObject({ state: 'due', at: null, eligibleAt: '2022-05-01T08:00:00+08:00' })
  })

  test('C5 the opposite of a flag holds since it was first denied', () => {
    const clean = { not: { flag: 'anyEnvironmentPositive' } }
    const said = (at: string, value: string) =>
      aFact({ zone: 'z', at, fact: 'anyEnvironmentPositive', value })
    const statedFacts = [
      said('2022-05-02T09:00', 'true'),
      said('2022-05-04T09:00', 'false'),
      said('2022-05-06T09:00', '否'),
    ]
    expect(ask(clean, '2022-05-10', { statedFacts })).toEqual(due('2022-05-04T09:00:00+08:00'))
  })

  test('C6 a metric holds since the statement that brought it within its limits, or the day that made the row full', () => {
    const value = (at: string, figure: number) =>
      aMetric({ place: 'z', at, metric: 'positivity', value: figure })
    const metrics = [
      value('2022-05-05T08:00', 2),
      value('2022-05-06T08:00', 0.5),
      ...['07', '08', '09', '10'].map((day) => value(`2022-05-${day}T08:00`, 0.4)),
    ]
    const low = { name: 'positivity', lt: 1 }
    expect(ask({ metric: low }, '2022-05-10', { metrics })).toEqual(due('2022-05-06T08:00:00+08:00'))
    expect(ask({ metric: { ...low, consecutiveDays: 3 } }, '2022-05-10', { metrics })).toEqual(
      due('2022-05-08T08:00:00+08:00'),
    )
  })
})

test('C5 a fact is true or false in any usual spelling, and what is denied is no event', () => {
  const negative = (value: string) => ({
    statedFacts: [aFact({ zone: 'z', at: '2022-05-04', fact: 'contactsNegative', value })],
  })
  const states = ['是', 'TRUE', '1', '否', 'no', '已完成'].map(
    (value) => ask({ flag: 'contactsNegative' }, '2022-05-10', negative(value)).state,
  )
  expect(states).toEqual(['due', 'due', 'due', 'blocked', 'blocked', 'unknown'])
  const cleaned = { days: { since: { event: 'terminalDisinfection' }, gte: 1 } }
  const denied = [aFact({ zone: 'z', at: '2022-05-04', fact: 'terminalDisinfection', value: '否' })]
  expect(ask(cleaned, '2022-05-10', { statedFacts: denied }).state).toBe('blocked')
})
