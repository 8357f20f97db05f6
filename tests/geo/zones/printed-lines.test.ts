import { describe, expect, test } from 'vitest'
import { type AssessAnswer, assess, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aPack, aRound, aZone, box, cases, contacts, SHANGHAI } from '../../helpers/facts'
import { onePolicy, shanghai22May } from '../../helpers/policies'

const at = (facts: Facts, asOf: string): AssessAnswer => assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! })
const zone = (facts: Facts, asOf: string, id = 'Z') => at(facts, asOf).zones.find((one) => one.id === id)!
const lines = (facts: Facts, asOf: string, id = 'Z') =>
  zone(facts, asOf, id).forecast.map(
    ({ level, from, into }) => `${level} ${from}${into ? ` into ${into}` : ''}`,
  )
const lowering = (facts: Facts, asOf: string, id = 'Z') =>
  zone(facts, asOf, id).transitions.find(({ kind }) => kind === 'release' || kind === 'downgrade')!

const ninth = (level: string, from: string, over: Partial<Facts> = {}): Facts =>
  aFacts({ pack: aPack({ policy: 'cn-9th-2022' }), zones: [aZone({ id: 'Z', level, from })], ...over })
const clean = (finishedAt: string) => aRound({ zone: 'Z', startedAt: finishedAt.slice(0, 10), finishedAt })

describe('day counting (§8.11)', () => {
  const sealed = (from: string, gte: number, dayCount = 'elapsed') =>
    aFacts({
      pack: aPack({ policy: 'test-one' }),
      policies: [onePolicy({ days: { since: { event: 'zone.designated' }, gte } }, { dayCount })],
      zones: [aZone({ id: 'Z', from })],
    })

  test('P1 “n days” = same clock time on D0+n (Futian 17 → 24 → 27 July)', () => {
    const futian = ninth('H', '2022-07-17T10:30', { rounds: [clean('2022-07-23T15:00')] })
    expect(lines(futian, '2022-07-23')).toEqual([
      'H 2022-07-17T10:30:00+08:00',
      'M 2022-07-24T10:30:00+08:00',
      'L 2022-07-27T10:30:00+08:00',
      'normal 2022-07-27T10:30:00+08:00',
    ])
  })

  test('C1 “Baoding 19 Dec → 9 Jan 00:00”: 21 days elapsed', () => {
    expect(lines(sealed('2013-12-19T00:00', 21), '2013-12-20')[1]).toBe('normal 2014-01-09T00:00:00+08:00')
  })

  test('C1 “21 days after 7 June” → 29 June (n full days, D0 excluded)', () => {
    expect(lines(sealed('2008-06-07', 21, 'fullDays'), '2008-06-08')[1]).toBe('normal 2008-06-29')
    expect(lines(sealed('2008-06-07T16:20', 21, 'fullDays'), '2008-06-08')[1]).toBe(
      'normal 2008-06-29T00:00:00+08:00',
    )
  })

  test('C11 “day 1 = D0, so day-7 test is D0+6, ready for release at D0+7”', () => {
    const on = (day: string) => ninth('H', '2022-07-17', { rounds: [clean(day)] })
    expect(lowering(on('2022-07-22'), '2022-07-24').conditions[1]).toMatchObject({
      reason: 'round-too-early',
    })
    expect(lowering(on('2022-07-23'), '2022-07-23T12:00')).toMatchObject({
      ...{ state: 'blocked', eligibleAt: '2022-07-24' },
    })
    expect(lowering(on('2022-07-23'), '2022-07-24T12:00').state).toBe('due')
  })

  test('P2 “Luohu/Nanshan notices free M zones at 08:00 or 12:00 on the day”', () => {
    for (const hour of ['08:00', '12:00'])
      expect(
        lines(ninth('M', `2022-07-17T${hour}`, { rounds: [clean('2022-07-23T09:00')] }), '2022-07-23')[1],
      ).toBe(`L 2022-07-24T${hour}:00+08:00`)
  })
})

