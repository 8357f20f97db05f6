import { describe, expect, test } from 'vitest'
import { answersOf, type ConditionAnswer, clusters, type Facts, isSeen, isSeenMoment, readAsOf } from '#geo'
import {
  aFact,
  aFacts,
  aMetric,
  aPack,
  aPlace,
  aRound,
  aStep,
  aZone,
  box,
  cases,
  contacts,
  moment,
  SHANGHAI,
} from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const LAST = '2015-08-31'
const NEXT = '2015-09-01'
const ask = (facts: Facts, asOf: string) =>
  answersOf(facts, { asOf: readAsOf(SHANGHAI, asOf)!, known: null, policy: null })

/** A zone of one place, judged by one condition. */
const judged = (when: unknown, over: Partial<Facts>, asOf: string = LAST): ConditionAnswer =>
  ask(
    aFacts({
      pack: aPack({ policy: 'test-one' }),
      policies: [onePolicy({ all: [when] })],
      places: [aPlace({ code: 'A', shape: box(120, 23, 120.01, 23.01) })],
      zones: [aZone({ id: 'z', from: '2015-08-01', members: ['A'] })],
      ...over,
    }),
    asOf,
  ).assess.zones[0]!.transitions[0]!.conditions[0]!

/** Whether something given as the day after, as that day's 00:00, and as the day itself is seen at 24:00. */
const seenAs = (sees: (time: string) => boolean): [day: boolean, clock: boolean, before: boolean] => [
  sees(NEXT),
  sees(`${NEXT}T00:00`),
  sees(LAST),
]
const RULE: [boolean, boolean, boolean] = [false, true, true]

