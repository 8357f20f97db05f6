import { describe, expect, test } from 'vitest'
import { answersOf, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aPack, aRound, aZone, box, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

/** Sealed 7 days and a flag → controlled → 3 days → normal; `steps` lets an approval be asked. */
const policy = onePolicy(undefined, {
  approvals: { one: [{ step: 'approve' }] },
  transitions: [
    {
      id: 'lower',
      from: 'sealed',
      to: 'controlled',
      kind: 'downgrade',
      approval: 'one',
      when: { all: [{ days: { since: { event: 'level.entered' }, gte: 7 } }, { flag: 'clean' }] },
    },
    {
      id: 'release',
      from: 'controlled',
      to: 'normal',
      kind: 'release',
      when: { days: { since: { event: 'level.entered' }, gte: 3 } },
    },
  ],
})
const inner = aZone({ id: 'S', from: '2022-05-18T08:00', drawn: box(113.02, 31.02, 113.03, 31.03) })
const outer = aZone({
  ...{ id: 'C', level: 'controlled', from: '2022-05-20T08:00', drawn: box(113, 31, 113.1, 31.1) },
})
const facts = aFacts({ pack: aPack({ policy: 'test-one' }), policies: [policy], zones: [inner, outer] })
const clean = aFact({ zone: 'S', at: '2022-05-19T08:00', fact: 'clean' })
const at = (given: Facts, asOf: string) =>
  answersOf(given, { asOf: readAsOf(SHANGHAI, asOf)!, known: null, policy: null }).survey
const row = (given: Facts, asOf: string, id: string) => at(given, asOf).zones.find((one) => one.id === id)!
const HOUR = '2022-05-24T14:00'

describe('zones that wait for each other', () => {
  test('S18 the inner one lacks what a person must say: the outer one is unmet, undated, and names it', () => {
    const read = row(facts, HOUR, 'C')
    expect(read).toMatchObject({ word: 'unmet', date: null, daysLeft: null, dayProgress: { have: 3, of: 3 } })
    expect(read.missing).toMatchObject([{ reason: 'stricter-inside', figures: { zones: 'S' } }])
    expect(at(facts, HOUR).headline).toMatchObject({ overdueUnmet: 0, nextDate: '2022-05-25T08:00:00+08:00' })
  })

  test('S18 the inner one comes down by time and approval alone: the outer one waits for that day', () => {
    const waiting = { ...facts, statedFacts: [clean] }
    expect(row(waiting, HOUR, 'S')).toMatchObject({ word: 'waiting', date: '2022-05-25T08:00:00+08:00' })
    expect(row(waiting, HOUR, 'C')).toMatchObject({
      ...{ word: 'waiting', date: '2022-05-25T08:00:00+08:00', daysLeft: 1 },
    })
  })

  test('S18 a run that lowered the inner one before a person undid it promises nothing of the outer one', () => {
    const undone = aFact({ zone: 'S', at: '2022-05-26T08:00', fact: 'clean', value: 'false' })
    const late = { ...facts, statedFacts: [clean, undone] }
    expect(row(late, '2022-05-26T14:00', 'S')).toMatchObject({ word: 'unmet', date: null })
    expect(row(late, '2022-05-26T14:00', 'C')).toMatchObject({ word: 'unmet', date: null, forecast: [] })
    expect(at(late, '2022-05-26T14:00').headline.overdueUnmet).toBe(1)
  })

  test('S18 it is handed on: the zone around the zone around it does not move either', () => {
    const widest = aZone({
      ...{ id: 'P', level: 'low', from: '2022-05-20', drawn: box(112, 30, 114, 32) },
    })
    const levels = [...policy.levels, { id: 'low', rank: 1 }]
    const transitions = [
      ...(policy.transitions as readonly object[]),
      {
        id: 'lift',
        from: 'low',
        to: 'normal',
        kind: 'release',
        when: { zones: { within: 'county', levels: ['controlled'], eq: 0 } },
      },
    ]
    const nested = {
      ...facts,
      policies: [{ ...policy, levels, transitions }],
      zones: [inner, outer, widest],
    }
    expect(row(nested, HOUR, 'P')).toMatchObject({ word: 'unmet', date: null })
    const moving = { ...nested, statedFacts: [clean] }
    expect(row(moving, HOUR, 'P')).toMatchObject({ word: 'waiting', date: '2022-05-25T08:00:00+08:00' })
  })

  test('S2 S6 an overdue zone has no date and stands under today, above what waits', () => {
    const rounds = aFacts({
      zones: [
        aZone({ id: 'Z', from: '2022-05-01' }),
        aZone({ id: 'A', level: 'controlled', from: '2022-05-14', drawn: box(114, 32, 114.1, 32.1) }),
      ],
      cases: cases([
        { reportedAt: '2022-05-01', zone: 'Z' },
        { reportedAt: '2022-05-14', zone: 'A' },
      ]),
      statedFacts: ['Z', 'A'].map((zone) => aFact({ zone, at: '2022-05-15', fact: 'contactsNegative' })),
      rounds: [
        aRound({ zone: 'Z', finishedAt: '2022-05-27T09:00', sampled: 90 }),
        aRound({ zone: 'A', finishedAt: '2022-05-27T09:00' }),
      ],
    })
    const survey = at(rounds, '2022-05-27T14:00')
    expect(survey.zones.map(({ id, word, date }) => [id, word, date])).toEqual([
      ['Z', 'unmet', null],
      ['A', 'waiting', '2022-05-28'],
    ])
    expect(survey.headline).toMatchObject({ overdueUnmet: 1, nextDate: '2022-05-28' })
  })
})
