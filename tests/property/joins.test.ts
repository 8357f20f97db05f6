import { expect, test } from 'vitest'
import { crossingsOfMany } from '../../geo/geometry/crossings'
import { flatOf } from '../../geo/geometry/geojson'
import { meetingsOf } from '../../geo/geometry/joins'
import type { Line, Shape } from '../../geo/geometry/shape'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 150 }, (_, i) => i + 1)
const zone: Shape = [
  [Float64Array.from([0, 0, 12, 0, 12, 12, 0, 12, 0, 0]), Float64Array.from([4, 4, 4, 8, 8, 4, 4, 4])],
]
const RIM = [
  [0, 0, 12, 0],
  [12, 0, 12, 12],
  [12, 12, 0, 12],
  [0, 12, 0, 0],
  [4, 4, 4, 8],
  [4, 8, 8, 4],
  [8, 4, 4, 4],
] as const

/** Whether both ends stand on one straight edge of the zone: such a road runs on the line. */
function runsOnRim([x1, y1]: readonly number[], [x2, y2]: readonly number[]): boolean {
  const isOn = (x: number, y: number, [a, b, c, d]: (typeof RIM)[number]): boolean =>
    (c - a) * (y - b) === (d - b) * (x - a)
  return RIM.some((edge) => isOn(x1!, y1!, edge) && isOn(x2!, y2!, edge))
}

/** A road from vertex to vertex of a grid; it likes the zone's line but never runs on it. */
function aRoad(random: Random): [number, number][] {
  const road: [number, number][] = [[random.between(-2, 14), random.between(-2, 14)]]
  for (let left = random.between(2, 8); left > 0; ) {
    const value = (): number => (random.chance(0.4) ? random.between(0, 3) * 4 : random.between(-2, 14))
    const next: [number, number] = [value(), value()]
    const last = road.at(-1)!
    if ((next[0] === last[0] && next[1] === last[1]) || runsOnRim(last, next)) continue
    road.push(next)
    left -= 1
  }
  return road
}

function cut(random: Random, road: [number, number][]): Line[] {
  const pieces: [number, number][][] = [[road[0]!]]
  road.slice(1).forEach((vertex, at) => {
    pieces.at(-1)!.push(vertex)
    if (at + 2 < road.length && random.chance(0.6)) pieces.push([vertex])
  })
  return pieces.map((piece) => flatOf(random.chance(0.5) ? piece : [...piece].reverse()))
}

function positions(lines: readonly Line[]): string[] {
  const crossings = crossingsOfMany(lines, [zone])
  const all = [...crossings, ...meetingsOf(lines, zone, crossings).joins]
  return [...new Set(all.map(({ position: [x, y] }) => `${(x + 0).toFixed(6)} ${(y + 0).toFixed(6)}`))].sort()
}

test.each(SEEDS)(
  'X14 roads cut at any of their vertices pass the line where the whole ones do (seed %i)',
  (seed) => {
    const random = seeded(seed * 13)
    const roads = Array.from({ length: random.between(1, 4) }, () => aRoad(random))
    const whole = roads.map((road) => flatOf(road))
    expect(positions(roads.flatMap((road) => cut(random, road))), JSON.stringify(roads)).toEqual(
      positions(whole),
    )
  },
)
