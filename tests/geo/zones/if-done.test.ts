import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFacts, aPack, aRound, aStep, aZone, box, cases, SHANGHAI } from '../../helpers/facts'
import { oneOrder } from '../../helpers/one-order'
import { onePolicy } from '../../helpers/policies'

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

  test('Z34 a list that is not there may tell that its days are over: the date is the earliest that is said', () => {
    const facts = aWorld({
      pack: aPack({ policy: 'cn-2021-three-zone' }),
      policies: [],
      zones: [aZone({ id: 'S', level: 'sealed', from: '2022-05-13T20:00' })],
      cases: aCase('2022-05-21T08:00'),
      stated: new Set(['zones', 'cases'] as const),
    })
    const { eligibleAt, ifDone, conditions } = unsealAt(facts, '2022-05-27T12:00')
    expect(conditions.find(({ id }) => id === 'contactsPast')!.reason).toBe('list-unknown')
    expect(ifDone).toMatchObject({ at: eligibleAt, decidedBy: 'noNewCase' })
    expect(ifDone!.open).toContain('contactsPast')
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

describe('the earliest date of a zone that waits for others', () => {
  const ninth = (zones: Facts['zones'], asOf: string, id: string) =>
    assess(aFacts({ pack: aPack({ policy: 'cn-9th-2022' }), zones }), { asOf: readAsOf(SHANGHAI, asOf)! })
      .zones.find((one) => one.id === id)!
      .transitions.find(({ kind }) => kind === 'release' || kind === 'downgrade')!
  const outer = box(113, 31, 113.1, 31.1)
  const inner = box(113.02, 31.02, 113.03, 31.03)
  const from = '2022-07-17T08:00'

  test('Z34 two levels of another zone are waited for, not the first lowering of it', () => {
    const zones = [
      aZone({ id: 'L', level: 'L', from, drawn: outer }),
      aZone({ id: 'H', level: 'H', from, drawn: box(114, 31, 114.1, 31.1) }),
    ]
    expect(ninth(zones, '2022-07-20T12:00', 'L').ifDone).toMatchObject({ at: '2022-07-27T08:00:00+08:00' })
    expect(ninth(zones, '2022-07-20T12:00', 'H').ifDone).toMatchObject({ at: '2022-07-24T08:00:00+08:00' })
  })

  test('Z34 a stricter zone inside is waited for until it is as strict as the one around it, and no longer', () => {
    const inside = (level: string) => [
      aZone({ id: 'O', level, from, drawn: outer }),
      aZone({ id: 'H', level: 'H', from: '2022-07-18T08:00', drawn: inner }),
    ]
    expect(ninth(inside('M'), '2022-07-20T12:00', 'O').ifDone).toMatchObject({
      at: '2022-07-25T08:00:00+08:00',
    })
    expect(ninth(inside('L'), '2022-07-20T12:00', 'O').ifDone).toMatchObject({
      at: '2022-07-28T08:00:00+08:00',
    })
  })

  test('Z34 of several all round the first to come down is enough, whichever of them is named', () => {
    const sevenDays = onePolicy({ id: 'days', days: { since: { event: 'level.entered' }, gte: 7 } })
    const facts = aFacts({
      policies: [sevenDays],
      pack: aPack({ policy: sevenDays.id }),
      zones: [
        aZone({ id: 'I', level: 'controlled', from: '2022-04-01', drawn: inner }),
        aZone({ id: 'W', from: '2022-04-19T08:00', drawn: box(113, 31, 113.028, 31.1) }),
        aZone({ id: 'E', from: '2022-04-17T08:00', drawn: box(113.028, 31, 113.1, 31.1) }),
      ],
    })
    const { zones } = assess(facts, { asOf: readAsOf(SHANGHAI, '2022-04-20T12:00')! })
    const waiting = zones.find(({ id }) => id === 'I')!.transitions.find(({ kind }) => kind === 'release')!
    expect(waiting.conditions.find(({ id }) => id === 'stricterAround')).toMatchObject({
      ...{ state: 'unmet', figures: { have: 1, zones: 'W' } },
    })
    expect(waiting.ifDone).toMatchObject({ at: '2022-04-24T08:00:00+08:00' })
  })
})
