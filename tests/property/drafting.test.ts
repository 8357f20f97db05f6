import { beforeAll, describe, expect, test } from 'vitest'
import {
  assess,
  attribute,
  coverage,
  type Facts,
  Gauge,
  policiesOf,
  type Shape,
  survey,
  type ZoneStay,
} from '#geo'
import { clippedRoads } from '../helpers/clipped-roads'
import { demoFacts } from '../helpers/demo-facts'
import { aZone, moment } from '../helpers/facts'
import { randomDistrict, randomRing } from '../helpers/random-district'
import { seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1)
const asOf = moment('2022-05-25T12:00').at

const around = (seen: number, told: number, by: number): void =>
  expect(Math.abs(seen - told)).toBeLessThanOrEqual(by)

/** m² that the cut at 0.1 mm of the survey may differ from one that is exact, over a few kilometres of line. */
const CUT_M2 = 2

interface Asked {
  readonly facts: Facts
  readonly id: string
  readonly figures: ReturnType<Gauge['measure']>
}

/** Cases that would count in the zone if it were certain that they lie in it: an unplaced one counts in none. */
function unplacedIn(facts: Facts, id: string): number {
  const { zones, cases, unplaced = [] } = attribute(facts, asOf, policiesOf(facts))
  const own = zones.findIndex((zone) => zone.id === id)
  const { kind, reportedAt } = facts.cases
  return unplaced.filter(
    ({ list, index, refused }) =>
      list === 'cases' &&
      !refused &&
      cases[index] === own &&
      kind.values[kind.codes[index]!] !== 'suspected' &&
      reportedAt.at[index]! <= asOf,
  ).length
}

/** Writes the zone and asks the survey: the slow way. */
function expectAsSurveyed({ facts, id, figures }: Asked): void {
  const [assessed, covered] = [assess(facts, { asOf }), coverage(facts, { asOf })]
  const zone = survey(facts, { asOf, assess: assessed, coverage: covered }).zones.find(
    (one) => one.id === id,
  )!
  around(figures.areaM2, zone.areaM2, CUT_M2)
  const by = (whole: number | null): number => 1e-5 * Math.max(1, whole ?? 0)
  expect(figures.people === null).toBe(zone.people === null)
  around(figures.people ?? 0, zone.people ?? 0, by(zone.people))
  around(figures.households ?? 0, zone.households ?? 0, by(zone.households))
  expect(figures.places === null).toBe(zone.places === null)
  around(figures.places ?? 0, zone.places ?? 0, by(zone.places))
  around(figures.peopleKnown, zone.peopleKnown, 1e-5)
  expect(figures.cases).toBe(zone.cases + unplacedIn(facts, id))
  const line = covered.perimeter!.find((one) => one.id === id && one.kind === 'zone')!
  expect(figures.crossings).toMatchObject({
    guarded: line.guarded,
    unguarded: line.unguarded,
    closed: line.closed,
  })
}

const stay = (id: string, level: string, drawn: Shape): ZoneStay =>
  aZone({ id, level, from: '2022-05-11T08:00', drawn, policy: 'cn-2021-three-zone' })

const LEVELS = ['sealed', 'controlled', 'precaution'] as const

