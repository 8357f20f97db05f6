import { beforeAll, expect, test, vi } from 'vitest'
import { type Facts, placesAt, policiesOf } from '#geo'
import { byStrictness, encloserOf, groundOf } from '../../geo/zones/ground/ground'
import { aZone, box, moment } from '../helpers/facts'
import { manyZones } from '../helpers/many-zones'
import { oddDistrict } from '../helpers/odd-district'
import { seeded } from '../helpers/seeded'
import { waitingEditions } from '../helpers/waiting-editions'

/** The slow obvious way: every zone is cut by and laid beside every other. */
let groundOfAll: typeof groundOf

beforeAll(async () => {
  vi.resetModules()
  vi.doMock('../../geo/geometry/box-index', () => ({
    BoxIndex: class {
      constructor(private readonly boxes: readonly unknown[]) {}
      near = () => [...this.boxes.keys()]
    },
  }))
  ;({ groundOf: groundOfAll } = await import('../../geo/zones/ground/ground'))
  vi.doUnmock('../../geo/geometry/box-index')
})

const ASKED = moment('2022-05-14').at

/** Boxes on a coarse net, so that many share a line, a corner or all of their ground. */
function onNet(seed: number): Facts {
  const random = seeded(seed)
  const levels = ['sealed', 'controlled', 'precaution']
  const facts = oddDistrict(seed)
  const zones = Array.from({ length: random.between(4, 14) }, (_, i) => {
    const [west, south] = [120.1 + random.between(0, 5) * 0.005, 31.1 + random.between(0, 5) * 0.005]
    const [wide, high] = [random.between(1, 3) * 0.005, random.between(1, 3) * 0.005]
    return aZone({
      ...{ id: `z${i}`, level: levels[random.between(0, 2)]!, from: '2022-05-01' },
      drawn: box(west, south, west + wide, south + high),
      parent: random.chance(0.2) ? `z${random.between(0, 14)}` : null,
    })
  })
  return { ...facts, zones }
}

function same(given: Facts): number {
  const facts = placesAt(given, ASKED)
  const policyOf = policiesOf(facts)
  const ground = groundOf(facts, ASKED, policyOf)
  expect(ground).toEqual(groundOfAll(facts, ASKED, policyOf))
  const all = [...ground].sort(byStrictness)
  for (const zone of ground)
    expect(zone.enclosedBy).toBe(encloserOf({ ...zone, parent: zone.stay.parent }, all))
  return ground.filter(({ beside, enclosedBy }) => beside.length > 0 && enclosedBy !== null).length
}

test('Z2 grounds, what lies beside them and who is around them are those of asking every zone', () => {
  let enclosed = 0
  for (let seed = 1; seed <= 100; seed++) {
    enclosed += same(onNet(seed))
    same(oddDistrict(seed))
    const policies = waitingEditions(seed)
    enclosed += same(manyZones(seed, policies[0], { others: policies, policies }))
  }
  expect(enclosed).toBeGreaterThan(50)
})
