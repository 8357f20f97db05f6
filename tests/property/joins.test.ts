import { expect, test } from 'vitest'
import { boxOfEdge, edgesOfLine } from '../../geo/geometry/overlay/edge'
import { flatOf } from '../../geo/geometry/rings/geojson'
import { metresPerDegree } from '../../geo/geometry/rings/plane'
import type { Line, Position, Shape } from '../../geo/geometry/rings/shape'
import { runsOn } from '../../geo/geometry/roads/along'
import { crossingsOfMany } from '../../geo/geometry/roads/crossings-of-many'
import { meetingsOf } from '../../geo/geometry/roads/joins'
import { OutlineIndex } from '../../geo/geometry/roads/outline-index'
import { box } from '../helpers/facts'
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

function cut(
  random: Random,
  road: [number, number][],
  isTurned = (_: [number, number][]) => random.chance(0.5),
): Line[] {
  const pieces: [number, number][][] = [[road[0]!]]
  road.slice(1).forEach((vertex, at) => {
    pieces.at(-1)!.push(vertex)
    if (at + 2 < road.length && random.chance(0.6)) pieces.push([vertex])
  })
  return pieces.map((piece) => flatOf(isTurned(piece) ? [...piece].reverse() : piece))
}

const inAnyOrder = (random: Random, lines: readonly Line[]): Line[] =>
  lines
    .map((line) => ({ line, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ line }) => line)

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

/** A road that goes east and likes to run on the line, or north where it is turned; it never meets itself. */
function aRunningRoad(random: Random): [number, number][] {
  const road: [number, number][] = []
  const isTurned = random.chance(0.4)
  for (let x = random.between(-2, 1); x <= 14; x += random.between(1, 3)) {
    const y = random.chance(0.6) ? random.between(0, 3) * 4 : random.between(-2, 14)
    const held = road.at(-1)?.[1]
    road.push([x, held !== undefined && random.chance(0.5) ? held : y])
  }
  return isTurned ? road.map(([x, y]) => [y, x]) : road
}

/** Where roads pass the line, whatever the kind. */
function placed(lines: readonly Line[]): string[] {
  const crossings = crossingsOfMany(lines, [zone])
  const { along, passes, crossings: left, isLed } = runsOn(lines, zone, crossings)
  expect(along).toEqual([])
  const all = [...left, ...passes, ...meetingsOf(lines, zone, left, () => 0, isLed).joins]
  return all.map(({ position: [x, y] }) => `${(x + 0).toFixed(6)} ${(y + 0).toFixed(6)}`).sort()
}

test('X14 X15 a road that runs on the line passes it where the whole one does, wherever it is cut', () => {
  let runs = 0
  for (let seed = 1; seed <= 400; seed++) {
    const random = seeded(seed * 29)
    const road = aRunningRoad(random)
    const whole = flatOf(road)
    runs += crossingsOfMany([whole], [zone]).filter(({ kind }) => kind === 'run').length
    // a road passes where it first comes to the line in the order of its vertices: the pieces keep theirs, in any order
    const pieces = inAnyOrder(
      random,
      cut(random, road, () => false),
    )
    expect(placed(pieces), JSON.stringify(road)).toEqual(placed([whole]))
    const turned = cut(random, road)
    expect(placed(turned), JSON.stringify(road)).toHaveLength(placed([whole]).length)
  }
  expect(runs).toBeGreaterThan(100)
})

const METRE = 1 / metresPerDegree(34.005).lon
const wide = box(113, 34, 113.01, 34.01)

/** A road of a few half metres beside a line from south to north, which it may cross but not run on; it may meet itself. */
function aShortRoad(random: Random): [number, number][] {
  const road: [number, number][] = []
  for (let left = random.between(3, 7); left > 0; ) {
    const next: [number, number] = [random.between(-4, 4), random.between(-4, 4)]
    const last = road.at(-1)
    if (last && ((last[0] === next[0] && last[1] === next[1]) || (last[0] === 0 && next[0] === 0))) continue
    road.push(next)
    left -= 1
  }
  if (random.chance(0.3)) road.push(road[random.between(0, road.length - 3)]!)
  return road.map(([x, y]) => [113.01 + 0.5 * x * METRE, 34.005 + (0.5 * y) / 110_930])
}

/** The ends that stand loose at the line, and those that a gap joins. */
function loose(lines: readonly Line[]): string[] {
  const { ends, joins } = meetingsOf(lines, wide, crossingsOfMany(lines, [wide]))
  const told = [
    ...ends.map(({ position }) => position),
    ...joins.flatMap((one) => (one.gapM > 0 ? [one.position] : [])),
  ]
  return told.map(([x, y]) => `${x.toFixed(7)} ${y.toFixed(7)}`).sort()
}

test('X13 X14 the ends that stand loose at a line are the same wherever roads are cut, that meet themselves too', () => {
  let ends = 0
  for (let seed = 1; seed <= 400; seed++) {
    const random = seeded(seed * 31)
    const roads = Array.from({ length: random.between(1, 3) }, () => aShortRoad(random))
    const whole = loose(roads.map((road) => flatOf(road)))
    ends += whole.length
    expect(loose(roads.flatMap((road) => cut(random, road))), JSON.stringify(roads)).toEqual(whole)
  }
  expect(ends).toBeGreaterThan(100)
})
