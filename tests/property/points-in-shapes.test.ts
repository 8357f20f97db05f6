import { describe, expect, test } from 'vitest'
import { PointCells } from '../../geo/geometry/point-cells'
import { pointsInShapes } from '../../geo/geometry/points-in-shapes'
import { boundsOf, joinBounds } from '../../geo/geometry/rings/bounds'
import { type BorderRule, contains } from '../../geo/geometry/rings/contains'
import type { Position, Shape } from '../../geo/geometry/rings/shape'
import { hierarchyOf } from '../../geo/places/hierarchy'
import { coverage } from '../bench/kernels/ground'
import { randomDistrict } from '../helpers/random-district'
import { type Random, seeded } from '../helpers/seeded'

const seeds = Array.from({ length: 1_000 }, (_, i) => i + 1)

const columns = (positions: readonly Position[]) => ({
  lon: Float64Array.from(positions, ([lon]) => lon),
  lat: Float64Array.from(positions, ([, lat]) => lat),
})

function holders(
  positions: readonly Position[],
  shapes: readonly (Shape | null)[],
  border: BorderRule,
): number[][] {
  const found = positions.map((): number[] => [])
  const held = pointsInShapes(new PointCells(columns(positions)), shapes, border)
  held.points.forEach((point, i) => found[point]!.push(held.shapes[i]!))
  return found
}

const slowly = (
  positions: readonly Position[],
  shapes: readonly (Shape | null)[],
  border: BorderRule,
): number[][] =>
  positions.map((at) => shapes.flatMap((shape, row) => (shape && contains(shape, at, border) ? [row] : [])))

/** Coordinates in steps of a sixteenth, so that vertices, edges and positions fall on each other. */
const coarse = (random: Random): number => random.between(0, 32) / 16

function star(random: Random): Shape {
  const [x, y] = [coarse(random), coarse(random)]
  const corners = Array.from(
    { length: random.between(3, 9) },
    () => [coarse(random), coarse(random)] as Position,
  )
  corners.sort((a, b) => Math.atan2(a[1] - y, a[0] - x) - Math.atan2(b[1] - y, b[0] - x))
  return [[Float64Array.from([...corners, corners[0]!].flat())]]
}

const box = (x: number, y: number, size: number): Float64Array =>
  Float64Array.from([x, y, x + size, y, x + size, y + size, x, y + size, x, y])

function someShapes(random: Random): (Shape | null)[] {
  const [x, y] = [coarse(random), coarse(random)]
  return [
    ...Array.from({ length: random.between(0, 5) }, () => star(random)),
    ...(random.chance(0.5)
      ? [[[box(x, y, 1), box(x + 0.25, y + 0.25, 0.5)], [box(x + 1, y + 0.5, 0.5)]]]
      : []),
    ...(random.chance(0.3) ? [null, []] : []),
  ]
}

describe('positions are held as one by one', () => {
  test.each(['closed', 'halfOpen'] as const)(
    'G17 on vertices and edges too, with holes, parts and overlaps (1,000 seeds, %s)',
    (border) => {
      for (const seed of seeds) {
        const random = seeded(seed)
        const shapes = someShapes(random)
        const positions = Array.from(
          { length: random.between(0, 60) },
          () => [coarse(random), coarse(random)] as Position,
        )
        expect(holders(positions, shapes, border), `seed ${seed}`).toEqual(slowly(positions, shapes, border))
      }
    },
  )

  test('G17 every vertex and every middle of an edge of a coverage lies in one cell, half-open', () => {
    const cells = coverage(400, 6)
    const inner = coverage(100, 6, 8).flatMap(([polygon]) => [...polygon![0]!])
    const [west, south, east, north] = joinBounds(cells.map(boundsOf))!
    const positions: Position[] = []
    const add = (x: number, y: number): void => {
      if (x > west && x < east && y > south && y < north) positions.push([x, y])
    }
    for (const [polygon] of cells) {
      const ring = polygon![0]!
      for (let i = 0; i + 3 < ring.length; i += 2) {
        add(ring[i]!, ring[i + 1]!)
        add((ring[i]! + ring[i + 2]!) / 2, (ring[i + 1]! + ring[i + 3]!) / 2)
      }
    }
    for (let i = 0; i < inner.length; i += 2) add(inner[i]!, inner[i + 1]!)
    expect(positions.length).toBeGreaterThan(15_000)
    const numbers = new Set(holders(positions, cells, 'halfOpen').map((found) => found.length))
    expect([...numbers]).toEqual([1])
  })

  test('G17 what is not known lies nowhere, and without positions nothing is held', () => {
    const cells = coverage(4, 3)
    expect(
      holders(
        [
          [Number.NaN, 23],
          [114, Number.POSITIVE_INFINITY],
        ],
        cells,
        'closed',
      ),
    ).toEqual([[], []])
    expect(holders([], cells, 'closed')).toEqual([])
    expect(holders([[114, 23]], cells, 'closed')).toHaveLength(1)
  })

  test.each(seeds.slice(0, 20))(
    'A29 many positions have the places that each has alone (seed %i)',
    (seed) => {
      const random = seeded(seed)
      const hierarchy = hierarchyOf(randomDistrict(seed).places)
      const corners = hierarchy.codes.flatMap((code) => {
        const ring = hierarchy.shapeOf(code)?.[0]?.[0]
        return ring
          ? [
              [ring[2]!, ring[3]!] as Position,
              [(ring[0]! + ring[2]!) / 2, (ring[1]! + ring[3]!) / 2] as Position,
            ]
          : []
      })
      const anywhere = Array.from(
        { length: 200 },
        () => [120.09 + 0.06 * random.next(), 31.09 + 0.06 * random.next()] as Position,
      )
      const positions = [...corners, ...anywhere]
      const codes = hierarchy.codesAt(columns(positions))
      expect(codes).toEqual(positions.map(([lon, lat]) => hierarchy.placeAt(lon, lat)?.code ?? null))
      expect(codes.some((code) => code === null)).toBe(true)
      expect(hierarchy.codesAt(columns(positions.slice(0, 3)))).toEqual(codes.slice(0, 3))
    },
  )
})
