import { describe, expect, test } from 'vitest'
import { assess, type ConditionAnswer, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aPack, aZone, cases, contacts, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

/** The only transition of a sealed zone drawn on 1 May, under one condition. */
function ask(when: unknown, asOf: string, over: Partial<Facts>) {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy(when)],
    zones: [aZone({ id: 'z', from: '2022-05-01' })],
    ...over,
  })
  const transition = assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!.transitions[0]!
  return { ...transition, condition: transition.conditions[0]! }
}
const short = ({ state, at, until, reason }: ConditionAnswer) => ({ state, at, until, reason })
const sinceCase = { days: { since: { event: 'case', agg: 'last' }, gte: 7 }, ifMissing: true }

describe('times that no row tells', () => {
  test('C2 a contact of whose exposure nothing is told is not “no contact”', () => {
    const past = { days: { since: { event: 'contact.exposure' }, gte: 7 }, ifMissing: true }
    const asked = (over: object, asOf = '2022-05-12', more: Partial<Facts> = {}) =>
      short(ask(past, asOf, { contacts: contacts([{ zone: 'z', ...over }]), ...more }).condition)
    expect(asked({})).toMatchObject({
      ...{ state: 'unknown', at: '2022-05-20T00:00:00+08:00', reason: 'unplaced' },
    })
    expect(asked({ exposedAt: '2022-05-02' })).toMatchObject({ state: 'met', at: '2022-05-09' })
    const moved = { transferredAt: '2022-05-06' }
    expect(asked(moved, '2022-05-11')).toMatchObject({ state: 'unmet', at: '2022-05-13' })
    expect(asked(moved, '2022-05-13')).toMatchObject({ state: 'met', at: '2022-05-13' })
    expect(asked(moved, '2022-05-05')).toMatchObject({ state: 'unknown', reason: 'unplaced' })
    const stated = { statedFacts: [aFact({ zone: 'z', at: '2022-05-03', fact: 'contact.exposure' })] }
    expect(asked(moved, '2022-05-12', stated)).toMatchObject({ state: 'met', at: '2022-05-10' })
  })

  test('C3 a clock can name the onset of a case, its isolation, its last negative sample and a burial', () => {
    const since = (event: string) => ({ days: { since: { event, agg: 'last' }, gte: 7 } })
    const asked = (event: string, over: object, more: Partial<Facts> = {}) =>
      short(
        ask(since(event), '2022-05-12', {
          cases: cases([{ zone: 'z', reportedAt: '2022-05-04', ...over }]),
          ...more,
        }).condition,
      )
    expect(asked('case.onset', { onsetOn: '2022-05-02' })).toMatchObject({ state: 'met', at: '2022-05-09' })
    expect(asked('case.onset', {})).toMatchObject({ state: 'met', at: '2022-05-11' })
    expect(asked('case.onset', { kind: 'asymptomatic' })).toMatchObject({
      state: 'unmet',
      reason: 'no-event',
    })
    expect(asked('case.onset', { reportedAt: '2022-05-20' })).toMatchObject({
      state: 'unmet',
      reason: 'no-event',
    })
    expect(asked('case.isolated', { transferredAt: '2022-05-05' })).toMatchObject({
      state: 'met',
      at: '2022-05-12',
    })
    expect(asked('case.isolated', {})).toMatchObject({ state: 'unmet', at: null })
    for (const fact of ['case.lastNegative', 'burial']) {
      const statedFacts = [aFact({ zone: 'z', at: '2022-05-05', fact })]
      expect(asked(fact, {}, { statedFacts })).toMatchObject({ state: 'met', at: '2022-05-12' })
      const stated = new Set(['zones', 'cases'] as const)
      expect(asked(fact, {}, { stated })).toMatchObject({ state: 'unknown', reason: 'not-stated' })
    }
  })

  test('C2 a case without a report is not “no case”, unless it is a suspicion or all of it lies ahead', () => {
    const asked = (over: object) =>
      ask(sinceCase, '2022-05-12', { cases: cases([{ zone: 'z', sampledAt: '2022-05-11', ...over }]) })
    expect(short(asked({}).condition)).toMatchObject({ state: 'unknown', reason: 'unplaced' })
    expect(asked({}).condition.evidence).toEqual([{ file: 'cases.csv', row: 1, at: null, value: 'c1' }])
    expect(asked({ kind: 'suspected' }).state).toBe('due')
    expect(asked({ sampledAt: '2022-05-13' }).state).toBe('due')
  })

  test('C2 one contact of known exposure does not speak for another of whom nothing is told', () => {
    const past = { days: { since: { event: 'contact.exposure' }, gte: 7 }, ifMissing: true }
    const rows = contacts([{ zone: 'z', exposedAt: '2022-05-04' }, { zone: 'z' }])
    expect(short(ask(past, '2022-05-08', { contacts: rows }).condition)).toMatchObject({
      ...{ state: 'unmet', at: '2022-05-11' },
    })
    const over = ask(past, '2022-05-12', { contacts: rows })
    expect(over.state).toBe('unknown')
    expect(over.condition.evidence).toEqual([{ file: 'contacts.csv', row: 2, at: null, value: 'k2' }])
  })
})

describe('contacts that are still there', () => {
  const sinceMove = {
    days: { since: { event: 'contact.transferred', agg: 'last' }, gte: 4 },
    ifMissing: true,
  }
  const asked = (rows: Parameters<typeof contacts>[0], asOf = '2022-05-12') =>
    short(ask(sinceMove, asOf, { contacts: contacts(rows) }).condition)
  const moved = { zone: 'z', kind: 'close', exposedAt: '2022-05-02', transferredAt: '2022-05-03' }
  const stays = { zone: 'z', kind: 'close', exposedAt: '2022-05-02' }

  test('C2 one who was moved does not speak for another who was not', () => {
    expect(asked([moved])).toMatchObject({ state: 'met', at: '2022-05-07' })
    expect(asked([moved, stays])).toMatchObject({ state: 'unmet', at: null, reason: 'no-event' })
    expect(asked([stays])).toMatchObject({ state: 'unmet', at: null, reason: 'no-event' })
    expect(asked([moved, { ...stays, transferredAt: '2022-05-20' }])).toMatchObject({ state: 'unmet' })
  })

  test('C2 one who was released where he was, whom nobody moves, or who comes later holds nothing', () => {
    expect(asked([moved, { ...stays, releasedAt: '2022-05-09' }])).toMatchObject({ state: 'met' })
    expect(asked([moved, { ...stays, kind: 'casual' }])).toMatchObject({ state: 'met' })
    expect(asked([moved, { ...stays, exposedAt: '2022-05-14' }])).toMatchObject({ state: 'met' })
  })
})
