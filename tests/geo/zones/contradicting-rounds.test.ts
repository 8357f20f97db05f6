import { afterAll, describe, expect, test } from 'vitest'
import { assess, type Facts, type Round, readAsOf } from '#geo'
import { aFacts, aPack, aPlace, aRound, aZone, origin, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'
import { seeded } from '../../helpers/seeded'

const full = { min: 1, result: 'negative', coverage: 1, withinDays: 2 }

function ask(rounds: readonly Round[], demand: Record<string, unknown> = full, over: Partial<Facts> = {}) {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy({ rounds: demand })],
    zones: [aZone({ id: 'z', from: '2022-05-01', members: ['A', 'B'] })],
    rounds: rounds.map((row, i) => ({ ...row, origin: origin('rounds.csv', i + 2) })),
    ...over,
  })
  const zone = assess(facts, { asOf: readAsOf(SHANGHAI, '2022-05-27T12:00')! }).zones[0]!
  const { state, reason } = zone.transitions[0]!.conditions[0]!
  return { state, reason }
}
const good = aRound({ zone: 'z', round: '5', startedAt: '2022-05-26T06:00', finishedAt: '2022-05-26T18:00' })
const later = (over: object) =>
  aRound({ ...{ zone: 'z', round: '6', startedAt: '2022-05-27T06:00' }, ...over })

describe('a later full round for the same people', () => {
  test.each([
    ['positive', { finishedAt: '2022-05-27T10:00', result: 'positive', positivePeople: 1 }, 'round-positive'],
    [
      'with positive people and no result said',
      { finishedAt: '2022-05-27T10:00', result: null, positivePeople: 2 },
      'round-positive',
    ],
    ['with results open', { finishedAt: '2022-05-27T10:00', resulted: 40 }, 'round-pending'],
    ['not over', { finishedAt: null, result: null, sampled: 40, resulted: 40 }, 'round-running'],
    ['not over and already positive', { finishedAt: null, result: 'positive' }, 'round-positive'],
  ])('C30 that is %s takes every earlier one', (_, over, reason) => {
    expect(ask([good]).state).toBe('met')
    expect(ask([good, later(over)])).toEqual({ state: 'unmet', reason })
    expect(ask([later(over), good])).toEqual({ state: 'unmet', reason })
    expect(ask([good, later(over)], { min: 1, result: 'negative' }).state).toBe('unmet')
  })

  test('C30 by its members it counts as one that names the zone', () => {
    const of = (place: string) =>
      later({ zone: null, place, finishedAt: '2022-05-27T10:00', result: 'positive' })
    expect(ask([good, of('A'), of('B')]).state).toBe('unmet')
  })

  test.each([
    ['positive', { finishedAt: '2022-05-27T10:00', result: 'positive' }, 'round-positive'],
    ['with results open', { finishedAt: '2022-05-27T10:00', resulted: 40 }, 'round-pending'],
    ['not over', { finishedAt: null, result: null }, 'round-running'],
  ])(
    'C30 so does one of some of them that is %s, and a good one stands for nobody else',
    (_, over, reason) => {
      const of = (row: object) => later({ zone: null, place: 'A', ...row })
      expect(ask([good, of(over)])).toEqual({ state: 'unmet', reason })
      expect(ask([good, later({ place: 'A', ...over })])).toEqual({ state: 'unmet', reason })
      expect(ask([good, of({ finishedAt: '2022-05-27T10:00' })]).state).toBe('met')
      expect(ask([of({ finishedAt: '2022-05-27T10:00' })]).state).toBe('unmet')
      const area = of({ scope: 'area', finishedAt: null, result: null })
      expect(ask([good, area]).state).toBe('met')
    },
  )

  test('C30 so does one of a place within a member', () => {
    const places = [
      aPlace({ code: 'A', kind: 'village' }),
      aPlace({ code: 'A1', kind: 'compound', parent: 'A' }),
    ]
    const of = (over: object) => later({ zone: null, place: 'A1', finishedAt: '2022-05-27T10:00', ...over })
    expect(ask([good, of({ result: 'positive' })], full, { places }).state).toBe('unmet')
    expect(ask([good, of({})], full, { places }).state).toBe('met')
  })

  test('C30 what a later one found and does not say is not known', () => {
    const silent = { finishedAt: '2022-05-27T10:00', result: null }
    const unknown = { state: 'unknown', reason: 'result-unknown' }
    expect(ask([good, later(silent)])).toEqual(unknown)
    expect(ask([good, later({ ...silent, listed: null, sampled: null, resulted: null })])).toEqual(unknown)
    expect(ask([good, later({ ...silent, zone: null, place: 'A' })])).toEqual(unknown)
    const again = { startedAt: '2022-05-27T10:30', finishedAt: '2022-05-27T11:00', round: '7' }
    expect(ask([good, later(silent), later(again)]).state).toBe('met')
  })

  test('C30 a good one after it stands again', () => {
    const positive = later({
      finishedAt: '2022-05-27T07:00',
      startedAt: '2022-05-27T05:00',
      result: 'positive',
    })
    const again = aRound({
      zone: 'z',
      round: '7',
      startedAt: '2022-05-27T08:00',
      finishedAt: '2022-05-27T11:00',
    })
    expect(ask([good, positive, again]).state).toBe('met')
  })

  test('C30 an area-wide round under way takes nothing from the zone’s own until it finds something', () => {
    const area = (over: object) =>
      ['A', 'B'].map((place) => later({ zone: null, place, scope: 'area', finishedAt: null, ...over }))
    expect(ask([good, ...area({ result: 'pending' })]).state).toBe('met')
    expect(ask([good, ...area({ result: 'positive' })]).state).toBe('unmet')
    expect(ask([good, ...area({ finishedAt: '2022-05-27T10:00', result: 'pending' })]).state).toBe('unmet')
  })

  test('C30 a round that lies ahead takes nothing', () => {
    expect(
      ask([
        good,
        later({ startedAt: '2022-05-27T18:00', finishedAt: '2022-05-27T20:00', result: 'positive' }),
      ]).state,
    ).toBe('met')
  })
})

