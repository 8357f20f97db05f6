import { describe, expect, test } from 'vitest'
import { buffer, circle } from '../../../geo/geometry/overlay/buffer'
import { areaM2 } from '../../../geo/geometry/rings/area'
import { boundsOf } from '../../../geo/geometry/rings/bounds'
import { centroid } from '../../../geo/geometry/rings/centroid'
import { contains, sideOf } from '../../../geo/geometry/rings/contains'
import { distanceM, lengthM, nearDistanceM } from '../../../geo/geometry/rings/distance'
import { geometryOf, lineStringOf, shapeOfGeometry } from '../../../geo/geometry/rings/geojson'
import { representativePoint } from '../../../geo/geometry/rings/representative-point'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { SpatialIndex } from '../../../geo/geometry/spatial-index'
import { box, ring } from '../../helpers/facts'
import { seeded } from '../../helpers/seeded'

const HOLED: Shape = [[box(0, 0, 4, 4)[0]![0]!, box(1, 1, 3, 3)[0]![0]!]]
const HORSESHOE: Shape = [[ring([0, 0, 9, 0, 9, 9, 8, 9, 8, 1, 1, 1, 1, 9, 0, 9, 0, 0])]]

describe('distance', () => {
  test.each([
    ['JFK to LHR, GeographicLib’s own example', [-73.8, 40.6], [-0.5, 51.6], 5_551_759.4, 0.05],
    ['a quarter of the meridian', [0, 0], [0, 90], 10_001_965.729, 0.001],
    ['a degree of the equator', [10, 0], [11, 0], (6_378_137 * Math.PI) / 180, 0.001],
    ['nowhere', [113, 33], [113, 33], 0, 0],
  ] as const)('G6 %s', (_, from, to, metres, within) => {
    expect(Math.abs(distanceM([...from], [...to]) - metres)).toBeLessThanOrEqual(within)
  })

  test('G6 the plane is within 1e-6 of the ellipsoid at 10 km', () => {
    const random = seeded(6)
    for (let i = 0; i < 500; i++) {
      const [lon, lat] = [113 + random.next(), -60 + 120 * random.next()]
      const to = [lon + (random.next() - 0.5) / 10, lat + (random.next() - 0.5) / 10] as const
      const true_ = distanceM([lon, lat], to)
      expect(Math.abs(nearDistanceM([lon, lat], to) / true_ - 1)).toBeLessThan(
        1e-6 * Math.max(1, (true_ / 1e4) ** 2),
      )
    }
    expect(lengthM(ring([113, 33, 113, 34, 114, 34]))).toBeCloseTo(
      distanceM([113, 33], [113, 34]) + distanceM([113, 34], [114, 34]),
      6,
    )
  })
})

describe('position in shape', () => {
  test('G7 the border belongs to the shape, that of a hole too; the hole does not', () => {
    expect(
      [
        [0, 2],
        [4, 4],
        [2, 0],
        [1, 2],
        [3, 3],
      ].map(([x, y]) => contains(HOLED, [x!, y!])),
    ).toEqual(Array(5).fill(true))
    expect(
      [
        [2, 2],
        [5, 2],
        [0, 5],
        [-1, 0],
      ].map(([x, y]) => contains(HOLED, [x!, y!])),
    ).toEqual(Array(4).fill(false))
    expect([sideOf(HOLED, [0.5, 2]), sideOf(HOLED, [1, 2]), sideOf(HOLED, [2, 2])]).toEqual([
      'inside',
      'on',
      'outside',
    ])
    expect(contains([], [0, 0])).toBe(false)
  })

  test('G7 of a clean partition exactly one part holds a position when asked half-open', () => {
    const parts: Shape[] = [0, 1, 2].flatMap((x) =>
      [0, 1, 2].flatMap((y): Shape[] => [
        [[ring([x, y, x + 1, y, x + 1, y + 1, x, y])]],
        [[ring([x, y, x + 1, y + 1, x, y + 1, x, y])]],
      ]),
    )
    for (let x = 0.25; x < 3; x += 0.25)
      for (let y = 0.25; y < 3; y += 0.25)
        expect(
          parts.filter((part) => contains(part, [x, y], 'halfOpen')),
          `${x} ${y}`,
        ).toHaveLength(1)
    expect(new SpatialIndex([null, ...parts]).holding([1, 1], 'halfOpen')).toHaveLength(1)
    expect(new SpatialIndex([null, ...parts]).holding([1, 1])).toHaveLength(6)
    expect(new SpatialIndex([null, []]).holding([1, 1])).toEqual([])
  })
})

