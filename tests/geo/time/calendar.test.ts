import { describe, expect, test } from 'vitest'
import { addDays, assess, coverage, dayOf, formatInstant, readAsOf, readMoment, startOfDay } from '#geo'
import { aFacts, aPack, aZone, cases } from '../../helpers/facts'

/** Days whose 00:00 a change of the clocks took away, west and east of Greenwich, with their first instant. */
const TAKEN = [
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00'],
  ['America/Santiago', '2022-09-11', '2022-09-11T01:00:00-03:00'],
  ['America/Havana', '2022-03-13', '2022-03-13T01:00:00-04:00'],
  ['America/Asuncion', '2022-10-02', '2022-10-02T01:00:00-03:00'],
  ['Atlantic/Azores', '2022-03-27', '2022-03-27T01:00:00+00:00'],
  ['Asia/Beirut', '2022-03-27', '2022-03-27T01:00:00+03:00'],
  ['Africa/Cairo', '2023-04-28', '2023-04-28T01:00:00+03:00'],
  ['Asia/Tehran', '2022-03-22', '2022-03-22T01:00:00+04:30'],
] as const

describe('the first instant of a day', () => {
  test.each(TAKEN)('E5 where the clocks take 00:00 away in %s on %s it is %s', (zone, day, first) => {
    expect(formatInstant(zone, startOfDay(zone, day))).toBe(first)
    expect(readAsOf(zone, addDays(day, -1))).toBe(startOfDay(zone, day))
    expect(readMoment(zone, `${addDays(day, -1)}T24:00`)!.at).toBe(startOfDay(zone, day))
  })

  test('E5 it is on the day and nothing before it is, in zones with every kind of change', () => {
    const zones = [...TAKEN.map(([zone]) => zone), 'America/New_York', 'Europe/Lisbon', 'Australia/Lord_Howe']
    for (const zone of zones)
      for (let day = '2018-01-01'; day < '2023-12-31'; day = addDays(day, 1)) {
        const first = startOfDay(zone, day)
        if (dayOf(zone, first) !== day || dayOf(zone, first - 1) >= day)
          expect([zone, day, first]).toBe('a day begins')
      }
  })

  test('E5 of a time that the clocks show twice it is the first', () => {
    expect(formatInstant('America/Havana', startOfDay('America/Havana', '2022-11-06'))).toBe(
      '2022-11-06T00:00:00-04:00',
    )
  })

  test.each([...TAKEN.map(([zone, day]) => [zone, day] as const), ['Asia/Shanghai', '2022-05-28'] as const])(
    'E6 24:00 of the day before and 00:00 of the day give one document in %s on %s',
    (timezone, day) => {
      const before = addDays(day, -1)
      const facts = aFacts({
        pack: aPack({ timezone }),
        zones: [aZone({ id: 'S', from: addDays(day, -20), zone: timezone })],
        cases: cases([{ id: 'A', zone: 'S', reportedAt: addDays(day, -14), kind: 'confirmed' }], timezone),
      })
      const ends = [
        readAsOf(timezone, before)!,
        readMoment(timezone, `${before}T24:00`)!.at,
        startOfDay(timezone, day),
      ]
      const documents = ends.map((asOf) =>
        JSON.stringify([assess(facts, { asOf }), coverage(facts, { asOf })]),
      )
      expect(new Set(documents).size).toBe(1)
    },
  )
})
