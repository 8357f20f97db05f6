import { describe, expect, test } from 'vitest'
import { partsPeople } from '../../../src/views/desk/place/place-form'
import { aFacts, aPlace } from '../../helpers/facts'

const places = [
  aPlace({ code: 'D', kind: 'district' }),
  aPlace({ code: 'A', kind: 'village', parent: 'D', people: 2_000 }),
  aPlace({ code: 'B', kind: 'village', parent: 'D', people: null }),
  aPlace({ code: 'C', kind: 'village', parent: 'D', people: null }),
  ...[1, 2].map((i) => aPlace({ code: `C${i}`, kind: 'compound', parent: 'C', people: 100 * i })),
]
const said = (code: string, ...people: string[]) => {
  const parts = people.map((text, i) => ({ code: `P${i}`, name: '', people: text }))
  return partsPeople(aFacts({ places }), places.find((place) => place.code === code)!, parts)
}

describe('L84 the people given of the parts of a split are compared with those of the place', () => {
  test('their difference is told', () => {
    expect(said('A', '1200', '800')).toEqual({ place: 2_000, parts: 2_000, silent: 0, difference: 0 })
    expect(said('A', '1200', '900')).toMatchObject({ parts: 2_100, difference: 100 })
    expect(said('A', '0', '900')).toMatchObject({ parts: 900, difference: -1_100 })
    expect(said('C', '100', '150')).toMatchObject({ place: 300, difference: -50 })
  })

  test('where a part or the place does not say there is no difference, and where no part does nothing to tell', () => {
    expect(said('A', '1200', '')).toEqual({ place: 2_000, parts: 1_200, silent: 1, difference: null })
    expect(said('B', '1200', '800')).toEqual({ place: null, parts: 2_000, silent: 0, difference: null })
    expect(said('A', '', 'about 30')).toBeNull()
  })
})
