import { describe, expect, test } from 'vitest'
import { union } from '../../../geo/geometry/overlay/overlay'
import { areaM2 } from '../../../geo/geometry/rings/area'
import { hierarchyOf } from '../../../geo/places/hierarchy'
import { siblingOverlaps } from '../../../geo/places/overlaps'
import { residentsOf } from '../../../geo/places/people'
import { hasSharedData } from '../../helpers/shared-data'
import { sharedPlaces } from '../../helpers/shared-places'

describe.skipIf(!hasSharedData('tainan-2015'))('752 villages and 37 towns of Tainan', () => {
  const places = hasSharedData('tainan-2015') ? sharedPlaces('tainan-2015') : []
  const hierarchy = hierarchyOf(places)
  const area = (code: string): number => areaM2(hierarchy.shapeOf(code)!)

  test('A1 each town has the area of its villages within 1e-5, the district that of the union', () => {
    const towns = hierarchy.ofKind('town')
    expect(towns.length).toBe(37)
    for (const town of towns) {
      const villages = hierarchy.childrenOf(town).reduce((sum, code) => sum + area(code), 0)
      expect(Math.abs(area(town) / villages - 1)).toBeLessThan(1e-5)
    }
    const villages = hierarchy.ofKind('village').map((code) => hierarchy.shapeOf(code)!)
    expect(Math.abs(area('67') / areaM2(union(villages)) - 1)).toBeLessThan(1e-9)
  })

  test('A6 the 472 overlapping pairs are reported once each, with their area', () => {
    const { pairs: overlaps } = siblingOverlaps(hierarchy)
    expect(overlaps.length).toBe(472)
    expect(new Set(overlaps.map(({ a, b }) => `${a} ${b}`)).size).toBe(472)
    expect(overlaps.every(({ a, b }) => a < b)).toBe(true)
    const km2 = overlaps.reduce((sum, one) => sum + one.areaM2, 0) / 1e6
    expect(km2).toBeGreaterThan(2.4)
    expect(km2).toBeLessThan(2.43)
  })

  test('A7 the people of the district are those of its villages', () => {
    expect(residentsOf(hierarchy).totalOf('67').people).toBe(1_885_079)
  })
})
