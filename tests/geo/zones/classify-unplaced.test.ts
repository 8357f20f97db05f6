import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFacts, aPack, aPlace, aZone, box, type CaseRow, cases, SHANGHAI } from '../../helpers/facts'

const places = [
  aPlace({ code: 'A', name: '甲县', kind: 'district', shape: box(121, 31, 121.5, 31.5), people: 1000 }),
  aPlace({ code: 'B', name: '乙县', kind: 'district', shape: box(122, 31, 122.5, 31.5), people: 1000 }),
  aPlace({ code: 'A1', name: '一村', kind: 'village', parent: 'A', shape: box(121, 31, 121.1, 31.1) }),
]
const levels = (rows: readonly CaseRow[], over: Partial<Facts> = {}): Record<string, string> => {
  const facts = aFacts({ pack: aPack({ policy: 'in-2020-05' }), places, cases: cases(rows), ...over })
  const answer = assess(facts, { asOf: readAsOf(SHANGHAI, '2020-06-20')! })
  return Object.fromEntries(answer.places.map(({ code, level }) => [code, level]))
}

describe('classes and rows that nobody can place', () => {
  test('Z61 a case that may lie in a place keeps it from a lower class, and no place that it does not reach', () => {
    expect(levels([{ place: 'A', reportedAt: '2020-06-18' }])).toEqual({ A: 'red', B: 'green' })
    expect(levels([{ reportedAt: '2020-06-18' }])).toEqual({ A: 'unknown', B: 'unknown' })
    expect(levels([{ lng: 0, lat: 0, reportedAt: '2020-06-18' }])).toEqual({ A: 'unknown', B: 'unknown' })
    expect(levels([{ reportedAt: '2020-05-01' }])).toEqual({ A: 'green', B: 'green' })
  })

  test('Z61 so does one whose time is not known, and a refused row', () => {
    expect(levels([{ place: 'A' }])).toEqual({ A: 'unknown', B: 'green' })
    const refused = [
      { list: 'cases', file: 'cases.csv', row: 1, why: 'missing', place: null, knownAt: null },
    ] as const
    expect(levels([], { refused })).toEqual({ A: 'unknown', B: 'unknown' })
  })

  test('Z61 a place given by its name, or only by its zone, is that place', () => {
    expect(levels([{ place: '甲县', reportedAt: '2020-06-18' }])).toEqual({ A: 'red', B: 'green' })
    const zones = [aZone({ id: 'Z', from: '2020-06-18', members: ['A1'] })]
    expect(levels([{ zone: 'Z', reportedAt: '2020-06-18' }], { zones })).toEqual({ A: 'red', B: 'green' })
  })
})