describe('two rows of one round', () => {
  const states = new Set<string>()
  afterAll(() => expect(states).toContain('unmet'))

  const row = (over: object) =>
    aRound({
      ...{ zone: 'z', round: '1', startedAt: '2022-05-26T08:00', finishedAt: '2022-05-26T20:00' },
      ...over,
    })
  test.each([
    ['fewer sampled', { sampled: 40, resulted: 40 }],
    ['positive', { result: 'positive', positivePeople: 1 }],
    ['results open', { resulted: 3 }],
    ['no result said', { result: null, resulted: null }],
    ['not over', { finishedAt: null }],
  ])('C31 the worse counts, in whatever order they stand: %s', (_, over) => {
    expect(ask([row({})]).state).toBe('met')
    expect(ask([row({}), row(over)]).state).not.toBe('met')
    expect(ask([row(over), row({})]).state).not.toBe('met')
  })

  test.each(['01', '1.0', '１', '第1轮', '第 1 次', ''])(
    'C31 of one number however it is written: %s',
    (round) => {
      const short = row({ round, finishedAt: '2022-05-26T21:00', sampled: 40, resulted: 40 })
      expect(ask([row({}), short]).state).not.toBe('met')
      expect(ask([short, row({})]).state).not.toBe('met')
    },
  )

  test('C31 one without a number is any that it overlaps; two without are of their days', () => {
    const short = { startedAt: '2022-05-26T09:00', sampled: 40, resulted: 40 }
    expect(ask([row({}), row({ round: '2022-05-26', ...short })]).state).not.toBe('met')
    expect(ask([row({ round: '2022-05-25' }), row({ round: '2022-05-26', ...short })]).state).toBe('met')
  })

  test('C31 the row of a part says that not all of it were sampled', () => {
    const of = (over: object) => row({ zone: null, place: 'A', ...over })
    expect(ask([row({}), of({ sampled: 40, resulted: 40 })])).toEqual({
      state: 'unknown',
      reason: 'coverage-unknown',
    })
    expect(ask([row({}), of({ round: '3', sampled: 40, resulted: 40 })]).state).toBe('met')
    expect(ask([row({}), of({})]).state).toBe('met')
  })

  test('C12 a row that names the zone and a place in it speaks for the place', () => {
    const places = [aPlace({ code: 'A' }), aPlace({ code: 'B' }), aPlace({ code: 'X' })]
    const of = (place: string) => row({ place })
    expect(ask([of('A')], full, { places }).state).toBe('unmet')
    expect(ask([of('X')], full, { places }).state).toBe('unmet')
    expect(ask([of('A'), of('B')], full, { places }).state).toBe('met')
    expect(ask([of('some square')], full, { places }).state).toBe('met')
  })

  test('C10 samples of things are no round of people; a positive tube nobody has looked into is open', () => {
    expect(ask([row({ scope: 'environment' })]).state).toBe('unmet')
    expect(ask([row({}), row({ round: '2', scope: '环境', result: 'positive' })]).state).toBe('met')
    const tube = { positiveTubes: 1, positivePeople: null }
    expect(ask([row(tube)])).toEqual({ state: 'unmet', reason: 'round-pending' })
    expect(ask([row({ ...tube, positivePeople: 0 })]).state).toBe('met')
  })

  test('C31 so it is for a place of a zone, and a number used again days later is another round', () => {
    const of = (place: string, over: object = {}) => row({ zone: null, place, ...over })
    expect(ask([of('A'), of('B')]).state).toBe('met')
    expect(ask([of('A'), of('B'), of('B', { sampled: 1, resulted: 1 })]).state).not.toBe('met')
    const earlier = row({ startedAt: '2022-05-02', finishedAt: '2022-05-03', result: 'positive' })
    expect(ask([earlier, row({})]).state).toBe('met')
  })

  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'C30 C31 one row more never makes it met (seed %i)',
    (seed) => {
      const random = seeded(seed)
      const pick = <T>(all: readonly T[]): T => all[random.between(0, all.length - 1)]!
      const any = (): Round => {
        const hour = random.between(0, 40 - 1)
        const at = (h: number): string => new Date(Date.UTC(2022, 4, 25, 20 + h)).toISOString().slice(0, 16)
        return aRound({
          ...{
            round: pick(['1', '2', '3']),
            startedAt: at(hour),
            finishedAt: pick([at(hour + 4), at(hour + 4), null]),
          },
          ...pick([{ zone: 'z' }, { zone: 'z' }, { zone: null, place: 'A' }, { zone: null, place: 'B' }]),
          ...pick([{}, {}, { sampled: 50, resulted: 50 }, { resulted: 10 }]),
        })
      }
      const rows = Array.from({ length: 1 + random.between(0, 5 - 1) }, any)
      const bad = {
        ...any(),
        ...pick([{ result: 'positive' as const }, { result: 'pending' as const }, { finishedAt: null }]),
      }
      const before = ask(rows).state
      states.add(before)
      if (before !== 'met') expect(ask([...rows, bad]).state).not.toBe('met')
    },
  )
})
