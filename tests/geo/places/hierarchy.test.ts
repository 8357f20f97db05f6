import { describe, expect, test } from 'vitest'
import { areaM2 } from '../../../geo/geometry/rings/area'
import { hierarchyOf } from '../../../geo/places/hierarchy'
import { aPlace, box } from '../../helpers/facts'

const district = aPlace({ code: 'D', kind: 'district' })
const town = (code: string, over = {}) => aPlace({ code, kind: 'town', parent: 'D', ...over })
const village = (code: string, parent: string | null, shape = box(0, 0, 1, 1)) =>
  aPlace({ code, kind: 'village', parent, shape })

describe('hierarchy', () => {
  test('A1 a parent without polygon is the union of its children, what two of them cover counted once', () => {
    const left = box(0, 0, 0.02, 0.01)
    const right = box(0.01, 0, 0.03, 0.01)
    const hierarchy = hierarchyOf([district, town('T'), village('V1', 'T', left), village('V2', 'T', right)])
    const whole = areaM2(box(0, 0, 0.03, 0.01))
    expect(areaM2(hierarchy.shapeOf('T')!) / whole).toBeCloseTo(1, 9)
    expect(areaM2(hierarchy.shapeOf('D')!) / whole).toBeCloseTo(1, 9)
  })

  test('A1 a parent with a polygon keeps it, whatever its children cover', () => {
    const own = box(0, 0, 5, 5)
    const hierarchy = hierarchyOf([district, town('T', { shape: own }), village('V', 'T', box(0, 0, 9, 9))])
    expect(hierarchy.shapeOf('T')).toBe(own)
    expect(hierarchy.shapeOf('D')).toBe(own)
  })

  test('A2 a missing parent is found by position, the smallest ground that holds it, and noted', () => {
    const hierarchy = hierarchyOf([
      aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 10, 10) }),
      town('T1', { shape: box(0, 0, 5, 10) }),
      town('T2', { shape: box(5, 0, 10, 10), parent: null }),
      village('V', null, box(6, 6, 7, 7)),
      village('far', null, box(20, 20, 21, 21)),
    ])
    expect(hierarchy.parentOf('T2')).toBe('D')
    expect(hierarchy.parentOf('V')).toBe('T2')
    expect(hierarchy.ancestorsOf('V')).toEqual(['T2', 'D'])
    expect(hierarchy.parentOf('far')).toBeNull()
    expect(hierarchy.notes.map(({ code, place, parent }) => [code, place, parent])).toEqual([
      ['parent-by-position', 'T2', 'D'],
      ['parent-by-position', 'V', 'T2'],
      ['no-parent', 'far', null],
    ])
  })

  test('A2 a parent that does not exist is noted, and the place goes to the only district without a line', () => {
    const hierarchy = hierarchyOf([district, town('T', { parent: 'nowhere', shape: box(0, 0, 1, 1) })])
    expect(hierarchy.parentOf('T')).toBe('D')
    expect(hierarchy.notes.map((note) => note.code)).toEqual(['unknown-parent', 'parent-by-position'])
  })

  test('A2 a stray that only the district can take is its own and no proof of its ground', () => {
    const stray = aPlace({ code: 'B', kind: 'building', shape: box(9, 9, 9.1, 9.1) })
    const ground = box(0, 0, 1, 1)
    const hierarchy = hierarchyOf([district, town('T', { shape: ground }), stray])
    expect(hierarchy.parentOf('B')).toBe('D')
    expect(hierarchy.shapeOf('D')).toBe(ground)
    expect(hierarchyOf([district, stray, village('V', null, ground)]).shapeOf('D')).toBe(ground)
  })

  test('A3 the second row of a code is left out and noted with its row', () => {
    const again = village('V', 'T', box(3, 3, 4, 4))
    const hierarchy = hierarchyOf([
      district,
      town('T'),
      village('V', 'T'),
      { ...again, origin: { ...again.origin, row: 9 } },
    ])
    expect(hierarchy.codes).toEqual(['D', 'T', 'V'])
    expect(hierarchy.placeAt(3.5, 3.5)).toBeNull()
    expect(hierarchy.notes).toMatchObject([{ code: 'duplicate-place', place: 'V', row: 9 }])
  })

  test('A3 a cycle is broken at its smallest code and noted once', () => {
    const hierarchy = hierarchyOf([
      village('c', 'a'),
      village('b', 'c'),
      village('a', 'b'),
      village('outside', 'c'),
    ])
    expect(hierarchy.notes.filter((note) => note.code === 'parent-cycle').map((note) => note.place)).toEqual([
      'a',
    ])
    expect(hierarchy.ancestorsOf('outside')).toEqual(['c', 'a'])
    expect(hierarchy.roots).toEqual(['a'])
  })

  test('A3 a line of parents without end is broken on the way, and answered', () => {
    const step = (code: string, parent: string | null) =>
      aPlace({ code, kind: 'village', parent, shape: null })
    const line = Array.from({ length: 20_000 }, (_, i) => step(`V${i}`, `V${i + 1}`))
    const hierarchy = hierarchyOf([...line.slice(1), step('V20000', null), village('V0', 'V1')])
    const broken = hierarchy.notes.filter(({ code }) => code === 'parents-too-deep')
    expect(broken).toHaveLength(Math.floor(20_000 / 30))
    expect([hierarchy.shapeOf('V20') !== null, hierarchy.shapeOf('V21')]).toEqual([true, null])
    for (const code of hierarchy.codes) expect(hierarchy.ancestorsOf(code).length).toBeLessThan(30)
    const whole = hierarchyOf(line.slice(-29).concat(step('V20000', null)))
    expect(whole.notes.filter(({ code }) => code === 'parents-too-deep')).toEqual([])
    expect(whole.ancestorsOf('V19971')).toHaveLength(29)
  })

  test('A4 a position in two overlapping siblings belongs to the smaller code and both are told', () => {
    const hierarchy = hierarchyOf([
      town('T1', { shape: box(0, 0, 9, 9) }),
      village('V2', 'T1', box(0, 0, 2, 2)),
      village('V1', 'T1', box(1, 1, 3, 3)),
    ])
    expect(hierarchy.placeAt(1.5, 1.5)).toEqual({ code: 'V1', among: ['V1', 'V2'] })
    expect(hierarchy.placeAt(0.5, 0.5)).toEqual({ code: 'V2', among: ['V2'] })
    expect(hierarchy.placeAt(8, 8)).toEqual({ code: 'T1', among: ['T1'] })
    expect(hierarchy.placeAt(10, 10)).toBeNull()
  })

  test('A5 places with no ground, their own or their children’s, are listed and not lost', () => {
    const hierarchy = hierarchyOf([
      district,
      town('T1'),
      town('T2'),
      village('V', 'T1'),
      aPlace({ code: 'C', parent: 'V' }),
    ])
    expect(hierarchy.withoutGeometry).toEqual(['C', 'T2'])
    expect(hierarchy.townOf('C')).toBe('T1')
    expect(hierarchy.villageOf('C')).toBe('V')
    expect(hierarchy.villageOf('T1')).toBeNull()
    expect(hierarchy.townOf('not a code')).toBeNull()
  })
})
