import { describe, expect, test } from 'vitest'
import { attribute, type Facts, OF_ENDED_ZONE, policiesOf, UNATTRIBUTED, UNPLACED } from '#geo'
import { aFact, aFacts, aPlace, aZone, box, type CaseRow, cases, contacts, moment } from '../../helpers/facts'

const places = [
  aPlace({ code: 'V', kind: 'village', shape: box(113, 31, 113.1, 31.1) }),
  aPlace({ code: 'A', parent: 'V', shape: box(113.01, 31.01, 113.02, 31.02) }),
  aPlace({ code: 'A-1', kind: 'building', parent: 'A' }),
  aPlace({ code: 'B', parent: 'V', shape: box(113.05, 31.05, 113.06, 31.06) }),
]
const zones = [
  aZone({ id: 's-drawn', from: '2022-05-01', drawn: box(113.04, 31.04, 113.07, 31.07) }),
  aZone({ id: 'c-village', level: 'controlled', from: '2022-05-01', members: ['V'] }),
  aZone({ id: 's-compound', from: '2022-05-03', members: ['A'] }),
]

function zoneOf(row: CaseRow, over: Partial<Facts> = {}, at = '2022-05-10'): string | null {
  const facts = aFacts({ places, zones, cases: cases([{ reportedAt: '2022-05-02', ...row }]), ...over })
  const found = attribute(facts, moment(at).at, policiesOf(facts))
  const index = found.cases[0]!
  if (index === UNPLACED) return 'unplaced'
  return index === UNATTRIBUTED ? null : index === OF_ENDED_ZONE ? 'ended' : found.zones[index]!.id
}

describe('attribution: one event, one zone', () => {
  test('Z4 the zone it names, before place and position', () => {
    expect(zoneOf({ zone: 'c-village', place: 'A', lng: 113.05, lat: 31.05 })).toBe('c-village')
    expect(zoneOf({ zone: 'nowhere', place: 'A' })).toBe('s-compound')
  })

  test('Z4 the zone that has its place or an ancestor as member, the strictest of several', () => {
    expect(zoneOf({ place: 'A' })).toBe('s-compound')
    expect(zoneOf({ place: 'A-1' })).toBe('s-compound')
    expect(zoneOf({ place: 'V' })).toBe('c-village')
  })

  test('Z4 a member place goes before the position; without a place the position decides', () => {
    expect(zoneOf({ place: 'V', lng: 113.05, lat: 31.05 })).toBe('c-village')
    expect(zoneOf({ lng: 113.05, lat: 31.05 })).toBe('s-drawn')
    expect(zoneOf({ lng: 113.09, lat: 31.09 })).toBe('c-village')
    expect(zoneOf({ lng: 113.11, lat: 31.05 })).toBeNull()
    expect(zoneOf({ lng: 114, lat: 31 })).toBe('unplaced')
    expect(zoneOf({})).toBe('unplaced')
  })

  test('Z4 of zones of one level the smaller, then the smaller id', () => {
    const drawn = box(113.02, 31.02, 113.03, 31.03)
    const same = (id: string, shape = drawn) => aZone({ id, from: '2022-05-01', drawn: shape })
    const at = { lng: 113.025, lat: 31.025 }
    expect(zoneOf(at, { zones: [same('b'), same('a')] })).toBe('a')
    expect(zoneOf(at, { zones: [same('a'), same('b', box(113.024, 31.024, 113.026, 31.026))] })).toBe('b')
  })

  test('Z4 zones in force are asked, whether or not they existed at the event', () => {
    expect(zoneOf({ place: 'A', reportedAt: '2022-04-20' })).toBe('s-compound')
    expect(zoneOf({ place: 'A' }, {}, '2022-05-02')).toBe('c-village')
  })

  test('Z4 what happened in a zone since lowered into the outer one does not restart the outer clock', () => {
    const ended = [zones[1]!, aZone({ id: 's', from: '2022-05-02', to: '2022-05-08', members: ['A'] })]
    expect(zoneOf({ place: 'A', reportedAt: '2022-05-04' }, { zones: ended })).toBe('ended')
    expect(zoneOf({ zone: 's', reportedAt: '2022-05-04' }, { zones: ended })).toBe('ended')
    expect(zoneOf({ place: 'A', reportedAt: '2022-05-09' }, { zones: ended })).toBe('c-village')
    expect(zoneOf({ place: 'B', reportedAt: '2022-05-04' }, { zones: ended })).toBe('c-village')
  })

  test('Z4 nor does what happened in a zone since released within it', () => {
    const released = [
      zones[1]!,
      aZone({ id: 's', from: '2022-05-02', to: '2022-05-08', members: ['A'] }),
      aZone({ id: 's', level: 'normal', from: '2022-05-08', members: ['A'] }),
    ]
    expect(zoneOf({ place: 'A', reportedAt: '2022-05-04' }, { zones: released })).toBe('ended')
    expect(zoneOf({ zone: 's', reportedAt: '2022-05-04' }, { zones: released })).toBe('ended')
    expect(zoneOf({ place: 'A', reportedAt: '2022-05-09' }, { zones: released })).toBe('c-village')
  })

  test('Z4 contacts and stated facts go the same way', () => {
    const facts = aFacts({
      places,
      zones,
      contacts: contacts([{ place: 'A-1' }, { place: 'elsewhere' }]),
      statedFacts: [aFact({ at: '2022-05-04', fact: 'environmentNegative', place: 'B' })],
    })
    const found = attribute(facts, moment('2022-05-10').at, policiesOf(facts))
    expect([...found.contacts].map((i) => found.zones[i]?.id ?? null)).toEqual(['s-compound', null])
    expect(found.zones[found.statedFacts[0]!]?.id).toBe('c-village')
  })
})
