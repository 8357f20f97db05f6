import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aMetric, aPack, aRound, aZone, box, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

/** One release that asks for one leaf of every kind; at the as-of all of them hold. */
const policy = onePolicy(undefined, {
  transitions: [
    {
      id: 'raise',
      from: 'controlled',
      to: 'sealed',
      kind: 'upgrade',
      on: 'suspectCase',
    },
    {
      id: 'release',
      from: 'controlled',
      to: 'normal',
      kind: 'release',
      minDaysInLevel: 3,
      cameFrom: ['sealed'],
      when: {
        all: [
          {
            id: 'days',
            days: { since: { event: 'case', agg: 'last', filter: { not: ['closedLoop'] } }, gte: 7 },
            ifMissing: true,
          },
          { id: 'count', count: { event: 'case', withinDays: 30, lte: 3 } },
          {
            id: 'rounds',
            rounds: { min: 2, result: 'negative', coverage: 1, withinDays: 2, consecutive: true },
          },
          { id: 'metric', metric: { name: 'positivity', lt: 1, consecutiveDays: 2 } },
          { id: 'zones', zones: { within: 'county', levels: ['sealed'], eq: 0 } },
          { id: 'flag', flag: 'visitsFavourable', withinHours: 48 },
          {
            id: 'either',
            any: [
              { id: 'left', flag: 'a' },
              { id: 'right', flag: 'b' },
            ],
          },
          { id: 'not', not: { flag: 'anyEnvironmentPositive' } },
        ],
      },
    },
  ],
})
const AS_OF = '2022-05-20T12:00'
const positivity = (day: number, value: number | null) =>
  aMetric({ place: 'Z', at: `2022-05-${day}T08:00`, metric: 'positivity', value })
const round = (number: string, finishedAt: string, over = {}) =>
  aRound({ zone: 'Z', scope: 'zone', round: number, startedAt: finishedAt, finishedAt, ...over })
const stated = (fact: string, value = 'true', at = '2022-05-19T08:00') =>
  aFact({ zone: 'Z', at, fact, value })
const controlled = aZone({
  ...{ id: 'Z', level: 'controlled', from: '2022-05-10', arrivedFrom: 'sealed' },
  drawn: box(113, 31, 113.1, 31.1),
})
const METRICS = [positivity(19, 0.2), positivity(20, 0.1)]
const ROUNDS = [round('1', '2022-05-18T18:00'), round('2', '2022-05-19T18:00')]
const STATED = [
  stated('visitsFavourable'),
  stated('a'),
  stated('b', 'false'),
  stated('anyEnvironmentPositive', 'false'),
]
const facts = aFacts({
  pack: aPack({ policy: 'test-one' }),
  policies: [policy],
  zones: [controlled],
  cases: cases([{ reportedAt: '2022-05-10', zone: 'Z' }]),
  metrics: METRICS,
  rounds: ROUNDS,
  statedFacts: STATED,
})
const saying = (...more: Facts['statedFacts'][number][]): Partial<Facts> => {
  const names = new Set(more.map(({ fact }) => fact))
  return { statedFacts: [...STATED.filter(({ fact }) => !names.has(fact)), ...more] }
}
const ask = (over: Partial<Facts> = {}) => {
  const { transitions } = assess({ ...facts, ...over }, { asOf: readAsOf(SHANGHAI, AS_OF)! }).zones.find(
    ({ id }) => id === 'Z',
  )!
  const release = transitions.find(({ id }) => id === 'release')
  const open = release?.conditions.filter(({ state }) => state !== 'met') ?? []
  return { transitions, state: release?.state ?? null, open: open.map(({ id, state }) => `${id} ${state}`) }
}

