import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import {
  aFact,
  aFacts,
  aMetric,
  aPack,
  aPlace,
  aRound,
  aZone,
  box,
  cases,
  contacts,
  SHANGHAI,
} from '../../helpers/facts'
import { classPolicy, onePolicy } from '../../helpers/policies'

const places = [
  aPlace({ code: 'D', kind: 'district', shape: box(113, 31, 114, 32) }),
  aPlace({ code: 'V', kind: 'village', parent: 'D', shape: box(113, 31, 113.5, 32) }),
  aPlace({ code: 'W', kind: 'village', parent: 'D', shape: box(113.5, 31, 114, 32) }),
  aPlace({ code: 'A', parent: 'V' }),
]
const levels = (when: object, facts: Partial<Facts>, asOf = '2022-05-10T12:00', over: Record<string, unknown> = {}) =>
  assess(
    aFacts({
      pack: aPack({ policy: 'test-classes' }),
      policies: [classPolicy(['red', 'amber', 'green'], [{ level: 'red', when }], over)],
      places,
      ...facts,
    }),
    { asOf: readAsOf(SHANGHAI, asOf)! },
  ).places.map(({ code, level }) => `${code} ${level}`)

describe('classifiers ask every leaf a place can answer', () => {
  const recent = { count: { event: 'case', withinDays: 2, gte: 1, filter: { not: ['imported'] } } }

  test('Z26 counts with their filters, by place and by position', () => {
    const rows = cases([
      { place: 'A', reportedAt: '2022-05-09' },
      { lng: 113.7, lat: 31.5, reportedAt: '2022-05-09', origin: 'imported' },
    ])
    expect(levels(recent, { cases: rows })).toEqual(['V red', 'W green'])
    const there = cases([{ lng: 113.7, lat: 31.5, reportedAt: '2022-05-09' }])
    expect(levels(recent, { cases: there })).toEqual(['V green', 'W red'])
  })

  test('Z26 at 24:00 a window of days ends with the day that ends there', () => {
    const rows = { cases: cases([{ place: 'V', reportedAt: '2022-05-09' }]) }
    expect(levels(recent, rows, '2022-05-11')[0]).toBe('V red')
    expect(levels(recent, rows, '2022-05-12')[0]).toBe('V green')
  })

  test('Z26 flags of the place itself; one nobody stated is unknown', () => {
    const said = aFact({ place: 'V', at: '2022-05-09', fact: 'spread', value: 'false' })
    expect(levels({ flag: 'spread' }, { statedFacts: [said] })).toEqual(['V green', 'W unknown'])
    const inside = aFact({ place: 'A', at: '2022-05-09', fact: 'spread' })
    expect(levels({ flag: 'spread' }, { statedFacts: [inside] })[0]).toBe('V unknown')
  })

  test('Z26 days since an event, and rounds of the place', () => {
    const days = { days: { since: { event: 'contact.exposure' }, gte: 5 } }
    const rows = { contacts: contacts([{ place: 'A', exposedAt: '2022-05-04' }]) }
    expect(levels(days, rows)).toEqual(['V red', 'W green'])
    const rounds = { rounds: [aRound({ place: 'V', finishedAt: '2022-05-08' })] }
    expect(levels({ rounds: { min: 1, result: 'negative' } }, rounds)).toEqual(['V red', 'W green'])
  })

  test('Z26 zones of the unit; clocks of a zone are unknown, for a place was never drawn', () => {
    const zones = [
      aZone({ id: 'Z', level: 'red', from: '2022-05-01', members: ['A'] }),
      aZone({ id: 'Y', level: 'amber', from: '2022-05-01', drawn: box(113.6, 31.1, 113.7, 31.2) }),
    ]
    const near = (within: string, level: string) => ({ zones: { within, levels: [level], gte: 1 } })
    expect(levels(near('community', 'red'), { zones })).toEqual(['V red', 'W green'])
    expect(levels(near('community', 'amber'), { zones })).toEqual(['V green', 'W red'])
    expect(levels(near('county', 'red'), { zones })).toEqual(['V red', 'W red'])
    const drawn = { days: { since: { event: 'zone.designated' }, gte: 1 } }
    expect(levels(drawn, { zones })).toEqual(['V unknown', 'W unknown'])
  })

  test('Z26 a reference does not decide, and hysteresis looks at every leaf of the days before', () => {
    const shown = { all: [recent, { authority: 'reference', flag: 'spread' }] }
    const rows = { cases: cases([{ place: 'V', reportedAt: '2022-05-09' }]) }
    expect(levels(shown, rows)[0]).toBe('V red')
    const steady = { hysteresis: { downgradeAfterDays: 3 } }
    expect(levels(recent, rows, '2022-05-14T12:00', steady)[0]).toBe('V red')
    expect(levels(recent, rows, '2022-05-15T12:00', steady)[0]).toBe('V green')
  })

  test('Z26 for so many days in a row', () => {
    const metrics = [3, 4, 5, 6, 7].map((day) =>
      aMetric({ place: 'V', at: `2022-05-0${day}`, metric: 'positivity7d', value: day === 4 ? 1 : 3 }),
    )
    const row = (consecutiveDays: number) => ({ metric: { name: 'positivity7d', gt: 2, consecutiveDays } })
    expect(levels(row(3), { metrics }, '2022-05-07T12:00')[0]).toBe('V red')
    expect(levels(row(4), { metrics }, '2022-05-07T12:00')[0]).toBe('V green')
    expect(levels(row(4), { metrics }, '2022-05-05T12:00')[0]).toBe('V green')
  })
})

