import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { demoFacts } from '../../helpers/demo-facts'
import { aFacts, aPack, aRound, aStep, aZone, cases, SHANGHAI } from '../../helpers/facts'
import { oneOrder } from '../../helpers/one-order'

const lowered = (over: Partial<Facts>): Facts =>
  aFacts({
    pack: aPack({ policy: oneOrder.id }),
    policies: [oneOrder],
    zones: [
      aZone({ id: 'S', from: '2022-05-13T20:00', to: '2022-05-27T18:00' }),
      aZone({ id: 'S', level: 'controlled', from: '2022-05-27T18:00' }),
    ],
    rounds: [aRound({ zone: 'S', startedAt: '2022-05-27T06:00', finishedAt: '2022-05-27T08:00' })],
    ...over,
  })
const aCase = (reportedAt: string) => cases([{ id: 'A', zone: 'S', reportedAt, kind: 'confirmed' }])
const earlyIn = (facts: Facts, asOf = '2022-05-29') =>
  assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).loweredEarly

describe('what the record lowered against its own rule', () => {
  test('Z35 a lowering whose days were not over is reported, with what was missing and when it could have been', () => {
    expect(earlyIn(lowered({ cases: aCase('2022-05-24T09:00') }))).toEqual([
      {
        ...{ zone: 'S', transition: 'unseal', to: 'controlled', at: '2022-05-27T18:00:00+08:00' },
        ...{ eligibleAt: '2022-05-31T09:00:00+08:00', unmet: ['quiet'] },
      },
    ])
  })

  test('Z35 one that the rule allowed is not, nor one before it happened, nor what was only unknown', () => {
    expect(earlyIn(lowered({ cases: aCase('2022-05-14T09:00') }))).toEqual([])
    expect(earlyIn(lowered({ cases: aCase('2022-05-24T09:00') }), '2022-05-26')).toEqual([])
    const stated = new Set([...lowered({}).stated].filter((list) => list !== 'rounds'))
    expect(earlyIn(lowered({ cases: aCase('2022-05-14T09:00'), rounds: [], stated }))).toEqual([])
  })

  test('Z35 a level to which the rule knows no way is reported where none of its ways down was open', () => {
    const zones = [
      aZone({ id: 'S', from: '2022-05-13T20:00', to: '2022-05-27T18:00' }),
      aZone({ id: 'S', level: 'normal', from: '2022-05-27T18:00' }),
    ]
    expect(earlyIn(lowered({ zones, cases: aCase('2022-05-24T09:00') }))).toMatchObject([
      { zone: 'S', transition: 'unseal', to: 'normal', unmet: ['quiet'] },
    ])
    expect(earlyIn(lowered({ zones, cases: aCase('2022-05-14T09:00') }))).toEqual([])
  })

  const nine = (...zones: Facts['zones']) =>
    earlyIn(
      aFacts({
        pack: aPack({ policy: 'cn-9th-2022' }),
        zones,
        cases: cases([{ id: 'A', zone: 'H', reportedAt: '2022-05-01T09:00', kind: 'confirmed' }]),
        rounds: [aRound({ zone: 'H', startedAt: '2022-05-09T06:00', finishedAt: '2022-05-09T12:00' })],
      }),
    )

  test('Z35 past a level the days at that level are missed, though the way to it was open', () => {
    const high = aZone({ id: 'H', level: 'H', from: '2022-05-01', to: '2022-05-10' })
    expect(nine(high, aZone({ id: 'H', level: 'M', from: '2022-05-10' }))).toEqual([])
    const past = { zone: 'H', transition: 'medium-to-low-after-high', to: 'L', unmet: ['noNewCase'] }
    expect(nine(high, aZone({ id: 'H', level: 'L', from: '2022-05-10' }))).toMatchObject([past])
    expect(nine(high)).toMatchObject([{ ...past, to: 'normal' }])
  })

  test('Z35 a stay that ends is lowered, unless its ground goes on as another zone', () => {
    const ended = aZone({ id: 'S', from: '2022-05-13T20:00', to: '2022-05-27T18:00', members: ['V'] })
    const facts = (...others: Facts['zones']) =>
      lowered({ zones: [ended, ...others], cases: aCase('2022-05-24T09:00') })
    const early = { zone: 'S', transition: 'unseal', to: 'normal', unmet: ['quiet'] }
    expect(earlyIn(facts())).toMatchObject([early])
    expect(earlyIn(facts(), '2022-05-27T17:59')).toEqual([])
    const heir = aZone({ id: 'T', from: '2022-05-27T18:00', members: ['W'], heirOf: ['S'] })
    const other = aZone({ id: 'T', from: '2022-05-27T18:00', members: ['W'] })
    const around = aZone({ id: 'T', from: '2022-05-20T08:00', members: ['V', 'W'] })
    expect(earlyIn(facts(heir))).toEqual([])
    expect(earlyIn(facts(around))).toEqual([])
    expect(earlyIn(facts(other))).toMatchObject([early])
  })

  test('Z35 zones that were lowered at one hour wait for each other in nothing', () => {
    const early = earlyIn(
      aFacts({
        zones: [
          aZone({ id: 'P', level: 'precaution', from: '2022-04-01', to: '2022-04-20T08:00' }),
          aZone({ id: 'P', level: 'normal', from: '2022-04-20T08:00' }),
          aZone({ id: 'S', from: '2022-04-01', to: '2022-04-20T08:00' }),
          aZone({ id: 'S', level: 'normal', from: '2022-04-20T08:00' }),
        ],
        cases: cases([{ reportedAt: '2022-04-10', zone: 'S' }]),
      }),
    )
    expect(early).toMatchObject([{ zone: 'S', transition: 'unseal' }])
  })

  test('Z35 a test that lapsed between a sound approval and its hour is no fault; a case in between is', () => {
    const steps = [
      aStep({ zone: 'S', transition: 'unseal', step: 'apply', at: '2022-05-27T08:30' }),
      aStep({
        ...{ zone: 'S', transition: 'unseal', step: 'approve', at: '2022-05-27T09:30' },
        takesEffectAt: '2022-05-27T18:00',
      }),
    ]
    const rounds = [aRound({ zone: 'S', startedAt: '2022-05-26T06:00', finishedAt: '2022-05-26T12:00' })]
    expect(earlyIn(lowered({ rounds, steps, cases: aCase('2022-05-14T09:00') }))).toEqual([])
    expect(earlyIn(lowered({ rounds, cases: aCase('2022-05-14T09:00') }))).toMatchObject([
      { unmet: ['round'] },
    ])
    expect(earlyIn(lowered({ rounds, steps, cases: aCase('2022-05-27T12:00') }))).toMatchObject([
      { unmet: ['quiet', 'round'] },
    ])
  })

  test('Z35 the history of the demo agrees with its own rule', async () => {
    const facts = await demoFacts()
    for (const asOf of ['2022-05-24', '2022-05-25', '2022-05-27', '2022-06-20'])
      expect(earlyIn(facts, asOf)).toEqual([])
  }, 240_000)
})
