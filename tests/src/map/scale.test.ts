import { describe, expect, test } from 'vitest'
import { bandOf, pixelsPerMetre, scaleBar, scaleDenominator, zoomFor } from '../../../src/map/scale'

describe('M6 the scale is the ground’s, in round lengths', () => {
  test('a degree of latitude at the equator takes what Web Mercator gives it', () => {
    const metresADegree = 40_075_016.686 / 360
    expect(pixelsPerMetre(10, 0) * metresADegree).toBeCloseTo((512 * 2 ** 10) / 360, 6)
    expect(pixelsPerMetre(10, 60)).toBeCloseTo(2 * pixelsPerMetre(10, 0), 9)
  })

  test('zoom and pixels a kilometre are each other’s inverse', () => {
    for (const latitude of [0, 31, 47])
      expect(pixelsPerMetre(zoomFor(80, latitude), latitude) * 1000).toBeCloseTo(80, 9)
  })

  test.each([
    [0.05, 150, 2000, ['0', '1', '2'], 'km'],
    [0.061, 150, 2000, ['0', '1', '2'], 'km'],
    [0.25, 180, 500, ['0', '250', '500'], 'm'],
    [0.006, 150, 20_000, ['0', '10', '20'], 'km'],
  ] as const)('at %d px a metre and %d px of room the bar is %d m', (perMetre, room, metres, ticks, unit) => {
    const bar = scaleBar(perMetre, room)
    expect(bar).toEqual({ metres, pixels: metres * perMetre, ticks, unit })
    expect(bar.pixels).toBeLessThanOrEqual(room)
  })

  test('the denominator has three figures', () => {
    expect(scaleDenominator(96 / 0.0254 / 11_512)).toBe(11_500)
  })

  test('bands follow pixels a kilometre over k, so that a 4K wall sees what a 1080 wall sees', () => {
    const wall = zoomFor(55, 31)
    expect(bandOf(wall, 31, 1)).toBe('wall')
    expect(bandOf(wall + 1, 31, 2)).toBe('wall')
    expect(bandOf(zoomFor(39, 31), 31, 1)).toBe('district')
    expect(bandOf(zoomFor(179, 31), 31, 1)).toBe('town')
    expect(bandOf(zoomFor(181, 31), 31, 1)).toBe('street')
  })
})
