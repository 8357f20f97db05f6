import { describe, expect, test } from 'vitest'
import { assess, coverage, type Place, survey, type ZoneStay } from '#geo'
import { groundFigures } from '../../../src/i18n/ground-figures'
import { aFacts, aPlace, aZone, box, moment } from '../../helpers/facts'

const from = '2022-05-13'
/** Two towns of 2 km by 1: T1 of V1 with 100 people and V2 that nobody drew or counted, T2 of V3 with 300. */
const places: Place[] = [
  aPlace({ code: 'D', kind: 'district', shape: box(0, 0, 0.04, 0.01) }),
  aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(0, 0, 0.02, 0.01) }),
  aPlace({ code: 'T2', kind: 'town', parent: 'D', shape: box(0.02, 0, 0.04, 0.01) }),
  aPlace({ code: 'V1', kind: 'village', parent: 'T1', shape: box(0, 0, 0.01, 0.01), people: 100 }),
  aPlace({ code: 'V2', kind: 'village', parent: 'T1', shape: null }),
  aPlace({ code: 'V3', kind: 'village', parent: 'T2', shape: box(0.02, 0, 0.03, 0.01), people: 300 }),
]

function seen(zones: readonly ZoneStay[], given: readonly Place[] = places) {
  const facts = aFacts({ places: given, zones })
  const asOf = moment('2022-05-27').at
  const covered = coverage(facts, { asOf })
  const surveyed = survey(facts, { asOf, assess: assess(facts, { asOf }), coverage: covered })
  const { levels, zones: own } = groundFigures(surveyed)
  const row = (level: string, town: string | null) =>
    covered.levels.rows.find((one) => one.level === level && one.town === town)!
  return { row, levels, zones: own, surveyed }
}

describe('A9 ground of a zone that nobody drew', () => {
  test('may lie in what lies in no zone of its town, which is at most so large, and in no other town', () => {
    const { row, levels } = seen([aZone({ id: 'S1', from, members: ['V2'] })])
    expect(row('normal', 'T1').holdsUndrawn).toBe(true)
    expect(row('normal', 'T2').holdsUndrawn).toBeUndefined()
    expect(levels.get('normal')!.area).toMatch(/^≤\d/)
    expect(levels.get('sealed')).toMatchObject({ area: '—', people: '—' })
  })

  test('and in a less strict zone drawn there, of level and zone alike, but not in a stricter one', () => {
    const drawn = (id: string, level: string) => aZone({ id, from, level, drawn: box(0.012, 0, 0.016, 0.01) })
    const hidden = aZone({ id: 'C1', from, level: 'controlled', members: ['V2'] })
    const { levels, zones } = seen([hidden, drawn('P1', 'precaution')])
    expect(levels.get('precaution')!.area).toMatch(/^≤\d/)
    expect(zones.get('P1')!.area).toMatch(/^≤\d/)
    const stricter = seen([hidden, drawn('S1', 'sealed')])
    expect(stricter.levels.get('sealed')!.area).toMatch(/^\d/)
    expect(stricter.zones.get('S1')!.area).toMatch(/^\d/)
  })

  test('lies in the zone that has the place around it as a member: nothing else holds it', () => {
    const { row } = seen(
      [
        aZone({ id: 'S1', from, members: ['C1'] }),
        aZone({ id: 'C1', from, level: 'controlled', members: ['V1'] }),
      ],
      [...places, aPlace({ code: 'C1', parent: 'V1', shape: null, people: 20 })],
    )
    expect(row('controlled', 'T1').holdsUndrawn).toBe(true)
    expect(row('normal', 'T1').holdsUndrawn).toBeUndefined()
  })

  test('lies nowhere in what is drawn where no place around it is', () => {
    const parts = places.filter(({ code }) => !['D', 'T1'].includes(code))
    const around = ['D', 'T1'].map((code) => ({ ...places.find((one) => one.code === code)!, shape: null }))
    const { row } = seen([aZone({ id: 'S1', from, members: ['V2'] })], [...around, ...parts])
    expect(row('normal', 'T1').holdsUndrawn).toBeUndefined()
  })

  test('may lie anywhere where nothing tells where: then nothing less strict is known to its size or people', () => {
    const { row, levels } = seen([aZone({ id: 'S1', from, members: [] })])
    for (const town of ['T1', 'T2'])
      expect(row('normal', town)).toMatchObject({
        holdsUndrawn: true,
        holdsUntold: true,
        holdsUnlisted: true,
      })
    expect(levels.get('normal')!.area).toMatch(/^≤\d/)
    expect(levels.get('normal')!.people).toBe('—')
  })
})

describe('A9 people of a zone of which nobody knows how many there are', () => {
  const houses = [
    ...places,
    aPlace({ code: 'C3', parent: 'V3', shape: box(0.02, 0, 0.025, 0.01), people: 120 }),
    aPlace({ code: 'B1', kind: 'building', parent: 'C3', shape: null }),
  ]

  test('a building as member makes them a lower bound, and those of the compound outside at most so many', () => {
    const zone = aZone({ id: 'S1', from, members: ['V1', 'B1'] })
    const { row, levels, zones } = seen([zone], houses)
    expect(row('sealed', 'T2')).toMatchObject({ people: null, peopleKnown: 0 })
    expect(levels.get('sealed')!.people).toBe('≥100')
    expect(zones.get('S1')!.people).toBe('≥100')
    expect(row('normal', 'T2')).toMatchObject({ people: 300, holdsUntold: true })
    expect(row('normal', 'T1').holdsUntold).toBeUndefined()
  })

  test('of a building in a zone of the same level as its compound nothing is another’s', () => {
    const { row } = seen([aZone({ id: 'S1', from, members: ['C3', 'B1'] })], houses)
    expect(row('sealed', 'T2').holdsUntold).toBeUndefined()
    expect(row('normal', 'T2')).toMatchObject({ people: 180 })
    expect(row('normal', 'T2').holdsUntold).toBeUndefined()
  })

  test('a village without people whose town says them leaves the rest of the town an upper bound', () => {
    const told = places.map((one) => (one.code === 'T1' ? { ...one, people: 1_000 } : one))
    const { row } = seen([aZone({ id: 'S1', from, members: ['V2'] })], told)
    expect(row('sealed', 'T1')).toMatchObject({ people: null, peopleKnown: 0 })
    expect(row('normal', 'T1')).toMatchObject({ people: 1_000, peopleKnown: 1, holdsUntold: true })
  })

  test('a member that is in no list makes people and places of its zone lower bounds', () => {
    const { row, levels, zones } = seen([aZone({ id: 'S1', from, members: ['V1', 'X9'] })])
    expect(row('sealed', 'T1').peopleKnown).toBeLessThan(1)
    expect(row('sealed', 'T1').isPartlyListed).toBe(true)
    expect(levels.get('sealed')!.people).toBe('≥100')
    expect(zones.get('S1')!.people).toBe('≥100')
  })
})
