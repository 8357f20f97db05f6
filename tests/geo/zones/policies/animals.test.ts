import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Facts, resolvePolicy } from '#geo'
import { aFact, aZone, box } from '../../../helpers/facts'
import { lines, open, transition, under } from './ask'

const stated = (fact: string, at: string, zone = 'Z') => aFact({ zone, at, fact, value: 'true' })

describe('eu-hpai (§7)', () => {
  const protection = (cleaned: string): Facts =>
    under('eu-hpai', {
      ...{ level: 'protection', from: '2008-06-04' },
      statedFacts: [stated('preliminaryCleaning', cleaned)],
    })

  test('Y13 DEFRA “21 days after 7 June” → 29 June 00:01 (n full days, D0 excluded)', () => {
    expect(lines(protection('2008-06-07'), '2008-06-10').slice(0, 2)).toEqual([
      'protection 2008-06-04',
      'surveillance 2008-06-29',
    ])
    const atFour = transition(protection('2008-06-07T16:00'), '2008-06-28T23:00', 'merge-protection')
    expect(atFour).toMatchObject({ state: 'blocked', eligibleAt: '2008-06-29T00:00:00+08:00' })
  })

  test('Y13 “21 d / 30 d after preliminary cleaning & disinfection, PZ merges into SZ”', () => {
    const both = under('eu-hpai', {
      ...{ level: 'protection', from: '2008-06-04' },
      zones: [
        aZone({ id: 'Z', level: 'protection', from: '2008-06-04', drawn: box(0.2, 50.2, 0.3, 50.3) }),
        aZone({ id: 'SZ', level: 'surveillance', from: '2008-06-04', drawn: box(0, 50, 0.5, 50.5) }),
      ],
      statedFacts: [
        stated('preliminaryCleaning', '2008-06-07'),
        stated('preliminaryCleaning', '2008-06-07', 'SZ'),
      ],
    })
    expect(lines(both, '2008-06-10')).toEqual(['protection 2008-06-04', 'surveillance 2008-06-29 into SZ'])
    expect(lines(both, '2008-06-10', 'SZ')).toEqual(['surveillance 2008-06-04', 'free 2008-07-08'])
  })

  test('Y13 nobody has cleaned: no day is promised', () => {
    const none = under('eu-hpai', { level: 'protection', from: '2008-06-04' })
    expect(transition(none, '2009-01-01', 'merge-protection')).toMatchObject({
      state: 'blocked',
      eligibleAt: null,
    })
    expect(
      resolvePolicy('eu-hpai', BUILT_IN_POLICIES).policy!.levels.map(({ delimit }) => delimit?.[0]),
    ).toEqual([
      { type: 'buffer', of: 'premises', radiusM: 3000 },
      { type: 'buffer', of: 'premises', radiusM: 10000, minus: ['protection'] },
      undefined,
    ])
  })
})

describe('cn-hpai (§7)', () => {
  const baoding = (...facts: ReturnType<typeof stated>[]): Facts =>
    under('cn-hpai', { level: 'epidemicArea', from: '2013-12-19T00:00', statedFacts: facts })

  test('Y14 Baoding: 19 Dec 2013 → sealed to 9 Jan 2014 00:00', () => {
    const done = baoding(
      stated('culling', '2013-12-19T00:00'),
      stated('terminalDisinfection', '2013-12-19T00:00'),
    )
    expect(lines(done, '2013-12-20')).toEqual([
      'epidemicArea 2013-12-19T00:00:00+08:00',
      'free 2014-01-09T00:00:00+08:00',
    ])
    expect(transition(done, '2014-01-08T23:59', 'lift-sealing').state).toBe('blocked')
    expect(transition(done, '2014-01-09T00:00', 'lift-sealing').state).toBe('due')
  })

  test('Y14 culled and not disinfected is not enough', () => {
    const half = baoding(stated('culling', '2013-12-19T00:00'))
    expect(open(transition(half, '2014-02-01', 'lift-sealing'))).toEqual(['disinfectedPast unmet'])
  })

  test('Y14 “疫区 +3 km, 受威胁区 +5 km beyond”; the threatened area ends with the last epidemic area', () => {
    const { levels } = resolvePolicy('cn-hpai', BUILT_IN_POLICIES).policy!
    expect(levels.map(({ delimit }) => delimit?.[0])).toEqual([
      { type: 'buffer', of: 'premises.edge', radiusM: 3000 },
      { type: 'buffer', of: 'zone:epidemicArea', radiusM: 5000, minus: ['epidemicArea'] },
      undefined,
    ])
    const both = under('cn-hpai', {
      ...{ level: 'epidemicArea', from: '2013-12-19' },
      zones: [
        aZone({ id: 'Z', level: 'epidemicArea', from: '2013-12-19', drawn: box(115.2, 38.2, 115.3, 38.3) }),
        aZone({ id: 'T', level: 'threatened', from: '2013-12-19', drawn: box(115, 38, 115.5, 38.5) }),
      ],
      statedFacts: [stated('culling', '2013-12-19'), stated('terminalDisinfection', '2013-12-20')],
    })
    expect(lines(both, '2013-12-21')).toEqual(['epidemicArea 2013-12-19', 'threatened 2014-01-10 into T'])
    expect(lines(both, '2013-12-21', 'T')).toEqual(['threatened 2013-12-19', 'free 2014-01-10'])
  })
})

describe('cn-asf-2020 (§7)', () => {
  test('Y15 “21 d (2020) after culling”, 评估验收, the county lifts the order', () => {
    const facts = under('cn-asf-2020', {
      ...{ level: 'epidemicArea', from: '2020-04-02', statedFacts: [stated('culling', '2020-04-03')] },
    })
    expect(lines(facts, '2020-04-10')).toEqual(['epidemicArea 2020-04-02', 'free 2020-04-24'])
    const { approvals } = resolvePolicy('cn-asf-2020', BUILT_IN_POLICIES).policy!
    expect(approvals!.order!.map(({ zh }) => zh)).toEqual(['申请解除', '评估验收', '县政府解除封锁令'])
  })
})
