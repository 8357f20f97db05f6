import { describe, expect, test } from 'vitest'
import { assess, BUILT_IN_POLICIES, type Facts, readAsOf, resolvePolicy } from '#geo'
import { aZone, cases, SHANGHAI } from '../../../helpers/facts'
import { clean, lines, open, transition, under } from './ask'

describe('cn-20-measures (§3)', () => {
  const high = (over: Partial<Facts> = {}): Facts =>
    under('cn-20-measures', { level: 'H', from: '2022-11-21T08:00', ...over })

  test('Y9 “5 d no new → L”, “adds full round on day 5 negative”, “H→L directly”', () => {
    const clear = high({ rounds: [clean('2022-11-25T15:00')] })
    expect(lines(clear, '2022-11-25')).toEqual([
      'H 2022-11-21T08:00:00+08:00',
      'L 2022-11-26T08:00:00+08:00',
      'normal 2022-11-26T08:00:00+08:00',
    ])
    expect(open(transition(high({ rounds: [clean('2022-11-24')] }), '2022-11-27', 'high-to-low'))).toEqual([
      'dayFiveRound unmet',
    ])
  })

  test('Y9 “one county’s notice (Wushan) restarts the 5 days on the day of the new case”', () => {
    const again = high({ cases: cases([{ reportedAt: '2022-11-24', zone: 'Z' }]) })
    expect(transition(again, '2022-11-26', 'high-to-low')).toMatchObject({
      ...{ state: 'blocked', eligibleAt: '2022-11-29' },
    })
    expect(transition(again, '2022-11-26', 'new-case-in-high')).toMatchObject({
      kind: 'extend',
      state: 'due',
    })
  })

  test('Y9 low risk stays while a high-risk area of the county does', () => {
    const facts = high({
      zones: [
        aZone({ id: 'Z', level: 'L', from: '2022-11-12' }),
        aZone({ id: 'H1', level: 'H', from: '2022-11-21' }),
      ],
    })
    expect(open(transition(facts, '2022-11-24', 'county-to-normal'))).toEqual(['othersLifted unmet'])
  })

  test('Y9 “last M (241) on 15 Nov 10:00 → a 4-day grace period, M→L, H kept”', () => {
    const november = under('cn-9th-2022', {
      ...{ level: 'M', from: '2022-11-09' },
      zones: [
        aZone({ id: 'Z', level: 'M', from: '2022-11-09' }),
        aZone({ id: 'H1', level: 'H', from: '2022-11-09' }),
      ],
    })
    const levels = (asOf: string) => {
      const { zones } = assess(november, { asOf: readAsOf(SHANGHAI, asOf)!, policy: 'cn-20-measures' })
      return zones.map(({ id, level, policy }) => `${id} ${level} ${policy}`)
    }
    expect(levels('2022-11-14T23:59')).toContain('Z M cn-9th-2022')
    expect(levels('2022-11-15')).toEqual(['H1 H cn-20-measures', 'Z L cn-20-measures'])
  })

  test('Y9 “H kept and re-timed”: the five days run from the old start', () => {
    const facts = under('cn-9th-2022', { level: 'H', from: '2022-11-12', rounds: [clean('2022-11-16')] })
    const { zones } = assess(facts, {
      asOf: readAsOf(SHANGHAI, '2022-11-17T12:00')!,
      policy: 'cn-20-measures',
    })
    expect(zones[0]!.transitions.find(({ id }) => id === 'high-to-low')).toMatchObject({
      ...{ state: 'due', eligibleAt: '2022-11-17' },
    })
  })
})

describe('cn-10-measures (§3)', () => {
  const high = (tags: string | null): Facts =>
    under('cn-10-measures', {
      ...{ level: 'H', from: '2022-12-08T10:00' },
      cases: cases([{ reportedAt: '2022-12-11T10:00', zone: 'Z', tags }]),
    })

  test('Y10 “5 d no new → lift (快封快解), no closing round named”', () => {
    const quiet = under('cn-10-measures', { level: 'H', from: '2022-12-08T10:00' })
    expect(lines(quiet, '2022-12-09')[1]).toBe('L 2022-12-13T10:00:00+08:00')
  })

  test('Y10 “new positives who are co-residents … do not delay release”', () => {
    expect(transition(high('householdOnly'), '2022-12-12', 'high-to-low').eligibleAt).toBe(
      '2022-12-13T10:00:00+08:00',
    )
    expect(transition(high(null), '2022-12-12', 'high-to-low').eligibleAt).toBe('2022-12-16T10:00:00+08:00')
  })
})

describe('cn-9th-2022 (§2)', () => {
  test('Y11 levels of the edition before it go over: sealed to H, controlled to M, precaution to L', () => {
    const { policy } = resolvePolicy('cn-9th-2022', BUILT_IN_POLICIES)
    for (const { from, map } of policy!.migrate!) {
      const levels = resolvePolicy(from, BUILT_IN_POLICIES).policy!.levels.map(({ id }) => id)
      expect(Object.keys(map).sort()).toEqual([...levels].sort())
    }
  })

  test('Y11 “7 d no new and full round on day 7 negative → M; then 3 d no new → L”', () => {
    const facts = under('cn-9th-2022', {
      ...{ level: 'H', from: '2022-07-17', rounds: [clean('2022-07-23')] },
    })
    expect(lines(facts, '2022-07-23')).toEqual([
      'H 2022-07-17',
      'M 2022-07-24',
      'L 2022-07-27',
      'normal 2022-07-27',
    ])
  })
})

describe('cn-2021-three-zone (§1)', () => {
  test('Y12 “same three” for controlled: 14 days after 15 December', () => {
    const facts = under('cn-2021-three-zone', {
      ...{ level: 'controlled', from: '2021-12-15', rounds: [clean('2021-12-28')] },
      cases: cases([{ reportedAt: '2021-12-15', zone: 'Z' }]),
      statedFacts: [
        {
          ...{ zone: 'Z', place: null, fact: 'contactsNegative', value: 'true' },
          at: { at: Date.UTC(2021, 11, 28, 4), isDay: false },
          origin: { file: 'facts.csv', row: 1, knownAt: null },
        },
      ],
    })
    expect(transition(facts, '2021-12-29T17:30', 'uncontrol')).toMatchObject({
      state: 'due',
      eligibleAt: '2021-12-29',
    })
  })
})
