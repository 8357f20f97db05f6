import { describe, expect, test } from 'vitest'
import { toGeoJson } from '../../../src/export/geojson'

const ring = (flat: number[]): Float64Array => Float64Array.from(flat)
const signed = (points: number[][]): number =>
  points.slice(1).reduce((sum, [x, y], i) => sum + (points[i]![0]! * y! - x! * points[i]![1]!), 0)

describe('exported GeoJSON', () => {
  test('outer rings run counter-clockwise and holes clockwise, whichever way they were drawn', () => {
    const outer = [0, 0, 0, 2, 2, 2, 2, 0, 0, 0]
    const hole = [0.5, 0.5, 1, 0.5, 1, 1, 0.5, 1, 0.5, 0.5]
    const text = toGeoJson([
      { cells: { id: 'a' }, shape: [[ring(outer), ring(hole)]], line: null, position: null } as never,
    ])
    const { coordinates, type } = JSON.parse(text).features[0].geometry
    const rings: number[][][] = type === 'Polygon' ? coordinates : coordinates[0]
    expect(signed(rings[0]!)).toBeGreaterThan(0)
    expect(signed(rings[1]!)).toBeLessThan(0)
  })
})
