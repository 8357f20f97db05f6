import { describe, expect, test } from 'vitest'
import {
  areaM2,
  circle,
  type Exposure,
  type Facts,
  type ProposeQuestion,
  policiesOf,
  policyDocuments,
  propose,
  resolvePolicy,
  type Scheme,
} from '#geo'
import { aFact, aFacts, aPlace, aZone, box, cases, moment } from '../../../helpers/facts'

const asOf = moment('2022-05-25T12:00').at
const cell = (code: string, parent: string, column: number, row = 0) =>
  aPlace({
    code,
    parent,
    people: 100,
    shape: box(120 + 0.01 * column, 31 + 0.01 * row, 120.01 + 0.01 * column, 31.01 + 0.01 * row),
  })
const places = [
  aPlace({ code: 'd', kind: 'district' }),
  aPlace({ code: 't', kind: 'town', parent: 'd' }),
  aPlace({ code: 'v', kind: 'village', parent: 't' }),
  ...[0, 1, 2].map((i) => cell(`v${i}`, 'v', i)),
  aPlace({ code: 'w', kind: 'village', parent: 't' }),
  ...[0, 1, 2].map((i) => cell(`w${i}`, 'w', i, 1)),
]
const bare = aFacts({
  places,
  cases: cases([{ id: 'c1', reportedAt: '2022-05-24', onsetOn: '2022-05-22', place: 'v0' }]),
})
const at = (place: string, over: Partial<Exposure> = {}): Exposure => ({
  ...{ place, position: null, name: null, from: null, to: null, risk: null, contactsTraced: null },
  ...over,
})
const schemeOf = (
  exposures: readonly Exposure[],
  {
    facts = bare,
    id = 'cn-2021-three-zone',
    ...over
  }: Partial<ProposeQuestion> & { facts?: Facts; id?: string } = {},
): Scheme =>
  propose(facts, {
    ...{ asOf, policyOf: policiesOf(facts), exposures },
    policy: resolvePolicy(id, policyDocuments(facts)).policy!,
    ...over,
  })
const zonesOf = ({ zones }: Scheme): string[] =>
  zones.map(({ level, ground }) => `${level} ${ground.kind === 'members' ? ground.codes.join('+') : 'drawn'}`)
const notesOf = ({ notes }: Scheme): string[] => notes.map(({ code, because }) => `${code} ${because.place}`)