describe('points for a shape', () => {
  test('G8 the label stands inside, in a horseshoe and round a hole too', () => {
    for (const shape of [
      HOLED,
      HORSESHOE,
      box(113, 33, 113.00001, 33.5),
      [...box(0, 0, 1, 1), ...box(5, 5, 9, 9)],
    ])
      expect(sideOf(shape, representativePoint(shape)!)).toBe('inside')
    expect(representativePoint([])).toBeNull()
  })

  test('G8 the centre of gravity may not', () => {
    expect(centroid(HOLED)).toEqual([2, 2])
    expect(sideOf(HORSESHOE, centroid(HORSESHOE)!)).toBe('outside')
    expect(centroid([])).toBeNull()
  })
})

describe('buffer and circle', () => {
  test.each([0, 33, 59])('G9 a circle has its area, and its radius within 0.05 %, at latitude %i', (lat) => {
    const shape = circle([113, lat], 3000)
    expect(areaM2(shape) / (Math.PI * 3000 ** 2)).toBeCloseTo(1, 4)
    for (let i = 0; i + 1 < shape[0]![0]!.length; i += 2)
      expect(
        Math.abs(distanceM([113, lat], [shape[0]![0]![i]!, shape[0]![0]![i + 1]!]) / 3000 - 1),
      ).toBeLessThan(5e-4)
  })

  test('G9 a widened rectangle has the area of rectangle, strips and circle', () => {
    const base = box(113, 33, 113.02, 33.02)
    const width = nearDistanceM([113, 33.01], [113.02, 33.01])
    const height = nearDistanceM([113, 33], [113, 33.02])
    const expected = width * height + 2 * 500 * (width + height) + Math.PI * 500 ** 2
    expect(areaM2(buffer(base, 500)) / expected).toBeCloseTo(1, 3)
    expect(areaM2(buffer(base, -500)) / ((width - 1000) * (height - 1000))).toBeCloseTo(1, 3)
    expect(buffer(base, -5000)).toEqual([])
    expect(buffer(base, 0)).toBe(base)
    expect(buffer([], 500)).toEqual([])
  })

  test('G9 what overlaps becomes one; what is no distance is refused with its value', () => {
    const two = [...box(113, 33, 113.001, 33.001), ...box(113.003, 33, 113.004, 33.001)]
    expect(buffer(two, 50)).toHaveLength(2)
    expect(buffer(two, 200)).toHaveLength(1)
    expect(() => buffer(two, NaN)).toThrow('NaN')
    expect(() => circle([113, 33], 0)).toThrow('got 0')
  })
})

test('G10 GeoJSON there and back, in fresh arrays', () => {
  const geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  }
  const shape = shapeOfGeometry(geometry)!
  expect(geometryOf(shape)).toEqual(geometry)
  expect(geometryOf(shape).coordinates).not.toBe(geometry.coordinates)
  expect(geometryOf([...shape, ...shape]).type).toBe('MultiPolygon')
  expect(geometryOf([])).toEqual({ type: 'MultiPolygon', coordinates: [] })
  expect(shapeOfGeometry({ type: 'Point', coordinates: [0, 0] })).toBeNull()
  expect(shapeOfGeometry(null)).toBeNull()
  expect(lineStringOf(ring([0, 0, 1, 1]))).toEqual({
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  })
  expect(boundsOf(HOLED)).toEqual([0, 0, 4, 4])
  expect(boundsOf([])).toBeNull()
})
