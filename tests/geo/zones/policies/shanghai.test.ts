import { describe, expect, test } from 'vitest'
import type { Facts } from '#geo'
import { aZone, box, cases } from '../../../helpers/facts'
import { clean, lines, transition, under, zone } from './ask'

describe('cn-shanghai-2022-04-11 (§4.1)', () => {
  const shanghai = (level: string, over: Partial<Facts> = {}): Facts =>
    under('cn-shanghai-2022-04-11', { level, from: '2022-04-11', ...over })

  test('Y7 “7 d closed + 7 d home monitoring; no new in 14 d and day-13 round negative → precaution”', () => {
    const sealed = shanghai('sealed7', { rounds: [clean('2022-04-23')] })
    expect(lines(sealed, '2022-04-23')).toEqual([
      'sealed7 2022-04-11',
      'home7 2022-04-18',
      'precaution 2022-04-25',
    ])
    const early = shanghai('sealed7', { rounds: [clean('2022-04-22')] })
    expect(lines(early, '2022-04-23')).toEqual(['sealed7 2022-04-11', 'home7 2022-04-18'])
  })

  test('Y7 “Positive during first 7 d → that building closed to day 14, the rest goes on”', () => {
    const positive = shanghai('sealed7', { cases: cases([{ reportedAt: '2022-04-14', zone: 'Z' }]) })
    expect(transition(positive, '2022-04-15', 'positive-in-sealed')).toMatchObject({
      ...{ kind: 'split', to: 'sealed14', state: 'due', eligibleAt: '2022-04-14' },
    })
    expect(lines(positive, '2022-04-15')).toEqual(['sealed7 2022-04-11'])
    const drawn = { from: '2022-04-11', level: 'sealed7', drawn: box(113, 31, 113.1, 31.1) }
    const building = { level: 'sealed14', from: '2022-04-14', drawn: box(113.01, 31.01, 113.02, 31.02) }
    const apart = shanghai('sealed7', {
      zones: [aZone({ id: 'B', ...building }), aZone({ id: 'Z', ...drawn })],
      cases: cases([{ reportedAt: '2022-04-14', lng: 113.015, lat: 31.015 }]),
    })
    expect(lines(apart, '2022-04-15')[1]).toBe('home7 2022-04-18')
    const inBuilding = shanghai('sealed14', { rounds: [clean('2022-04-23')] })
    expect(lines(inBuilding, '2022-04-23')).toEqual(['sealed14 2022-04-11', 'precaution 2022-04-25'])
  })

  test('Y7 “that building closed to day 14”: 14 days from the sealing, and a case inside does not restart them', () => {
    const found = shanghai('sealed14', {
      rounds: [clean('2022-04-23')],
      cases: cases([{ reportedAt: '2022-04-17', zone: 'Z' }]),
    })
    expect(lines(found, '2022-04-23')).toEqual(['sealed14 2022-04-11', 'precaution 2022-04-25'])
    const rest = shanghai('home7', { cases: cases([{ reportedAt: '2022-04-17', zone: 'Z' }]) })
    expect(transition(rest, '2022-04-23', 'unseal').eligibleAt).toBe('2022-05-01')
  })

  test('Y7 “Controlled: 7 d, day-6 round negative → precaution; positive → sealed”', () => {
    const controlled = shanghai('controlled', { rounds: [clean('2022-04-16')] })
    expect(lines(controlled, '2022-04-16')).toEqual(['controlled 2022-04-11', 'precaution 2022-04-18'])
    const positive = shanghai('controlled', { cases: cases([{ reportedAt: '2022-04-14T08:00', zone: 'Z' }]) })
    expect(lines(positive, '2022-04-15').slice(0, 3)).toEqual([
      'controlled 2022-04-11',
      'sealed7 2022-04-14T08:00:00+08:00',
      'home7 2022-04-21T08:00:00+08:00',
    ])
  })
})

describe('cn-shanghai-2022-05-22 (§4.1)', () => {
  const shanghai = (over: Partial<Facts> & { level: string; from: string }): Facts =>
    under('cn-shanghai-2022-05-22', over)

  test('Y8 “sealed 7 d → controlled 3 d → precaution”, and “no sealed/controlled left → precaution lifted”', () => {
    const facts = shanghai({
      ...{ level: 'sealed', from: '2022-05-16T08:00' },
      zones: [
        aZone({ id: 'Z', from: '2022-05-16T08:00', drawn: box(121.02, 31.02, 121.03, 31.03) }),
        aZone({ id: 'P', level: 'precaution', from: '2022-05-10', drawn: box(121, 31, 121.1, 31.1) }),
      ],
    })
    expect(lines(facts, '2022-05-22')).toEqual([
      'sealed 2022-05-16T08:00:00+08:00',
      'controlled 2022-05-23T08:00:00+08:00',
      'precaution 2022-05-26T08:00:00+08:00 into P',
    ])
    expect(lines(facts, '2022-05-22', 'P')).toEqual([
      'precaution 2022-05-10',
      'normal 2022-05-26T08:00:00+08:00',
    ])
  })

  test('Y8 “positive in sealed restarts the clock; controlled drawn directly 7 d; positive in controlled → sealed”', () => {
    const again = shanghai({
      ...{ level: 'sealed', from: '2022-05-16T08:00' },
      cases: cases([{ reportedAt: '2022-05-22T18:00', zone: 'Z' }]),
    })
    expect(lines(again, '2022-05-23')[1]).toBe('controlled 2022-05-29T18:00:00+08:00')
    const direct = shanghai({ level: 'controlled', from: '2022-05-16T08:00' })
    expect(lines(direct, '2022-05-22')[1]).toBe('precaution 2022-05-23T08:00:00+08:00')
    const raised = { ...direct, cases: cases([{ reportedAt: '2022-05-22T18:00', zone: 'Z' }]) }
    expect(lines(raised, '2022-05-22')[1]).toBe('sealed 2022-05-22T18:00:00+08:00')
    expect(zone(raised, '2022-05-22').policy).toBe('cn-shanghai-2022-05-22')
  })
})
