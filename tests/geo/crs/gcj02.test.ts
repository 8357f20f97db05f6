import gcoord from 'gcoord'
import { describe, expect, test } from 'vitest'
import { gcj02, type LonLat, wgs84 } from '../../../geo/crs/frame'
import { flatFromGcj02, flatToGcj02, fromGcj02, toGcj02 } from '../../../geo/crs/gcj02'
import { isOnMainland } from '../../../geo/crs/mainland'
import { distanceM } from '../../../geo/geometry/rings/distance'
import { metresPerDegree } from '../../../geo/geometry/rings/plane'
import { seeded } from '../../helpers/seeded'
import { hasSharedData, readSharedData } from '../../helpers/shared-data'

interface City {
  attrs: { name: string }
  coords: { WGS84: [number, number]; GCJ02: [number, number] }
}

const OUTSIDE: [name: string, lon: number, lat: number][] = [
  ['Taipei', 121.56, 25.04],
  ['Tainan', 120.2, 22.99],
  ['Kinmen', 118.32, 24.43],
  ['Matsu', 119.93, 26.15],
  ['Hong Kong', 114.17, 22.3],
  ['Sheung Shui', 114.128, 22.501],
  ['Macao', 113.545, 22.19],
  ['Seoul', 127, 37.55],
  ['Pyongyang', 125.75, 39.03],
  ['Hanoi', 105.85, 21.03],
  ['Ulaanbaatar', 106.9, 47.92],
  ['Vladivostok', 131.9, 43.12],
  ['Blagoveshchensk', 127.53, 50.29],
  ['Kathmandu', 85.32, 27.72],
  ['Delhi', 77.2, 28.6],
  ['Almaty', 76.9, 43.25],
  ['Tokyo', 139.7, 35.7],
  ['Vaduz', 9.52, 47.14],
]
const INSIDE: [name: string, lon: number, lat: number][] = [
  ['Beijing', 116.4, 39.9],
  ['Shenzhen, by the river', 114.119, 22.532],
  ['Zhuhai, by the border gate', 113.549, 22.219],
  ['Xiamen', 118.09, 24.48],
  ['Dandong', 124.39, 40.13],
  ['Heihe', 127.521, 50.243],
  ['Haikou', 110.3, 20.02],
  ['Ruili', 97.85, 24.01],
  ['Kashgar', 75.99, 39.47],
  ['Hunchun', 130.36, 42.86],
]

describe('where maps are shifted', () => {
  test.each(OUTSIDE)('F1 not in %s', (_, lon, lat) => {
    expect(isOnMainland(lon, lat)).toBe(false)
    expect([...toGcj02(wgs84(lon, lat))]).toEqual([lon, lat])
    expect([...fromGcj02(gcj02(lon, lat))]).toEqual([lon, lat])
  })
  test.each(INSIDE)('F1 in %s', (_, lon, lat) => expect(isOnMainland(lon, lat)).toBe(true))
})

describe('GCJ-02', () => {
  test('F2 there and back within 0.1 m on the mainland, the identity elsewhere (20 000 positions, seed 2)', () => {
    const random = seeded(2)
    let inside = 0
    for (let i = 0; i < 20_000; i++) {
      const at = wgs84(70 + 70 * random.next(), 55 * random.next())
      const there = toGcj02(at)
      if (isOnMainland(at[0], at[1])) {
        inside++
        expect(distanceM(fromGcj02(there), at)).toBeLessThan(0.1)
        expect(distanceM(there, at)).toBeGreaterThan(10)
      } else expect([...there]).toEqual([...at])
    }
    expect(inside).toBeGreaterThan(4000)
  })

  test.skipIf(!hasSharedData('gcj'))(
    'F3 664 published cities lie within 0.8 m, all by the same step (skipped without ../shared/data)',
    () => {
      const cities = readSharedData<City[]>('gcj/china-cities.json')
      expect(cities).toHaveLength(664)
      const steps = cities.map(({ attrs, coords: { WGS84, GCJ02 } }) => {
        const ours = toGcj02(wgs84(...WGS84))
        expect(distanceM(ours, GCJ02), attrs.name).toBeLessThan(0.8)
        expect(distanceM(fromGcj02(gcj02(...GCJ02)), WGS84), attrs.name).toBeLessThan(0.8)
        const { lon, lat } = metresPerDegree(WGS84[1])
        return [(GCJ02[0] - ours[0]) * lon, (GCJ02[1] - ours[1]) * lat] as const
      })
      const mean = ([0, 1] as const).map(
        (axis) => steps.reduce((sum, step) => sum + step[axis], 0) / steps.length,
      )
      for (const [east, north] of steps)
        expect(Math.hypot(east - mean[0]!, north - mean[1]!)).toBeLessThan(0.1)
    },
  )

  test('F3 gcoord says the same within 1 mm (2 000 positions, seed 3)', () => {
    const random = seeded(3)
    for (let i = 0; i < 2000; i++) {
      const at = wgs84(75 + 55 * random.next(), 20 + 30 * random.next())
      if (!isOnMainland(at[0], at[1])) continue
      const theirs = gcoord.transform([at[0], at[1]], gcoord.WGS84, gcoord.GCJ02) as [number, number]
      expect(distanceM(toGcj02(at), theirs)).toBeLessThan(0.001)
    }
  })

  test('F4 a ring whose closing vertex is the same object stays closed and is shifted once', () => {
    const first: [number, number] = [121.47, 31.23]
    const ring = [first, [121.48, 31.23], [121.48, 31.24], first]
    const flat = flatToGcj02(ring.flat())
    expect(first).toEqual([121.47, 31.23])
    expect([flat[0], flat[1]]).toEqual([flat[6], flat[7]])
    expect(distanceM([flat[0]!, flat[1]!], first)).toBeGreaterThan(400)
    const back = flatFromGcj02(flat)
    ring.flat().forEach((value, i) => {
      expect(back[i]).toBeCloseTo(value, 8)
    })
  })

  test('F5 what is no position is refused, not looped over', () => {
    expect(() => fromGcj02(gcj02(NaN, 31))).toThrow('NaN')
    expect(() => fromGcj02(gcj02(Infinity, 31))).toThrow(RangeError)
  })

  test('F6 the compiler keeps the frames apart', () => {
    const seen: LonLat<'gcj02'> = gcj02(121.47, 31.23)
    // @ts-expect-error a GCJ-02 position is not a WGS-84 position
    const onMap: LonLat<'wgs84'> = seen
    expect(onMap).toBe(seen)
  })
})
