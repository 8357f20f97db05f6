import { describe, expect, test } from 'vitest'
import {
  areaM2,
  type Exposure,
  type Facts,
  type Policy,
  policiesOf,
  policyDocuments,
  propose,
  resolvePolicy,
  type Scheme,
  type Shape,
} from '#geo'
import { districtGround } from '../../geo/coverage/town-grounds'
import { intersection } from '../../geo/geometry/overlay/overlay'
import { hierarchyOf } from '../../geo/places/hierarchy'
import { groundOf } from '../../geo/zones/ground/ground'
import { aZone, moment } from '../helpers/facts'
import { randomDistrict, randomRing } from '../helpers/random-district'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 15 }, (_, i) => i + 1)
const asOf = moment('2022-05-25T12:00').at
const IDS = ['cn-2021-three-zone', 'cn-9th-2022', 'cn-10-measures', 'eu-hpai', 'cn-hpai', 'in-2020-04']

const policyBy = (facts: Facts, id: string): Policy => resolvePolicy(id, policyDocuments(facts)).policy!

function exposures(random: Random, { places }: Facts): Exposure[] {
  const compounds = places.filter(({ kind }) => kind === 'compound')
  return Array.from(
    { length: random.between(0, 6) },
    (): Exposure => ({
      place: compounds[random.between(0, compounds.length - 1)]!.code,
      ...{ position: null, name: null, from: null, to: null },
      risk: (['high', 'some', 'low', null] as const)[random.between(0, 3)]!,
      contactsTraced: ([true, false, null] as const)[random.between(0, 2)]!,
    }),
  )
}

/** No two hold the same ground, to what the overlay that checks it leaves along a border. */
function expectApart(shapes: readonly Shape[]): void {
  for (const [at, one] of shapes.entries())
    for (const other of shapes.slice(at + 1)) expect(areaM2(intersection(one, other))).toBeLessThan(0.5)
}

function expectPartition(scheme: Scheme, facts: Facts, standing: readonly Shape[]): void {
  expectApart(scheme.zones.map(({ held }) => held))
  if (!scheme.zones.some(({ remainder }) => remainder)) return
  const district = districtGround(hierarchyOf(facts.places))
  const inside = [...scheme.zones.map(({ held }) => held), ...standing].map((held) =>
    areaM2(intersection(held, district.shape!)),
  )
  const total = inside.reduce((so, one) => so + one, 0)
  expect(Math.abs(total - district.areaM2)).toBeLessThanOrEqual(1e-9 * district.areaM2)
}

describe('a scheme proposed from cases', () => {
  test.each(SEEDS)('U1 holds no ground twice and, with a remainder, the whole district (seed %i)', (seed) => {
    const random = seeded(seed)
    const facts = randomDistrict(seed)
    for (const id of IDS) {
      const cases = Array.from({ length: random.between(1, 3) }, () => `c${random.between(0, 19)}`)
      const question = { asOf, policyOf: policiesOf(facts), policy: policyBy(facts, id), cases }
      const scheme = propose(facts, { ...question, exposures: exposures(random, facts) })
      expectPartition(scheme, facts, [])
    }
  })

  test.each(SEEDS)('U2 leaves alone what stands and is as strict (seed %i)', (seed) => {
    const random = seeded(seed)
    const bare = randomDistrict(seed)
    const zones = [
      aZone({ id: 'S', from: '2022-05-11', members: ['1110', '1111', '112'] }),
      aZone({ id: 'D', level: 'controlled', from: '2022-05-11', drawn: [[randomRing(random)]] }),
    ]
    const facts = { ...bare, zones }
    const policyOf = policiesOf(facts)
    const scheme = propose(facts, {
      ...{ asOf, policyOf, policy: policyBy(facts, 'cn-2021-three-zone') },
      exposures: exposures(random, facts),
    })
    const sealed = groundOf(facts, asOf, policyOf).find(({ id }) => id === 'S')!
    expectApart([...scheme.zones.map(({ held }) => held), sealed.shape])
    const codes = new Set(
      scheme.zones.flatMap(({ ground }) => (ground.kind === 'members' ? ground.codes : [])),
    )
    for (const code of ['1110', '1111', '112', '1120', '1121']) expect(codes.has(code)).toBe(false)
    const homes = facts.cases.place.values.filter((code) => ['1110', '1111', '1120', '1121'].includes(code))
    const counted = homes.filter((code) => isCounted(facts, code))
    expect(scheme.leftAlone.map(({ place }) => place)).toEqual(expect.arrayContaining(counted))
  })

  test.each(SEEDS.slice(0, 10))(
    'U3 does not depend on the order of cases and exposures (seed %i)',
    (seed) => {
      const facts = randomDistrict(seed)
      const told = exposures(seeded(seed), facts)
      const question = { asOf, policyOf: policiesOf(facts), policy: policyBy(facts, 'cn-2021-three-zone') }
      const codesOf = (scheme: Scheme): string[] =>
        scheme.zones
          .map(({ level, ground }) => `${level} ${ground.kind === 'members' ? ground.codes.join() : ''}`)
          .sort()
      const [one, other] = [
        propose(facts, { ...question, exposures: told }),
        propose(facts, { ...question, exposures: [...told].reverse() }),
      ]
      expect(codesOf(other)).toEqual(codesOf(one))
    },
  )
})

function isCounted({ cases }: Facts, place: string): boolean {
  for (let row = 0; row < cases.length; row++)
    if (
      cases.place.values[cases.place.codes[row]!] === place &&
      cases.kind.values[cases.kind.codes[row]!] !== 'suspected'
    )
      return true
  return false
}
