import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Facts, resolvePolicy } from '#geo'
import { aFact, aPlace, aZone, box, cases } from '../../../helpers/facts'
import { lines, open, transition, under } from './ask'

const stated = (fact: string, at: string, zone = 'Z') => aFact({ zone, at, fact, value: 'true' })
const atPlace = (fact: string, at: string, place: string) => aFact({ place, at, fact, value: 'true' })
const outbreaks = (...rows: readonly (readonly [place: string, day: string])[]) =>
  cases(rows.map(([place, reportedAt]) => ({ id: `o-${place}`, place, reportedAt, zone: 'Z' })))
const FARMS = ['F1', 'F2'].map((code) => aPlace({ code, parent: 'V' }))
const farms = [aPlace({ code: 'V', kind: 'village' }), ...FARMS]
const ground = (level: string, from: string) => [aZone({ id: 'Z', level, from, members: ['V'] })]

describe('eu-hpai (§7)', () => {
  const protection = (cleaned: string): Facts =>
    under('eu-hpai', {
      ...{ level: 'protection', from: '2008-06-04' },
      statedFacts: [stated('preliminaryCleaning', cleaned), stated('visitsFavourable', '2008-06-08')],
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
        stated('visitsFavourable', '2008-06-08'),
        stated('visitsFavourable', '2008-06-08', 'SZ'),
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

describe('eu-hpai: what the day counts leave open (RULES-CURRENT.md G4, “visits favourable”)', () => {
  const two = (...facts: ReturnType<typeof stated>[]): Facts =>
    under('eu-hpai', {
      ...{
        level: 'protection',
        from: '2022-10-20',
        places: farms,
        zones: ground('protection', '2022-10-20'),
      },
      cases: outbreaks(['F1', '2022-10-20'], ['F2', '2022-10-25']),
      statedFacts: facts,
    })
  const cleaned = [
    atPlace('preliminaryCleaning', '2022-10-28', 'F1'),
    atPlace('preliminaryCleaning', '2022-11-02', 'F2'),
  ]

  test('Y13 “at all infected premises of the zone”: one that is not cleaned holds it, whatever the days', () => {
    const half = two(cleaned[0]!, atPlace('visitsFavourable', '2022-11-20', 'V'))
    const answer = transition(half, '2022-12-31', 'merge-protection')
    expect(answer.state).toBe('blocked')
    expect(open(answer)).toContain('cleanedPast unmet')
    expect(answer.conditions[0]).toMatchObject({ reason: 'each-lacking', at: null, figures: { missing: 1 } })
    expect(answer.conditions[0]!.evidence).toMatchObject([{ value: 'o-F2' }])
  })

  test('Y13 all cleaned: 21 full days after the last of them; the day counts are those of Annex X', () => {
    const all = two(...cleaned, atPlace('visitsFavourable', '2022-11-20', 'V'))
    expect(transition(all, '2022-11-22', 'merge-protection').eligibleAt).toBe('2022-11-24')
  })

  test('Y13 a fact of the whole zone speaks for the premises reported by then, not for a later one', () => {
    const early = two(stated('preliminaryCleaning', '2022-10-22'))
    expect(open(transition(early, '2022-12-31', 'merge-protection'))).toContain('cleanedPast unmet')
    const late = two(stated('preliminaryCleaning', '2022-10-25'))
    expect(open(transition(late, '2022-12-31', 'merge-protection'))).toEqual(['visits unknown'])
  })

  test('Y13 “visits favourable”: nobody said so is unknown, unfavourable is unmet', () => {
    expect(transition(two(...cleaned), '2022-12-31', 'merge-protection').state).toBe('unknown')
    const bad = aFact({ zone: 'Z', at: '2022-11-20', fact: 'visitsFavourable', value: 'false' })
    expect(open(transition(two(...cleaned, bad), '2022-12-31', 'merge-protection'))).toEqual(['visits unmet'])
  })

  test('Y13 Z55 an outbreak that nobody can place may be at premises that were not cleaned, however early it was', () => {
    const facts = two(...cleaned, stated('visitsFavourable', '2022-11-20'))
    expect(transition(facts, '2022-12-31', 'merge-protection').state).toBe('due')
    const nowhere = cases([
      { id: 'o-F1', place: 'F1', reportedAt: '2022-10-20', zone: 'Z' },
      { id: 'o-F2', place: 'F2', reportedAt: '2022-10-25', zone: 'Z' },
      { id: 'o-0', reportedAt: '2022-10-21' },
    ])
    const answer = transition({ ...facts, cases: nowhere }, '2022-12-31', 'merge-protection')
    expect(answer.conditions[0]).toMatchObject({ id: 'cleanedPast', state: 'unknown', reason: 'unplaced' })
    expect(answer.state).toBe('unknown')
  })

  test('Y13 an authority decides: due is not lifted', () => {
    const { approvals, transitions } = resolvePolicy('eu-hpai', BUILT_IN_POLICIES).policy!
    expect(transitions!.map(({ approval }) => approval)).toEqual(['authority', 'authority'])
    expect(approvals!.authority!.map(({ step }) => step)).toEqual(['approve'])
  })

  test('Y13 without a list of outbreaks nobody knows whether every premises is cleaned', () => {
    const silent = {
      ...two(...cleaned, stated('visitsFavourable', '2022-11-20')),
      cases: cases([]),
      stated: new Set(['zones', 'facts'] as const),
    }
    expect(transition(silent, '2022-12-31', 'merge-protection').state).toBe('unknown')
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

  test('Y14 a new outbreak inside holds the zone until it is culled and disinfected, then 21 days from that', () => {
    const again = (...facts: ReturnType<typeof stated>[]): Facts => ({
      ...baoding(stated('culling', '2013-12-19'), stated('terminalDisinfection', '2013-12-19'), ...facts),
      cases: outbreaks(['F1', '2013-12-19'], ['F2', '2014-01-02']),
    })
    expect(open(transition(again(), '2014-01-09', 'lift-sealing'))).toEqual([
      ...['culledPast unmet', 'disinfectedPast unmet', 'noNewOutbreak unmet'],
    ])
    const done = again(stated('culling', '2014-01-03'), stated('terminalDisinfection', '2014-01-04'))
    expect(transition(done, '2014-01-20', 'lift-sealing').eligibleAt).toBe('2014-01-25')
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
    const again = { ...facts, cases: outbreaks(['F1', '2020-04-02'], ['F2', '2020-04-20']) }
    expect(open(transition(again, '2020-05-30', 'lift-sealing'))).toEqual([
      ...['culledPast unmet', 'disinfected unmet'],
    ])
    const { approvals } = resolvePolicy('cn-asf-2020', BUILT_IN_POLICIES).policy!
    expect(approvals!.order!.map(({ zh }) => zh)).toEqual(['申请解除', '评估验收', '县政府解除封锁令'])
  })
})