describe('a proposal from a case, by the three zones of 2021', () => {
  test('U4 the home is sealed, each place by its own risk, the rest of the county is precaution', () => {
    const scheme = schemeOf([
      at('v2', { risk: 'high' }),
      at('w0', { risk: 'some' }),
      at('w1', { risk: 'some', contactsTraced: true }),
      at('w2', { contactsTraced: false }),
    ])
    expect(zonesOf(scheme)).toEqual(['sealed v0', 'sealed v2+w2', 'controlled w0', 'precaution d'])
    expect(scheme.zones[0]!.because).toEqual([
      { rule: 'levels.sealed.delimit.0', case: 'c1', exposure: null, place: 'v0' },
    ])
    expect(scheme.zones[3]!).toMatchObject({ remainder: true, outside: null })
    expect(scheme.zones[3]!.areaM2).toBeCloseTo(
      areaM2(box(120.01, 31, 120.02, 31.01)) + areaM2(box(120.01, 31.01, 120.02, 31.02)),
      2,
    )
    expect(scheme.notes).toEqual([])
  })

  test('U5 a risk that nobody stated draws nothing and is said', () => {
    const scheme = schemeOf([at('w0')])
    expect(zonesOf(scheme)).toEqual(['sealed v0', 'precaution d'])
    expect(notesOf(scheme)).toEqual(['risk-unknown w0'])
  })

  test('U6 contradictions are said, and the stricter is proposed', () => {
    const held = schemeOf([at('w2', { risk: 'high', contactsTraced: true })])
    expect(zonesOf(held)).toContain('sealed w2')
    expect(notesOf(held)).toEqual(['high-risk-but-contacts-held w2'])
    const lost = schemeOf([at('w2', { risk: 'low', contactsTraced: false })])
    expect(zonesOf(lost)).toContain('sealed w2')
    expect(notesOf(lost)).toEqual(['low-risk-but-contacts-untraced w2'])
    const statedFacts = [
      aFact({ at: '2022-05-24', place: 'w2', fact: 'highSpreadRiskAndContactsHardToTrace' }),
    ]
    const stated = schemeOf([at('w2', { risk: 'some' })], { facts: { ...bare, statedFacts } })
    expect(zonesOf(stated)).toContain('sealed w2')
    expect(notesOf(stated)).toContain('stated-otherwise w2')
  })

  test('U7 a place whose risk is stated as a fact takes part without being entered', () => {
    const statedFacts = [
      aFact({ at: '2022-05-24', place: 'w2', fact: 'someSpreadRiskAndContactsHardToTrace' }),
      aFact({ at: '2022-05-24', place: 'w2', fact: 'highSpreadRiskAndContactsHardToTrace', value: 'false' }),
      aFact({ at: '2022-05-26', place: 'w1', fact: 'someSpreadRiskAndContactsHardToTrace' }),
    ]
    expect(zonesOf(schemeOf([], { facts: { ...bare, statedFacts } }))).toEqual([
      'sealed v0',
      'controlled w2',
      'precaution d',
    ])
  })

  test('U8 only the days of the look-back count: two before onset', () => {
    const on = (day: string) =>
      at('w2', { risk: 'high', from: moment(day).at, to: moment(`${day}T18:00`).at, case: 'c1' })
    expect(zonesOf(schemeOf([on('2022-05-20')]))).toContain('sealed w2')
    const early = schemeOf([on('2022-05-19')])
    expect(zonesOf(early)).not.toContain('sealed w2')
    expect(notesOf(early)).toContain('outside-window w2')
  })

  test('U9 what is already sealed is left alone; without anything drawn or left there is no remainder', () => {
    const zones = [aZone({ id: 'S', from: '2022-05-20', members: ['v'] })]
    const scheme = schemeOf([], { facts: { ...bare, zones } })
    expect(zonesOf(scheme)).toEqual(['precaution d'])
    expect(scheme.leftAlone).toMatchObject([{ place: 'v0', zone: 'S', level: 'sealed' }])
    expect(scheme.zones[0]!.areaM2).toBeCloseTo(areaM2(box(120, 31.01, 120.03, 31.02)), 1)
    expect(zonesOf(schemeOf([], { cases: [] }))).toEqual([])
  })

  test('U9 a zone that gives ground is said with the level that takes it, not with its own', () => {
    const zones = [aZone({ id: 'P', level: 'precaution', from: '2022-05-20', members: ['v'] })]
    const { notes } = schemeOf([], { facts: { ...bare, zones } })
    expect(notes.filter(({ code }) => code === 'takes-ground')).toMatchObject([
      { zone: 'P', level: 'sealed' },
    ])
  })

  test('U10 cases that count not yet, or are only suspected, and places nobody knows are said', () => {
    const facts = {
      ...bare,
      cases: cases([
        { id: 'later', reportedAt: '2022-05-26', place: 'v0' },
        { id: 'maybe', reportedAt: '2022-05-20', kind: 'suspected', place: 'v0' },
        { id: 'lost', reportedAt: '2022-05-20' },
        { id: 'wide', reportedAt: '2022-05-20', place: 'v' },
      ]),
    }
    const scheme = schemeOf([at('nowhere')], { facts, cases: ['later', 'maybe', 'lost', 'wide'] })
    expect(
      scheme.notes.map(({ code, because }) => `${code} ${because.case ?? because.place}`).sort(),
    ).toEqual([
      ...['case-without-place lost', 'not-reported-yet later', 'place-too-wide wide'],
      ...['suspected-case maybe', 'unknown-place nowhere'],
    ])
    expect(zonesOf(scheme)).toEqual(['sealed v', 'precaution d'])
  })
})

describe('where the units of the rule are not told', () => {
  test('U10 without villages a rule by compound seals neither the town nor the district', () => {
    const town = { ...bare.places[0]!, code: 't', kind: 'town' as const, parent: 'd' }
    for (const places of [
      bare.places.filter(({ kind }) => kind === 'district'),
      [...bare.places.filter(({ kind }) => kind === 'district'), town],
    ]) {
      const home = places.at(-1)!.code
      const facts = { ...bare, places, cases: cases([{ id: 'c1', reportedAt: '2022-05-22', place: home }]) }
      const scheme = schemeOf([], { facts })
      expect(scheme.zones.filter(({ level }) => level === 'sealed')).toEqual([])
      expect(scheme.notes.map(({ code }) => code)).toContain('unit-not-told')
    }
  })
})

test('U10 a village drawn whole for want of buildings is said to be drawn, not to be left to people', () => {
  const village = aPlace({ code: 'v', kind: 'village', parent: 't', shape: box(120, 31, 120.03, 31.01) })
  const facts = {
    ...bare,
    places: [...bare.places.filter(({ kind }) => kind === 'district' || kind === 'town'), village],
    cases: cases([{ id: 'c1', reportedAt: '2022-05-24', place: 'v' }]),
  }
  const scheme = schemeOf([], { facts, id: 'cn-shanghai-2022-04-11' })
  expect(zonesOf(scheme)).toContain('sealed14 v')
  expect(notesOf(scheme)).toContain('drawn-whole v')
  expect(scheme.notes.map(({ code }) => code)).not.toContain('unit-not-told')
})

