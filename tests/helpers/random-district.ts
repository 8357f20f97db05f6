import type { Facts, Place, Position, Ring, Road, Shape } from '#geo'
import { aFacts, aPlace, cases, origin } from './facts'
import { type Random, seeded } from './seeded'

const [LON, LAT] = [120.1, 31.1]
const STEP = 0.01

/** Corners of a bent net: cells that have a corner in common have it to the last bit. */
function net(random: Random, size: number): Position[][] {
  const bend = (): number => (random.next() - 0.5) * 0.5 * STEP
  return Array.from({ length: size + 1 }, (_, row) =>
    Array.from(
      { length: size + 1 },
      (_, column): Position => [LON + column * STEP + bend(), LAT + row * STEP + bend()],
    ),
  )
}

const ringOf = (corners: readonly Position[]): Ring => Float64Array.from([...corners, corners[0]!].flat())

const half = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

/** A district of villages, each of two compounds, with people, cases and roads: the same for the same seed. */
export function randomDistrict(seed: number, size = 4): Facts {
  const random = seeded(seed)
  const corners = net(random, size)
  const at = (column: number, row: number): Position => corners[row]![column]!
  const places: Place[] = [aPlace({ code: '1', name: '甲县', kind: 'district' })]
  for (let town = 0; town < size; town++)
    places.push(
      aPlace({ code: `1${town}`, name: `${'东南西北中'[town % 5]}镇${town}`, kind: 'town', parent: '1' }),
    )
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const code = `1${row}${column}`
      places.push(aPlace({ code, name: `村${row}${column}`, kind: 'village', parent: `1${row}` }))
      const [a, b, c, d] = [
        at(column, row),
        at(column + 1, row),
        at(column + 1, row + 1),
        at(column, row + 1),
      ]
      const [south, north] = [half(a, b), half(d, c)]
      const halves: [string, Position[]][] = [
        ['西', [a, south, north, d]],
        ['东', [south, b, c, north]],
      ]
      for (const [side, ring] of halves)
        places.push(
          aPlace({
            ...{ code: `${code}${side === '西' ? 0 : 1}`, name: `${row}${column}${side}苑`, parent: code },
            people: random.chance(0.9) ? random.between(50, 900) : null,
            households: random.between(20, 300),
            shape: [[ringOf(ring)]] satisfies Shape,
          }),
        )
    }
  return aFacts({ places, roads: roads(random, size), cases: someCases(random, places), stated: STATED })
}

const STATED = new Set(['places', 'roads', 'zones', 'cases', 'facilities', 'facts'] as const)

function roads(random: Random, size: number): Road[] {
  const spot = (): Position => [LON + random.next() * size * STEP, LAT + random.next() * size * STEP]
  return Array.from({ length: 25 }, (_, i): Road => {
    const vertices = Array.from({ length: random.between(2, 7) }, spot)
    if (random.chance(0.1)) vertices.push(vertices[0]!)
    return {
      ...{ name: `路${i}`, class: 'primary', closed: random.chance(0.1) },
      line: Float64Array.from(vertices.flat()),
      origin: origin('roads.geojson', i + 1),
    }
  })
}

function someCases(random: Random, places: readonly Place[]): Facts['cases'] {
  const compounds = places.filter(({ kind }) => kind === 'compound')
  return cases(
    Array.from({ length: 20 }, (_, i) => ({
      id: `c${i}`,
      reportedAt: '2022-05-10',
      kind: random.chance(0.2) ? ('suspected' as const) : ('confirmed' as const),
      place: compounds[random.between(0, compounds.length - 1)]!.code,
    })),
  )
}

/** A ring that never crosses itself, round a spot of such a district. */
export function randomRing(
  random: Random,
  { size = 4, vertices = 12 }: { size?: number; vertices?: number } = {},
): Ring {
  const middle: Position = [LON + random.next() * size * STEP, LAT + random.next() * size * STEP]
  const reach = STEP * (0.3 + 1.2 * random.next())
  return ringOf(
    Array.from({ length: vertices }, (_, i): Position => {
      const angle = (2 * Math.PI * (i + 0.7 * random.next())) / vertices
      const away = reach * (0.4 + 0.6 * random.next())
      return [middle[0] + away * Math.cos(angle), middle[1] + away * Math.sin(angle)]
    }),
  )
}
