import { describe, expect, test } from 'vitest'
import { areaM2 } from '../../../geo/geometry/rings/area'
import { contains } from '../../../geo/geometry/rings/contains'
import { faultsOf, repaired } from '../../../geo/geometry/rings/repair'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { box, ring } from '../../helpers/facts'

const one = (...flat: number[]): Shape => [[ring(flat)]]

/** Round the square against the clock, from its corner and back. */
const SQUARE = [113, 33, 114, 33, 114, 34, 113, 34, 113, 33]

describe('faults of a shape, and a proposal', () => {
  test.each<[string, Shape, string, unknown]>([
    ['two points', one(113, 33, 114, 33, 113, 33), 'too-few-points', [113, 33]],
    ['nothing', one(), 'too-few-points', null],
    ['not closed', one(113, 33, 114, 33, 114, 34), 'unclosed', [114, 34]],
    ['a bow-tie', one(113, 33, 114, 34, 114, 33, 113, 34, 113, 33), 'self-crossing', [113.5, 33.5]],
    ['a spike', one(113, 33, 114, 33, 115, 33, 114, 33, 114, 34, 113, 33), 'spike', [115, 33]],
    ['a spike at the start', one(112, 33, 113, 33, 114, 33, 114, 34, 113, 33, 112, 33), 'spike', [112, 33]],
    [
      'metres',
      one(38_500_000, 3_700_000, 38_500_100, 3_700_000, 38_500_100, 3_700_100, 38_500_000, 3_700_000),
      'in-metres',
      [38_500_000, 3_700_000],
    ],
    ['latitude first', one(33, 113, 33, 114, 34, 114, 33, 113), 'out-of-range', [33, 113]],
    ['no number', one(113, 33, NaN, 33, 114, 34, 113, 33), 'not-a-number', [NaN, 33]],
    ['a line of three points', one(113, 33, 114, 33, 115, 33, 113, 33), 'no-area', [113, 33]],
    ['out and back', one(...SQUARE, ...[113, 34, 114, 34, 114, 33, 113, 33]), 'no-area', [113, 33]],
    ['twice round', one(...SQUARE, ...SQUARE.slice(2)), 'self-crossing', [113, 33]],
    [
      'twice round, other vertices',
      one(...SQUARE, ...[113.5, 33, 114, 33, 114, 34, 113, 34, 113, 33]),
      'self-crossing',
      [113, 33],
    ],
    [
      'a loop that touches',
      one(...SQUARE, ...[113.5, 33.2, 113.5, 33.6, 113, 33]),
      'self-crossing',
      [113, 33],
    ],
  ])('G11 %s', (_, shape, code, at) => {
    expect(faultsOf(shape)).toEqual([{ code, polygon: 0, ring: 0, at }])
  })

  test('G11 a sound shape has no fault, a ring that touches itself at a vertex either, and is proposed as it is', () => {
    const touching = one(0, 0, 2, 0, 1, 1, 2, 2, 0, 2, 1, 1, 0, 0)
    for (const shape of [box(113, 33, 114, 34), touching, []]) {
      expect(faultsOf(shape)).toEqual([])
      expect(repaired(shape)).toBe(shape)
    }
  })

  test('G12 the proposal closes, trims and untangles; the input stays', () => {
    const triangle = areaM2(one(113, 33, 114, 33, 114, 34, 113, 33))
    expect(areaM2(repaired(one(113, 33, 114, 33, 114, 34))!) / triangle).toBeCloseTo(1, 9)
    expect(
      areaM2(repaired(one(113, 33, 114, 33, 115, 33, 114, 33, 114, 34, 113, 33))!) / triangle,
    ).toBeCloseTo(1, 9)
    const bowTie = one(113, 33, 114, 34, 114, 33, 113, 34, 113, 33)
    const before = Array.from(bowTie[0]![0]!)
    const proposal = repaired(bowTie)!
    expect(proposal).toHaveLength(2)
    expect(faultsOf(proposal)).toEqual([])
    expect(areaM2(proposal) / areaM2(box(113, 33, 114, 34))).toBeCloseTo(0.5, 3)
    expect(Array.from(bowTie[0]![0]!)).toEqual(before)
  })

  test('G12 what a ring goes round twice is ground once, and a loop that turns the other way is a hole', () => {
    const square = areaM2(one(...SQUARE))
    for (const again of [SQUARE.slice(2), [113.5, 33.2, 113.5, 33.6, 113, 33]]) {
      const proposal = repaired(one(...SQUARE, ...again))!
      expect(areaM2(proposal) / square).toBeCloseTo(1, 9)
      expect(contains(proposal, [113.45, 33.4])).toBe(true)
    }
    const hole = one(...SQUARE, ...[113.5, 33.6, 113.5, 33.2, 113, 33])
    expect(repaired(hole)).toBe(hole)
    expect(contains(hole, [113.45, 33.4])).toBe(false)
  })

  test('G12 nothing is proposed where no ground is left or coordinates are no degrees', () => {
    expect(repaired(one(113, 33, 114, 33, 113, 33))).toBeNull()
    expect(repaired(one(113, 33, 114, 33, 115, 33, 113, 33))).toBeNull()
    expect(
      repaired(
        one(38_500_000, 3_700_000, 38_500_100, 3_700_000, 38_500_100, 3_700_100, 38_500_000, 3_700_000),
      ),
    ).toBeNull()
  })
})