describe('9th edition (§2)', () => {
  test('P1 “7 d no new and full round on day 7 negative → M; then 3 d no new → L”: a case in the 3 days starts them anew', () => {
    const high = ninth('H', '2022-07-17T08:00', {
      cases: cases([{ reportedAt: '2022-07-25T09:00', zone: 'Z' }]),
      zones: [
        aZone({ id: 'Z', level: 'H', from: '2022-07-17T08:00', to: '2022-07-24T08:00' }),
        aZone({ id: 'Z', level: 'M', from: '2022-07-24T08:00' }),
      ],
    })
    expect(lowering(high, '2022-07-25')).toMatchObject({
      id: 'medium-to-low-after-high',
      eligibleAt: '2022-07-28T09:00:00+08:00',
    })
  })

  test('P2 “M reached from H needs 3 d, M drawn directly needs 7 d + PCR”', () => {
    const direct = ninth('M', '2022-07-17')
    expect(lowering(direct, '2022-07-25')).toMatchObject({ id: 'medium-to-low', state: 'blocked' })
    expect(lowering(direct, '2022-07-25').conditions.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'noNewCase met',
      'daySevenRound unmet',
    ])
    const arrived = ninth('M', '2022-07-24', {
      zones: [aZone({ id: 'Z', level: 'M', from: '2022-07-24', arrivedFrom: 'H' })],
    })
    expect(lowering(arrived, '2022-07-26')).toMatchObject({ id: 'medium-to-low-after-high', state: 'due' })
  })

  test('P2 “all H and M gone → county goes to 常态化”', () => {
    const county = (last: string | null) =>
      ninth('L', '2022-07-10', {
        zones: [
          aZone({ id: 'Z', level: 'L', from: '2022-07-10' }),
          aZone({ id: 'M1', level: 'M', from: '2022-07-10', to: last }),
        ],
      })
    expect(lowering(county(null), '2022-07-20').state).toBe('blocked')
    expect(lowering(county('2022-07-19T12:00'), '2022-07-20')).toMatchObject({
      ...{ state: 'due', eligibleAt: '2022-07-19T12:00:00+08:00' },
    })
  })
})

describe('8th edition (§1, §4.3)', () => {
  const eighth = (over: Partial<Facts> = {}): Facts =>
    aFacts({
      zones: [aZone({ id: 'Z', from: '2021-12-15T20:00' })],
      cases: cases([{ reportedAt: '2021-12-15T20:00', zone: 'Z' }]),
      contacts: contacts([{ exposedAt: '2021-12-15T09:00', zone: 'Z' }]),
      statedFacts: [aFact({ zone: 'Z', at: '2021-12-28T20:00', fact: 'contactsNegative' })],
      rounds: [clean('2021-12-28T15:00')],
      ...over,
    })

  test('P3 “among those freed on 29 Dec, i.e. about 14 d after 15 Dec”', () => {
    expect(lowering(eighth(), '2021-12-29')).toMatchObject({
      ...{ state: 'due', to: 'normal', eligibleAt: '2021-12-29T20:00:00+08:00' },
    })
    expect(lowering(eighth(), '2021-12-29T19:59').state).toBe('blocked')
  })

  test('P3 “D0+14 at a later clock time satisfies” > 14 days since exposure', () => {
    const late = eighth({ contacts: contacts([{ exposedAt: '2021-12-15T21:00', zone: 'Z' }]) })
    expect(lowering(late, '2021-12-29T20:59').state).toBe('blocked')
    expect(lowering(late, '2021-12-29T21:00')).toMatchObject({ eligibleAt: '2021-12-29T21:00:00+08:00' })
  })

  test('P3 “a full round of everybody in the zone negative within the 2 days before release”, the release day included', () => {
    const on = (day: string) => lowering(eighth({ rounds: [clean(day)] }), '2021-12-29T22:00').state
    expect(['2021-12-26', '2021-12-27', '2021-12-28', '2021-12-29'].map(on)).toEqual([
      'blocked',
      ...['due', 'due', 'due'],
    ])
  })

  test('P3 “any positive → becomes 封控区 at once”', () => {
    const controlled = aFacts({
      zones: [aZone({ id: 'Z', level: 'controlled', from: '2021-12-15' })],
      cases: cases([{ reportedAt: '2021-12-20T07:30', zone: 'Z' }]),
    })
    expect(lines(controlled, '2021-12-20')[1]).toBe('sealed 2021-12-20T07:30:00+08:00')
  })

  test('P3 “when all 封控 and 管控 zones of the county are lifted” precaution goes too', () => {
    const county = eighth({
      zones: [
        aZone({ id: 'Z', from: '2021-12-15T20:00' }),
        aZone({ id: 'P', level: 'precaution', from: '2021-12-15T20:00' }),
      ],
    })
    expect(lines(county, '2021-12-28', 'P')).toEqual([
      'precaution 2021-12-15T20:00:00+08:00',
      'normal 2021-12-29T20:00:00+08:00',
    ])
  })
})

