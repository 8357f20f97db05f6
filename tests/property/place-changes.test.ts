import { describe, expect, test } from 'vitest'
import {
  areaM2,
  attribute,
  type Facts,
  hierarchyOf,
  levelsOf,
  type Place,
  placesAt,
  policiesOf,
  replay,
  type ZoneStay,
} from '#geo'
import { sharesOf } from '../../geo/coverage/shares'
import { groundOf } from '../../geo/zones/ground/ground'
import { aPack, aZone, cases, moment, SHANGHAI } from '../helpers/facts'
import { changedAtRandom } from '../helpers/place-changes'
import { shanghai22May } from '../helpers/policies'
import { randomDistrict } from '../helpers/random-district'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 150 }, (_, i) => i + 1)
const CHANGES = 4
const ASKED = moment('2022-06-01').at

const LEVELS = ['sealed', 'controlled', 'precaution']

/** A district, drawn or only listed, with zones of members and cases at places and villages from before 11 May. */
function district(random: Random, seed: number): Facts {
  const facts = randomDistrict(seed, 3)
  const isDrawn = random.chance(0.6)
  const places = facts.places.map(
    (place): Place => ({
      ...place,
      ...(isDrawn ? {} : { shape: null }),
      ...(place.kind === 'village' && random.chance(0.3) ? { people: random.between(900, 2_500) } : {}),
    }),
  )
  const codes = places.filter(({ kind }) => kind !== 'district').map(({ code }) => code)
  const pick = (): string => codes[random.between(0, codes.length - 1)]!
  const zones: ZoneStay[] = Array.from({ length: 4 }, (_, i) =>
    aZone({
      id: `z${i}`,
      level: LEVELS[random.between(0, 2)]!,
      from: '2022-05-01',
      members: [...new Set(Array.from({ length: random.between(1, 3) }, pick))],
    }),
  )
  const rows = Array.from({ length: 30 }, (_, i) => ({
    ...{ id: `c${i}`, place: pick(), reportedAt: '2022-05-09' },
  }))
  return {
    ...facts,
    ...{ pack: aPack({ policy: shanghai22May.id }), policies: [shanghai22May], places, zones },
    cases: cases(rows),
  }
}

interface Picture {
  readonly people: number | null
  readonly households: number | null
  readonly zoned: ReadonlyMap<string, number>
  readonly areas: readonly number[]
  readonly cases: readonly (string | number)[]
  readonly unplaced: number
}

function pictureOf(given: Facts): Picture {
  const facts = placesAt(given, ASKED)
  const policyOf = policiesOf(facts)
  const zones = groundOf(facts, ASKED, policyOf)
  const hierarchy = hierarchyOf(facts.places)
  const { district: whole } = levelsOf(hierarchy, zones)
  const zoned = new Map<string, number>()
  for (const { zone, people } of sharesOf(hierarchy, zones))
    if (zone !== null) zoned.set(zone, (zoned.get(zone) ?? 0) + (people ?? 0))
  const attribution = attribute(facts, ASKED, policyOf)
  return {
    ...{ people: whole.people, households: whole.households, zoned },
    areas: zones.map(({ outline }) => areaM2(outline)),
    cases: [...attribution.cases].map((zone) => attribution.zones[zone]?.id ?? zone),
    unplaced: attribution.unplaced?.length ?? 0,
  }
}

/** A place that is merged and then divided with people that are told, and its like: found among thousands. */
const FURTHER = [5174, 5555, 5619, 5661].map((seed) => [seed, 7] as const)

describe('A20 merging, splitting and renaming places changes no total of people and no zone of a case', () => {
  test.each([...SEEDS.map((seed) => [seed, CHANGES] as const), ...FURTHER])(
    'seed %i, %i changes',
    (seed, count) => {
      const random = seeded(seed)
      const before = district(random, seed)
      const after = changedAtRandom(random, before, count)
      const [was, is] = [pictureOf(before), pictureOf(after)]
      expect(is.people).toBe(was.people)
      expect(is.households).toBe(was.households)
      expect(is.cases).toEqual(was.cases)
      expect(is.unplaced).toBe(was.unplaced)
      if (after.placeChanges!.every(({ begins }) => begins.every(({ people }) => people === null)))
        for (const [id, people] of was.zoned)
          expect([id, is.zoned.get(id)]).toEqual([id, expect.closeTo(people, 6)])
      is.areas.forEach((area, i) => expect(Math.abs(area - was.areas[i]!)).toBeLessThanOrEqual(1e-6 * area))
    },
  )

  test('the changes are made: few seeds have none', () => {
    const made = SEEDS.map((seed) => {
      const random = seeded(seed)
      const { places, placeChanges = [] } = changedAtRandom(random, district(random, seed), CHANGES)
      return replay(places, placeChanges, { count: placeChanges.length, timezone: SHANGHAI }).made.length
    })
    expect(made.filter((count) => count >= 2).length).toBeGreaterThan(120)
  })
})