describe('what lies beside', () => {
  /** Vietnam, 2021: next to red is orange, next to orange is yellow. */
  const row = ['A', 'B', 'C', 'D', 'E']
  const communes = row.map((code, i) =>
    aPlace({ code, kind: 'village', shape: box(113 + i / 10, 31, 113.1 + i / 10, 31.1) }),
  )
  const corner = aPlace({ code: 'F', kind: 'village', shape: box(113.1, 31.1, 113.2, 31.2) })
  const beside = (level: string) => ({ zones: { within: 'beside', levels: [level], gte: 1 } })
  const rules = {
    levels: ['red', 'orange', 'yellow', 'green'].map((id, i) => ({ id, rank: 3 - i })),
    classify: [
      { level: 'red', when: { count: { event: 'case', withinDays: 14, gte: 1 } } },
      { level: 'orange', when: beside('red') },
      { level: 'yellow', when: beside('orange') },
    ],
  }
  const cased = { cases: cases([{ place: 'A', reportedAt: '2022-05-09' }]) }

  test('Z31 next to red is orange, next to orange is yellow; a corner is no line', () => {
    const facts = { ...cased, places: [...communes, corner] }
    expect(levels({}, facts, '2022-05-10T12:00', rules)).toEqual([
      'A red',
      'B orange',
      'C yellow',
      'D green',
      'E green',
      'F yellow',
    ])
  })

  test('Z31 beside a place of unknown level it is unknown', () => {
    const flagged = { ...rules, classify: [{ level: 'red', when: { flag: 'spread' } }, rules.classify[1]] }
    const said = row.map((place) =>
      aFact({ place, at: '2022-05-09', fact: 'spread', value: place === 'E' ? 'true' : 'false' }),
    )
    const facts = { places: communes, statedFacts: said.filter((one) => one.place !== 'B') }
    expect(levels({}, facts, '2022-05-10T12:00', flagged)).toEqual([
      'A unknown',
      'B unknown',
      'C unknown',
      'D orange',
      'E red',
    ])
  })

  test('Z31 for zones too, those that hold ground at its line', () => {
    const fsm = onePolicy({ zones: { within: 'beside', levels: ['sealed'], eq: 0 } })
    const drawn = [113, 113.1, 113.2].map((west, i) =>
      aZone({
        id: `z${i}`,
        level: i === 0 ? 'sealed' : 'controlled',
        from: '2022-05-01',
        drawn: box(west, 31, west + 0.1, 31.1),
      }),
    )
    const facts = aFacts({ pack: aPack({ policy: 'test-one' }), policies: [fsm], zones: drawn })
    const states = assess(facts, { asOf: readAsOf(SHANGHAI, '2022-05-02')! }).zones.map(
      ({ id, transitions }) => `${id} ${transitions[0]!.state}`,
    )
    expect(states).toEqual(['z0 due', 'z1 blocked', 'z2 due'])
  })
})