describe('a draft measured against the survey of the same zone', () => {
  test.each(SEEDS)('B1 random shapes among drawn and member zones agree (seed %i)', (seed) => {
    const random = seeded(seed)
    const bare = randomDistrict(seed)
    const zones = [
      stay('A', 'sealed', [[randomRing(random)]]),
      stay('B', 'controlled', [[randomRing(random)]]),
      aZone({ id: 'M', level: 'controlled', from: '2022-05-11T08:00', members: ['1110', '1111', '112'] }),
      aZone({ id: 'P', level: 'precaution', from: '2022-05-11T08:00', members: ['12'] }),
    ]
    const facts = { ...bare, zones }
    const level = LEVELS[random.between(0, 2)]!
    const drawn: Shape = [[randomRing(random)]]
    const gauge = new Gauge(facts, {
      asOf,
      policyOf: policiesOf(facts),
      level,
      policy: 'cn-2021-three-zone',
      id: 'Z',
    })
    const figures = gauge.measure({ kind: 'drawn', shape: drawn })
    expectAsSurveyed({ facts: { ...facts, zones: [...zones, stay('Z', level, drawn)] }, id: 'Z', figures })
  })

  test.each(SEEDS)(
    'B1 B2 roads that are clipped at the line pass it as in the survey, and when it moves (seed %i)',
    (seed) => {
      const random = seeded(seed * 7)
      const bare = randomDistrict(seed)
      const ring = randomRing(random)
      const level = LEVELS[random.between(0, 2)]!
      const zones = [stay('A', 'controlled', [[randomRing(random)]])]
      const facts = { ...bare, zones, roads: clippedRoads(bare.roads, [[ring]], random) }
      const options = { asOf, policyOf: policiesOf(facts), level, policy: 'cn-2021-three-zone', id: 'Z' }
      const gauge = new Gauge(facts, options)
      for (let step = 0; step < 6; step++) {
        const moved = ring.slice()
        if (step % 3 !== 0) moved[4]! += step * 1e-4
        const ground = { kind: 'drawn', shape: [[moved]] } as const
        const figures = gauge.measure(ground)
        expect(figures.crossings).toEqual(new Gauge(facts, options).measure(ground).crossings)
        expectAsSurveyed({
          facts: { ...facts, zones: [...zones, stay('Z', level, ground.shape)] },
          id: 'Z',
          figures,
        })
      }
    },
  )

  test.each(SEEDS)('B2 a vertex dragged about is measured as from the beginning (seed %i)', (seed) => {
    const random = seeded(seed)
    const bare = randomDistrict(seed)
    const facts = { ...bare, zones: [stay('A', 'sealed', [[randomRing(random)]])] }
    const options = { asOf, policyOf: policiesOf(facts), level: 'controlled', policy: 'cn-2021-three-zone' }
    const gauge = new Gauge(facts, options)
    let ring = randomRing(random)
    gauge.measure({ kind: 'drawn', shape: [[ring]] })
    for (let step = 0; step < 12; step++) {
      const vertex = random.between(0, ring.length / 2 - 2)
      const moved = ring.slice()
      for (const i of vertex === 0 ? [0, ring.length - 2] : [2 * vertex]) {
        moved[i] = ring[2 * vertex]! + (vertex % 3) * 1e-4
        moved[i + 1] = ring[2 * vertex + 1]! - 1e-4
      }
      ring = moved
      const ground = { kind: 'drawn', shape: [[ring]] } as const
      const [kept, fresh] = [gauge.measure(ground), new Gauge(facts, options).measure(ground)]
      around(kept.areaM2, fresh.areaM2, 1e-9 * fresh.outlineM2)
      around(kept.outlineM2, fresh.outlineM2, 1e-9 * fresh.outlineM2)
      around(kept.perimeterM, fresh.perimeterM, 1e-6)
      around(kept.people ?? 0, fresh.people ?? 0, 1e-6)
      around(kept.outside.areaM2, fresh.outside.areaM2, 1e-9 * fresh.outlineM2)
      expect(kept.crossings).toEqual(fresh.crossings)
      expect(kept.cases).toBe(fresh.cases)
      expect(kept.overlaps.map(({ zone, taker }) => [zone, taker])).toEqual(
        fresh.overlaps.map(({ zone, taker }) => [zone, taker]),
      )
    }
  })

  test.each(SEEDS)(
    'B2 a vertex dragged through the whole ground and back leaves no trace (seed %i)',
    (seed) => {
      const random = seeded(seed)
      const bare = randomDistrict(seed)
      const facts = { ...bare, zones: [stay('A', 'sealed', [[randomRing(random)]])] }
      const options = { asOf, policyOf: policiesOf(facts), level: 'controlled', policy: 'cn-2021-three-zone' }
      const gauge = new Gauge(facts, options)
      const ring = randomRing(random)
      const vertex = random.between(1, ring.length / 2 - 2)
      const opposite = ((vertex + ring.length / 4) % (ring.length / 2 - 1)) | 0
      const away = (share: number): Shape => {
        const moved = ring.slice()
        for (const axis of [0, 1])
          moved[2 * vertex + axis] =
            ring[2 * vertex + axis]! * (1 - share) + ring[2 * opposite + axis]! * share
        return [[moved]]
      }
      const first = gauge.measure({ kind: 'drawn', shape: away(0) })
      for (const share of [0.3, 0.6, 0.9, 1.3, 1.8, 1.1, 0.5, 0.2])
        gauge.measure({ kind: 'drawn', shape: away(share) })
      const back = gauge.measure({ kind: 'drawn', shape: away(0) })
      around(back.areaM2, first.areaM2, 1e-9 * first.outlineM2)
      around(back.people ?? 0, first.people ?? 0, 1e-6)
      around(back.outside.areaM2, first.outside.areaM2, 1e-9 * first.outlineM2)
      expect(back.crossings).toEqual(first.crossings)
      expect(back.overlaps.map(({ zone }) => zone)).toEqual(first.overlaps.map(({ zone }) => zone))
    },
  )
})

describe('on the demo district', () => {
  let facts: Facts
  beforeAll(async () => {
    facts = await demoFacts()
  }, 60_000)

  test('B3 every zone has, as a draft, the figures of the survey', () => {
    const [assessed, covered] = [assess(facts, { asOf }), coverage(facts, { asOf })]
    const seen = survey(facts, { asOf, assess: assessed, coverage: covered }).zones
    expect(seen.length).toBeGreaterThan(15)
    for (const zone of seen) {
      const own = facts.zones.findLast((one) => one.id === zone.id && one.from.at <= asOf)!
      const options = {
        asOf,
        policyOf: policiesOf(facts),
        level: zone.level,
        policy: own.policy,
        except: zone.id,
      }
      const figures = new Gauge(facts, options).measure({ kind: 'members', codes: own.members })
      around(figures.areaM2, zone.areaM2, 1e-6 * zone.areaM2)
      const { people, peopleKnown, households, places, cases } = zone
      expect(figures).toMatchObject({ people, peopleKnown, households, places, cases })
      const { guarded, unguarded, closed } = zone
      expect(figures.crossings).toMatchObject({ guarded, unguarded, closed })
      expect(figures.outside.areaM2).toBe(0)
    }
  })
})
