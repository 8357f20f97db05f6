import { expect, test } from 'vitest'
import {
  addDays,
  areaM2,
  assess,
  attribute,
  type Facts,
  policiesOf,
  startOfDay,
  type ZoneStay,
  zoneShape,
} from '#geo'
import { aFacts, aPack, aZone, box, cases, SHANGHAI } from '../helpers/facts'
import { shanghai22May } from '../helpers/policies'
import { seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 80 }, (_, i) => i + 1)
const on = (day: string): number => startOfDay(SHANGHAI, day)

interface Scene {
  readonly whole: readonly ZoneStay[]
  readonly split: readonly ZoneStay[]
  readonly again: readonly ZoneStay[]
  readonly facts: (zones: readonly ZoneStay[]) => Facts
  readonly cutOn: string
  readonly joinedOn: string
}

/** A zone that is cut somewhere into two parts and made one again, with cases that name it, or only lie in it. */
function scene(seed: number): Scene {
  const random = seeded(seed).next
  const below = (count: number): number => Math.floor(random() * count)
  const cut = 113.02 + 0.16 * random()
  const [west, east] = [box(113, 31, cut, 31.1), box(cut, 31, 113.2, 31.1)]
  const all = box(113, 31, 113.2, 31.1)
  const level = random() < 0.5 ? 'sealed' : 'controlled'
  const cutOn = addDays('2022-05-04', below(6))
  const joinedOn = addDays(cutOn, 1 + below(4))
  const first = { id: 'z', level, from: '2022-05-01' }
  const part = (id: string, drawn: ZoneStay['drawn'], to: string | null) =>
    aZone({ id, level, from: cutOn, to, drawn, heirOf: id === 'z' ? [] : ['z'] })
  const rows = cases(
    Array.from({ length: below(7) }, (_, i) => ({
      id: `k${i}`,
      zone: random() < 0.5 ? 'z' : null,
      lng: 113.001 + 0.198 * random(),
      lat: 31.05,
      reportedAt: addDays('2022-04-28', below(9)),
    })),
  )
  return {
    whole: [aZone({ ...first, drawn: all })],
    split: [aZone({ ...first, to: cutOn, drawn: all }), part('z', west, null), part('e', east, null)],
    again: [
      aZone({ ...first, to: cutOn, drawn: all }),
      ...[part('z', west, joinedOn), part('e', east, joinedOn)],
      aZone({ id: 'z', level, from: joinedOn, drawn: all, heirOf: ['z', 'e'] }),
    ],
    facts: (zones) =>
      aFacts({ pack: aPack({ policy: shanghai22May.id }), policies: [shanghai22May], zones, cases: rows }),
    cutOn,
    joinedOn,
  }
}

const casesIn = (facts: Facts, asOf: number): Record<string, number> => {
  const found = attribute(facts, asOf, policiesOf(facts))
  const counts: Record<string, number> = {}
  for (const index of found.cases) {
    const id = found.zones[index]?.id ?? 'none'
    counts[id] = (counts[id] ?? 0) + 1
  }
  return counts
}

test('Z29 the parts of a split zone add up: cases, area, and the latest of their dates is that of the whole', () => {
  let both = 0
  for (const seed of SEEDS) {
    const { whole, split, facts, cutOn } = scene(seed)
    const asOf = on(addDays(cutOn, 1))
    const [one, parts] = [casesIn(facts(whole), asOf), casesIn(facts(split), asOf)]
    expect((parts.z ?? 0) + (parts.e ?? 0), `seed ${seed}`).toBe(one.z ?? 0)
    if (parts.z && parts.e) both++
    const area = (stay: ZoneStay) => areaM2(zoneShape(stay, []))
    expect((area(split[1]!) + area(split[2]!)) / area(whole[0]!)).toBeCloseTo(1, 9)
    const dates = (zones: readonly ZoneStay[]) =>
      assess(facts(zones), { asOf }).zones.map((zone) => zone.transitions.at(-1)!.eligibleAt!)
    const latest = dates(split).sort().at(-1)!
    const expected = dates(whole)[0]!
    expect(latest, `seed ${seed}`).toBe(expected > cutOn ? expected : cutOn)
  }
  expect(both).toBeGreaterThan(10)
})

test('Z29 made one again it stands as if it had never been split', () => {
  for (const seed of SEEDS) {
    const { whole, again, facts, joinedOn } = scene(seed)
    const asOf = on(addDays(joinedOn, 1))
    const [before, after] = [whole, again].map((zones) => assess(facts(zones), { asOf }).zones[0]!)
    expect([after!.since, after!.designatedAt, after!.level], `seed ${seed}`).toEqual([
      before!.since,
      before!.designatedAt,
      before!.level,
    ])
    const dates = (zone: typeof before) =>
      zone!.transitions.map(({ id, state, eligibleAt }) => [
        id,
        state,
        eligibleAt === null || eligibleAt > joinedOn ? eligibleAt : joinedOn,
      ])
    expect(dates(after), `seed ${seed}`).toEqual(dates(before))
  }
})
