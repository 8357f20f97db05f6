import { expect, test } from 'vitest'
import { lookUp, policiesOf } from '#geo'
import { aFacts, aPlace, aZone, box, moment } from '../../helpers/facts'

test('J9 a place of another town is not in a zone for a building that nobody drew', () => {
  const village = (code: string, parent: string, at: number) =>
    aPlace({ code, name: `${code}村`, kind: 'village', parent, shape: box(120 + at, 31, 120.5 + at, 31.5) })
  const places = [
    aPlace({ code: '33', name: '澜溪区', kind: 'district' }),
    aPlace({ code: '3301', name: '文昌街道', kind: 'town', parent: '33' }),
    aPlace({ code: '3302', name: '东门街道', kind: 'town', parent: '33' }),
    village('甲', '3301', 0),
    village('乙', '3302', 1),
    aPlace({
      code: 'c',
      name: '锦绣苑',
      kind: 'compound',
      parent: '3301',
      shape: box(120.1, 31.1, 120.2, 31.2),
    }),
    aPlace({ code: 'b', name: '2号楼', kind: 'building', parent: 'c' }),
  ]
  const facts = aFacts({
    places,
    zones: [aZone({ id: 'H', level: 'sealed', from: '2022-05-01', members: ['b'] })],
  })
  const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
  const [near, far] = lookUp(facts, question, ['甲村', '乙村'])
  expect(near!.zones.length).toBeGreaterThan(0)
  expect(far!.zones).toEqual([])
})
