import { describe, expect, test } from 'vitest'
import { assess, type ConditionAnswer, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aMetric, aPack, aZone, cases, contacts, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

type Over = Partial<Facts> & { readonly policy?: Record<string, unknown> }

/** The only transition of a sealed zone drawn on 1 May, under one condition. */
function ask(when: unknown, asOf: string, { policy, ...over }: Over = {}) {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy(when, policy)],
    zones: [aZone({ id: 'z', from: '2022-05-01', members: ['A'] })],
    ...over,
  })
  const zone = assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!
  const transition = zone.transitions[0]!
  return { ...transition, condition: transition.conditions[0]!, forecast: zone.forecast }
}
const short = ({ state, at, until, reason }: ConditionAnswer) => ({ state, at, until, reason })
const without = (list: string): Partial<Facts> => ({
  stated: new Set([...aFacts().stated].filter((one) => one !== list)),
})
const sinceCase = { days: { since: { event: 'case', agg: 'last' }, gte: 7 }, ifMissing: true }

describe('days', () => {
  const facts = { cases: cases([{ reportedAt: '2022-05-03T18:30', zone: 'z' }]) }

  test('C1 elapsed: the same clock time n calendar days later, printed with the offset', () => {
    expect(short(ask(sinceCase, '2022-05-10T18:29', facts).condition)).toEqual({
      state: 'unmet',
      at: '2022-05-10T18:30:00+08:00',
      until: null,
      reason: 'days-left',
    })
    const due = ask(sinceCase, '2022-05-10T18:30', facts)
    expect(due).toMatchObject({ state: 'due', eligibleAt: '2022-05-10T18:30:00+08:00' })
    expect(due.condition.evidence).toEqual([
      { file: 'cases.csv', row: 1, at: '2022-05-03T18:30:00+08:00', value: 'c1' },
    ])
  })

  test('C1 fullDays: n whole days, the first excluded (7 June + 21 is 29 June 00:00)', () => {
    const policy = { dayCount: 'fullDays' }
    const culled = { days: { since: { event: 'culling' }, gte: 21 } }
    const statedFacts = [aFact({ zone: 'z', at: '2022-06-07T15:00', fact: 'culling' })]
    expect(ask(culled, '2022-06-20', { policy, statedFacts }).condition.at).toBe('2022-06-29T00:00:00+08:00')
  })

  test('C1 what follows only from days is a day', () => {
    const day = { cases: cases([{ reportedAt: '2022-05-03', zone: 'z' }]) }
    const answer = ask(sinceCase, '2022-05-05', day)
    expect(answer.eligibleAt).toBe('2022-05-10')
    expect(answer.condition.figures).toMatchObject({ n: 7, have: 3, of: 7, left: 4, date: '2022-05-10' })
  })

  test('C2 a stated list without a row says none; a list that is not there is unknown and never met', () => {
    expect(short(ask(sinceCase, '2022-05-02').condition)).toMatchObject({ state: 'met', reason: 'no-event' })
    const unknown = ask(sinceCase, '2022-05-02', without('cases'))
    expect(unknown).toMatchObject({ state: 'unknown', eligibleAt: null })
    expect(unknown.condition.reason).toBe('list-unknown')
    expect(unknown.forecast.map((one) => one.level)).toEqual(['sealed'])
  })

  test('C2 an event that must have happened and did not is unmet', () => {
    const cleaned = { days: { since: { event: 'terminalDisinfection' }, gte: 1 } }
    expect(short(ask(cleaned, '2022-05-02').condition)).toMatchObject({ state: 'unmet', reason: 'no-event' })
    expect(ask(cleaned, '2022-05-02', without('facts')).state).toBe('unknown')
  })

  test('C2 what seemed due before a later case was not due', () => {
    const later = {
      cases: cases([
        { reportedAt: '2022-05-01', zone: 'z' },
        { reportedAt: '2022-05-09', zone: 'z' },
      ]),
    }
    expect(ask(sinceCase, '2022-05-10T12:00', later).forecast.map((one) => one.from)).toEqual([
      '2022-05-01',
      '2022-05-16',
    ])
  })

  test('C3 clocks: the later, the earlier, the named, and the one a fact decides', () => {
    const statedFacts = [
      aFact({ zone: 'z', at: '2022-05-06', fact: 'terminalDisinfection' }),
      aFact({ zone: 'z', at: '2022-05-04', fact: 'environmentNegative' }),
    ]
    const over = {
      cases: cases([{ reportedAt: '2022-05-03', transferredAt: '2022-05-04', zone: 'z' }]),
      statedFacts,
    }
    const at = (since: unknown) => {
      const policy = { clocks: { left: { event: 'case.left', agg: 'last' } } }
      return ask({ days: { since, gte: 10 } }, '2022-05-07', { ...over, policy }).eligibleAt
    }
    const [left, cleaned] = [{ clock: 'left' }, { event: 'terminalDisinfection' }]
    expect(at({ maxOf: [left, cleaned] })).toBe('2022-05-16')
    expect(at({ minOf: [left, cleaned] })).toBe('2022-05-14')
    const either = (flag: string) => ({
      ...{ if: { flag }, else: cleaned },
      ...Object.fromEntries([['then', left]]),
    })
    expect(at(either('environmentNegative'))).toBe('2022-05-14')
    expect(at(either('yellowCodesNegative'))).toBeNull()
  })

  test('C4 filters: tags exclude, and an empty column hides nothing', () => {
    const filtered = (filter: unknown) => ({
      days: { since: { event: 'case', agg: 'last', filter }, gte: 7 },
    })
    const over = {
      cases: cases([
        { reportedAt: '2022-05-02', zone: 'z', foundIn: 'community' },
        { reportedAt: '2022-05-05', zone: 'z', foundIn: 'central', tags: 'householdOnly;x' },
      ]),
    }
    expect(ask(filtered({ not: ['householdOnly'] }), '2022-05-06', over).eligibleAt).toBe('2022-05-09')
    expect(ask(filtered({ only: ['screening'] }), '2022-05-06', over).eligibleAt).toBe('2022-05-09')
    const silent = { cases: cases([{ reportedAt: '2022-05-05', zone: 'z' }]) }
    expect(ask(filtered({ not: ['central'] }), '2022-05-06', silent).eligibleAt).toBe('2022-05-12')
    expect(ask(filtered({ only: ['community'] }), '2022-05-06', silent).state).toBe('unknown')
  })

  test('C4 suspected cases are no case, and a contact event may be stated as a fact', () => {
    const suspected = { cases: cases([{ reportedAt: '2022-05-05', zone: 'z', kind: 'suspected' }]) }
    expect(ask(sinceCase, '2022-05-06', suspected).state).toBe('due')
    const moved = { days: { since: { event: 'contact.transferred', agg: 'last' }, gte: 4 } }
    const statedFacts = [aFact({ zone: 'z', at: '2022-05-03', fact: 'contact.transferred', value: '12人' })]
    expect(ask(moved, '2022-05-04', { ...without('contacts'), statedFacts }).eligibleAt).toBe('2022-05-07')
  })
})

