import { describe, expect, test } from 'vitest'
import { intersection } from '../../../geo/geometry/overlay/overlay'
import { areaM2, ownOverlapM2 } from '../../../geo/geometry/rings/area'
import { centroid } from '../../../geo/geometry/rings/centroid'
import { contains, sideOf } from '../../../geo/geometry/rings/contains'
import { plain } from '../../../geo/geometry/rings/plain'
import { reversed } from '../../../geo/geometry/rings/ring'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { crossings } from '../../../geo/geometry/roads/crossings'
import { box } from '../../helpers/facts'

const whole = box(0, 0, 4, 4)
const inner = box(1, 1, 2, 2)
const withHole = (hole: Shape, outer = whole): Shape => [[outer[0]![0]!, hole[0]![0]!]]
const road = Float64Array.from([-1, 1.5, 5, 1.5])
const crossed = (shape: Shape): number[] => crossings(road, shape).map(({ position }) => position[0])

describe('one ground', () => {
  const same: [string, Shape, Shape][] = [
    ['a part inside a part', [...whole, ...inner], whole],
    ['the same, wound the other way', [...whole, [reversed(inner[0]![0]!)]], whole],
    ['a part twice', [...whole, ...whole], whole],
    ['parts that cross', [...box(0, 0, 3, 4), ...box(2, 0, 4, 4)], whole],
    [
      'parts side by side with other vertices on the seam',
      [...box(0, 0, 2, 4), ...box(2, 0, 4, 2), ...box(2, 2, 4, 4)],
      whole,
    ],
    ['a part over a hole', [...withHole(inner), ...box(0.5, 0.5, 2.5, 2.5)], whole],
    ['a hole twice', [[whole[0]![0]!, inner[0]![0]!, inner[0]![0]!]], withHole(inner)],
    [
      'a hole in a hole',
      [[whole[0]![0]!, box(1, 1, 3, 3)[0]![0]!, inner[0]![0]!]],
      withHole(box(1, 1, 3, 3)),
    ],
    ['a hole beyond its part', [[...whole[0]!, box(6, 6, 7, 7)[0]![0]!]], whole],
    [
      'an island in a hole',
      [...withHole(box(1, 1, 3, 3)), ...box(1.5, 1.2, 2, 2)],
      [...withHole(box(1, 1, 3, 3)), ...box(1.5, 1.2, 2, 2)],
    ],
  ]
  test.each(same)('G15 %s: area, positions, crossings, cuts and centre of the union', (_, shape, ground) => {
    expect(areaM2(shape) / areaM2(ground)).toBeCloseTo(1, 11)
    expect(crossed(shape)).toEqual(crossed(ground))
    for (let x = -0.25; x < 5; x += 0.25)
      for (let y = -0.25; y < 5; y += 0.25)
        expect(sideOf(shape, [x, y]), `${x} ${y}`).toBe(sideOf(ground, [x, y]))
    const east = box(1.2, -1, 9, 9)
    expect(areaM2(intersection(shape, east)) / areaM2(intersection(ground, east))).toBeCloseTo(1, 6)
    expect(centroid(shape)![0]).toBeCloseTo(centroid(ground)![0], 9)
  })

  test('G15 a shape whose parts keep apart is taken as it is, and no vertex moves in the others', () => {
    const apart = [...withHole(inner), ...box(5, 0, 6, 1)]
    expect(plain(apart)).toBe(apart)
    expect(plain([...whole, ...inner]).flat(2).length).toBe(1)
    expect(contains([...whole, ...inner], [1.5, 1.5])).toBe(true)
  })

  test('G15 what lies over itself is told in m²; parts that only touch have nothing in common', () => {
    expect(ownOverlapM2([...whole, ...inner]) / areaM2(inner)).toBeCloseTo(1, 9)
    expect(ownOverlapM2([...box(0, 0, 2, 4), ...box(2, 0, 4, 4)]) / areaM2(whole)).toBeLessThan(1e-12)
    expect(ownOverlapM2(withHole(inner))).toBe(0)
  })
})
