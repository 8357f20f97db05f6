import { expect, test } from 'vitest'
import type { Road } from '#geo'
import { perimeter } from '../../geo/coverage/perimeter'
import type { Shape } from '../../geo/geometry/rings/shape'
import { aFacility, aFacts, aRoad, moment } from '../helpers/facts'
import { type Random, seeded } from '../helpers/seeded'

const sealed: Shape = [
  [Float64Array.from([0, 0, 12, 0, 12, 12, 0, 12, 0, 0]), Float64Array.from([4, 4, 4, 8, 8, 4, 4, 4])],
]
const beside: Shape = [[Float64Array.from([12, 0, 20, 0, 20, 12, 12, 12, 12, 0])]]
const within: Shape = [[Float64Array.from([4, 4, 8, 4, 4, 8, 4, 4])]]
const zones = Object.entries({ sealed, beside, within }).map(([id, outline]) => ({
  ...{ id, name: '', outline },
  level: 'sealed',
}))
/** On the line where the grid meets it: some for every road, some for one name, some for one level. */
const posts = [0, 4, 8, 12].flatMap((x) =>
  [0, 4, 8, 12].map((y) => {
    const served = [{}, { road: '东路' }, { layer: 0 }, { layer: 1 }][(x + 3 * y) % 5] ?? {}
    return aFacility({
      ...{ id: `K${x}-${y}`, kind: 'checkpoint', position: [x, y], shifts: '00-24 police1' },
      ...served,
    })
  }),
)
type Way = [number, number][]

/** A road from vertex to vertex of a grid: it likes the line, runs on it, meets itself and ends where it was. */
function aWay(random: Random): Way {
  const way: Way = []
  for (let left = random.between(2, 7); left > 0; ) {
    const value = (): number => (random.chance(0.6) ? random.between(0, 3) * 4 : random.between(-2, 14))
    const last = way.at(-1)
    const next: [number, number] = [value(), value()]
    if (last && random.chance(0.3)) next[random.between(0, 1)] = last[random.between(0, 1)]!
    if (last && last[0] === next[0] && last[1] === next[1]) continue
    way.push(next)
    left -= 1
  }
  if (random.chance(0.3)) way.push(way[random.between(0, way.length - 2)]!)
  return way
}

const said = (random: Random): Partial<Road> => ({
  name: random.chance(0.5) ? '东路' : '西路',
  closed: random.chance(0.3),
  ...(random.chance(0.3) ? { bridge: 'yes' } : {}),
  ...(random.chance(0.2) ? { layer: -1 } : {}),
})

function cutAtVertices(random: Random, way: Way): Way[] {
  const pieces: Way[] = [[way[0]!]]
  way.slice(1).forEach((vertex, at) => {
    pieces.at(-1)!.push(vertex)
    if (at + 2 < way.length && random.chance(0.6)) pieces.push([vertex])
  })
  return pieces
}

const inAnyOrder = <T>(random: Random, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

const spot = ([x, y]: readonly [number, number]): string => `${(x + 0).toFixed(6)} ${(y + 0).toFixed(6)}`

/** What of the zones' lines is said, whatever the kind and names. */
function passed(roads: readonly Road[]) {
  const stated = new Set(['roads', 'zones', 'facilities'] as const)
  const facts = aFacts({ roads, facilities: posts, stated })
  const answer = perimeter(facts, zones, { district: null, asOf: moment('2022-05-27').at })
  const ofLines = answer.perimeter!
  return {
    crossings: ofLines.flatMap(({ id, crossings }) =>
      crossings.map(({ position, state }) => `${id} ${spot(position)} ${state}`).sort(),
    ),
    along: ofLines.flatMap(({ id, along }) =>
      along.map(({ position, lengthM }) => `${id} ${spot(position)} ${lengthM.toFixed(3)}`).sort(),
    ),
    ends: answer.endsAtLine!.map(({ id, position }) => `${id} ${spot(position)}`).sort(),
    total: answer.total,
  }
}

test('X10 X12 X14 X15 roads cut at any of their vertices pass the lines where and as loosely as the whole ones do', () => {
  const seen = { crossings: 0, along: 0, closed: 0, guarded: 0 }
  for (let seed = 1; seed <= 600; seed++) {
    const random = seeded(seed * 37)
    const ways = Array.from({ length: random.between(1, 4) }, () => ({ way: aWay(random), ...said(random) }))
    const whole = passed(ways.map(({ way, ...rest }) => aRoad(way.flat(), rest)))
    const pieces = ways.flatMap(({ way, ...rest }) =>
      cutAtVertices(random, way).map((piece) => aRoad(piece.flat(), rest)),
    )
    seen.crossings += whole.crossings.length
    seen.along += whole.along.length
    seen.closed += whole.total!.closed!
    seen.guarded += whole.total!.guarded!
    expect(passed(inAnyOrder(random, pieces)), `${seed} ${JSON.stringify(ways)}`).toEqual(whole)
  }
  expect(seen.crossings).toBeGreaterThan(500)
  expect(seen.along).toBeGreaterThan(50)
  expect(seen.closed).toBeGreaterThan(100)
  expect(seen.guarded).toBeGreaterThan(100)
})
