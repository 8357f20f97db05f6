import { describe, expect, test } from 'vitest'
import { hatchBitmap, hatchPixelRatio } from '../../../src/map/hatch'
import { type LevelStyle, THEMES } from '../../../src/ui/tokens'

const STYLES: readonly (readonly [LevelStyle, number])[] = [
  ['sealed', 28],
  ['controlled', 38],
  ['precaution', 16],
]

/** How often the alpha or colour along a row of pixels rises above its mean, wrapping round. */
function rises(row: readonly number[]): number {
  const mean = row.reduce((sum, v) => sum + v, 0) / row.length
  return row.filter((v, i) => v > mean && row[(i + row.length - 1) % row.length]! <= mean).length
}

describe('M5 hatches are whole tiles without a seam', () => {
  test.each(STYLES)('%s: the tile is %i px at k = 1 and whole pixels at any ratio', (style, size) => {
    expect(hatchBitmap(style, THEMES.dark, { scale: 1, ratio: 1 }).width).toBe(size)
    for (const [k, ratio] of [
      [2, 1],
      [1.35, 1.5],
      [0.64, 3],
    ] as const) {
      const bitmap = hatchBitmap(style, THEMES.dark, { scale: k * ratio, ratio })
      expect(Number.isInteger(bitmap.width)).toBe(true)
      expect(bitmap.data.length).toBe(bitmap.width * bitmap.height * 4)
      expect(Math.abs(bitmap.cssSize - size * k)).toBeLessThanOrEqual(0.5 / ratio)
    }
  })

  test('four bands cross the sealed tile, three lines the controlled one, dots stand in two rows of two', () => {
    const row = (style: LevelStyle, y: number): number[] => {
      const { data, width } = hatchBitmap(style, THEMES.light, { scale: 4, ratio: 4 })
      return Array.from(
        { length: width },
        (_, x) => data[(y * width + x) * 4 + 1]! + data[(y * width + x) * 4 + 3]!,
      )
    }
    expect(rises(row('sealed', 5))).toBe(4)
    expect(rises(row('controlled', 5))).toBe(3)
    expect(rises(row('precaution', 8))).toBe(2)
  })

  test('bands run / and lines run \\, so that they differ without colour', () => {
    const value = (style: LevelStyle, x: number, y: number): number => {
      const { data, width } = hatchBitmap(style, THEMES.dark, { scale: 1, ratio: 1 })
      const at = (((y + width) % width) * width + ((x + width) % width)) * 4
      return data[at]! * 1000 + data[at + 3]!
    }
    for (let i = 0; i < 20; i++) {
      expect(value('sealed', i, 3)).toBe(value('sealed', i + 1, 2))
      expect(value('controlled', i, 3)).toBe(value('controlled', i + 1, 4))
    }
  })

  test('sealed ground is denser than controlled, and the soft tint lighter than the full one', () => {
    const alpha = (style: LevelStyle, soft: boolean): number => {
      const { data } = hatchBitmap(style, THEMES.light, { scale: 1, ratio: 1, soft })
      let sum = 0
      for (let i = 3; i < data.length; i += 4) sum += data[i]!
      return sum / (data.length / 4)
    }
    expect(alpha('sealed', false)).toBeGreaterThan(alpha('controlled', false))
    expect(alpha('controlled', true)).toBeLessThan(alpha('controlled', false))
    expect(alpha('precaution', true)).toBeLessThan(alpha('precaution', false))
    expect(alpha('sealed', true)).toBe(alpha('sealed', false))
  })

  test('the declared ratio undoes the stretch between whole zooms', () => {
    for (const zoom of [11, 11.5, 11.9, 12]) {
      const shown = (28 / hatchPixelRatio(1, zoom)) * 2 ** (zoom - Math.floor(zoom))
      expect(shown).toBeCloseTo(28, 9)
    }
  })
})
