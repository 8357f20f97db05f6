import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import type { PointColumns } from '../../../../src/layers/part'
import { polygonColumns } from '../../../../src/layers/places/places'
import { ringContains } from '../../../../src/layers/shapes/geojson'
import { lineColumns } from '../../../../src/layers/shapes/line-columns'
import { indexColumns } from '../../../../src/map/tiles/cut-tiles'
import { copyColumns } from '../../../../src/map/tiles/tiles'
import { coverage, positions, roads } from '../../../bench/kernels/ground'
import { mapDistrict } from '../../../helpers/map-district'
import { type Random, seeded } from '../../../helpers/seeded'

const points: PointColumns = {
  kind: 'points',
  lonLat: Float64Array.from([120.2, 31.1, 120.21, 31.11, 9.5, 47.1, 9.5, 47.1]),
  properties: { day: Int32Array.from([1, 2, 3, 3]), community: Uint8Array.from([1, 0, 1, 1]) },
}

const layerOf = (bytes: ArrayBuffer | null, name: string) =>
  bytes ? new VectorTile(new PbfReader(bytes)).layers[name]! : null

/** Flat units of a tile, as they are computed without a table, a grid or whole numbers of the world. */
function unitsAt(lon: number, lat: number, [z, x, y]: readonly [number, number, number], extent: number) {
  const sine = Math.sin((lat * Math.PI) / 180)
  const across = (lon / 360 + 0.5) * 2 ** z - x
  const down = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z - y
  return [across * extent, down * extent] as const
}

const tileOf = (lon: number, lat: number, z: number): readonly [number, number, number] => {
  const [x, y] = unitsAt(lon, lat, [z, 0, 0], 1)
  return [z, Math.floor(x), Math.floor(y)]
}

