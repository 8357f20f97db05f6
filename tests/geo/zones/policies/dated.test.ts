import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Facts, resolvePolicy } from '#geo'
import { aFact, aStep, aZone, box, cases } from '../../../helpers/facts'
import { at, clean, lines, open, transition, under, zone } from './ask'

const policyOf = (id: string) => resolvePolicy(id, BUILT_IN_POLICIES).policy!

describe('dated notices', () => {
  const dongguan = (): Facts => {
    const places = { A: '2021-12-15', B: '2021-12-16', C: '2021-12-20' }
    const ids = Object.keys(places)
    return under('cn-2021-three-zone', {
      ...{ level: 'sealed', from: '2021-12-15' },
      zones: ids.map((id, i) =>
        aZone({ id, from: '2021-12-14', drawn: box(113.9 + i / 10, 22.9, 113.95 + i / 10, 22.95) }),
      ),
      cases: cases(Object.entries(places).map(([id, reportedAt]) => ({ zone: id, reportedAt }))),
      statedFacts: ids.map((id) => aFact({ zone: id, at: '2021-12-28', fact: 'contactsNegative' })),
      rounds: ids.flatMap((id) =>
        ['2021-12-28', '2021-12-30', '2022-01-02'].map((day) => ({ ...clean(day), zone: id })),
      ),
    })
  }

  test('Y36 Dongguan: “29 Dec 16:00 …; 30 Dec 17:30 …; 3 Jan”, 14 days after the last case of each place', () => {
    const due = (asOf: string) =>
      at(dongguan(), asOf)
        .zones.filter(({ transitions }) => transitions.some(({ state }) => state === 'due'))
        .map(({ id }) => id)
    expect(due('2021-12-28T16:00')).toEqual([])
    expect(due('2021-12-29T16:00')).toEqual(['A'])
    expect(due('2021-12-30T17:30')).toEqual(['A', 'B'])
    expect(due('2022-01-03T09:00')).toEqual(['A', 'B', 'C'])
  })

  test('Y36 Dongguan: each “经…现场指挥部同意”: what is agreed takes effect at its hour', () => {
    const agreed = {
      ...dongguan(),
      steps: ['apply', 'assess', 'approve'].map((step, i) =>
        aStep({
          ...{ zone: 'A', transition: 'unseal', step, at: `2021-12-29T1${i}:00` },
          takesEffectAt: step === 'approve' ? '2021-12-29T16:00' : null,
        }),
      ),
    }
    expect(lines(agreed, '2021-12-29T13:00', 'A')).toEqual([
      'sealed 2021-12-14',
      'normal 2021-12-29T16:00:00+08:00',
    ])
  })

  test('Y36 Luohu, Nanshan: “free M zones at 08:00 or 12:00 on the day”', () => {
    const medium = (from: string) =>
      under('cn-9th-2022', {
        ...{ level: 'M', from },
        zones: [aZone({ id: 'Z', level: 'M', from, arrivedFrom: 'H' })],
      })
    for (const hour of ['08:00', '12:00']) {
      const facts = medium(`2022-07-24T${hour}`)
      expect(lines(facts, '2022-07-25')[1]).toBe(`L 2022-07-27T${hour}:00+08:00`)
      const before = `2022-07-27T${hour === '08:00' ? '07:59' : '11:59'}`
      expect(transition(facts, before, 'medium-to-low-after-high').state).toBe('blocked')
      expect(transition(facts, `2022-07-27T${hour}`, 'medium-to-low-after-high').state).toBe('due')
    }
  })

  test('Y36 Shanghai: “7 + 7 … all counted from 28 March, the day sealing began”', () => {
    const facts = under('cn-shanghai-2022-04-11', {
      ...{ level: 'sealed7', from: '2022-03-28', rounds: [clean('2022-04-09')] },
    })
    expect(lines(facts, '2022-04-09')).toEqual([
      'sealed7 2022-03-28',
      'home7 2022-04-04',
      'precaution 2022-04-11',
    ])
  })

  test('Y36 a precaution zone of 11 April is a zone: ground in none is weaker', () => {
    const { levels } = policyOf('cn-shanghai-2022-04-11')
    expect(levels.map(({ id, rank }) => `${id} ${rank}`)).toEqual([
      ...['sealed14 5', 'sealed7 4', 'home7 3', 'controlled 2', 'precaution 1', 'normal 0'],
    ])
  })

  test('Y21 Sungai Lui: “villages freed 14 Apr 2020, one school and one house to 28 Apr”', () => {
    const villages = box(101.8, 3.1, 101.9, 3.2)
    const school = box(101.9, 3.1, 101.91, 3.11)
    const facts = under('my-2020-04', {
      ...{ level: 'emco', from: '2020-03-31' },
      zones: [
        aZone({ id: 'Z', level: 'emco', from: '2020-03-31', drawn: villages }),
        aZone({ id: 'S', level: 'emco', from: '2020-03-31', to: '2020-04-14', drawn: school }),
        aZone({ id: 'S', level: 'emco', from: '2020-04-14', arrivedFrom: 'emco', drawn: school }),
      ],
    })
    expect(lines(facts, '2020-04-13', 'Z')).toEqual(['emco 2020-03-31', 'none 2020-04-14'])
    expect(lines(facts, '2020-04-15', 'S').at(-1)).toBe('none 2020-04-28')
    expect(zone(facts, '2020-04-15', 'S').expiresAt).toBe('2020-04-28')
  })
})

