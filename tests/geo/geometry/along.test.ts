import { describe, expect, test } from 'vitest'
import { runsOn } from '../../../geo/geometry/roads/along'
import { crossingsOfMany } from '../../../geo/geometry/roads/crossings-of-many'
import { meetingsOf } from '../../../geo/geometry/roads/joins'
import { box } from '../../helpers/facts'

/** Its eastern line lies at 113.01, where the roads run. */
const zone = box(113, 34, 113.01, 34.01)
const flat = (...road: number[]) => Float64Array.from(road)
const seen = (...roads: Float64Array[]) => {
  const runs = runsOn(roads, zone, crossingsOfMany(roads, [zone]))
  const { passes } = runs
  const { joins, ends } = meetingsOf(roads, zone, runs.crossings, () => 0, runs.isLed)
  const of = (kind: string): number => passes.filter((one) => one.kind === kind).length
  return {
    ...{ crossings: runs.crossings.length + of('run'), joins: joins.length + of('join') },
    ...{ ends: ends.length, along: runs.along, one: passes },
  }
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
      one: [{ position: [113.01, 34.003], lines: [0, 1, 2], inside: [0], outside: [2] }],
    })
    expect(seen(...pieces.toReversed()).one).toMatchObject([{ position: [113.01, 34.003], outside: [0] }])
    const away = [Float64Array.from([...whole.slice(2, 4), ...whole.slice(0, 2)]), ...pieces.slice(1)]
    for (const roads of [away, away.toReversed()])
      expect(seen(...roads).one).toMatchObject([{ position: [113.01, 34.003] }])
    expect(seen(whole.slice(0, 6), whole.slice(4, 8))).toMatchObject({ crossings: 0, joins: 1, along: [] })
    expect(seen(whole.slice(0, 4), whole.slice(2, 8))).toMatchObject({ crossings: 0, joins: 1, along: [] })
    const side = flat(113.005, 34.007, 113.01, 34.007)
    expect(seen(...pieces, side)).toMatchObject({ crossings: 0, joins: 1, along: [] })
  })

  test('X15 a road goes on past a side road and passes, whole or cut, and one leads along it as well', () => {
    const whole = flat(113.005, 34.003, 113.01, 34.003, 113.01, 34.007, 113.02, 34.007)
    const pieces = [whole.slice(0, 4), whole.slice(2, 6), whole.slice(4, 8)]
    const cutThere = [
      ...[whole.slice(0, 4), flat(113.01, 34.003, 113.01, 34.005), flat(113.01, 34.005, 113.01, 34.007)],
      whole.slice(4, 8),
    ]
    const side = flat(113.005, 34.005, 113.01, 34.005)
    for (const roads of [[whole], pieces, cutThere]) {
      const { crossings, joins, along, one } = seen(...roads, side)
      expect([crossings, joins]).toEqual(roads.length === 1 ? [1, 0] : [0, 1])
      expect(one).toMatchObject([{ position: [113.01, 34.003], inside: [0], outside: [roads.length - 1] }])
      expect(along).toMatchObject([{ position: [113.01, 34.003] }])
    }
    const across = flat(113.005, 34.003, 113.02, 34.003)
    for (const roads of [[whole], pieces, cutThere])
      expect(seen(...roads, across)).toMatchObject({ along: [] })
  })

  test('X15 where a side road that says the same goes straight on, the road that bends does not', () => {
    const bend = flat(113.005, 34.003, 113.01, 34.003, 113.01, 34.007, 113.02, 34.007)
    const straight = flat(113.01, 34.001, 113.01, 34.003)
    expect(seen(bend, straight).one).toEqual([])
    expect(runsOn([bend, straight], zone, [], (line) => `${line}`).passes).toMatchObject([
      { kind: 'run', lines: [0] },
    ])
  })

  test('X14 X15 a road that is round passes where it comes to the line, wherever it is cut', () => {
    const round = [
      113.01, 34.007, 113.005, 34.009, 113.02, 34.008, 113.03, 34, 113.01, 34.003, 113.01, 34.007,
    ]
    expect(crossingsOfMany([flat(...round)], [zone])).toMatchObject([
      { kind: 'cross' },
      { kind: 'run', position: [113.01, 34.003] },
    ])
    const cut = seen(flat(...round.slice(0, 8)), flat(...round.slice(6)))
    expect(cut).toMatchObject({ crossings: 1, joins: 1, one: [{ position: [113.01, 34.003] }] })
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