/** A spot and its neighbours. */
function around(spot: string): string[] {
  const [day, x, y] = spot.split(' ').map(Number)
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${day} ${x! + dx} ${y! + dy}`))
}

describe('M13 tiles are cut from columns', () => {
  test('points that say the same are one feature with their columns, a spot once', () => {
    const layer = layerOf(indexColumns('cases', points).cut(0, 0, 0), 'cases')!
    const rows = Array.from({ length: layer.length }, (_, i) => layer.feature(i))
    expect(rows.map(({ properties }) => properties)).toEqual([
      { day: 1, community: 1 },
      { day: 2, community: 0 },
      { day: 3, community: 1 },
    ])
    expect(rows.map((row) => row.loadGeometry().flat().length)).toEqual([1, 1, 1])
  })

  test('a tile where nothing lies is null, and buffers are never shared between answers', () => {
    const index = indexColumns('cases', points)
    expect(index.cut(10, 0, 0)).toBeNull()
    const [one, two] = [index.cut(0, 0, 0)!, index.cut(0, 0, 0)!]
    expect(one).not.toBe(two)
    expect(new Uint8Array(one)).toEqual(new Uint8Array(two))
  })

  test('every point is in one tile of each zoom, where the slow way puts it', () => {
    const { lon, lat } = positions(3_000)
    const flat = new Float64Array(2 * lon.length)
    for (let i = 0; i < lon.length; i++) flat.set([lon[i]!, lat[i]!], 2 * i)
    const day = Int32Array.from(lon, (_, i) => i % 7)
    const index = indexColumns('cases', { kind: 'points', lonLat: flat, properties: { day } })
    for (const z of [6, 9, 12, 14]) {
      const extent = z === 14 ? 8192 : 4096
      const wanted = new Map<string, Set<string>>()
      for (let i = 0; i < lon.length; i++) {
        const tile = tileOf(lon[i]!, lat[i]!, z)
        const [x, y] = unitsAt(lon[i]!, lat[i]!, tile, extent)
        const spot = [x, y].map((at) => Math.min(extent - 1, Math.round(at))).join(' ')
        const spots = wanted.get(tile.join('/')) ?? new Set()
        wanted.set(tile.join('/'), spots.add(`${day[i]} ${spot}`))
      }
      for (const [tile, spots] of wanted) {
        const [, x, y] = tile.split('/').map(Number)
        const layer = layerOf(index.cut(z, x!, y!), 'cases')!
        const found = Array.from({ length: layer.length }, (_, i) => layer.feature(i)).flatMap((feature) =>
          feature
            .loadGeometry()
            .flat()
            .map((at) => `${feature.properties.day} ${at.x} ${at.y}`),
        )
        expect(new Set(found).size).toBe(found.length)
        // rounded to a unit of the world first, a spot may come to lie in the next unit of the tile
        for (const spot of found) expect(around(spot).some((one) => spots.has(one))).toBe(true)
        expect(Math.abs(found.length - spots.size)).toBeLessThan(3)
      }
    }
  })

  test('polygons have their row as id, which their codes name, and keep their holes', () => {
    const { places } = mapDistrict().register
    const columns = polygonColumns(places.filter(({ kind }) => kind === 'compound'))
    const index = indexColumns('compounds', columns)
    const close = layerOf(index.cut(9, 426, 209), 'compounds')!
    expect(columns.codes.length).toBeGreaterThan(50)
    const ids = Array.from({ length: close.length }, (_, i) => close.feature(i).id!)
    expect(new Set(ids).size).toBe(close.length)
    for (const id of ids) expect(columns.codes[id]).toBeDefined()
  })

  test('a place without a polygon yields no row', () => {
    const { places } = mapDistrict().register
    expect(polygonColumns(places.filter(({ kind }) => kind === 'town'))).toMatchObject({ codes: [] })
    expect(indexColumns('none', polygonColumns([])).cut(0, 0, 0)).toBeNull()
    expect(indexColumns('none', lineColumns([])).cut(0, 0, 0)).toBeNull()
  })

  test('what is sent to the cutter is a copy: the columns themselves stay usable', () => {
    const { copy, buffers } = copyColumns(points)
    expect(copy).toEqual(points)
    expect(buffers).toHaveLength(3)
    for (const buffer of buffers) expect(buffer).not.toBe(points.lonLat.buffer)
    expect(copyColumns(polygonColumns([])).copy).not.toHaveProperty('codes')
  })
})

/** Square of the way from a point to a line, in its own units. */
function wayTo([x, y]: readonly [number, number], line: ArrayLike<number>): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, dx, dy] = [line[i]!, line[i + 1]!, line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!]
    const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, Math.hypot(x - ax - share * dx, y - ay - share * dy))
  }
  return least
}

/** A shape with a hole, far from round. */
function holed(random: Random): Float64Array[] {
  const [x, y] = [113.6 + 0.6 * random.next(), 22.8 + 0.3 * random.next()]
  const ring = (size: number): Float64Array => {
    const flat: number[] = []
    const count = random.between(5, 60)
    for (let i = 0; i < count; i++) {
      const reach = size * (0.75 + 0.25 * random.next())
      const angle = (2 * Math.PI * i) / count
      flat.push(x + reach * Math.cos(angle), y + reach * Math.sin(angle))
    }
    return Float64Array.from([...flat, flat[0]!, flat[1]!])
  }
  const rings = [ring(0.08), ring(0.03)]
  return random.chance(0.5) ? rings : rings.map((one) => reversed(one))
}

function reversed(ring: Float64Array): Float64Array {
  const flat: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) flat.push(ring[i]!, ring[i + 1]!)
  return Float64Array.from(flat)
}

describe('M13 what a tile holds is the ground it was cut from', () => {
  test('of shapes with holes every spot of the tile is in or out as in the shape, but by their lines', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed)
      const rings = holed(random)
      const place = { code: 'A', shape: [rings] } as never
      const index = indexColumns('a', polygonColumns([place]))
      const z = random.between(7, 15)
      const extent = z === 15 ? 8192 : 4096
      const tile = tileOf(rings[0]![0]!, rings[0]![1]!, z)
      const own = rings.map((ring) => {
        const flat: number[] = []
        for (let i = 0; i < ring.length; i += 2) flat.push(...unitsAt(ring[i]!, ring[i + 1]!, tile, extent))
        return Float64Array.from(flat)
      })
      const layer = layerOf(index.cut(...tile), 'a')
      const drawn = (layer ? layer.feature(0).loadGeometry() : []).map((ring) =>
        Float64Array.from(ring.flatMap((at) => [at.x, at.y])),
      )
      for (let i = 0; i < 200; i++) {
        const at = [extent * random.next(), extent * random.next()] as const
        if (own.some((ring) => wayTo(at, ring) < 3.5)) continue
        const isIn = (all: readonly Float64Array[]): boolean =>
          all.filter((ring) => ringContains(ring, ...at)).length % 2 === 1
        expect([seed, isIn(drawn)]).toEqual([seed, isIn(own)])
      }
      // outer rings one way round, holes the other: else the renderer fills holes
      const rooms = drawn.map((ring) => {
        let sum = 0
        for (let j = 0; j + 3 < ring.length; j += 2)
          sum += ring[j]! * ring[j + 3]! - ring[j + 2]! * ring[j + 1]!
        return Math.sign(sum)
      })
      expect(rooms.slice(0, 1)).toEqual(rooms.length > 0 ? [1] : [])
      if (rooms.length > 1) expect(rooms[1]).toBe(-1)
    }
  })

  test('of a coverage no spot is in none and none in two, but by their lines', () => {
    const shapes = coverage(900, 3)
    const places = shapes.map((shape, i) => ({ code: `C${i}`, shape })) as never
    const index = indexColumns('a', polygonColumns(places))
    const random = seeded(5)
    for (const z of [8, 10, 12]) {
      const tile = tileOf(113.9, 22.95, z)
      const layer = layerOf(index.cut(...tile), 'a')!
      const drawn = Array.from({ length: layer.length }, (_, i) =>
        layer
          .feature(i)
          .loadGeometry()
          .map((ring) => Float64Array.from(ring.flatMap((at) => [at.x, at.y]))),
      )
      const edges = drawn.flat()
      const [west, south] = unitsAt(113.5, 22.7, tile, 4096)
      const [east, north] = unitsAt(114.3, 23.2, tile, 4096)
      for (let i = 0; i < 150; i++) {
        const at = [4096 * random.next(), 4096 * random.next()] as const
        if (at[0] < west + 4 || at[0] > east - 4 || at[1] > south - 4 || at[1] < north + 4) continue
        if (edges.some((ring) => wayTo(at, ring) < 3.5)) continue
        expect(drawn.filter((rings) => rings.some((ring) => ringContains(ring, ...at)))).toHaveLength(1)
      }
    }
  })

  test('of lines every spot lies on one of them, and none of them is left out', () => {
    const lines = roads(4_000)
    const index = indexColumns('a', lineColumns(lines))
    for (const z of [8, 11, 14, 16]) {
      const extent = z === 16 ? 8192 : 4096
      const tile = tileOf(lines[7]![0]!, lines[7]![1]!, z)
      const own = lines.map((line) => {
        const flat: number[] = []
        for (let i = 0; i < line.length; i += 2) flat.push(...unitsAt(line[i]!, line[i + 1]!, tile, extent))
        return Float64Array.from(flat)
      })
      const near = own.filter((line) => line.some((at, i) => i % 2 === 0 && at > -2e4 && at < 2e4 + extent))
      const drawn = layerOf(index.cut(...tile), 'a')!
        .feature(0)
        .loadGeometry()
        .map((line) => Float64Array.from(line.flatMap((at) => [at.x, at.y])))
      for (const line of drawn)
        for (let i = 0; i < Math.min(line.length, 40); i += 2) {
          expect(Math.min(...near.map((one) => wayTo([line[i]!, line[i + 1]!], one)))).toBeLessThan(1.5)
          expect(Math.max(line[i]!, line[i + 1]!)).toBeLessThanOrEqual(extent * (1 + 1 / 64))
        }
      const seen = own.flatMap((line) => {
        const spots: (readonly [number, number])[] = []
        for (let i = 0; i < line.length; i += 2) spots.push([line[i]!, line[i + 1]!])
        return spots.filter(([x, y]) => x > 0 && y > 0 && x < extent && y < extent)
      })
      expect(seen.length).toBeGreaterThan(0)
      for (const spot of seen.slice(0, 300))
        expect(Math.min(...drawn.map((line) => wayTo(spot, line)))).toBeLessThan(3)
    }
  })
})
