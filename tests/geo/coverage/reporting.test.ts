import { describe, expect, test } from 'vitest'
import type { Reported } from '#geo'
import { reportingOf, reportsFiledOf } from '../../../geo/coverage/reporting'
import { hierarchyOf } from '../../../geo/places/hierarchy'
import { aFacts, aPack, aPlace, aReport, moment } from '../../helpers/facts'

const places = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'].map((code) => aPlace({ code, kind: 'village' }))
const pack = aPack({ reporting: { kind: 'village', cutoff: '12:00', items: ['new', 'fever'] } })
const count = (value: number): Reported => ({ kind: 'count', value })
const day = '2022-05-27'
const filed = (place: string, time: string, items: Record<string, Reported>) =>
  aReport({ place, day, filedAt: moment(`${day}T${time}`), items })
const stated = new Set(['reports'] as const)

const reports = [
  filed('V1', '08:00', { new: count(0), fever: count(0) }),
  filed('V2', '09:00', { new: { kind: 'approximate', atLeast: 400 }, fever: count(0) }),
  filed('V3', '12:30', { new: { kind: 'withheld' }, fever: count(1) }),
  filed('V4', '10:00', { new: { kind: 'missing' }, fever: { kind: 'missing' } }),
  filed('V5', '15:00', { new: count(2), fever: count(0) }),
]
const at = (time: string, more = reports) =>
  reportingOf(aFacts({ pack, places, stated, reports: more }), hierarchyOf(places), moment(time).at)

describe('reporting', () => {
  test('R1 zero, approximate, withheld and missing are four different values', () => {
    expect(at(`${day}T14:00`)).toEqual({
      day,
      kind: 'village',
      cutoffAt: `${day}T12:00:00+08:00`,
      expected: 6,
      filed: 3,
      late: ['V3'],
      missing: ['V4', 'V5', 'V6'],
      zero: 1,
      approximate: 1,
      withheld: 1,
    })
  })

  test('R2 a report filed later than the as-of is not there yet', () => {
    expect(at(`${day}T15:00`)!.missing).toEqual(['V4', 'V6'])
    expect(at(`${day}T07:00`)).toMatchObject({
      filed: 0,
      late: [],
      missing: ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'],
    })
  })

  test('R2 24:00 asks for the day that ends there', () => {
    expect(at('2022-05-28T00:00')).toMatchObject({ day, filed: 4 })
    expect(at('2022-05-28T00:01')).toMatchObject({ day: '2022-05-28', filed: 0 })
  })

  test('R3 the last filing holds, and a correction after the cutoff does not make a report late', () => {
    const corrected = [...reports, filed('V1', '13:00', { new: count(1), fever: count(0) })]
    expect(at(`${day}T14:00`, corrected)).toMatchObject({ filed: 3, late: ['V3'], zero: 0 })
    expect(at(`${day}T12:59`, corrected)).toMatchObject({ zero: 1 })
  })

  test('R4 a pack that asks for no reports, or does not hold the list, has no answer', () => {
    const moments = moment(`${day}T14:00`).at
    expect(reportingOf(aFacts({ places, stated, reports }), hierarchyOf(places), moments)).toBeNull()
    const none = aFacts({ pack, places, stated: new Set(), reports: [] })
    expect(reportingOf(none, hierarchyOf(places), moments)).toBeNull()
    const nobody = aFacts({ pack, places: [], stated, reports })
    expect(reportingOf(nobody, hierarchyOf([]), moments)).toBeNull()
    expect(reportsFiledOf(nobody, hierarchyOf([]), moments).reportsFiled!.places).toBeGreaterThan(0)
  })
})
