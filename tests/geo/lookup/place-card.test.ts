import { describe, expect, test } from 'vitest'
import { answersOf, lookUp, placeCardAt, placeCards, policiesOf } from '#geo'
import { aFacts, aPlace, aZone, box, cases, moment } from '../../helpers/facts'
import { aBegun, aChange } from '../../helpers/place-changes'

const asOf = moment('2022-05-25T12:00').at
const facts = aFacts({
  places: [
    aPlace({ code: '33', name: '澜溪区', kind: 'district' }),
    aPlace({
      code: '3301',
      name: '文昌街道',
      kind: 'town',
      parent: '33',
      shape: box(120, 31, 120.04, 31.02),
    }),
    aPlace({
      code: '330101',
      name: '锦绣苑',
      parent: '3301',
      people: 400,
      shape: box(120, 31, 120.01, 31.01),
    }),
    aPlace({ code: '330102', name: '江畔', parent: '3301', shape: box(120.01, 31, 120.02, 31.01) }),
    aPlace({ code: '3301011', name: '1号楼', kind: 'building', parent: '330101' }),
    aPlace({ code: '3302', name: '东门镇', kind: 'town', parent: '33' }),
  ],
  zones: [
    aZone({ id: 'S', level: 'sealed', from: '2022-05-10', members: ['330101'] }),
    aZone({ id: 'P', level: 'precaution', from: '2022-05-10', members: ['3301'] }),
  ],
  cases: cases([
    { id: 'A', reportedAt: '2022-05-12', place: '330101' },
    { id: 'B', reportedAt: '2022-05-13', lng: 120.015, lat: 31.005 },
    { id: 'C', reportedAt: '2022-05-13', place: '锦绣苑1号楼' },
    { id: 'D', reportedAt: '2022-05-30', place: '330101' },
    { id: 'E', reportedAt: '2022-05-13', place: '3302' },
  ]),
})
const question = { asOf, policyOf: policiesOf(facts) }
const card = (code: string) => placeCards(facts, question, [code])[0]!

describe('a place with its figures and its zone', () => {
  test('J13 figures are those of everything in it; unknown is null, a sum with unknown parts a lower bound', () => {
    expect(card('330101')).toMatchObject({
      ...{ name: '锦绣苑', kind: 'compound', people: 400, peopleKnown: 1, households: null },
      ...{ places: 1, buildings: 1, cases: 2, partly: [] },
    })
    expect(card('330101').within.map(({ name }) => name)).toEqual(['文昌街道', '澜溪区'])
    expect(card('330102')).toMatchObject({ people: null, peopleKnown: 0, buildings: 0, cases: 1 })
    expect(card('3301')).toMatchObject({ people: 400, peopleKnown: 0.5, places: 2, buildings: 1, cases: 3 })
    expect(card('3302')).toMatchObject({ people: null, peopleKnown: 0, areaM2: null, places: null, cases: 1 })
    expect(card('33')).toMatchObject({ people: 400, places: 2, isPartlyListed: true })
    expect(card('33').peopleKnown).toBeCloseTo(1 / 3, 9)
    expect(card('330101').areaM2).toBeCloseTo(1_059_000, -4)
    expect(placeCards(facts, question, ['none'])).toEqual([])
  })

  test('J13 cases of a town are those of the table of towns; without a list of cases they are not known', () => {
    const { towns } = answersOf(facts, { asOf }).survey
    for (const town of towns) expect(card(town.code).cases).toBe(town.cases)
    const { cases: _, ...rest } = facts
    const untold = { ...aFacts(rest), stated: new Set([...facts.stated].filter((list) => list !== 'cases')) }
    expect(placeCards(untold, { asOf, policyOf: policiesOf(untold) }, ['3301'])[0]!.cases).toBeNull()
  })

  test('J9 J13 its zone is told, or the zones in which it may lie', () => {
    expect(card('330101').zones).toMatchObject([{ zone: 'S', level: 'sealed', since: '2022-05-10' }])
    expect(card('330102').zones.map(({ zone }) => zone)).toEqual(['P'])
    expect(card('3301')).toMatchObject({ zones: [{ zone: 'S' }, { zone: 'P' }], partly: ['S'] })
    expect(card('3302').zones).toMatchObject([{ zone: null }])
  })

  test('J13 a position gives the deepest place that is drawn there', () => {
    expect(placeCardAt(facts, question, [120.005, 31.005])?.code).toBe('330101')
    expect(placeCardAt(facts, question, [120.03, 31.015])?.code).toBe('3301')
    expect(placeCardAt(facts, question, [121, 31])).toBeNull()
  })
})