describe('by radii, edges and neighbours', () => {
  test('U11 circles of 3 and 10 km are kept whole; the part outside is listed by neighbour', () => {
    const neighbours = [{ name: '邻县', shape: box(120.03, 30, 121, 32) }]
    const scheme = schemeOf([], { id: 'eu-hpai', neighbours })
    expect(zonesOf(scheme)).toEqual(['protection drawn', 'surveillance drawn'])
    const [near, far] = scheme.zones
    expect(areaM2(near!.outline)).toBeCloseTo(Math.PI * 9e6, -4)
    expect(areaM2(far!.outline)).toBeCloseTo(Math.PI * 1e8, -5)
    expect(far!.areaM2).toBeCloseTo(areaM2(far!.outline) - areaM2(near!.outline), 0)
    const { areaM2: outside, parts } = near!.outside!
    expect(parts.map(({ neighbour }) => neighbour)).toEqual(['邻县', null])
    expect(parts.reduce((so, part) => so + part.areaM2, 0)).toBeCloseTo(outside, 3)
    expect(outside).toBeGreaterThan(areaM2(near!.outline) / 2)
  })

  test('U2 a circle that lies in a zone as strict draws nothing; one that leaves it takes only the rest', () => {
    const stands = (radius: number) => {
      const drawn = circle([120.005, 31.005], radius)
      const zones = [aZone({ id: 'Z', level: 'protection', policy: 'eu-hpai', from: '2022-05-20', drawn })]
      return schemeOf([], { id: 'eu-hpai', facts: { ...bare, zones } })
    }
    expect(zonesOf(stands(4000))).toEqual(['surveillance drawn'])
    expect(stands(4000).leftAlone).toMatchObject([{ place: 'v0', zone: 'Z', level: 'protection' }])
    const rest = stands(2000).zones[0]!
    expect(rest.areaM2).toBeCloseTo(Math.PI * (9e6 - 4e6), -4)
  })

  test('U12 3 km from the edge of the premises, and 5 km beyond', () => {
    const scheme = schemeOf([], { id: 'cn-hpai' })
    const [area, beyond] = scheme.zones
    const [width, height] = [954.6, 1108.8]
    expect(
      areaM2(area!.outline) / (width * height + 2 * 3000 * (width + height) + Math.PI * 9e6),
    ).toBeCloseTo(1, 2)
    expect(
      areaM2(beyond!.outline) / (width * height + 2 * 8000 * (width + height) + Math.PI * 64e6),
    ).toBeCloseTo(1, 2)
    const spot = { ...bare, cases: cases([{ id: 'x', reportedAt: '2022-05-24', lng: 120.5, lat: 31.5 }]) }
    expect(schemeOf([], { id: 'cn-hpai', facts: spot }).notes.map(({ code }) => code)).toContain(
      'edge-unknown',
    )
  })

  const tiers = (...delimit: object[]) => ({
    ...{
      id: 'tiers',
      name: { zh: '三级' },
      disease: 'x',
      jurisdiction: 'x',
      mode: 'fsm',
      dayCount: 'elapsed',
    },
    ...{ valid: { from: '2020-01-01', to: null }, sources: ['test'] },
    levels: [
      { id: 'red', rank: 2, delimit: [{ type: 'adminUnit', unit: 'compound', of: ['home'] }] },
      { id: 'orange', rank: 1, delimit },
    ],
  })

  test('U13 neighbours have a stretch of border in common; a corner is not enough', () => {
    const policies = [tiers({ type: 'adjacent', to: 'red', unit: 'compound' })]
    const scheme = schemeOf([], { id: 'tiers', facts: { ...bare, policies } })
    expect(zonesOf(scheme).sort()).toEqual(['orange v1', 'orange w0', 'red v0'])
  })

  test('U13 the rest of the unit around a zone is that unit with the zone cut out', () => {
    const policies = [tiers({ type: 'ringOf', unit: 'village', minus: ['red'] })]
    const scheme = schemeOf([], { id: 'tiers', facts: { ...bare, policies } })
    expect(zonesOf(scheme)).toEqual(['red v0', 'orange v'])
    expect(scheme.zones[1]!.areaM2).toBeCloseTo(areaM2(box(120.01, 31, 120.03, 31.01)), 2)
  })

  test('U14 what a rule leaves to people is said, with the places they would look at', () => {
    const scheme = schemeOf([at('w0', { risk: 'some' })], { id: 'cn-9th-2022' })
    expect(zonesOf(scheme)).toEqual(['H v0', 'L d'])
    expect(scheme.byHand).toEqual([{ level: 'M', places: ['w0'] }])
  })
})
