import type { Facts, Place } from '#geo'
import { aFact, aPack, aRound, aZone, box, cases, contacts } from './facts'
import { shanghai22May } from './policies'
import { randomDistrict } from './random-district'
import { type Random, seeded } from './seeded'

const LEVELS = ['sealed', 'controlled', 'precaution']
const [LON, LAT, STEP, SIZE] = [120.1, 31.1, 0.01, 3]

/** Zones of members known and unknown, drawn or neither, over places drawn, some elsewhere than listed, or only listed. */
export function oddDistrict(seed: number): Facts {
  const random = seeded(seed * 13 + 3)
  const facts = randomDistrict(seed, SIZE)
  const drawn = [1, 0.8, 0][random.between(0, 2)]!
  const shapeOfAnother = (): Place['shape'] => facts.places[random.between(0, facts.places.length - 1)]!.shape
  const places = facts.places.map((place): Place => {
    const shape = random.chance(0.05) ? shapeOfAnother() : place.shape
    return { ...place, shape: random.chance(drawn) ? shape : null }
  })
  const codes = places.map(({ code }) => code)
  const pick = (): string => (random.chance(0.07) ? 'unknown' : codes[random.between(0, codes.length - 1)]!)
  const spot = (): [number, number] => [
    LON + (random.next() * 1.2 - 0.1) * SIZE * STEP,
    LAT + (random.next() * 1.2 - 0.1) * SIZE * STEP,
  ]
  const zones = Array.from({ length: random.between(3, 9) }, (_, i) => zoneOf(random, i, { pick, spot }))
  const someZone = (): string | null => (random.chance(0.15) ? `z${random.between(0, 10)}` : null)
  const [placed, numbered] = [random.chance(0.5), Array.from({ length: 25 }, (_, i) => i)]
  const rows = numbered.map((i) => {
    const [lng, lat] = spot()
    const at = random.chance(0.5) ? { lng, lat } : {}
    const place = placed || random.chance(0.6) ? pick() : null
    return { id: `c${i}`, zone: someZone(), place, reportedAt: '2022-05-09', ...at }
  })
  return {
    ...facts,
    ...{ pack: aPack({ policy: shanghai22May.id }), policies: [shanghai22May], places, zones },
    cases: cases(rows),
    contacts: contacts(numbered.map((i) => ({ id: `t${i}`, place: pick(), exposedAt: '2022-05-08' }))),
    rounds: numbered.map(() => aRound({ place: pick(), startedAt: '2022-05-10', result: 'positive' })),
    statedFacts: numbered.map(() => aFact({ place: pick(), at: '2022-05-10', fact: 'positivePoint' })),
  }
}

function zoneOf(
  random: Random,
  i: number,
  { pick, spot }: { pick: () => string; spot: () => [number, number] },
): Facts['zones'][number] {
  const [west, south] = spot()
  const wide = STEP * (0.2 + random.next())
  return aZone({
    ...{ id: `z${i}`, level: LEVELS[random.between(0, 2)]!, from: '2022-05-01' },
    to: random.chance(0.15) ? '2022-05-20' : null,
    members: random.chance(0.6) ? [...new Set(Array.from({ length: random.between(1, 3) }, pick))] : [],
    drawn: random.chance(0.5) ? box(west, south, west + wide, south + wide) : null,
  })
}
