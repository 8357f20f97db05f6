import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metresBetween } from '../../../geo/clusters/distance'
import { linkCases } from '../../../geo/clusters/link'
import type { Located } from '../../../geo/clusters/reach'
import { slowLink } from './slow-link'

const located = (rows: readonly (readonly [number, number, number])[]): Located => ({
  lon: Float64Array.from(rows, ([lon]) => lon),
  lat: Float64Array.from(rows, ([, lat]) => lat),
  day: Int32Array.from(rows, ([, , day]) => day),
})

const link = (rows: readonly (readonly [number, number, number])[], radius = 500, window = 14): number[] => [
  ...linkCases(located(rows), { radius, window }),
]

/** Degrees of latitude that are so many metres at 31°. */
const north = (metres: number): number => metres / 110_862.6

describe('linking', () => {
  test('K1 two cases are linked within the radius and the window, not beyond either', () => {
    expect(
      link([
        [120, 31, 0],
        [120, 31 + north(499), 14],
      ]),
    ).toEqual([0, 0])
    expect(
      link([
        [120, 31, 0],
        [120, 31 + north(501), 14],
      ]),
    ).toEqual([0, 1])
    expect(
      link([
        [120, 31, 0],
        [120, 31 + north(499), 15],
      ]),
    ).toEqual([0, 1])
    expect(
      link([
        [120, 31, 0],
        [120, 31, 15],
      ]),
    ).toEqual([0, 1])
  })

  test('K1 links are passed on: a chain is one group', () => {
    const chain = [0, 1, 2, 3].map((step) => [120, 31 + north(400 * step), 10 * step] as const)
    expect(link(chain)).toEqual([0, 0, 0, 0])
    expect(link(chain.filter((_, step) => step !== 1))).toEqual([0, 1, 1])
  })

  test('K1 metres are those of the ellipsoid, and close round 180°', () => {
    expect(metresBetween(120, 0, 120.001, 0)).toBeCloseTo(111.3195, 3)
    expect(metresBetween(120, 60, 120.001, 60)).toBeCloseTo(55.8, 1)
    expect(metresBetween(179.999, 10, -179.999, 10)).toBeCloseTo(219.28, 1)
    expect(
      link([
        [179.999, 10, 0],
        [-179.999, 10, 1],
        [180, 10, 2],
      ]),
    ).toEqual([0, 0, 0])
  })

  test('K2 a reach out of range is refused with its value', () => {
    expect(() => link([[0, 0, 0]], Number.NaN)).toThrow(/NaN/)
    expect(() => link([[0, 0, 0]], 0)).toThrow(/got 0/)
    expect(() => link([[0, 0, 0]], 500, -1)).toThrow(/got -1/)
    expect(link([], 500, 14)).toEqual([])
  })

  test('K3 the fast way gives the groups of the slow way, anywhere, at any reach', () => {
    const places = fc.record({
      latitude: fc.constantFrom(-75, -31.2, 0, 23, 31, 60, 80),
      longitude: fc.constantFrom(-180, -0.001, 120, 179.999),
      radius: fc.constantFrom(1, 50, 500, 5_000, 80_000),
      window: fc.constantFrom(0, 3, 14),
      cells: fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(60)), { maxLength: 60 }),
      spread: fc.constantFrom(0.08, 0.25, 0.71),
    })
    fc.assert(
      fc.property(places, ({ latitude, longitude, radius, window, cells, spread }) => {
        const step = (spread * radius) / 111_000
        const rows = cells.map(([x, y, day]) => {
          const lon = longitude + (x * step) / Math.cos((latitude * Math.PI) / 180)
          return [lon > 180 ? lon - 360 : lon, latitude + y * step, day] as const
        })
        const usable = rows.filter(([, lat]) => Math.abs(lat) < 89)
        expect(link(usable, radius, window)).toEqual(slowLink(located(usable), { radius, window }))
      }),
      { seed: 20150801, numRuns: 400 },
    )
  })
})
