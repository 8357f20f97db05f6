import { describe, expect, test } from 'vitest'
import type { OrderSubject } from '#geo'
import {
  aCheck,
  aFacility,
  aFact,
  aFacts,
  aPack,
  aPlace,
  aReport,
  aRoad,
  aRound,
  aZone,
  box,
  cases,
  moment,
} from '../../helpers/facts'
import { aDeed, aGivenOrder, orderAt, ordersAt } from '../../helpers/orders'
import { onePolicy } from '../../helpers/policies'

const policy = onePolicy(undefined, {
  approvals: { one: [{ step: 'approve' }] },
  transitions: [
    {
      ...{ id: 'lower', from: 'sealed', to: 'controlled', kind: 'downgrade', approval: 'one' },
      when: {
        all: [
          { id: 'clean', flag: 'clean' },
          { id: 'days', days: { since: { event: 'level.entered' }, gte: 90 } },
        ],
      },
    },
  ],
})
const places = [
  aPlace({ code: 'D', kind: 'district', name: '甲区', shape: box(120, 31, 120.05, 31.01) }),
  aPlace({ code: 'V1', kind: 'village', parent: 'D', name: '东村', shape: box(120, 31, 120.01, 31.01) }),
  aPlace({ code: 'V2', kind: 'village', parent: 'D', name: '西村', shape: box(120.02, 31, 120.03, 31.01) }),
]
const zones = [aZone({ id: 'F1', level: 'sealed', from: '2022-05-13T20:00', members: ['V1'] })]
const ZERO = { 发热: { kind: 'count', value: 0 } } as const
const EVERY = new Set([
  ...(['places', 'zones', 'roads', 'facilities', 'checks', 'reports', 'rounds', 'cases', 'facts'] as const),
])
const AT = '2022-05-20T14:00'
type Over = Parameters<typeof aFacts>[0]
const factsOf = (over: Over = {}) =>
  aFacts({
    ...{ policies: [policy], places, zones, stated: EVERY },
    pack: aPack({ policy: 'test-one', reporting: { kind: 'village', cutoff: '12:00', items: ['发热'] } }),
    ...over,
  })
const withOrder = (subject: OrderSubject, over: Over = {}) =>
  factsOf({ givenOrders: [aGivenOrder(subject)], ...over })
const gapOf = (subject: OrderSubject, over: Over = {}, at = AT) => orderAt(withOrder(subject, over), at).gap

describe('S60 an order is closed by the fact itself once its gap is gone', () => {
  const unit = { kind: 'unit', place: 'V1', day: '2022-05-20' } as const
  const report = aReport({ place: 'V1', day: '2022-05-20', filedAt: moment('2022-05-20T13:00'), items: ZERO })

  test('a report, from when it came, late or not; the report of another day or place closes nothing', () => {
    const facts = withOrder(unit, { reports: [report] })
    expect(orderAt(facts, '2022-05-20T12:59')).toMatchObject({ state: 'overdue', gap: { state: 'there' } })
    expect(orderAt(facts, '2022-05-20T13:00')).toMatchObject({
      ...{ state: 'closed', overMinutes: null, gap: { state: 'gone', why: 'reported' } },
      closed: { how: 'fact', at: '2022-05-20T13:00:00+08:00' },
    })
    const others = [
      { ...report, day: '2022-05-19' },
      { ...report, place: 'V2' },
    ]
    expect(gapOf(unit, { reports: others })?.state).toBe('there')
  })

  test('a crossing, once somebody guards it; where nothing is known of it, it is not closed', () => {
    const road = aRoad([120.005, 31.005, 120.02, 31.005], { name: 'G1' })
    const subject = { kind: 'crossing', line: 'F1', position: [120.01, 31.005] } as const
    const post = aFacility({
      id: 'P1',
      kind: 'checkpoint',
      position: [120.01, 31.005],
      shifts: '00-24 police1',
    })
    const check = aCheck({ checkpoint: 'P1', at: '2022-05-20T13:30', present: 'police1' })
    expect(gapOf(subject, { roads: [road], facilities: [] })).toMatchObject({ state: 'there' })
    expect(gapOf(subject, { roads: [road], facilities: [post], checks: [check] })?.state).toBe('gone')
    const noRoads = new Set([...EVERY].filter((list) => list !== 'roads'))
    expect(gapOf(subject, { stated: noRoads })?.state, 'no roads are known').toBe('unknown')
    const none = withOrder(subject, { roads: [road], stated: new Set(['roads', 'zones', 'places'] as const) })
    expect(orderAt(none, AT)).toMatchObject({ state: 'overdue', gap: { state: 'unknown' }, closed: null })
    const lifted = [{ ...zones[0]!, to: moment('2022-05-20T13:00') }]
    expect(gapOf(subject, { roads: [road], facilities: [], zones: lifted })).toMatchObject({
      why: 'notAsked',
    })
  })

  test('a round, once everybody due is sampled and has a result; a figure that is missing closes nothing', () => {
    const subject = { kind: 'round', zone: null, place: 'V1', round: '3' } as const
    const round = {
      zone: null,
      place: 'V1',
      round: '3',
      listed: 100,
      excused: 2,
      startedAt: '2022-05-20T08:00',
    }
    const gap = (over: object) => gapOf(subject, { rounds: [aRound({ ...round, ...over })] })?.state
    expect(gap({ sampled: 97, resulted: 97 })).toBe('there')
    expect(gap({ sampled: 98, resulted: 90 })).toBe('there')
    expect(gap({ sampled: 98, resulted: null })).toBe('unknown')
    expect(gap({ listed: null, sampled: 98, resulted: 98 })).toBe('unknown')
    expect(gap({ sampled: 98, resulted: 98 })).toBe('gone')
    expect(gapOf(subject)?.state).toBe('unknown')
  })

  test('a fact, once the condition does not lack it; one that says no leaves it open', () => {
    const subject = { kind: 'fact', zone: 'F1', fact: 'clean' } as const
    const stated = (value: string) => ({
      statedFacts: [aFact({ zone: 'F1', at: '2022-05-20T11:00', fact: 'clean', value })],
    })
    expect(gapOf(subject)?.state).toBe('there')
    expect(gapOf(subject, stated('false'))?.state).toBe('there')
    expect(gapOf(subject, stated('true'))).toMatchObject({ state: 'gone', why: 'stated' })
    expect(gapOf(subject, stated('true'), '2022-05-20T10:30')?.state).toBe('there')
    expect(gapOf({ ...subject, zone: 'F9' })).toMatchObject({ state: 'gone', why: 'notAsked' })
  })

  test('a condition, once it is met', () => {
    const subject = { kind: 'condition', zone: 'F1', transition: 'lower', condition: 'days' } as const
    expect(gapOf(subject)?.state).toBe('there')
    expect(gapOf({ ...subject, condition: 'clean' })?.state).toBe('unknown')
  })

  test('unplaced rows, once none of them is open', () => {
    const rows = cases([{ id: 'x', reportedAt: '2022-05-19T10:00', kind: 'confirmed', place: 'nowhere' }])
    const at = { file: rows.file.values[0]!, row: rows.row[0]! }
    const subject = { kind: 'rows', list: 'cases', rows: [at] } as const
    expect(gapOf(subject, { cases: rows })?.state).toBe('there')
    const placed = cases([{ id: 'x', reportedAt: '2022-05-19T10:00', kind: 'confirmed', place: 'V1' }])
    expect(gapOf(subject, { cases: placed })).toMatchObject({ state: 'gone', why: 'placed' })
  })
})

