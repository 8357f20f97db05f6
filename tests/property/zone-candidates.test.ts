import { beforeAll, describe, expect, test, vi } from 'vitest'
import { attribute, type Facts, placesAt, policiesOf } from '#geo'
import type { KnownZones } from '../../geo/zones/unplaced/zone-candidates'
import { moment } from '../helpers/facts'
import { oddDistrict } from '../helpers/odd-district'
import { changedAtRandom } from '../helpers/place-changes'
import { seeded } from '../helpers/seeded'

/** The slow obvious way: every place and every position is laid to every zone. */
let attributeAll: typeof attribute

beforeAll(async () => {
  vi.resetModules()
  vi.doMock('../../geo/zones/unplaced/zone-candidates', () => ({
    ZoneCandidates: class {
      constructor(
        _: unknown,
        private readonly zones: KnownZones,
      ) {}
      ofPlace = () => this.zones.bounds.keys()
      ofPosition = () => this.zones.bounds.keys()
    },
  }))
  ;({ attribute: attributeAll } = await import('../../geo/zones/record/attribution'))
  vi.doUnmock('../../geo/zones/unplaced/zone-candidates')
})

const ASKED = moment('2022-06-01').at
const written = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one instanceof Map || one instanceof Set ? [...one] : one instanceof Int32Array ? Array.from(one) : one,
  )

const same = (given: Facts): readonly number[] => {
  const facts = placesAt(given, ASKED)
  const policyOf = policiesOf(facts)
  const answer = attribute(facts, ASKED, policyOf)
  expect(written(answer)).toBe(written(attributeAll(facts, ASKED, policyOf)))
  return [answer.unplaced?.length ?? 0, answer.cases.filter((zone) => zone >= 0).length]
}

describe('Z4 rows are laid only to zones in which they may lie, and are given the same', () => {
  test('Z4 every arrangement of members, lines and places', () => {
    let [unplaced, placed] = [0, 0]
    for (let seed = 1; seed <= 120; seed++) {
      const [open, inZones] = same(oddDistrict(seed))
      unplaced += open!
      placed += inZones!
    }
    expect(unplaced).toBeGreaterThan(300)
    expect(placed).toBeGreaterThan(300)
  })

  test('Z4 where places have become others', () => {
    for (let seed = 1; seed <= 60; seed++) same(changedAtRandom(seeded(seed), oddDistrict(seed), 4))
  })
})
