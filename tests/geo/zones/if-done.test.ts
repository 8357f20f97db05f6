import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFacts, aPack, aRound, aStep, aZone, cases, SHANGHAI } from '../../helpers/facts'
import { oneOrder } from '../../helpers/one-order'

const aWorld = (over: Partial<Facts>): Facts =>
  aFacts({
    pack: aPack({ policy: oneOrder.id }),
    policies: [oneOrder],
    zones: [aZone({ id: 'S', from: '2022-05-13T20:00' })],
    ...over,
  })
const unsealAt = (facts: Facts, asOf: string, zone = 'S') =>
  assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! })
    .zones.find(({ id }) => id === zone)!
    .transitions.find(({ id }) => id === 'unseal')!
const aCase = (reportedAt: string) => cases([{ id: 'A', zone: 'S', reportedAt, kind: 'confirmed' }])
const round = (over: object = {}) =>
  aRound({ ...{ zone: 'S', startedAt: '2022-05-27T06:00', finishedAt: '2022-05-27T10:00' }, ...over })

describe('the earliest date if everything open were done now', () => {
  test('Z34 people still to sample: done now, the days that are left decide', () => {
    const facts = aWorld({
      cases: aCase('2022-05-21T08:00'),
      rounds: [round({ sampled: 70, resulted: 70, listed: 100, result: null })],
    })
    expect(unsealAt(facts, '2022-05-27T12:00')).toMatchObject({
      ...{
        state: 'blocked',
        ifDone: { at: '2022-05-28T08:00:00+08:00', open: ['round'], decidedBy: 'quiet' },
      },
    })
  })

  test('Z34 the days are over: the act itself decides, and it could be now', () => {
    const facts = aWorld({ cases: aCase('2022-05-14T08:00') })
    expect(unsealAt(facts, '2022-05-27T12:00').ifDone).toEqual({
      ...{ at: '2022-05-27T12:00:00+08:00', open: ['round'], decidedBy: 'round' },
    })
  })

  test('Z34 only time is missing: nothing is open', () => {
    const facts = aWorld({ cases: aCase('2022-05-21T08:00'), rounds: [round()] })
    expect(unsealAt(facts, '2022-05-27T12:00').ifDone).toEqual({
      ...{ at: '2022-05-28T08:00:00+08:00', open: [], decidedBy: 'quiet' },
    })
  })

  test('Z34 what is met, ordered or already lower has none', () => {
    const met = aWorld({ cases: aCase('2022-05-14T08:00'), rounds: [round()] })
    expect(unsealAt(met, '2022-05-27T12:00')).toMatchObject({ state: 'due', ifDone: null })
    const steps = [
      aStep({ zone: 'S', transition: 'unseal', step: 'apply', at: '2022-05-27T08:00' }),
      aStep({
        ...{ zone: 'S', transition: 'unseal', step: 'approve', at: '2022-05-27T09:30' },
        takesEffectAt: '2022-05-28T18:00',
      }),
    ]
    const lapsed = aWorld({
      cases: aCase('2022-05-14T08:00'),
      rounds: [round({ finishedAt: '2022-05-26T10:00' })],
      steps,
    })
    expect(unsealAt(lapsed, '2022-05-27T12:00')).toMatchObject({ state: 'approval', ifDone: null })
  })

  test('Z34 it is never before now, and doing it brings exactly that date', () => {
    for (const reportedAt of [
      '2022-05-14T08:00',
      '2022-05-20T11:00',
      '2022-05-21T08:00',
      '2022-05-27T11:00',
    ]) {
      const open = unsealAt(aWorld({ cases: aCase(reportedAt) }), '2022-05-27T12:00')
      const done = aWorld({ cases: aCase(reportedAt), rounds: [round({ finishedAt: '2022-05-27T12:00' })] })
      const after = unsealAt(done, '2022-05-27T12:00')
      const expected = after.state === 'due' ? '2022-05-27T12:00:00+08:00' : after.eligibleAt
      expect([reportedAt, open.ifDone!.at]).toEqual([reportedAt, expected])
    }
  })

  test('Z34 every blocked lowering of the demo has a date and the condition that decides', async () => {
    const { demoFacts } = await import('../../helpers/demo-facts')
    const { zones } = assess(await demoFacts(), { asOf: readAsOf(SHANGHAI, '2022-05-27T14:00')! })
    const blocked = zones.flatMap(({ transitions }) =>
      transitions.filter(
        ({ kind, state }) =>
          (kind === 'release' || kind === 'downgrade') && (state === 'blocked' || state === 'unknown'),
      ),
    )
    expect(blocked.length).toBeGreaterThan(10)
    for (const { id, ifDone, conditions } of blocked) {
      expect([id, ifDone]).not.toEqual([id, null])
      for (const open of ifDone!.open)
        expect(conditions.find((one) => one.id === open)?.state).not.toBe('met')
    }
  })
})
