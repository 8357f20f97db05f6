import { beforeAll, expect, test, vi } from 'vitest'
import { type Facts, hierarchyOf, placesAt, policiesOf } from '#geo'
import { sharesOf } from '../../geo/coverage/shares'
import { groundOf } from '../../geo/zones/ground/ground'
import { moment } from '../helpers/facts'
import { oddDistrict } from '../helpers/odd-district'
import { changedAtRandom } from '../helpers/place-changes'
import { seeded } from '../helpers/seeded'

/** The slow obvious way: every zone is asked what it takes of every place. */
let sharesOfAll: typeof sharesOf

beforeAll(async () => {
  vi.resetModules()
  vi.doMock('../../geo/coverage/near-takers', () => ({
    NearTakers: class {
      constructor(private readonly takers: readonly unknown[]) {}
      of = () => this.takers
    },
  }))
  ;({ sharesOf: sharesOfAll } = await import('../../geo/coverage/shares'))
  vi.doUnmock('../../geo/coverage/near-takers')
})

const ASKED = moment('2022-06-01').at

function sharedIn(given: Facts): number {
  const facts = placesAt(given, ASKED)
  const zones = groundOf(facts, ASKED, policiesOf(facts))
  const shares = sharesOf(hierarchyOf(facts.places), zones)
  expect(shares).toEqual(sharesOfAll(hierarchyOf(facts.places), zones))
  return shares.filter(({ zone, people }) => zone !== null && people).length
}

test('A9 people are shared out among the zones that may take of a place as among all', () => {
  let shared = 0
  for (let seed = 1; seed <= 50; seed++) {
    shared += sharedIn(oddDistrict(seed))
    sharedIn(changedAtRandom(seeded(seed), oddDistrict(seed), 4))
  }
  expect(shared).toBeGreaterThan(80)
})
