import { describe, expect, test } from 'vitest'
import type { Place, Position } from '#geo'
import { bordersOf, chain, groundPlaces } from '../../../src/layers/shapes/borders'

const origin = { file: 'test', row: 1, knownAt: null }

function aPlace(
  code: string,
  kind: Place['kind'],
  parent: string | null,
  square?: readonly [number, number, number, number],
): Place {
  const shape = square
    ? (() => {
        const [w, s, e, n] = square
        return [[Float64Array.from([w, s, e, s, e, n, w, n, w, s])]]
      })()
    : null
  return { code, name: code, kind, parent, people: null, households: null, aliases: [], shape, origin }
}

const length = (lines: readonly Float64Array[]): number =>
  lines.reduce((sum, line) => {
    for (let i = 0; i + 3 < line.length; i += 2)
      sum += Math.hypot(line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!)
    return sum
  }, 0)

/** Two towns of two unit villages each, side by side: A1 A2 | B1 B2. */
const row = [
  aPlace('D', 'district', null),
  aPlace('A', 'town', 'D'),
  aPlace('B', 'town', 'D'),
  aPlace('A1', 'village', 'A', [0, 0, 1, 1]),
  aPlace('A2', 'village', 'A', [1, 0, 2, 1]),
  aPlace('B1', 'village', 'B', [2, 0, 3, 1]),
  aPlace('B2', 'village', 'B', [3, 0, 4, 1]),
]

describe('M7 every border is drawn once, as the strongest line it is', () => {
  test('a line between villages, one between towns, and the rest is the district’s', () => {
    const borders = bordersOf(row)
    expect(length(borders.village)).toBeCloseTo(2, 12)
    expect(length(borders.town)).toBeCloseTo(1, 12)
    expect(length(borders.district)).toBeCloseTo(10, 12)
  })

  test('an edge of a part that lies inside another part is no line', () => {
    const [whole] = aPlace('A1', 'village', null, [0, 0, 2, 2]).shape!
    const [inner] = aPlace('A1', 'village', null, [0.5, 0.5, 1, 1]).shape!
    const [across] = aPlace('A1', 'village', null, [1, 1, 3, 2]).shape!
    const place = { ...aPlace('A1', 'village', null), shape: [whole!, inner!, across!] }
    expect(length(bordersOf([place]).district)).toBeCloseTo(10, 9)
  })

  test('a border that two sources drew with other vertices is still no district line', () => {
    const other = row.map((place) =>
      place.code === 'B1'
        ? { ...place, shape: [[Float64Array.from([2, 0, 3, 0, 3, 1, 2, 1, 2, 0.37, 2, 0])]] }
        : place,
    )
    const borders = bordersOf(other)
    expect(length(borders.district)).toBeCloseTo(10, 12)
    expect(length(borders.town)).toBeGreaterThanOrEqual(1)
  })

  test('a small gap that two villages leave between them is no end of the district, a small island and a large hole are', () => {
    const ring = (...points: number[]): Float64Array => Float64Array.from(points)
    /** A2 | B1 part for a while: a gap of 0.02 × 0.02 */
    const gap = row.map((place) => {
      if (place.code === 'A2')
        return { ...place, shape: [[ring(1, 0, 2, 0, 2, 0.4, 1.98, 0.41, 2, 0.42, 2, 1, 1, 1, 1, 0)]] }
      if (place.code === 'B1')
        return { ...place, shape: [[ring(2, 0, 3, 0, 3, 1, 2, 1, 2, 0.42, 2.02, 0.41, 2, 0.4, 2, 0)]] }
      return place
    })
    const closed = bordersOf(gap)
    expect(length(closed.district)).toBeCloseTo(10, 12)
    expect(length(closed.town)).toBeGreaterThan(1)

    const apart = row.map((place) =>
      place.code === 'B1' ? { ...place, shape: [[ring(2.001, 0, 3, 0, 3, 1, 2.001, 1, 2.001, 0)]] } : place,
    )
    expect(length(bordersOf(apart).district), 'a long one between two rows of villages').toBeCloseTo(9.998, 9)

    const island = [
      aPlace('I1', 'village', 'B', [5, 0, 5.02, 0.02]),
      aPlace('I2', 'village', 'B', [5.02, 0, 5.04, 0.02]),
    ]
    expect(length(bordersOf([...row, ...island]).district)).toBeCloseTo(10.12, 12)
    const lake = row.map((place) =>
      place.code === 'A1'
        ? { ...place, shape: [[...place.shape![0]!, ring(0.2, 0.2, 0.7, 0.2, 0.7, 0.7, 0.2, 0.7, 0.2, 0.2)]] }
        : place,
    )
    expect(length(bordersOf(lake).district)).toBeCloseTo(12, 12)
  })

  test('a town without villages on the map stands in for them, a district for its towns', () => {
    const towns = [
      aPlace('D', 'district', null),
      aPlace('A', 'town', 'D', [0, 0, 1, 1]),
      aPlace('B', 'town', 'D', [1, 0, 2, 1]),
    ]
    expect(groundPlaces(towns).map(({ code }) => code)).toEqual(['A', 'B'])
    expect(groundPlaces(row).map(({ code }) => code)).toEqual(['A1', 'A2', 'B1', 'B2'])
    expect(groundPlaces([aPlace('D', 'district', null, [0, 0, 1, 1])]).map(({ code }) => code)).toEqual(['D'])
    expect(groundPlaces([...row, aPlace('C1', 'compound', 'A1', [0, 0, 0.1, 0.1])])).toHaveLength(4)
  })

  test('edges join to one line between junctions, and a ring comes back to its start', () => {
    const points: Position[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]
    const ring = points.map((from, i) => ({ from, to: points[(i + 1) % 4]! }))
    const [only, ...more] = chain([ring[2]!, ring[0]!, { from: ring[1]!.to, to: ring[1]!.from }, ring[3]!])
    expect(more).toEqual([])
    expect(only!.length / 2).toBe(5)
    expect([...only!.slice(0, 2)]).toEqual([...only!.slice(-2)])
  })

  test('no places, no lines', () => {
    expect(bordersOf([])).toEqual({ village: [], town: [], district: [], ground: [] })
  })
})
