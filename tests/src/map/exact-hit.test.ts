import { describe, expect, test } from 'vitest'
import type { Place } from '../../../geo'
import type { PartSource } from '../../../src/layers/part'
import { polygonColumns } from '../../../src/layers/places/places'
import { collect, multiPolygonOf, shapeContains } from '../../../src/layers/shapes/geojson'
import { exactHit } from '../../../src/map/exact-hit'
import { coverage } from '../../bench/kernels/ground'
import { seeded } from '../../helpers/seeded'

const shapes = coverage(100, 4)
const ring = (x: number, y: number, size: number): Float64Array =>
  Float64Array.of(x, y, x + size, y, x + size, y + size, x, y + size, x, y)
/** with a hole, and of two parts */
const odd = [[ring(113, 22, 0.2), ring(113.05, 22.05, 0.1)], [ring(113.4, 22, 0.1)]]
const all = [...shapes, odd]
const places = all.map((shape, i) => ({ code: `C${i}`, shape })) as unknown as Place[]
const tiles: PartSource = { type: 'tiles', layer: 'a', columns: polygonColumns(places) }
const features = all.map((shape, i) => ({
  ...{ type: 'Feature' as const, properties: { id: `C${i}` }, geometry: multiPolygonOf(shape) },
}))
const geojson: PartSource = { type: 'geojson', promoteId: 'id', data: collect(features) }
const rows = all.map((_, row) => row)
const ids = all.map((_, row) => `C${row}`)

describe('M65 what a pointer means', () => {
  test('is what holds the spot, whatever else is under the pointer', () => {
    const random = seeded(3)
    for (let i = 0; i < 500; i++) {
      const at = [112.95 + 1.4 * random.next(), 21.95 + 1.3 * random.next()] as const
      const holding = all.findIndex((shape) => shapeContains(shape, ...at))
      const expected = `C${holding < 0 ? 0 : holding}`
      expect([exactHit(tiles, rows, at), exactHit(geojson, ids, at)]).toEqual([expected, expected])
    }
  })

  test('is the nearest to the top where none holds it, and nothing where nothing has a name', () => {
    expect(exactHit(tiles, [7, 3], [0, 0])).toBe('C7')
    expect(exactHit(geojson, ['C7', 'C3'], [0, 0])).toBe('C7')
    expect(exactHit(tiles, [], [0, 0])).toBeNull()
    expect(exactHit(geojson, [], [0, 0])).toBeNull()
  })
})
