import { describe, expect, test } from 'vitest'
import { metresPerDegree } from '../../../geo/geometry/rings/plane'
import { crossingsOfMany } from '../../../geo/geometry/roads/crossings-of-many'
import { meetingsOf } from '../../../geo/geometry/roads/joins'
import { box } from '../../helpers/facts'

const zone = box(113, 34, 113.01, 34.01)
const perM = 1 / metresPerDegree(34.005).lon
const flat = (...road: number[]) => Float64Array.from(road)
/** Roads as degrees east of the zone's eastern line, in metres, and north of its middle, in metres. */
const at = (...metres: number[]) =>
  Float64Array.from(metres, (one, i) => (i % 2 === 0 ? 113.01 + one * perM : 34.005 + one / 110_930))
const seen = (...roads: Float64Array[]) => {
  const crossings = crossingsOfMany(roads, [zone])
  const { joins, ends } = meetingsOf(roads, zone, crossings)
  return { crossings: crossings.length, joins, ends: ends.map(({ line, side }) => `${line} ${side}`) }
}
const inwards = at(0, 0, -100, 5)
const outwards = at(0, 0, 100, -7)

describe('roads that meet on the line', () => {
  test('X12 two roads end to end on the line are one join, whichever way they run', () => {
    for (const pair of [
      [inwards, outwards],
      [inwards.slice(2).reverse(), outwards],
    ]) {
      const turned = pair[0]![0] === 113.01 ? pair : [at(-100, 5, 0, 0), outwards]
      const { crossings, joins, ends } = seen(...turned)
      expect([crossings, joins.length, ends]).toEqual([0, 1, []])
      expect(joins[0]).toMatchObject({ position: [113.01, 34.005], inside: [0], outside: [1], gapM: 0 })
    }
  })

  test('X12 however many roads meet, the join is one; a road that turns there on one side is one of them', () => {
    const { joins } = seen(inwards, outwards, at(100, 60, 0, 0), at(-50, -50, 0, 0, -50, 50))
    expect(joins).toHaveLength(1)
    expect(joins[0]).toMatchObject({ lines: [0, 1, 2, 3], inside: [0, 3], outside: [1, 2] })
    expect(seen(at(-50, -50, 0, 0, -50, 50), outwards).joins).toHaveLength(1)
  })

  test('X12 where a road crosses by itself those that meet there from both sides are one with it', () => {
    const across = at(-100, 0, 0, 0, 100, 0)
    expect(seen(across, inwards, outwards)).toMatchObject({
      crossings: 1,
      joins: [{ lines: [1, 2], own: [0] }],
    })
    expect(seen(across, inwards)).toMatchObject({ crossings: 1, joins: [] })
  })

  test('X12 a road that passes by a corner of the line without a vertex there is met by one that ends there', () => {
    const square = box(0, 0, 2, 2)
    const lines = [flat(1, 3, 3, 1), flat(1, 1, 2, 2)]
    const { joins, ends } = meetingsOf(lines, square, crossingsOfMany(lines, [square]))
    expect({ joins, ends }).toMatchObject({ joins: [{ inside: [1], outside: [0] }], ends: [] })
  })

  test('X5 X12 a road that runs on the line crosses where it leaves it too, whichever way it goes', () => {
    const run = flat(113.005, 34.003, 113.01, 34.003, 113.01, 34.007, 113.02, 34.007)
    const back = flat(113.02, 34.007, 113.01, 34.007, 113.01, 34.003, 113.005, 34.003)
    const side = flat(113.005, 34.008, 113.01, 34.007)
    for (const road of [run, back]) expect(seen(road, side)).toMatchObject({ crossings: 1, joins: [] })
  })

  test('X12 roads that meet on the line from one side touch it; roads that meet elsewhere are nothing', () => {
    expect(seen(inwards, at(0, 0, -100, -40))).toEqual({ crossings: 0, joins: [], ends: [] })
    expect(seen(at(-50, 0, -100, 0), at(-50, 0, -90, 30))).toEqual({ crossings: 0, joins: [], ends: [] })
  })

  test('X12 ends that differ by rounding are one node, also where neither reaches the line', () => {
    const [short, beyond] = [
      flat(113.00999996, 34.005, 113.005, 34.005),
      flat(113.01000004, 34.005, 113.02, 34.005),
    ]
    const { crossings, joins, ends } = seen(short, beyond)
    expect([crossings, joins.length, joins[0]?.gapM, ends]).toEqual([0, 1, 0, []])
  })

  test('X13 an end within 1 m of the line that meets no road is told; one farther away is not', () => {
    expect(seen(inwards).ends).toEqual(['0 inside'])
    expect(seen(at(-0.9, 0, -100, 0)).ends).toEqual(['0 inside'])
    expect(seen(at(0.9, 0, 100, 0)).ends).toEqual(['0 outside'])
    expect(seen(at(-1.1, 0, -100, 0)).ends).toEqual([])
    expect(seen(at(0.5, 0, -100, 0))).toMatchObject({ crossings: 1, ends: [] })
    expect(seen(at(-0.5, 0, -100, 0), at(-30, -60, -0.5, 0, -30, 60)).ends).toEqual([])
  })

  test('X13 an end that its own road leads on from is none, at a vertex or between; two metres on, its crossing is', () => {
    const loop = at(-0.5, 0, -30, 20, -60, 0, -30, -20, -0.5, 0, -40, 0)
    expect(seen(at(-40, 0, -0.5, 0, -30, 20, -60, 20, -30, 40, -0.5, 0)).ends).toEqual([])
    expect(seen(loop).ends).toEqual([])
    expect(seen(at(-0.5, 0, -30, 20, -30, -20, -0.5, -0.2, -0.5, 0.2, -60, 9)).ends).toEqual([])
    expect(seen(at(-0.5, 0, -1, 0.5, -1.4, 0), at(-1.4, 0, -1, -0.9, 20, -0.9)).ends).toEqual([])
    expect(seen(at(-0.5, 0, -1, 0.5, -9, 0, -1, -0.9, 20, -0.9)).ends).toEqual(['0 inside'])
  })

  test('X13 two ends within 1 m from opposite sides are one join with its gap, each end once', () => {
    const { joins, ends } = seen(at(-0.1, 0, -100, 0), at(0.1, 0, 100, 0), at(0.6, 0.2, 100, 30))
    expect(joins).toHaveLength(1)
    expect(joins[0]).toMatchObject({ lines: [0, 1], inside: [0], outside: [1] })
    expect(joins[0]!.gapM).toBeCloseTo(0.2, 3)
    expect(ends).toEqual(['2 outside'])
    expect(seen(at(-0.1, 0, -100, 0), at(-0.3, 0.2, -100, 30)).joins).toEqual([])
    expect(seen(at(-0.6, 0, -100, 0), at(0.6, 0, 100, 0)).joins).toEqual([])
  })
})