describe('temporary control (§3, Beijing, late Nov 2022)', () => {
  const temporary = (over: Partial<Facts> = {}) =>
    under('cn-20-measures', { level: 'temporary', from: '2022-11-24T09:00', ...over })

  test('Y37 “≤ 24 h, then classify or free”', () => {
    expect(zone(temporary(), '2022-11-24T20:00').expiresAt).toBe('2022-11-25T09:00:00+08:00')
    expect(open(transition(temporary(), '2022-11-24T20:00', 'temporary-lifted'))).toEqual([
      'assessed unknown',
    ])
    const free = temporary({
      statedFacts: [aFact({ zone: 'Z', at: '2022-11-24T18:00', fact: 'riskAssessed' })],
    })
    expect(transition(free, '2022-11-24T20:00', 'temporary-lifted')).toMatchObject({ state: 'due', to: 'L' })
    const found = temporary({ cases: cases([{ reportedAt: '2022-11-24T15:00', zone: 'Z' }]) })
    expect(transition(found, '2022-11-24T20:00', 'temporary-to-high')).toMatchObject({
      ...{ state: 'due', to: 'H' },
    })
    expect(lines(found, '2022-11-24T20:00')).toEqual(['temporary 2022-11-24T09:00:00+08:00'])
  })
})

describe('days of tests', () => {
  const days = (policy: string, level: string) => policyOf(policy).schedules?.[level]

  test('Y38 “PCR days 1, 4, 7, 10, 14”; controlled “1, 4, 7”; precaution “1 full round within 24 h”', () => {
    expect(days('cn-2021-three-zone', 'sealed')!.pcrDays).toEqual([1, 4, 7, 10, 14])
    expect(days('cn-2021-three-zone', 'controlled')!.pcrDays).toEqual([1, 4, 7])
    expect(days('cn-2021-three-zone', 'precaution')!.pcrDays).toEqual([1])
  })

  test('Y38 Beijing “PCR days 1, 3, 5, 7, 10; antigen 2, 4, 6, 8”', () => {
    for (const level of ['sealed', 'controlled'])
      expect(days('cn-beijing-2022-10d', level)).toMatchObject({
        ...{ pcrDays: [1, 3, 5, 7, 10], antigenDays: [2, 4, 6, 8] },
      })
  })

  test('Y38 “PCR day 1 and day 3, antigen day 2; … one full round within 24 h before lifting”', () => {
    const first = { antigenDays: [2], finalWithinHours: 24 }
    expect(days('cn-9th-2022', 'H')).toMatchObject({ ...first, pcrDays: [1, 3, 7] })
    expect(days('cn-9th-2022', 'M')).toMatchObject({ ...first, pcrDays: [1, 3, 7] })
    expect(days('cn-20-measures', 'H')).toMatchObject({ ...first, pcrDays: [1, 3, 5] })
  })

  test('Y38 Shanghai “day-13 round” of a zone sealed on 11 April is on the 23rd, at home since the 18th', () => {
    const facts = under('cn-shanghai-2022-04-11', {
      ...{ level: 'home7', from: '2022-04-18' },
      zones: [
        aZone({ id: 'Z', level: 'sealed7', from: '2022-04-11', to: '2022-04-18' }),
        aZone({ id: 'Z', level: 'home7', from: '2022-04-18', arrivedFrom: 'sealed7' }),
      ],
    })
    expect(zone(facts, '2022-04-20').schedule!.map(({ day }) => day)).toEqual(['2022-04-23'])
  })
})