describe('E1 what only has a day is not seen at the 00:00 with which its day begins', () => {
  test('E1 the rule itself', () => {
    const midnight = moment(NEXT).at
    expect(isSeen(midnight, true, midnight)).toBe(false)
    expect(isSeen(midnight, false, midnight)).toBe(true)
    expect(isSeen(midnight, true, midnight + 1)).toBe(true)
    expect(isSeenMoment(null, midnight)).toBe(false)
    expect(isSeen(Number.NaN, false, midnight)).toBe(false)
  })

  test('E1 cases, and cases that left', () => {
    const count = { count: { event: 'case', withinDays: 30, gte: 1 } }
    const of = (time: string) => cases([{ reportedAt: time, zone: 'z' }])
    expect(seenAs((time) => judged(count, { cases: of(time) }).state === 'met')).toEqual(RULE)
    const left = { days: { since: { event: 'case.left' }, gte: 0 } }
    const gone = (time: string) => cases([{ transferredAt: time, zone: 'z' }])
    expect(seenAs((time) => judged(left, { cases: gone(time) }).state === 'met')).toEqual(RULE)
  })

  test('E1 a reset: a case of 1 September undoes nothing at 24:00 of 31 August', () => {
    const free = { days: { since: { event: 'case', agg: 'last' }, gte: 7 }, ifMissing: true }
    const of = (time: string) =>
      cases([
        { reportedAt: '2015-08-20', zone: 'z' },
        { reportedAt: time, zone: 'z' },
      ])
    expect(seenAs((time) => judged(free, { cases: of(time) }).state === 'unmet')).toEqual(RULE)
  })

  test('E1 contacts', () => {
    const moved = { days: { since: { event: 'contact.transferred' }, gte: 0 } }
    const of = (time: string) => contacts([{ exposedAt: '2015-08-20', transferredAt: time, zone: 'z' }])
    expect(seenAs((time) => judged(moved, { contacts: of(time) }).state === 'met')).toEqual(RULE)
    const survey = (time: string) =>
      ask(aFacts({ contacts: of(time) }), LAST).survey.figures.find(({ id }) => id === 'contactsInCare')!
    expect(seenAs((time) => survey(time).value === 1)).toEqual(RULE)
  })

  test('E1 stated facts, as a flag and as an event', () => {
    const of = (at: string) => [aFact({ zone: 'z', at, fact: 'done' })]
    expect(seenAs((time) => judged({ flag: 'done' }, { statedFacts: of(time) }).state === 'met')).toEqual(
      RULE,
    )
    const since = { days: { since: { event: 'done' }, gte: 0 } }
    expect(seenAs((time) => judged(since, { statedFacts: of(time) }).state === 'met')).toEqual(RULE)
  })

  test('E1 metrics', () => {
    const high = { metric: { name: 'Rt', gte: 1 } }
    const of = (at: string) => [aMetric({ place: 'z', metric: 'Rt', at, value: 2 })]
    expect(seenAs((time) => judged(high, { metrics: of(time) }).state === 'met')).toEqual(RULE)
  })

  test('E1 rounds: their end in assess and in coverage, and what a row says of an end still ahead', () => {
    const clean = { rounds: { min: 1, result: 'negative', withinDays: 9 } }
    const of = (finishedAt: string) => [aRound({ zone: 'z', startedAt: '2015-08-30', finishedAt })]
    expect(seenAs((time) => judged(clean, { rounds: of(time) }).state === 'met')).toEqual(RULE)
    const zones = [aZone({ id: 'z', from: '2015-08-01' })]
    const row = (time: string) => ask(aFacts({ zones, rounds: of(time) }), LAST).coverage.testing![0]!
    expect(seenAs((time) => row(time).state === 'done')).toEqual(RULE)
    const ahead = judged(clean, { rounds: of(NEXT) })
    expect(ahead).toMatchObject({ reason: 'round-running', figures: { have: null, of: 100 } })
    expect(row(NEXT)).toMatchObject({ sampled: null, listed: 100 })
    const begins = (startedAt: string) => judged(clean, { rounds: [aRound({ zone: 'z', startedAt })] })
    expect(seenAs((time) => begins(time).reason === 'round-running')).toEqual(RULE)
  })

  test('E1 steps of an approval, and its effect', () => {
    const policies = [
      onePolicy(
        { all: [{ flag: 'done' }] },
        {
          approvals: { one: [{ step: 'approve' }] },
          transitions: [
            {
              id: 'release',
              from: 'sealed',
              to: 'normal',
              kind: 'release',
              approval: 'one',
              when: { flag: 'done' },
            },
          ],
        },
      ),
    ]
    const answers = (at: string, takesEffectAt: string | null = null) =>
      ask(
        aFacts({
          pack: aPack({ policy: 'test-one' }),
          policies,
          zones: [aZone({ id: 'z', from: '2015-08-01' })],
          statedFacts: [aFact({ zone: 'z', at: '2015-08-20', fact: 'done' })],
          steps: [aStep({ zone: 'z', transition: 'release', step: 'approve', at, takesEffectAt })],
        }),
        LAST,
      )
    const state = (time: string) => answers(time).assess.zones[0]!.transitions[0]!.state
    expect(seenAs((time) => state(time) === 'approval')).toEqual(RULE)
    const word = (effect: string) => answers('2015-08-30', effect).survey.zones[0]!.word
    expect(seenAs((time) => word(time) === 'executed')).toEqual(RULE)
  })

  test('E1 assess, coverage, clusters and survey agree at midnight and a minute later', () => {
    const facts = aFacts({
      places: [
        aPlace({ code: 'A', shape: box(120, 23, 120.01, 23.01) }),
        aPlace({ code: 'B', shape: box(120.1, 23, 120.11, 23.01) }),
      ],
      zones: [
        aZone({ id: 'z', from: '2015-08-01', to: NEXT, members: ['A'] }),
        aZone({ id: 'z', level: 'controlled', from: NEXT, members: ['A'] }),
        aZone({ id: 'new', from: NEXT, members: ['B'] }),
      ],
      cases: cases([LAST, NEXT].map((reportedAt) => ({ reportedAt, place: 'A' }))),
    })
    const read = (asOf: string) => {
      const { assess, coverage, survey } = ask(facts, asOf)
      const linked = clusters(facts, { asOf: readAsOf(SHANGHAI, asOf)!, min: 1 })
      return {
        assess: assess.zones.map(({ id, level }) => `${id} ${level}`),
        coverage: coverage.levels.rows.filter(({ level }) => level !== 'normal').map(({ level }) => level),
        survey: survey.zones.map(({ id, level, stays }) => `${id} ${level} ${stays.at(-1)!.to}`).sort(),
        timeline: survey.timeline.find(({ day }) => day === survey.day)!.counts,
        cases: [survey.cases!.cumulative.total, linked.clusters.flatMap((one) => one.cases).length],
        evidence: assess.zones.find(({ id }) => id === 'z')!.transitions.length > 0,
      }
    }
    expect(read(LAST)).toEqual({
      assess: ['z sealed'],
      coverage: ['sealed'],
      survey: ['z sealed null'],
      timeline: { sealed: 1 },
      cases: [1, 1],
      evidence: true,
    })
    expect(read(`${NEXT}T00:00`)).toEqual(read(LAST))
    expect(read(`${NEXT}T00:01`)).toEqual({
      assess: ['new sealed', 'z controlled'],
      coverage: ['sealed', 'controlled'],
      survey: ['new sealed null', 'z controlled null'],
      timeline: { sealed: 1, controlled: 1 },
      cases: [2, 2],
      evidence: true,
    })
  })
})

