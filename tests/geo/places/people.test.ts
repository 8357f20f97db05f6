import { describe, expect, test } from 'vitest'
import { areaM2 } from '../../../geo/geometry/rings/area'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { hierarchyOf } from '../../../geo/places/hierarchy'
import { residentsOf } from '../../../geo/places/people'
import { aPlace, box } from '../../helpers/facts'

const town = (over = {}) => aPlace({ code: 'T', kind: 'town', shape: box(0, 0, 0.1, 0.1), ...over })
const village = (code: string, over = {}) => aPlace({ code, kind: 'village', parent: 'T', ...over })
const west = box(0, 0, 0.05, 0.1)

describe('people', () => {
  test('A7 a place has its parts’ own and the rest on the ground they leave open', () => {
    const sheet = residentsOf(
      hierarchyOf([town({ people: 1000 }), village('V', { people: 300, shape: west })]),
    )
    const [inside, rest] = sheet.units.map(({ code, part, people }) => [code, part, people])
    expect(inside).toEqual(['V', 'whole', 300])
    expect(rest).toEqual(['T', 'rest', 700])
    const ground = sheet.units[1]!.ground()!
    expect(areaM2(ground) / areaM2(box(0.05, 0, 0.1, 0.1))).toBeCloseTo(1, 6)
    expect(sheet.totalOf('T').people).toBe(1000)
  })

  test('A7 where the parts exceed the place they win, and it is noted with both figures', () => {
    const sheet = residentsOf(
      hierarchyOf([town({ people: 100, households: 50 }), village('V', { people: 130, households: 40 })]),
    )
    expect(sheet.totalOf('T')).toEqual({ people: 130, households: 50 })
    expect(sheet.notes).toEqual([
      { code: 'parts-exceed-place', place: 'T', figure: 'people', own: 100, parts: 130 },
    ])
    expect(sheet.units.find(({ part }) => part === 'rest')!.people).toBe(0)
  })

  test('A7 unknown is null; a partly known sum is a lower bound', () => {
    const sheet = residentsOf(hierarchyOf([town(), village('V1', { people: 30 }), village('V2')]))
    expect(sheet.totalOf('T')).toEqual({ people: 30, households: null })
    expect(sheet.totalOf('V2').people).toBeNull()
    expect(sheet.units.filter(({ places }) => places === 1).map(({ known }) => known)).toEqual([1, 0])
  })

  test('A7 a wider place in which nothing is listed is asked for its people, one with villages is not', () => {
    const other = aPlace({ code: 'U', kind: 'town', shape: box(0.2, 0, 0.3, 0.1) })
    const sheet = residentsOf(hierarchyOf([town(), village('V', { people: 30 }), other]))
    const asked = sheet.units.filter((unit) => unit.asked === 1)
    expect(asked.map(({ code, places, known }) => [code, places, known])).toEqual([
      ['V', 1, 1],
      ['U', 0, 0],
    ])
  })

  test('A7 a rest without open ground lives where the parts are not known', () => {
    const parts = [
      village('V1', { people: 300, shape: west }),
      village('V2', { shape: box(0.05, 0, 0.1, 0.1) }),
    ]
    const sheet = residentsOf(hierarchyOf([town({ people: 1000 }), ...parts]))
    const rest = sheet.units.find(({ part }) => part === 'rest')!
    expect(rest.people).toBe(700)
    expect(areaM2(rest.ground()!) / areaM2(box(0.05, 0, 0.1, 0.1))).toBeCloseTo(1, 6)
  })

  test('A7 a rest lives where the parts leave ground open and where they are not known, be the gap ever so narrow', () => {
    const parts = [
      village('V1', { people: 300, shape: west }),
      village('V2', { shape: box(0.05001, 0, 0.1, 0.1) }),
    ]
    const sheet = residentsOf(hierarchyOf([town({ people: 1000 }), ...parts]))
    const rest = sheet.units.find(({ part }) => part === 'rest')!
    expect(areaM2(rest.ground()!) / areaM2(box(0.05, 0, 0.1, 0.1))).toBeCloseTo(1, 6)
    expect(rest.goesWhole()).toBe(false)
  })

  test('A7 what the district says beyond its towns is of the one town whose people are not known, if there is one', () => {
    const district = (shape: Shape) => aPlace({ code: 'D', kind: 'district', people: 1000, shape })
    const east = aPlace({ code: 'U', kind: 'town', parent: 'D', shape: box(0.1, 0, 0.2, 0.1) })
    const towns = [town({ parent: 'D', people: 400 }), east]
    const townOf = (shape: Shape): string | null =>
      residentsOf(hierarchyOf([district(shape), ...towns]))
        .units.find(({ code }) => code === 'D')!
        .town()
    expect(townOf(box(0, 0, 0.2, 0.1))).toBe('U')
    expect(townOf(box(0, 0, 0.3, 0.1))).toBe(null)
  })

  describe('A13 a rest for which the parts leave no ground', () => {
    const east = box(0.05, 0, 0.1, 0.1)
    const halves = [village('V1', { people: 300, shape: west }), village('V2', { people: 200, shape: east })]
    const restOf = (places: Parameters<typeof hierarchyOf>[0], code = 'T') =>
      residentsOf(hierarchyOf(places)).units.find((unit) => unit.part === 'rest' && unit.code === code)!

    test('A13 goes with the whole place, and with no ground in it', () => {
      expect(restOf([town({ people: 1000 }), ...halves])).toMatchObject({ people: 500 })
      expect(restOf([town({ people: 1000 }), ...halves]).goesWhole()).toBe(true)
      expect(restOf([town({ people: 1000 }), halves[0]!]).goesWhole()).toBe(false)
    })

    test('A13 parts that say none themselves, but whose own parts do, are known', () => {
      const district = aPlace({ code: 'D', kind: 'district', people: 1000, shape: box(0, 0, 0.1, 0.1) })
      const known = restOf([district, town({ parent: 'D' }), ...halves], 'D')
      expect([known.people, known.goesWhole()]).toEqual([500, true])
      const untold = restOf([district, town({ parent: 'D' }), halves[0]!], 'D')
      expect(untold.goesWhole()).toBe(false)
      expect(areaM2(untold.ground()!) / areaM2(east)).toBeCloseTo(1, 6)
    })
  })

  test('A8 places are compounds, or villages that have none; buildings are not counted', () => {
    const sheet = residentsOf(
      hierarchyOf([
        town(),
        village('V1'),
        village('V2'),
        aPlace({ code: 'C1', parent: 'V2' }),
        aPlace({ code: 'C2', parent: 'V2' }),
        aPlace({ code: 'B', kind: 'building', parent: 'C1', people: 40 }),
      ]),
    )
    expect(
      sheet.units
        .filter(({ places }) => places === 1)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['C1', 'C2', 'V1'])
    expect(sheet.totalOf('V2').people).toBe(40)
    expect(sheet.totalOf('T').people).toBe(40)
  })
})
