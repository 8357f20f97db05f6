import { describe, expect, test } from 'vitest'
import { runsOn } from '../../../geo/geometry/roads/along'
import { crossingsOfMany } from '../../../geo/geometry/roads/crossings-of-many'
import { meetingsOf } from '../../../geo/geometry/roads/joins'
import { box } from '../../helpers/facts'

/** Its eastern line lies at 113.01, where the roads run. */
const zone = box(113, 34, 113.01, 34.01)
const flat = (...road: number[]) => Float64Array.from(road)
const seen = (...roads: Float64Array[]) => {
  const crossings = crossingsOfMany(roads, [zone])
  const { joins, ends } = meetingsOf(roads, zone, crossings)
  const runs = runsOn(roads, zone, crossings)
  const all = joins.length + runs.joins.length
  return { crossings: crossings.length, joins: all, ends: ends.length, along: runs.along, one: runs.joins }
}
const onLine = flat(113.01, 34.002, 113.01, 34.008)
const inside = flat(113.005, 34.003, 113.01, 34.003)
const outside = flat(113.01, 34.007, 113.02, 34.007)
const [low, middle, high] = [34.002, 34.005, 34.008]

describe('a road that runs on the line', () => {
  test('X15 with a way off inside and one outside it is one, and no crossing', () => {
    const { along, one: _, ...others } = seen(onLine, inside, outside)
    expect(others).toEqual({ crossings: 0, joins: 0, ends: 2 })
    expect(along).toMatchObject([{ position: [113.01, 34.003], lines: [0], inside: [1], outside: [2] }])
    expect(along[0]!.lengthM).toBeCloseTo(665.5, 0)
  })

  test('X15 in any pieces it is one run; apart it is two', () => {
    const pieces = [flat(113.01, low, 113.01, middle), flat(113.01, high, 113.01, middle)]
    expect(seen(...pieces, inside, outside).along).toMatchObject([
      { lines: [0, 1], inside: [2], outside: [3] },
    ])
    const apart = [flat(113.01, low, 113.01, 34.004), flat(113.01, 34.006, 113.01, high)]
    expect(seen(...apart, inside, outside).along).toEqual([])
    const again = [flat(113.005, 34.0065, 113.01, 34.0065), flat(113.01, 34.0025, 113.02, 34.0025)]
    expect(seen(...apart, inside, outside, ...again).along).toHaveLength(2)
  })

  test('X15 ways off to one side alone are touches', () => {
    expect(seen(onLine, inside, flat(113.005, 34.007, 113.01, 34.007)).along).toEqual([])
    expect(seen(onLine).along).toEqual([])
  })

  test('X15 where both sides meet at one node that is a join and nothing along', () => {
    const both = flat(113.01, 34.003, 113.02, 34.003)
    expect(seen(onLine, inside, both)).toMatchObject({ crossings: 0, joins: 1, along: [] })
  })

  test('X15 roads that meet end to end on the line are one road: a crossing, whole or in pieces, where it comes to the line', () => {
    const whole = flat(113.005, 34.003, 113.01, 34.003, 113.01, 34.007, 113.02, 34.007)
    expect(seen(whole)).toMatchObject({ crossings: 1, joins: 0, along: [] })
    const pieces = [whole.slice(0, 4), whole.slice(2, 6), whole.slice(4, 8)]
    expect(seen(...pieces)).toMatchObject({
      ...{ crossings: 0, joins: 1, ends: 0, along: [] },
      one: [{ position: [113.01, 34.003], lines: [0, 1, 2], inside: [0], outside: [2], gapM: 0 }],
    })
    expect(seen(...pieces.toReversed()).one).toMatchObject([{ position: [113.01, 34.007], outside: [0] }])
    expect(seen(whole.slice(0, 6), whole.slice(4, 8))).toMatchObject({ crossings: 0, joins: 1, along: [] })
    expect(seen(whole.slice(0, 4), whole.slice(2, 8))).toMatchObject({ crossings: 0, joins: 1, along: [] })
    const side = flat(113.005, 34.007, 113.01, 34.007)
    expect(seen(...pieces, side)).toMatchObject({ crossings: 0, joins: 1, along: [] })
  })

  test('X15 a side road onto a run leads along it', () => {
    const whole = flat(113.005, 34.003, 113.01, 34.003, 113.01, 34.007, 113.02, 34.007)
    expect(seen(whole, flat(113.005, 34.005, 113.01, 34.005))).toMatchObject({
      crossings: 1,
      along: [{ lines: [0] }],
    })
  })

  test('X15 a road that runs on beyond the corner of the line leads along it, with a vertex at the corner or without', () => {
    const beyond = flat(113.01, 33.99, 113.01, 34.003, 113.01, 34.02)
    const arm = flat(113.005, 34.003, 113.01, 34.003)
    expect(seen(beyond, arm)).toMatchObject({
      crossings: 0,
      joins: 0,
      along: [{ lines: [0], inside: [1], outside: [0] }],
    })
    const cut = [flat(113.01, 33.99, 113.01, 34), flat(113.01, 34, 113.01, 34.003, 113.01, 34.02)]
    expect(seen(...cut, arm).along).toMatchObject([{ position: [113.01, 34.003], inside: [2] }])
    expect(seen(beyond).along).toEqual([])
  })
})