const inner = aZone({
  id: 'I',
  level: 'sealed',
  from: '2022-05-10',
  drawn: box(113.02, 31.02, 113.03, 31.03),
})
const CASES: readonly [kind: string, over: Partial<Facts>, state: string, open: string[]][] = [
  ['days', { cases: cases([{ reportedAt: '2022-05-14', zone: 'Z' }]) }, 'blocked', ['days unmet']],
  [
    'count',
    { cases: cases([1, 2, 3, 4].map((day) => ({ reportedAt: `2022-05-0${day}`, zone: 'Z' }))) },
    'blocked',
    ['count unmet'],
  ],
  ['rounds, too few', { rounds: ROUNDS.slice(1) }, 'blocked', ['rounds unmet']],
  [
    'rounds, lapsed',
    { rounds: [round('1', '2022-05-17T18:00'), round('2', '2022-05-19T18:00')] },
    'blocked',
    ['rounds unmet'],
  ],
  [
    'rounds, incomplete',
    { rounds: [ROUNDS[0]!, round('2', '2022-05-19T18:00', { sampled: 99 })] },
    'blocked',
    ['rounds unmet'],
  ],
  [
    'rounds, positive',
    { rounds: [ROUNDS[0]!, round('2', '2022-05-19T18:00', { result: 'positive' })] },
    'blocked',
    ['rounds unmet'],
  ],
  [
    'rounds, people not known',
    { rounds: [ROUNDS[0]!, round('2', '2022-05-19T18:00', { listed: null })] },
    'unknown',
    ['rounds unknown'],
  ],
  ['metric', { metrics: [positivity(19, 3), positivity(20, 0.1)] }, 'blocked', ['metric unmet']],
  ['metric, a day not known', { metrics: METRICS.slice(1) }, 'unknown', ['metric unknown']],
  [
    'zones',
    {
      zones: [
        controlled,
        aZone({ id: 'S', level: 'sealed', from: '2022-05-10', drawn: box(114, 32, 114.1, 32.1) }),
      ],
    },
    'blocked',
    ['zones unmet'],
  ],
  ['flag, false', saying(stated('visitsFavourable', 'false')), 'blocked', ['flag unmet']],
  ['flag, lapsed', saying(stated('visitsFavourable', 'true', '2022-05-18T08:00')), 'blocked', ['flag unmet']],
  ['flag, not stated', { statedFacts: STATED.slice(1) }, 'unknown', ['flag unknown']],
  ['any', saying(stated('a', 'false')), 'blocked', ['left unmet', 'right unmet']],
  ['not', saying(stated('anyEnvironmentPositive')), 'blocked', ['not unmet']],
  [
    'minDaysInLevel',
    { zones: [{ ...controlled, from: aZone({ id: 'x', from: '2022-05-18' }).from }] },
    'blocked',
    ['minDaysInLevel unmet'],
  ],
  [
    'a stricter zone inside',
    {
      zones: [controlled, inner],
      policies: [
        {
          ...policy,
          transitions: (policy.transitions as { when?: { all: { id: string }[] } }[]).map((one) =>
            one.when ? { ...one, when: { all: one.when.all.filter(({ id }) => id !== 'zones') } } : one,
          ),
        },
      ],
    },
    'blocked',
    ['stricterInside unmet'],
  ],
]

describe('each kind of condition alone', () => {
  test('C7 with all of them met the release is due', () => {
    expect(ask()).toMatchObject({ state: 'due', open: ['right unmet'] })
  })

  test.each(CASES)('C7 it alone decides: %s', (_, over, state, open) => {
    const read = ask(over)
    const other = read.open.filter((one) => one !== 'right unmet' || open.includes(one))
    expect([read.state, other]).toEqual([state, open])
  })

  test('C7 it alone decides: where the zone came from', () => {
    expect(ask({ zones: [{ ...controlled, arrivedFrom: null }] }).state).toBeNull()
  })

  test('C7 it alone decides: the event of a raise', () => {
    const raise = (over: Partial<Facts> = {}) => ask(over).transitions.find(({ id }) => id === 'raise')!.state
    expect(raise()).toBe('blocked')
    expect(raise(saying(stated('suspectCase')))).toBe('due')
    expect(
      raise({ stated: new Set([...facts.stated].filter((one) => one !== 'facts')), statedFacts: [] }),
    ).toBe('unknown')
  })
})
