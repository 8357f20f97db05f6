import { describe, expect, test } from 'vitest'
import { growing } from '../../../../src/layers/style'
import { keeps, numberAt } from '../../../../src/map/early/paint-early'

describe('M64 before the renderer has drawn', () => {
  test('a width of the style is what the renderer makes of it at that zoom', () => {
    const width = growing({ k: 2 } as never, 1.5, 2)
    const [low, high] = [12.6 + 1, 14 + 1]
    expect(numberAt(3, 9)).toBe(3)
    expect([9, low, (low + high) / 2, high, 18].map((zoom) => numberAt(width, zoom)!.toFixed(6))).toEqual(
      [3, 3, 4.5, 6, 6].map((wide) => wide.toFixed(6)),
    )
  })

  test('of a source that several layers draw each paints what its filter keeps', () => {
    const filter = ['==', ['get', 'rate'], 2]
    expect([2, 1].map((rate) => keeps(filter, { rate }))).toEqual([true, false])
    expect([keeps(undefined, null), keeps(filter, null)]).toEqual([true, false])
  })

  test('what comes from the data has no width of its own', () => {
    expect(numberAt(['get', 'widthM'], 12)).toBeNull()
    expect(numberAt(undefined, 12)).toBeNull()
  })
})