describe('J15 a place that is none any more', () => {
  const merged = aChange({
    ...{ kind: 'merged', at: '2022-05-20', ends: ['330101', '330102'] },
    begins: [aBegun('330109', { name: '锦江苑' })],
  })
  const changed = { ...facts, placeChanges: [merged] }
  const at = (day: string) => ({ asOf: moment(day).at, policyOf: policiesOf(changed) })
  const cardAt = (code: string, day: string) => placeCards(changed, at(day), [code])[0]

  test('its card says what it became, and has its own people, zone and cases', () => {
    expect(cardAt('330101', '2022-05-20')).toMatchObject({ became: null, places: 1 })
    expect(cardAt('330101', '2022-05-21')).toMatchObject({
      became: { role: 'part', since: '2022-05-20', heirs: [{ code: '330109', name: '锦江苑' }] },
      ...{ people: 400, places: 0, buildings: 1, cases: 2, zones: [{ zone: 'S' }] },
    })
    expect(cardAt('330109', '2022-05-20')).toBeUndefined()
    expect(cardAt('330109', '2022-05-21')).toMatchObject({
      ...{ became: null, people: 400, places: 1, buildings: 1, cases: 3 },
      zones: [{ zone: 'S' }, { zone: 'P' }],
    })
  })

  test('a position lies in what there is', () => {
    expect(placeCardAt(changed, at('2022-05-20'), [120.005, 31.005])?.code).toBe('330101')
    expect(placeCardAt(changed, at('2022-05-21'), [120.005, 31.005])?.code).toBe('330109')
  })

  test('look-up finds it by code, name and address, and names its heirs; the town has the same people and cases', () => {
    const became = { since: '2022-05-20', heirs: [{ name: '锦江苑' }] }
    for (const line of ['330101', '锦绣苑', '文昌街道锦绣苑'])
      expect(lookUp(changed, at('2022-05-21'), [line])[0]).toMatchObject({
        ...{ state: 'matched', place: '330101', zone: 'S', became },
      })
    expect(lookUp(changed, at('2022-05-21'), ['锦江苑1号楼'])[0]).toMatchObject({
      ...{ state: 'matched', place: '3301011', became: null },
    })
    expect(lookUp(changed, at('2022-05-20'), ['锦绣苑'])[0]).toMatchObject({ place: '330101', became: null })
    const town = (day: string) => cardAt('3301', day)!
    expect(town('2022-05-21')).toMatchObject({ people: 400, cases: town('2022-05-20').cases })
  })

  test("a name that two former places had is nobody's for certain, one that another place has is that one's", () => {
    const [west, east] = ['330104', '330203'].map((code, i) =>
      aPlace({ code, name: '同名里', parent: `330${i + 1}`, shape: box(120.03 + i, 31, 120.04 + i, 31.01) }),
    )
    const others = ['330105', '330204'].map((code, i) =>
      aPlace({ code, name: `新里${code}`, parent: `330${i + 1}` }),
    )
    const gone = [west!, east!].map(({ code }, i) =>
      aChange({
        ...{ kind: 'merged', at: '2022-05-20', ends: [code, others[i]!.code] },
        begins: [aBegun(others[i]!.code)],
      }),
    )
    const twice = { ...facts, places: [...facts.places, west!, east!, ...others], placeChanges: gone }
    const asked = { asOf: moment('2022-05-21').at, policyOf: policiesOf(twice) }
    expect(lookUp(twice, asked, ['同名里'])[0]).toMatchObject({
      ...{ state: 'ambiguous', candidates: [{ code: '330104' }, { code: '330203' }] },
    })
    const one = { ...twice, placeChanges: gone.slice(0, 1) }
    const again = { asOf: moment('2022-05-21').at, policyOf: policiesOf(one) }
    expect(lookUp(one, again, ['同名里'])[0]).toMatchObject({ state: 'matched', place: '330203' })
  })
})
