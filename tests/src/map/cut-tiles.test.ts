import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import { cutTile, indexColumns } from '../../../src/map/cut-tiles'
import type { PointColumns } from '../../../src/map/part'
import { polygonColumns } from '../../../src/map/parts/places'
import { copyColumns } from '../../../src/map/tiles'
import { mapDistrict } from '../../helpers/map-district'

const points: PointColumns = {
  kind: 'points',
  lonLat: Float64Array.from([120.2, 31.1, 120.21, 31.11, 9.5, 47.1]),
  properties: { day: Int32Array.from([1, 2, 3]), community: Uint8Array.from([1, 0, 1]) },
}

const read = (bytes: ArrayBuffer) => new VectorTile(new PbfReader(bytes))

describe('M13 tiles are cut from columns', () => {
  test('the world tile holds every point with its row and its columns', () => {
    const layer = read(cutTile(indexColumns('cases', points), 0, 0, 0)!).layers.cases!
    const rows = Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties)
    expect(rows).toHaveLength(3)
    expect(rows).toContainEqual({ row: 1, day: 2, community: 0 })
  })

  test('a tile where nothing lies is null, and buffers are never shared between answers', () => {
    const index = indexColumns('cases', points)
    expect(cutTile(index, 10, 0, 0)).toBeNull()
    const [one, two] = [cutTile(index, 0, 0, 0)!, cutTile(index, 0, 0, 0)!]
    expect(one).not.toBe(two)
    expect(new Uint8Array(one)).toEqual(new Uint8Array(two))
  })

  test('polygons keep their code, their number and their holes', () => {
    const { places } = mapDistrict().register
    const columns = polygonColumns(places.filter(({ kind }) => kind === 'compound'))
    const layer = read(cutTile(indexColumns('compounds', columns), 0, 0, 0)!).layers.compounds
    const close = read(cutTile(indexColumns('compounds', columns), 9, 426, 209)!).layers.compounds!
    expect(columns.codes.length).toBeGreaterThan(50)
    expect(layer === undefined || layer.length <= columns.codes.length).toBe(true)
    const codes = Array.from({ length: close.length }, (_, i) => close.feature(i).properties.code)
    expect(new Set(codes).size).toBe(close.length)
    for (const code of codes) expect(columns.codes).toContain(code)
  })

  test('a place without a polygon yields no row', () => {
    const { places } = mapDistrict().register
    expect(polygonColumns(places.filter(({ kind }) => kind === 'town'))).toMatchObject({ codes: [] })
  })

  test('what is sent to the cutter is a copy: the columns themselves stay usable', () => {
    const { copy, buffers } = copyColumns(points)
    expect(copy).toEqual(points)
    expect(buffers).toHaveLength(3)
    for (const buffer of buffers) expect(buffer).not.toBe(points.lonLat.buffer)
  })
})
