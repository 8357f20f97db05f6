import { describe, expect, test } from 'vitest'
import { assess, type Facts, type Round, readAsOf } from '#geo'
import { aFacts, aPack, aRound, aZone, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const full = { min: 1, result: 'negative', coverage: 1, withinDays: 2 }

function ask(
  rounds: readonly Round[],
  asOf: string,
  demand: Record<string, unknown> = full,
  over: Partial<Facts> = {},
) {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy({ rounds: demand })],
    zones: [aZone({ id: 'z', from: '2022-05-01', members: ['A', 'B'] })],
    rounds,
    ...over,
  })
  const zone = assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!
  return { ...zone.transitions[0]!.conditions[0]!, forecast: zone.forecast.map((one) => one.level) }
}

describe('rounds', () => {
  test('C9 within two days compares dates, and says when it lapses', () => {
    const rounds = [aRound({ zone: 'z', finishedAt: '2022-05-05T22:00' })]
    expect(ask(rounds, '2022-05-07T23:59')).toMatchObject({
      state: 'met',
      at: '2022-05-05T22:00:00+08:00',
      until: '2022-05-08T00:00:00+08:00',
    })
    expect(ask(rounds, '2022-05-08T00:00')).toMatchObject({
      state: 'unmet',
      at: null,
      reason: 'round-lapsed',
    })
  })

  test('C9 within hours counts by the clock; a round that is only a day counts days, rounded up', () => {
    const demand = { min: 1, result: 'negative', withinHours: 24 }
    const timed = [aRound({ zone: 'z', finishedAt: '2022-05-05T22:00' })]
    expect(ask(timed, '2022-05-06T22:00', demand).state).toBe('met')
    expect(ask(timed, '2022-05-06T22:01', demand).state).toBe('unmet')
    const day = [aRound({ zone: 'z', finishedAt: '2022-05-05' })]
    expect(ask(day, '2022-05-06T23:00', demand)).toMatchObject({ state: 'met', until: '2022-05-07' })
  })

  test('C10 a running round, a pending one and a planned one do not count', () => {
    expect(ask([aRound({ zone: 'z', startedAt: '2022-05-05' })], '2022-05-06').reason).toBe('round-running')
    const pending = [aRound({ zone: 'z', finishedAt: '2022-05-05', resulted: 80 })]
    expect(ask(pending, '2022-05-06')).toMatchObject({ state: 'unmet', reason: 'round-pending' })
    const planned = [aRound({ zone: 'z', startedAt: '2022-05-08', finishedAt: '2022-05-09' })]
    expect(ask(planned, '2022-05-06').reason).toBe('no-round')
  })

  test('C10 a round of nobody is no round of everybody, also where everybody is excused', () => {
    const of = (listed: number, excused: number) => [
      aRound({ zone: 'z', finishedAt: '2022-05-05', listed, excused, sampled: 0, resulted: 0 }),
    ]
    for (const all of [0, 9])
      expect(ask(of(all, all), '2022-05-06')).toMatchObject({ state: 'unknown', reason: 'coverage-unknown' })
  })

  test('C10 a round of some of the people, or with more results than samples, says nothing of everybody', () => {
    const of = (more: object) => [aRound({ zone: 'z', finishedAt: '2022-05-05', ...more })]
    for (const scope of ['重点人群', '抽检', '应检尽检', 'key groups'])
      expect(ask(of({ scope }), '2022-05-06').state).toBe('unknown')
    expect(ask(of({ scope: '抽检', result: 'positive' }), '2022-05-06').reason).toBe('round-positive')
    expect(ask(of({ scope: '全员' }), '2022-05-06').state).toBe('met')
    expect(ask(of({ resulted: 5_000 }), '2022-05-06').state).toBe('unknown')
  })

  test('C10 who is not sampled is missing; who is excused is not', () => {
    const short = [
      aRound({ zone: 'z', finishedAt: '2022-05-05', listed: 640, excused: 10, sampled: 613, resulted: 613 }),
    ]
    expect(ask(short, '2022-05-06')).toMatchObject({ state: 'unmet', reason: 'round-incomplete' })
    expect(ask(short, '2022-05-06').figures).toMatchObject({ have: 613, of: 630, missing: 17 })
    const whole = [
      aRound({ zone: 'z', finishedAt: '2022-05-05', listed: 640, excused: 27, sampled: 613, resulted: 613 }),
    ]
    expect(ask(whole, '2022-05-06').state).toBe('met')
  })

  test('C10 unknown people or an unsaid result are unknown, never negative', () => {
    const noList = [aRound({ zone: 'z', finishedAt: '2022-05-05', listed: null })]
    expect(ask(noList, '2022-05-06')).toMatchObject({ state: 'unknown', reason: 'coverage-unknown' })
    const unsaid = [aRound({ zone: 'z', finishedAt: '2022-05-05', result: null })]
    expect(ask(unsaid, '2022-05-06')).toMatchObject({ state: 'unknown', reason: 'result-unknown' })
    expect(ask([], '2022-05-06').reason).toBe('no-round')
    const stated = new Set([...aFacts().stated].filter((one) => one !== 'rounds'))
    expect(ask([], '2022-05-06', full, { stated })).toMatchObject({
      state: 'unknown',
      reason: 'list-unknown',
    })
  })

  test('C10 a positive round is not negative', () => {
    const positive = [aRound({ zone: 'z', finishedAt: '2022-05-05', result: 'positive', positivePeople: 1 })]
    expect(ask(positive, '2022-05-06')).toMatchObject({ state: 'unmet', reason: 'round-positive' })
  })

  test('C11 three in a row: an older positive breaks it until three have followed', () => {
    const demand = { min: 3, result: 'negative', consecutive: true }
    const round = (day: number, result: Round['result'] = 'negative') =>
      aRound({ zone: 'z', round: String(day), finishedAt: `2022-05-0${day}`, result })
    expect(ask([round(2), round(3, 'positive'), round(4), round(5)], '2022-05-06', demand).state).toBe(
      'unmet',
    )
    const three = [round(2), round(3, 'positive'), round(4), round(5), round(6)]
    expect(ask(three, '2022-05-07', demand)).toMatchObject({ state: 'met', at: '2022-05-06' })
  })

  test('C11 day n is D0 + n − 1 of its clock', () => {
    const demand = { min: 1, result: 'negative', fromDay: 7, since: { event: 'zone.designated' } }
    expect(ask([aRound({ zone: 'z', finishedAt: '2022-05-06' })], '2022-05-09', demand).reason).toBe(
      'round-too-early',
    )
    expect(ask([aRound({ zone: 'z', finishedAt: '2022-05-07' })], '2022-05-09', demand)).toMatchObject({
      state: 'met',
    })
    expect(ask([], '2022-05-03', demand).figures).toMatchObject({ n: 7, day: '2022-05-07' })
  })

  test('C30 a positive is said before that it came too early or has lapsed, and both are', () => {
    const early = { min: 1, result: 'negative', fromDay: 7, since: { event: 'zone.designated' } }
    const positive = aRound({ zone: 'z', finishedAt: '2022-05-05', result: 'positive' })
    expect(ask([positive], '2022-05-09', early)).toMatchObject({
      ...{ state: 'unmet', reason: 'round-positive', figures: { also: 'round-too-early' } },
    })
    expect(ask([positive], '2022-05-09')).toMatchObject({
      ...{ state: 'unmet', reason: 'round-positive', figures: { also: 'round-lapsed' } },
    })
    const clean = aRound({ zone: 'z', round: '2', finishedAt: '2022-05-08' })
    expect(ask([positive, clean], '2022-05-09', early)).toMatchObject({ state: 'met' })
    expect(ask([positive], '2022-05-05T12:00').figures).not.toHaveProperty('also')
  })

  test('C7 what is unknown for want of a list names the list', () => {
    const stated = new Set([...aFacts().stated].filter((one) => one !== 'rounds'))
    const { reason, figures } = ask([], '2022-05-06', full, { stated })
    expect([reason, figures.lists]).toEqual(['list-unknown', 'rounds'])
  })

  test('C12 a round counts if every member has a row of that number', () => {
    const rows = (places: string[]) =>
      places.map((place) => aRound({ place, round: '5', finishedAt: '2022-05-05' }))
    expect(ask(rows(['A', 'B']), '2022-05-06')).toMatchObject({ state: 'met' })
    expect(ask(rows(['A', 'B']), '2022-05-06').figures).toMatchObject({ have: 200, of: 200 })
    expect(ask(rows(['A']), '2022-05-06').reason).toBe('no-round')
    const late = [
      aRound({ place: 'A', finishedAt: '2022-05-05' }),
      aRound({ place: 'B', startedAt: '2022-05-05' }),
    ]
    expect(ask(late, '2022-05-06').reason).toBe('round-running')
  })

  test('C13 a lapsed round stops the forecast; one that still holds when the days are over does not', () => {
    const when = { all: [{ days: { since: { event: 'case', agg: 'last' }, gte: 7 } }, { rounds: full }] }
    const forecast = (finishedAt: string) =>
      ask([aRound({ zone: 'z', finishedAt })], '2022-05-08T12:00', full, {
        policies: [onePolicy(when)],
        cases: cases([{ reportedAt: '2022-05-03', zone: 'z' }]),
      }).forecast
    expect(forecast('2022-05-08')).toEqual(['sealed', 'normal'])
    expect(forecast('2022-05-07')).toEqual(['sealed'])
  })
})
