import { describe, expect, test } from 'vitest'
import { testingOf } from '../../../geo/coverage/testing'
import { aFacts, aRound, moment } from '../../helpers/facts'

const at = (seen: string): number => moment(seen).at
const figures = {
  listed: 8_214,
  excused: 96,
  sampled: 7_849,
  resulted: 7_000,
  positiveTubes: 1,
  positivePeople: 0,
}

describe('testing', () => {
  test('T1 应检 is listed less excused; missing is what is still to be sampled; coverage their share', () => {
    const rounds = [
      aRound({ zone: 'S1', round: '5', startedAt: '2022-05-27T09:20', result: 'pending', ...figures }),
    ]
    expect(testingOf(aFacts({ rounds }), at('2022-05-27T14:00'))).toEqual([
      {
        zone: 'S1',
        place: null,
        round: '5',
        startedAt: '2022-05-27T09:20:00+08:00',
        finishedAt: null,
        state: 'running',
        ...figures,
        missing: 269,
        coverage: 7_849 / 8_118,
        result: 'pending',
      },
    ])
  })

  test('T1 more sampled than due is 1 and none missing; without listed both are unknown', () => {
    const rounds = [
      aRound({ place: 'V1', finishedAt: '2022-05-26', listed: 110, excused: 20 }),
      aRound({ place: 'V2', finishedAt: '2022-05-26', listed: null }),
    ]
    const [over, unknown] = testingOf(aFacts({ rounds }), at('2022-05-27'))
    expect([over!.missing, over!.coverage]).toEqual([0, 1])
    expect([unknown!.missing, unknown!.coverage]).toEqual([null, null])
  })

  test('T2 a round is running from its start and done from its end; before its start it is not listed', () => {
    const round = { zone: 'S1', startedAt: '2022-05-26T08:00', finishedAt: '2022-05-26T20:00' }
    const facts = aFacts({ rounds: [aRound(round)] })
    expect(testingOf(facts, at('2022-05-26T07:59'))).toEqual([])
    expect(testingOf(facts, at('2022-05-26T08:00'))[0]!.state).toBe('running')
    expect(testingOf(facts, at('2022-05-26T20:00'))[0]).toMatchObject({
      state: 'done',
      sampled: 100,
      result: 'negative',
    })
  })

  test('T3 what an end that lies ahead has reached is not known, unless the row was known by then', () => {
    const round = aRound({ zone: 'S1', startedAt: '2022-05-26T08:00', finishedAt: '2022-05-26T20:00' })
    const noon = at('2022-05-26T12:00')
    expect(testingOf(aFacts({ rounds: [round] }), noon)[0]).toMatchObject({
      listed: 100,
      sampled: null,
      result: null,
    })
    const known = { ...round, origin: { ...round.origin, knownAt: at('2022-05-26T11:00') } }
    expect(testingOf(aFacts({ rounds: [known] }), noon)[0]).toMatchObject({ sampled: 100, missing: 0 })
  })

  test('T4 rows stand by zone, place and number of the round, 2 before 10', () => {
    const rounds = ['10', '2'].map((round) => aRound({ place: 'V', round, finishedAt: '2022-05-26' }))
    const rows = testingOf(
      aFacts({ rounds: [...rounds, aRound({ zone: 'S1', startedAt: '2022-05-20' })] }),
      at('2022-05-27'),
    )
    expect(rows.map(({ zone, place, round }) => zone ?? `${place}${round}`)).toEqual(['V2', 'V10', 'S1'])
  })
})
