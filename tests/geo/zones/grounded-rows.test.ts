import { expect, test } from 'vitest'
import { policiesOf } from '#geo'
import { groundOf } from '../../../geo/zones/ground/ground'
import { whereaboutsOfCase, whereaboutsOfContact } from '../../../geo/zones/record/whereabouts'
import { groundedAmong } from '../../../geo/zones/unplaced/grounded-rows'
import { RowLocator } from '../../../geo/zones/unplaced/locate'
import { resolvedOf } from '../../../geo/zones/unplaced/references'
import { cases, moment } from '../../helpers/facts'
import { oddDistrict } from '../../helpers/odd-district'
import { seeded } from '../../helpers/seeded'

const AT = moment('2022-05-20T12:00').at

test.each(Array.from({ length: 60 }, (_, at) => at + 1))(
  'Z83 rows that say the same of their ground are asked once, and lie where each lies by itself (seed %i)',
  (seed) => {
    const odd = oddDistrict(seed)
    const random = seeded(seed)
    const pick = <T>(list: readonly T[]): T | null => list[Math.floor(random.next() * list.length)] ?? null
    const texts = [...odd.places.flatMap(({ code, name }) => [code, name]), '查无此村', null]
    const positions = [{}, { lng: 0, lat: 0 }, { lng: 113.21, lat: 23.1 }, { lng: 23.1, lat: 113.21 }]
    const rows = Array.from({ length: 300 }, () => ({
      ...{ place: pick(texts), zone: pick([null, null, 'Z9', ...odd.zones.map(({ id }) => id)]) },
      ...{ file: pick(['cases.csv', '东镇.csv', '2022/东镇.csv'])!, ...pick(positions) },
    }))
    const { facts, positions: notes } = resolvedOf({ ...odd, cases: cases(rows) })
    const zones = groundOf(facts, AT, policiesOf(facts))
    const locator = new RowLocator(facts, zones)
    const grounded = groundedAmong(facts, zones)
    for (let row = 0; row < facts.cases.length; row++)
      expect(grounded.cases[row]).toEqual(
        locator.locate({ ...whereaboutsOfCase(facts.cases, row), note: notes.get(row) ?? null }),
      )
    for (let row = 0; row < facts.contacts.length; row++)
      expect(grounded.contacts[row]).toEqual(
        locator.locate({ ...whereaboutsOfContact(facts.contacts, row), note: null }),
      )
    expect(new Set(grounded.cases).size).toBeLessThan(rows.length)
  },
)