describe('S61 an order by hand', () => {
  const free = { kind: 'free' } as const
  const withDeeds = (deeds: Parameters<typeof aDeed>[]) =>
    factsOf({ givenOrders: [aGivenOrder(free, { deeds: deeds.map((one) => aDeed(...one)) })] })

  test('is open, answered, overdue once its time is past, and closed with a word', () => {
    expect(ordersAt(withDeeds([]), '2022-05-20T09:59')).toBe(null)
    expect(orderAt(withDeeds([]), '2022-05-20T12:00')).toMatchObject({
      state: 'open',
      overMinutes: null,
      gap: null,
    })
    expect(orderAt(withDeeds([]), '2022-05-20T12:30')).toMatchObject({ state: 'overdue', overMinutes: 30 })
    const answered = withDeeds([['answered', '2022-05-20T11:00', '在路上']])
    expect(orderAt(answered, '2022-05-20T10:59').state).toBe('open')
    expect(orderAt(answered, '2022-05-20T11:00')).toMatchObject({
      state: 'answered',
      answered: { words: '在路上' },
    })
    expect(orderAt(answered, '2022-05-20T12:30').state).toBe('overdue')
    const closed = withDeeds([['closed', '2022-05-20T13:00', '已办']])
    expect(orderAt(closed, '2022-05-20T12:59').state).toBe('overdue')
    expect(orderAt(closed, AT)).toMatchObject({ state: 'closed', closed: { how: 'hand', words: '已办' } })
  })

  test('looked at again and not done it is open, whatever the facts say, until somebody says otherwise', () => {
    const unit = { kind: 'unit', place: 'V1', day: '2022-05-20' } as const
    const report = aReport({
      place: 'V1',
      day: '2022-05-20',
      filedAt: moment('2022-05-20T10:30'),
      items: ZERO,
    })
    const deeds = [aDeed('refuted', '2022-05-20T11:00', '数字不对'), aDeed('confirmed', '2022-05-20T13:00')]
    const facts = factsOf({ reports: [report], givenOrders: [aGivenOrder(unit, { deeds })] })
    expect(orderAt(facts, '2022-05-20T10:45').closed?.how).toBe('fact')
    expect(orderAt(facts, '2022-05-20T11:30')).toMatchObject({
      ...{ state: 'open', gap: { state: 'gone' }, rechecked: { isDone: false, words: '数字不对' } },
    })
    expect(orderAt(facts, AT)).toMatchObject({ state: 'closed', closed: { how: 'fact' } })
  })

  test('closed by hand while the gap is there, both are said', () => {
    const unit = { kind: 'unit', place: 'V1', day: '2022-05-20' } as const
    const deeds = [aDeed('closed', '2022-05-20T11:00', '改由镇里报')]
    const facts = factsOf({ givenOrders: [aGivenOrder(unit, { deeds })] })
    expect(orderAt(facts, AT)).toMatchObject({ closed: { how: 'hand' }, gap: { state: 'there' } })
  })

  test('no order is none, not all of them closed', () => {
    expect(ordersAt(factsOf(), AT)).toBe(null)
  })
})