describe('what the rules derive', () => {
  test('E2 counts at its instant: days over at 26 May 00:00 are over at 24:00 of the 25th', () => {
    const facts = aFacts({
      pack: aPack({ policy: 'test-one' }),
      policies: [onePolicy({ all: [{ days: { since: { event: 'zone.designated' }, gte: 7 } }] })],
      zones: [aZone({ id: 'z', from: '2022-05-19' })],
    })
    const at = (asOf: string) => ask(facts, asOf).assess.zones[0]!.transitions[0]!
    expect(at('2022-05-25')).toMatchObject({ state: 'due', eligibleAt: '2022-05-26' })
    expect(at('2022-05-25T23:59')).toMatchObject({ state: 'blocked', eligibleAt: '2022-05-26' })
    expect(ask(facts, '2022-05-25').survey.zones[0]!.forecast).toEqual([
      { level: 'normal', from: '2022-05-26' },
    ])
  })
})

describe('a classifier', () => {
  const policy = onePolicy(undefined, {
    mode: 'classify',
    transitions: [],
    unit: { default: 'compound', allowed: ['compound'] },
    classify: [
      { level: 'sealed', when: { metric: { name: 'cases14d', gte: 2 } } },
      { level: 'normal', when: { metric: { name: 'daysSinceLastCase', gte: 0 } } },
    ],
  })
  const of = (...days: string[]) =>
    aFacts({
      pack: aPack({ policy: 'test-one' }),
      policies: [policy],
      places: [aPlace({ code: 'A' })],
      cases: cases(days.map((reportedAt) => ({ reportedAt, place: 'A' }))),
    })
  const at = (facts: Facts, asOf: string) => ask(facts, asOf).assess.places[0]!

  test('E4 asked at 24:00 counts back from the day that ends there', () => {
    const facts = of('2015-08-18', LAST, NEXT)
    expect(at(facts, LAST).metrics).toEqual({ cases14d: 2, daysSinceLastCase: 0 })
    expect(at(facts, `${LAST}T23:00`).metrics).toEqual({ cases14d: 2, daysSinceLastCase: 0 })
    expect(at(facts, `${NEXT}T00:01`).metrics).toEqual({ cases14d: 2, daysSinceLastCase: 0 })
    expect(at(of('2015-08-18', LAST), `${NEXT}T00:01`).metrics).toEqual({
      cases14d: 1,
      daysSinceLastCase: 1,
    })
  })
})
