import { describe, expect, test } from 'vitest'
import { difference, intersection, union } from '../../../geo/geometry/overlay/overlay'
import { areaM2 } from '../../../geo/geometry/rings/area'
import type { Ring, Shape } from '../../../geo/geometry/rings/shape'

const A = 6_378_137
const F = 1 / 298.257223563
const E2 = F * (2 - F)

const ringOf = (...flat: number[]): Ring => Float64Array.from(flat)
const box = (west: number, south: number, east: number, north: number): Shape => [
  [ringOf(west, south, east, south, east, north, west, north, west, south)],
]

/** Area between two parallels and two meridians, by the textbook integral b²Δλ/2 [sin φ/(1−e²sin²φ) + atanh(e sin φ)/e]. */
function quadrangleM2(west: number, south: number, east: number, north: number): number {
  const e = Math.sqrt(E2)
  const part = (degrees: number): number => {
    const s = Math.sin((degrees * Math.PI) / 180)
    return s / (1 - E2 * s * s) + Math.atanh(e * s) / e
  }
  const b = A * (1 - F)
  return ((b * b) / 2) * (((east - west) * Math.PI) / 180) * (part(north) - part(south))
}

/** ∫∫ M N cos φ dφ dλ of a triangle by midpoint strips: no series, no authalic latitude. */
function stripAreaM2(width: (lat: number) => number, south: number, north: number): number {
  const strips = 20_000
  const step = (north - south) / strips
  let sum = 0
  for (let i = 0; i < strips; i++) {
    const lat = south + (i + 0.5) * step
    const phi = (lat * Math.PI) / 180
    const w2 = 1 - E2 * Math.sin(phi) ** 2
    const density = ((A * A * (1 - E2)) / (w2 * w2)) * Math.cos(phi)
    sum += density * width(lat)
  }
  return sum * step * (Math.PI / 180) ** 2
}

describe('area on the ellipsoid', () => {
  test.each([
    [113.2, 33.4, 114.1, 34.2],
    [-1, -1, 1, 1],
    [9.47, 47.04, 9.64, 47.28],
    [0, 0, 90, 89.9],
    [113.5, 33.5, 113.5001, 33.5001],
  ])('G1 a quadrangle %f %f %f %f has its closed-form area within 1e-11', (w, s, e, n) => {
    expect(areaM2(box(w, s, e, n)) / quadrangleM2(w, s, e, n) - 1).toBeCloseTo(0, e - w < 0.01 ? 8 : 11)
  })

  test('G1 the half ellipsoid is half of 510 065 621.724 km²', () => {
    expect((areaM2(box(0, -90, 179.999999999, 90)) * 2) / 1e6).toBeCloseTo(510_065_621.724, 1)
  })

  test('G1 a triangle agrees with plain summation of strips', () => {
    const triangle: Shape = [[ringOf(110, 30, 114, 31, 111, 36, 110, 30)]]
    const at = (lat: number, x1: number, y1: number, x2: number, y2: number): number =>
      x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)
    const left = (lat: number): number => at(lat, 110, 30, 111, 36)
    const right = (lat: number): number => (lat < 31 ? at(lat, 110, 30, 114, 31) : at(lat, 114, 31, 111, 36))
    const strips =
      stripAreaM2((lat) => right(lat) - left(lat), 30, 31) +
      stripAreaM2((lat) => right(lat) - left(lat), 31, 36)
    expect(areaM2(triangle) / strips).toBeCloseTo(1, 8)
  })

  test('G2 parts of a cut add up to the whole within 1e-11, and direction and start do not matter', () => {
    const whole: Shape = [[ringOf(113, 33, 114, 33.25, 113.5, 34, 113, 33)]]
    const left: Shape = [[ringOf(113, 33, 113.5, 33.125, 113.5, 34, 113, 33)]]
    const right: Shape = [[ringOf(113.5, 34, 113.5, 33.125, 114, 33.25, 113.5, 34)]]
    expect((areaM2(left) + areaM2(right)) / areaM2(whole) - 1).toBeCloseTo(0, 11)
    expect(areaM2([[ringOf(114, 33.25, 113, 33, 113.5, 34, 114, 33.25)]])).toBeCloseTo(areaM2(whole), 2)
  })

  test('G3 a hole is taken off; no ground is 0', () => {
    const hole = box(113.4, 33.4, 113.6, 33.6)[0]![0]!
    const holed: Shape = [[box(113, 33, 114, 34)[0]![0]!, hole]]
    expect(areaM2(holed)).toBeCloseTo(areaM2(box(113, 33, 114, 34)) - areaM2([[hole]]), 3)
    expect(areaM2([])).toBe(0)
  })
})

describe('overlay', () => {
  const a = box(113, 33, 113.02, 33.02)
  const b = box(113.01, 33.01, 113.03, 33.03)

  test('G4 union, intersection and difference add up', () => {
    const both = areaM2(intersection(a, b))
    expect(both / areaM2(box(113.01, 33.01, 113.02, 33.02))).toBeCloseTo(1, 7)
    expect(areaM2(union([a, b])) / (areaM2(a) + areaM2(b) - both)).toBeCloseTo(1, 7)
    expect((areaM2(difference(a, b)) + both) / areaM2(a)).toBeCloseTo(1, 7)
    expect(areaM2(difference(a, [b, box(113, 33, 113.005, 33.005)])) / areaM2(a)).toBeCloseTo(0.6875, 4)
  })

  test('G4 what lies inside makes a hole, what lies apart changes nothing', () => {
    const inner = box(113.005, 33.005, 113.01, 33.01)
    const holed = difference(a, inner)
    expect(holed).toHaveLength(1)
    expect(holed[0]).toHaveLength(2)
    expect(difference(a, box(120, 30, 121, 31))).toBe(a)
    expect(intersection(a, box(120, 30, 121, 31))).toEqual([])
    expect(difference(inner, a)).toEqual([])
    expect(union([])).toEqual([])
  })

  test("G5 vertices that coincide come back as the input's own", () => {
    const odd = box(113.0000000012345, 33.0000000067891, 113.0199999987654, 33.0199999943211)
    const own = new Set(Array.from(odd[0]![0]!))
    for (const value of difference(odd, box(113.005, 33.005, 113.01, 33.01))[0]![0]!)
      expect(own.has(value)).toBe(true)
  })
})
