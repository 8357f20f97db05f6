import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf, type ZoneStay } from '#geo'
import { aFacts, aPack, aZone, box, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const days = (gte: number) => ({
  days: { since: { maxOf: [{ event: 'zone.designated' }, { event: 'case' }] }, gte },
})
const policy = onePolicy(days(7), {
  levels: ['sealed', 'controlled', 'precaution', 'normal'].map((id, i) => ({ id, rank: 3 - i })),
  transitions: [
    {
      id: 'release',
      from: ['sealed', 'controlled', 'precaution'],
      to: 'normal',
      kind: 'release',
      when: days(7),
    },
    { id: 'raise', from: 'controlled', to: 'sealed', kind: 'upgrade', on: 'case', redesignate: true },
  ],
})
const west = box(113, 31, 113.1, 31.1)
const middle = box(113.1, 31, 113.2, 31.1)
const east = box(113.2, 31, 113.3, 31.1)
/** Closes the middle to the north and to the south. */
const caps = [...box(113, 31.1, 113.3, 31.2), ...box(113, 30.9, 113.3, 31)]
const zone = (id: string, level: string, from: string, drawn: ZoneStay['drawn']) =>
  aZone({ id, level, from, drawn })

const answer = (zones: readonly ZoneStay[], asOf: string, over: Partial<Facts> = {}) => {
  const facts = aFacts({ pack: aPack({ policy: 'test-one' }), policies: [policy], zones, ...over })
  return assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones
}
const lines = (zones: readonly ZoneStay[], asOf: string, over: Partial<Facts> = {}) =>
  Object.fromEntries(
    answer(zones, asOf, over).map(({ id, forecast }) => [
      id,
      forecast
        .slice(1)
        .map(({ level, from, into }) => `${level} ${from.slice(5, 10)}${into ? ` ${into}` : ''}`),
    ]),
  )

describe('a zone with others all round', () => {
  test('Z27 it goes no lower than the weakest of them, though none has half of its line', () => {
    const zones = [
      zone('a', 'controlled', '2022-05-05', west),
      zone('c', 'controlled', '2022-05-05', east),
      zone('b', 'precaution', '2022-05-05', caps),
      zone('m', 'sealed', '2022-05-01', middle),
    ]
    expect(lines(zones, '2022-05-05').m).toEqual(['precaution 05-08 b'])
  })

  test('Z27 open on one side it is released', () => {
    const zones = [
      zone('a', 'controlled', '2022-05-05', west),
      zone('c', 'controlled', '2022-05-05', east),
      zone('m', 'sealed', '2022-05-01', middle),
    ]
    expect(lines(zones, '2022-05-05').m).toEqual(['normal 05-08'])
  })

  test('Z27 with zones of its own level all round it ends in one of them', () => {
    const zones = [
      zone('a', 'sealed', '2022-05-05', [...west, ...east]),
      zone('b', 'sealed', '2022-05-05', caps),
      zone('m', 'sealed', '2022-05-01', middle),
    ]
    expect(lines(zones, '2022-05-05').m).toEqual(['sealed 05-08 a'])
  })

  test('Z27 between stricter zones it waits until one of them comes down', () => {
    const zones = [
      zone('a', 'sealed', '2022-05-05', [...west, ...east]),
      zone('b', 'controlled', '2022-05-03', caps),
      zone('m', 'precaution', '2022-05-01', middle),
    ]
    const m = answer(zones, '2022-05-08T12:00').find((one) => one.id === 'm')!
    expect(m.transitions[0]).toMatchObject({ id: 'release', state: 'blocked' })
    expect(m.transitions[0]!.conditions.find((one) => one.id === 'stricterAround')).toMatchObject({
      state: 'unmet',
      reason: 'stricter-around',
      figures: { zones: 'b' },
    })
    expect(lines(zones, '2022-05-08T12:00')).toEqual({
      a: ['normal 05-12'],
      b: ['normal 05-10'],
      m: ['normal 05-10'],
    })
  })

  test('Z27 a raise that leaves it between stricter zones takes it along', () => {
    const zones = [
      zone('a', 'sealed', '2022-05-05', [...west, ...east]),
      zone('b', 'controlled', '2022-05-03', caps),
      zone('m', 'controlled', '2022-05-04', middle),
    ]
    const raised = cases([{ zone: 'b', reportedAt: '2022-05-07' }])
    expect(lines(zones, '2022-05-08', { cases: raised })).toMatchObject({
      b: ['sealed 05-07', 'normal 05-14'],
      m: ['sealed 05-07 a'],
    })
  })
})
