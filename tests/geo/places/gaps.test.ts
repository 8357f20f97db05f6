import { describe, expect, test } from 'vitest'
import { contains } from '../../../geo/geometry/rings/contains'
import { siblingGaps } from '../../../geo/places/gaps'
import { hierarchyOf } from '../../../geo/places/hierarchy'
import { siblingOverlaps } from '../../../geo/places/overlaps'
import { largeCity } from '../../helpers/large-city'
import { hasSharedData } from '../../helpers/shared-data'
import { sharedPlaces } from '../../helpers/shared-places'

describe('A27 gaps between places', () => {
  test('a city of 26,000 compounds that was drawn once has none, and no overlap, found within 2 s', () => {
    const hierarchy = hierarchyOf(largeCity().places)
    const begun = process.cpuUsage().user
    expect(siblingOverlaps(hierarchy)).toEqual({ pairs: [], isComplete: true })
    expect(siblingGaps(hierarchy)).toEqual([])
    expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(2)
  })

  test.skipIf(!hasSharedData('tainan-2015'))(
    'in Tainan each lies in no village, and nearly all between two towns',
    () => {
      const hierarchy = hierarchyOf(sharedPlaces('tainan-2015'))
      const villages = hierarchy.ofKind('village').map((code) => hierarchy.place(code)!.shape!)
      const gaps = siblingGaps(hierarchy)
      expect(gaps.length).toBeGreaterThan(400)
      for (const { a, b, position } of gaps)
        expect(
          villages.some((shape) => contains(shape, position)),
          `${a} ${b}`,
        ).toBe(false)
      const across = gaps.filter(({ a, b }) => hierarchy.holderOf(a) !== hierarchy.holderOf(b))
      expect(across.length / gaps.length).toBeGreaterThan(0.9)
    },
  )
})