describe('count, flag, metric', () => {
  test('C5 count: events fall out of the window as days pass', () => {
    const few = { count: { event: 'case', withinDays: 3, lte: 1 } }
    const over = {
      cases: cases([
        { reportedAt: '2022-05-02', zone: 'z' },
        { reportedAt: '2022-05-04', zone: 'z' },
      ]),
    }
    expect(short(ask(few, '2022-05-05T09:00', over).condition)).toEqual({
      state: 'unmet',
      at: '2022-05-06',
      until: null,
      reason: 'days-left',
    })
    expect(ask(few, '2022-05-06T09:00', over).state).toBe('due')
    expect(ask(few, '2022-05-06T09:00', { ...over, ...without('cases'), cases: cases([]) }).state).toBe(
      'unknown',
    )
  })

  test('C5 flag: the last statement holds, one nobody made is unknown', () => {
    const flag = { flag: 'environmentNegative' }
    const stated = (rows: [string, string][]) => ({
      statedFacts: rows.map(([at, value]) => aFact({ zone: 'z', at, fact: 'environmentNegative', value })),
    })
    expect(short(ask(flag, '2022-05-05').condition)).toMatchObject({ state: 'unknown', reason: 'not-stated' })
    expect(ask(flag, '2022-05-05', stated([['2022-05-02', 'true']])).state).toBe('due')
    const turned = stated([
      ['2022-05-02', 'true'],
      ['2022-05-04', 'false'],
    ])
    expect(short(ask(flag, '2022-05-05', turned).condition)).toMatchObject({
      state: 'unmet',
      reason: 'stated-false',
    })
    expect(ask(flag, '2022-05-03T12:00', turned).state).toBe('due')
    const not = { not: { flag: 'environmentNegative' }, zh: '环境样本阳性' }
    expect(ask(not, '2022-05-05', turned).condition).toMatchObject({ state: 'met', zh: '环境样本阳性' })
    expect(ask(not, '2022-05-05').state).toBe('unknown')
  })

  test('C5 flag within hours lapses', () => {
    const statedFacts = [aFact({ zone: 'z', at: '2022-05-02T08:00', fact: 'allPcrNegative' })]
    const flag = { flag: 'allPcrNegative', withinHours: 24 }
    expect(short(ask(flag, '2022-05-03T08:00', { statedFacts }).condition)).toMatchObject({
      state: 'met',
      until: '2022-05-03T08:00:00+08:00',
    })
    expect(ask(flag, '2022-05-03T08:01', { statedFacts }).condition.reason).toBe('flag-lapsed')
  })

  test('C6 metric: within limits on each of the last k days, a day without a value is unknown', () => {
    const calm = { metric: { name: 'positivity', lt: 1, consecutiveDays: 3 } }
    const on = (day: number, value: number | null) =>
      aMetric({ place: 'A', at: `2022-05-0${day}`, metric: 'positivity', value })
    const metrics = [on(3, 4), on(4, 0.5), on(5, 0.4)]
    const wait = ask(calm, '2022-05-05T12:00', { metrics })
    expect(short(wait.condition)).toMatchObject({ state: 'unmet', at: '2022-05-06', reason: 'days-left' })
    expect(ask(calm, '2022-05-06T12:00', { metrics }).state).toBe('blocked')
    const third = [...metrics, on(6, 0.3)]
    expect(ask(calm, '2022-05-06T12:00', { metrics: third }).state).toBe('due')
    expect(ask(calm, '2022-05-07T12:00', { metrics: third }).state).toBe('due')
    expect(ask(calm, '2022-05-07', { metrics: third }).state).toBe('unknown')
    expect(ask(calm, '2022-05-07T12:00', { metrics: [on(4, 0.5), on(6, 0.3), on(7, 0.1)] }).state).toBe(
      'unknown',
    )
    expect(ask(calm, '2022-05-05T12:00', { metrics: [on(5, 0.4)] }).state).toBe('unknown')
    expect(ask(calm, '2022-05-05T12:00', { metrics: [on(5, 2)] }).condition.reason).toBe('metric')
  })
})