describe('Shanghai, 16/22 May 2022 (§4.1)', () => {
  const shanghai = (over: Partial<Facts>): Facts =>
    aFacts({ pack: aPack({ policy: shanghai22May.id }), policies: [shanghai22May], ...over })

  test('P4 “sealed 7 d → controlled 3 d → precaution”', () => {
    const sealed = shanghai({ zones: [aZone({ id: 'Z', from: '2022-05-16T08:00' })] })
    expect(lines(sealed, '2022-05-22').slice(0, 3)).toEqual([
      'sealed 2022-05-16T08:00:00+08:00',
      'controlled 2022-05-23T08:00:00+08:00',
      'precaution 2022-05-26T08:00:00+08:00',
    ])
  })

  test('P4 “positive in sealed restarts the clock”, not the zone', () => {
    const zones = [aZone({ id: 'Z', from: '2022-05-16T08:00' })]
    const again = shanghai({ zones, cases: cases([{ reportedAt: '2022-05-22T18:00', zone: 'Z' }]) })
    expect(lines(again, '2022-05-22')[1]).toBe('controlled 2022-05-29T18:00:00+08:00')
    expect(lowering(again, '2022-05-22').resets).toContainEqual({
      event: 'case',
      effect: 'restart',
      to: null,
    })
    expect(zone(again, '2022-05-22').designatedAt).toBe('2022-05-16T08:00:00+08:00')
  })

  test('P4 “controlled drawn directly 7 d → precaution”; “positive in controlled → sealed”', () => {
    const zones = [aZone({ id: 'Z', level: 'controlled', from: '2022-05-16T08:00' })]
    expect(lines(shanghai({ zones }), '2022-05-22')[1]).toBe('precaution 2022-05-23T08:00:00+08:00')
    const raised = shanghai({ zones, cases: cases([{ reportedAt: '2022-05-22T18:00', zone: 'Z' }]) })
    expect(lines(raised, '2022-05-22')[1]).toBe('sealed 2022-05-22T18:00:00+08:00')
  })

  test('P4 “no sealed/controlled left → … precaution lifted”', () => {
    const zones = [
      aZone({
        id: 'Z',
        level: 'controlled',
        from: '2022-05-16T08:00',
        drawn: box(121.02, 31.02, 121.03, 31.03),
      }),
      aZone({ id: 'P', level: 'precaution', from: '2022-05-16T08:00', drawn: box(121, 31, 121.1, 31.1) }),
    ]
    expect(lines(shanghai({ zones }), '2022-05-22', 'P')[1]).toBe('normal 2022-05-23T08:00:00+08:00')
    expect(lines(shanghai({ zones }), '2022-05-22')[1]).toBe('precaution 2022-05-23T08:00:00+08:00 into P')
  })
})
