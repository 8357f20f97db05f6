import { expect, test } from 'vitest'
import { metresBetween } from '../../geo/clusters/distance'
import { Groups } from '../../geo/clusters/groups'
import { linkCases } from '../../geo/clusters/link'
import type { Located, Reach } from '../../geo/clusters/reach'
import { rowOrder } from '../../geo/clusters/row-order'
import { distanceM } from '../../geo/geometry/rings/distance'
import { seeded } from '../helpers/seeded'

const seeds = Array.from({ length: 25 }, (_, i) => i + 1)

/** Every pair is asked once. */
function byPairs({ lon, lat, day }: Located, { radius, window }: Reach): number[] {
  const groups = new Groups(day.length)
  for (let a = 0; a < day.length; a++)
    for (let b = a + 1; b < day.length; b++)
      if (
        Math.abs(day[a]! - day[b]!) <= window &&
        metresBetween(lon[a]!, lat[a]!, lon[b]!, lat[b]!) <= radius
      )
        groups.join(a, b)
  return Array.from(day, (_, row) => groups.find(row))
}

/** Cases round a few places, some in one position, over days that leave gaps. */
function outbreak(seed: number): { located: Located; reach: Reach } {
  const random = seeded(seed)
  const radius = [20, 60, 500][random.between(0, 2)]!
  const latitude = [0.001, 23, -41, 64][random.between(0, 3)]!
  const west = [113.5, -0.002, 179.99][random.between(0, 2)]!
  const span = (radius * [4, 15, 60][random.between(0, 2)]!) / 111_000
  const rows = Array.from({ length: 900 }, () => {
    const near = random.chance(0.5) ? 0.2 : 1
    const x = west + (random.chance(0.2) ? 0 : near * span * random.next())
    const position = [x > 180 ? x - 360 : x, latitude + near * span * (random.next() - 0.5)] as const
    return { position, day: random.between(0, [3, 60, 4_000][random.between(0, 2)]!) }
  })
  return {
    located: {
      lon: Float64Array.from(rows, ({ position }) => position[0]),
      lat: Float64Array.from(rows, ({ position }) => position[1]),
      day: Int32Array.from(rows, ({ day }) => day),
    },
    reach: { radius, window: random.between(0, 14) },
  }
}

test.each(seeds)('K3 dense and thin outbreaks have the groups of all their pairs (seed %i)', (seed) => {
  const { located, reach } = outbreak(seed)
  expect([...linkCases(located, reach)]).toEqual(byPairs(located, reach))
})

test('K13 what lies within a hair of the radius is decided as the geodesic decides it', () => {
  const random = seeded(7)
  let near = 0
  for (let i = 0; i < 20_000; i++) {
    const angle = 2 * Math.PI * random.next()
    const metres = 60 * (1 + 2e-5 * (random.next() - 0.5))
    const [lon, lat] = [113.5 + 0.8 * random.next(), 22.7 + 0.5 * random.next()]
    const other = [
      lon + (metres * Math.cos(angle)) / (111_320 * Math.cos((lat * Math.PI) / 180)),
      lat + (metres * Math.sin(angle)) / 110_760,
    ] as const
    const geodesic = distanceM([lon, lat], other)
    if (Math.abs(geodesic - 60) < 1e-5 || Math.abs(geodesic - 60) > 0.5) continue
    near++
    const [first, second] = linkCases(
      {
        lon: Float64Array.of(lon, other[0]),
        lat: Float64Array.of(lat, other[1]),
        day: Int32Array.of(0, 0),
      },
      { radius: 60, window: 0 },
    )
    expect(first === second, `${lon}, ${lat} to ${other}`).toBe(geodesic <= 60)
  }
  expect(near).toBeGreaterThan(5_000)
})

test.each(seeds)('K3 rows are sorted by many columns as by comparing them (seed %i)', (seed) => {
  const random = seeded(seed)
  const widths = Array.from({ length: 3 }, () => [3, 700, 90_000, 2_000_000_000][random.between(0, 3)]!)
  const columns = widths.map((width) =>
    Int32Array.from({ length: 300 }, () => random.between(-Math.floor(width / 2), Math.floor(width / 2))),
  )
  const slowly = Array.from({ length: 300 }, (_, row) => row).sort((a, b) => {
    const first = columns.find((column) => column[a] !== column[b])
    return first ? first[a]! - first[b]! : a - b
  })
  expect([...rowOrder(300, columns)]).toEqual(slowly)
})