describe('trees', () => {
  test('C7 any: one branch is enough, the leaves say which any they stand in', () => {
    const when = {
      id: 'contactsPast',
      any: [
        { days: { since: { event: 'contact.exposure', agg: 'last' }, gte: 14 }, ifMissing: true },
        { days: { since: { event: 'contact.transferred', agg: 'last' }, gte: 4 } },
      ],
    }
    const over = { contacts: contacts([{ exposedAt: '2022-05-01', transferredAt: '2022-05-03', zone: 'z' }]) }
    const answer = ask(when, '2022-05-08', over)
    expect(answer).toMatchObject({ state: 'due', eligibleAt: '2022-05-07' })
    expect(answer.conditions.map((one) => [one.id, one.anyOf, one.state])).toEqual([
      ['when.any.0', 'contactsPast', 'unmet'],
      ['when.any.1', 'contactsPast', 'met'],
    ])
    expect(ask(when, '2022-05-05', over).eligibleAt).toBe('2022-05-07')
  })

  test('C1 days that count from the latest an exposure can have been say so in their figures', () => {
    const when = { id: 'past', days: { since: { event: 'contact.exposure', agg: 'last' }, gte: 14 } }
    const over = {
      contacts: contacts([
        { exposedAt: '2022-05-01', zone: 'z' },
        { exposedAt: null, transferredAt: '2022-05-06', zone: 'z' },
      ]),
    }
    const [leaf] = ask(when, '2022-05-16', over).conditions
    expect(leaf).toMatchObject({ state: 'unmet', reason: 'days-left' })
    expect(leaf!.figures).toMatchObject({ of: 14, have: 11, left: 3, since: '2022-05-06' })
  })

  test('C7 all is unmet if one is unmet, else unknown if one is unknown', () => {
    const [unmet, unknown, met] = [{ flag: 'a' }, { flag: 'b' }, { flag: 'c' }]
    const statedFacts = [
      aFact({ zone: 'z', at: '2022-05-02', fact: 'a', value: 'false' }),
      aFact({ zone: 'z', at: '2022-05-02', fact: 'c' }),
    ]
    const state = (when: unknown) => ask(when, '2022-05-03', { statedFacts }).state
    expect(state({ all: [unmet, unknown, met] })).toBe('blocked')
    expect(state({ all: [unknown, met] })).toBe('unknown')
    expect(state({ all: [met] })).toBe('due')
    expect(state({ any: [unmet, unknown] })).toBe('unknown')
    expect(state({ any: [unknown, met] })).toBe('due')
    expect(state({ not: { all: [unmet, unknown] } })).toBe('due')
    expect(state({ not: { any: [unknown, met] } })).toBe('blocked')
  })

  test('C8 a reference is shown and never decides', () => {
    const when = { all: [sinceCase, { flag: 'signal', authority: 'reference' }] }
    const answer = ask(when, '2022-05-03')
    expect(answer.state).toBe('due')
    expect(answer.conditions[1]).toMatchObject({ authority: 'reference', state: 'unknown' })
  })

  test('C8 the day of the national conditions alone stands beside the local one', () => {
    const statedFacts = [aFact({ zone: 'z', at: '2022-05-12', fact: 'environmentNegative' })]
    const over = { statedFacts, cases: cases([{ reportedAt: '2022-05-03', zone: 'z' }]) }
    const local = { flag: 'environmentNegative', authority: 'local' }
    expect(ask({ all: [sinceCase, local] }, '2022-05-13', over)).toMatchObject({
      eligibleAt: '2022-05-12',
      nationalAt: '2022-05-10',
    })
    expect(ask({ all: [sinceCase] }, '2022-05-13', over).nationalAt).toBeNull()
    expect(ask({ all: [local] }, '2022-05-13', over).nationalAt).toBeNull()
  })

  test('C8 a condition of the city is one from above: it counts towards that day, and alone adds nothing', () => {
    const statedFacts = [
      aFact({ zone: 'z', at: '2022-05-11T09:00', fact: 'allContactsControlled' }),
      aFact({ zone: 'z', at: '2022-05-12', fact: 'environmentNegative' }),
    ]
    const over = { statedFacts, cases: cases([{ reportedAt: '2022-05-03', zone: 'z' }]) }
    const national = { ...sinceCase, authority: 'national' }
    const city = { flag: 'allContactsControlled', authority: 'city' }
    const local = { flag: 'environmentNegative', authority: 'local' }
    const read = (...all: unknown[]) => ask({ all }, '2022-05-13', over)
    expect(read(national, city, local)).toMatchObject({
      ...{ eligibleAt: '2022-05-12', nationalAt: '2022-05-11T09:00:00+08:00' },
    })
    expect(read(city, local).nationalAt).toBe('2022-05-11T09:00:00+08:00')
    expect(read(national, city).nationalAt).toBeNull()
    const waiting = ask({ all: [national, city, local] }, '2022-05-13', {
      ...over,
      statedFacts: statedFacts.slice(1),
    })
    expect(waiting).toMatchObject({ state: 'unknown', nationalAt: null })
  })
})
