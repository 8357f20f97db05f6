import { describe, expect, test } from 'vitest'
import type { Occupancy } from '#geo'
import { quarantineOf } from '../../../geo/coverage/quarantine'
import { aFacility, aFacts, moment, origin } from '../../helpers/facts'

let row = 0
const said = (
  site: string,
  at: string,
  rooms: number | null,
  occupied: number | null,
  closed = 0,
): Occupancy => ({
  ...{ site, rooms, occupied, closed },
  at: moment(at),
  origin: origin('occupancy.csv', ++row),
})
const facilities = [
  aFacility({ id: 'Q1', kind: 'quarantine', rooms: 100 }),
  aFacility({ id: 'Q2', kind: 'quarantine', rooms: 50 }),
  aFacility({ id: 'Q3', kind: 'quarantine', rooms: 40, to: moment('2022-05-20') }),
  aFacility({ id: 'H', kind: 'hospital', rooms: 999 }),
]
const ask = (occupancy: readonly Occupancy[], asOf = '2022-05-27T14:00') =>
  quarantineOf(aFacts({ facilities, occupancy }), moment(asOf).at)

describe('quarantine', () => {
  test('Q1 the newest row by the as-of holds; free is rooms less occupied and closed', () => {
    const answer = ask([
      said('Q1', '2022-05-27T12:00', 100, 60, 10),
      said('Q1', '2022-05-27T15:00', 100, 99),
      said('Q1', '2022-05-26T12:00', 100, 50),
    ])
    expect(answer!.sites[0]).toMatchObject({ id: 'Q1', rooms: 100, occupied: 60, free: 30 })
    expect(answer!.at).toBe('2022-05-27T12:00:00+08:00')
  })

  test('Q1 a site without a row has the rooms of its facility and is otherwise unknown; a closed one is gone', () => {
    const answer = ask([said('Q1', '2022-05-27T12:00', null, 60)])!
    expect(answer.sites.map(({ id }) => id)).toEqual(['Q1', 'Q2'])
    expect(answer.sites[1]).toEqual({
      id: 'Q2',
      rooms: 50,
      occupied: null,
      free: null,
      at: null,
      daysToFull: null,
    })
    expect(answer).toMatchObject({ rooms: 150, occupied: 60, free: 40 })
    expect(quarantineOf(aFacts(), moment('2022-05-27').at)).toBeNull()
  })

  test('Q2 days to full: free by the mean daily change over the last 7 days with figures', () => {
    const days = [10, 12, 14, 16, 18, 20, 22, 24].map((occupied, i) =>
      said('Q1', `2022-05-${20 + i}`, 100, occupied),
    )
    expect(ask(days)!.sites[0]!.daysToFull).toBe(76 / 2)
    const gap = [said('Q1', '2022-05-21T08:00', 100, 40), said('Q1', '2022-05-25T08:00', 100, 60)]
    expect(ask(gap)!.sites[0]!.daysToFull).toBe(40 / 5)
  })

  test('Q2 not growing, or fewer than two days with figures, has no day', () => {
    expect(ask([said('Q1', '2022-05-26', 100, 40)])!.sites[0]!.daysToFull).toBeNull()
    expect(
      ask([said('Q1', '2022-05-25', 100, 40), said('Q1', '2022-05-26', 100, 40)])!.sites[0]!.daysToFull,
    ).toBeNull()
    const oneDay = [said('Q1', '2022-05-26T08:00', 100, 40), said('Q1', '2022-05-26T20:00', 100, 50)]
    expect(ask(oneDay)!.sites[0]!.daysToFull).toBeNull()
  })
})
