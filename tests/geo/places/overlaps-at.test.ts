import { expect, test } from 'vitest'
import { contains } from '../../../geo/geometry/rings/contains'
import { overlapsAt } from '../../../geo/places/overlaps-at'
import { aFacts, aPlace, box, moment } from '../../helpers/facts'
import { aBegun, aChange } from '../../helpers/place-changes'

const village = (code: string, west: number, east: number) =>
  aPlace({ code, kind: 'village', parent: 'D', shape: box(west, 31, east, 31.01) })
const places = [
  aPlace({ code: 'D', kind: 'district' }),
  ...[village('A', 121, 121.01), village('B', 121.01, 121.02)],
  ...[village('N', 121.009, 121.02), village('F', 121.05, 121.06)],
]
const at = (day: string) => moment(day).at

test('A28 places over each other are told as they hold at the instant, the largest first, with a position in both', () => {
  const found = overlapsAt(aFacts({ places }), at('2022-05-20'), 10)
  expect(found.largest.map(({ a, b }) => a + b)).toEqual(['BN', 'AN'])
  expect([found.count, found.areaM2]).toEqual([2, found.largest[0]!.areaM2 + found.largest[1]!.areaM2])
  for (const { a, b, position } of found.largest)
    for (const code of [a, b])
      expect(contains(places.find((place) => place.code === code)!.shape!, position!), code).toBe(true)
  expect(overlapsAt(aFacts({ places }), at('2022-05-20'), 1)).toMatchObject({
    count: 2,
    largest: [{ a: 'B' }],
  })

  const merged = aChange({ kind: 'merged', ends: ['B', 'N'], begins: [aBegun('N')], at: '2022-05-20' })
  const facts = aFacts({ places, placeChanges: [merged] })
  expect(overlapsAt(facts, at('2022-05-19'), 10).count).toBe(2)
  expect(overlapsAt(facts, at('2022-05-21'), 10).largest.map(({ a, b }) => a + b)).toEqual(['AN'])
})
