import { expect, test } from 'vitest'
import { crossingsOfMany } from '../../geo/geometry/crossings-of-many'
import { boxOfEdge, edgesOfLine } from '../../geo/geometry/edge'
import { flatOf } from '../../geo/geometry/geojson'
import { meetingsOf } from '../../geo/geometry/joins'
import { OutlineIndex } from '../../geo/geometry/outline-index'
import type { Line, Position, Shape } from '../../geo/geometry/shape'
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

const outline = new OutlineIndex(zone)

/** The sides on which roads leave a position on the line, `inside outside` where they pass it. */
function sidesAt(lines: readonly Line[], [x, y]: Position): string {
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9
  const sides = new Set<string>()
  for (const edge of lines.flatMap(edgesOfLine)) {
    const [x1, y1, x2, y2] = edge
    const across = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
    const [west, south, east, north] = boxOfEdge(edge)
    const isBeside = x < west - 1e-9 || x > east + 1e-9 || y < south - 1e-9 || y > north + 1e-9
    if (isBeside || !isNear(across, 0)) continue
    for (const [u, v] of [
      [x1, y1],
      [x2, y2],
    ] as const) {
      const step = 1e-6
      if (isNear(u, x) && isNear(v, y)) continue
      sides.add(outline.holds([x + step * (u - x), y + step * (v - y)]) ? 'inside' : 'outside')
    }
  }
  return [...sides].sort().join(' ')
}

/** Where the roads pass the line, and to which sides they leave there. */
function passages(lines: readonly Line[]): string[] {
  const crossings = crossingsOfMany(lines, [zone])
  const all = [...crossings, ...meetingsOf(lines, zone, crossings).joins]
  const told = all.map(({ position }) => {
    const [x, y] = position
    return `${(x + 0).toFixed(6)} ${(y + 0).toFixed(6)} ${sidesAt(lines, position)}`
  })
  return [...new Set(told)].sort()
}

test.each(SEEDS)(
  'X14 roads cut at any of their vertices pass the line where the whole ones do, from side to side (seed %i)',
  (seed) => {
    const random = seeded(seed * 13)
    const roads = Array.from({ length: random.between(1, 4) }, () => aRoad(random))
    const whole = passages(roads.map((road) => flatOf(road)))
    expect(passages(roads.flatMap((road) => cut(random, road))), JSON.stringify(roads)).toEqual(whole)
    for (const passage of whole) expect(passage).toMatch(/ inside outside$/)
  },
)
