import { describe, expect, test } from 'vitest'
import {
  type AssessAnswer,
  assess,
  type CaseTable,
  coverage,
  type Facts,
  type Ruling,
  readAsOf,
  survey,
  type UnplacedRow,
} from '#geo'
import { texts } from '../../helpers/columns'
import {
  aFact,
  aFacts,
  aPack,
  aPlace,
  aReport,
  aRound,
  aZone,
  box,
  type CaseRow,
  type ContactRow,
  cases,
  contacts,
  moment,
  origin,
  SHANGHAI,
} from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const places = [
  aPlace({ code: 'D', kind: 'district', name: '甲县', shape: box(113, 34, 113.08, 34.04) }),
  aPlace({ code: 'T1', kind: 'town', parent: 'D', name: '召陵镇', shape: box(113, 34, 113.04, 34.04) }),
  aPlace({ code: 'T2', kind: 'town', parent: 'D', name: '万金镇', shape: box(113.04, 34, 113.08, 34.04) }),
  aPlace({
    code: '110',
    kind: 'village',
    parent: 'T1',
    name: '西南村',
    aliases: ['老西南'],
    shape: box(113, 34, 113.02, 34.02),
  }),
  aPlace({ code: '120', kind: 'village', parent: 'T1', name: '新村', shape: box(113.02, 34, 113.04, 34.02) }),
  aPlace({ code: '210', kind: 'village', parent: 'T2', name: '新村', shape: box(113.04, 34, 113.06, 34.02) }),
  aPlace({
    code: '220',
    kind: 'village',
    parent: 'T2',
    name: '台前村',
    shape: box(113.06, 34, 113.08, 34.02),
  }),
]

/** Three sealed zones: a village whole, a corner of another one, and a village of the other town. */
const zones = [
  aZone({ id: 'A', name: '一区', from: '2022-05-01', members: ['110'] }),
  aZone({ id: 'B', name: '二区', from: '2022-05-01', drawn: box(113.02, 34, 113.03, 34.01) }),
  aZone({ id: 'C', name: '三区', from: '2022-05-01', members: ['210'] }),
]

const SINCE_CASE = {
  id: 'noNewCase',
  ...{ days: { since: { event: 'case', agg: 'last' }, gte: 7 }, ifMissing: true },
}

interface Rows extends Omit<Partial<Facts>, 'cases' | 'contacts'> {
  readonly cases?: readonly CaseRow[]
  readonly contacts?: readonly ContactRow[]
  readonly when?: unknown
}

const NOW = '2022-05-20T12:00'

function factsOf({
  when = SINCE_CASE,
  cases: caseRows = [],
  contacts: contactRows = [],
  ...over
}: Rows): Facts {
  return aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy(when)],
    places,
    zones,
    cases: cases(caseRows),
    contacts: contacts(contactRows),
    ...over,
  })
}

const answer = (rows: Rows, asOf = NOW): AssessAnswer =>
  assess(factsOf(rows), { asOf: readAsOf(SHANGHAI, asOf)! })

/** Zones and the state of their release. */
const states = ({ zones: all }: AssessAnswer): string =>
  all.map(({ id, transitions }) => `${id} ${transitions[0]!.state}`).join(', ')

/** Zones that the rows hold. */
const held = (rows: readonly UnplacedRow[]): string[] => [
  ...new Set(rows.flatMap(({ holds }) => holds.map(({ zone }) => zone))),
]

const FREE = 'A due, B due, C due'
const yesterday = { id: 'c', reportedAt: '2022-05-19T10:00', kind: 'confirmed', foundIn: 'community' }
const withTable = (table: CaseTable): string =>
  states(assess({ ...factsOf({}), cases: table }, { asOf: readAsOf(SHANGHAI, NOW)! }))
const one = (row: CaseRow): AssessAnswer => answer({ cases: [{ ...yesterday, ...row }] })

describe('a case that cannot be given to its ground', () => {
  test('Z50 without place and position, at 0, 0 or far outside it may be in every zone', () => {
    expect(states(answer({}))).toBe(FREE)
    for (const [row, why] of [
      [{}, 'no-ground'],
      [{ lng: 0, lat: 0 }, 'position-at-zero'],
      [{ lng: 124.5, lat: 30.2 }, 'position-outside'],
      [{ place: '幸福里' }, 'unknown-place'],
      [{ zone: '九区' }, 'unknown-zone'],
    ] as const) {
      const said = one(row)
      expect(states(said), why).toBe('A unknown, B unknown, C unknown')
      expect(said.unplaced).toMatchObject([{ list: 'cases', id: 'c', row: 1, why, zones: ['A', 'B', 'C'] }])
      expect(said.unplaced![0]!.holds[0]).toEqual({ zone: 'A', transition: 'release', leaf: 'noNewCase' })
    }
  })

  test('Z50 a position that lies in the district, up to 5 km outside, or in a place says where it is', () => {
    expect(states(one({ lng: 113.01, lat: 34.01 }))).toBe('A blocked, B due, C due')
    expect(states(one({ lng: 113.07, lat: 34.03 }))).toBe(FREE)
    expect(states(one({ lng: 113.01, lat: 33.96 }))).toBe(FREE)
    expect(one({ lng: 113.01, lat: 33.96 }).unplaced).toEqual([])
    expect(states(one({ lng: 113.01, lat: 33.9 }))).toBe('A unknown, B unknown, C unknown')
  })

  test('Z50 a position that is none leaves the place to decide', () => {
    expect(states(one({ place: '220', lng: 0, lat: 0 }))).toBe(FREE)
    expect(states(one({ place: '110', lng: 0, lat: 0 }))).toBe('A blocked, B due, C due')
    expect(states(one({ place: '110', lng: 2, lat: 2 }))).toBe('A blocked, B due, C due')
  })

  test('Z50 latitude before longitude is turned where only that lies in the district', () => {
    const turned = [aPlace({ code: 'D', kind: 'district', shape: box(34, 80, 34.08, 80.04) })]
    const near = [aZone({ id: 'A', from: '2022-05-01', drawn: box(34, 80, 34.02, 80.02) })]
    const at = (lng: number, lat: number): string =>
      states(answer({ places: turned, zones: near, cases: [{ ...yesterday, lng, lat }] }))
    expect([at(34.01, 80.01), at(80.01, 34.01), at(80.03, 34.05)]).toEqual([
      ...['A blocked', 'A blocked', 'A due'],
    ])
  })

  test('Z51 a place is its code, name, alias, address or another spelling of them', () => {
    for (const place of [
      '110',
      '西南村',
      '西南村村民委员会',
      '西南村委会',
      '老西南',
      '西南',
      ' 西 南 村 ',
      '110.0',
      '0110',
      '召陵镇西南村3组',
    ])
      expect(states(one({ place })), place).toBe('A blocked, B due, C due')
    expect(states(one({ place: '臺前村' }))).toBe(FREE)
    expect(one({ place: '臺前村' }).unplaced).toEqual([])
    expect(states(one({ zone: '三区' }))).toBe('A due, B due, C blocked')
  })

  test('Z51 of several places each is a candidate; the town beside the name tells them apart', () => {
    const said = one({ place: '新村' })
    expect(states(said)).toBe('A due, B unknown, C unknown')
    expect(said.unplaced).toMatchObject([{ why: 'several-places', near: ['120', '210'], zones: ['B', 'C'] }])
    expect(states(one({ place: '万金镇新村' }))).toBe('A due, B due, C blocked')
  })

  test('Z51 a place against the town that the row gives: both are candidates', () => {
    const meant = (place: string, town: string): string =>
      withTable({ ...cases([{ ...yesterday, place }]), town: texts([town]) })
    expect(meant('西南村', '万金镇')).toBe('A unknown, B due, C unknown')
    expect(meant('台前村', '召陵镇')).toBe('A unknown, B unknown, C due')
    expect(meant('220', '召陵镇')).toBe('A unknown, B unknown, C due')
    expect(meant('220', '万金镇')).toBe(FREE)
    expect(meant('台前村', '万金镇')).toBe(FREE)
  })

  test('Z52 a place that a zone cuts may be in it; one wholly in it is, whatever its kind', () => {
    const said = one({ place: '120' })
    expect(states(said)).toBe('A due, B unknown, C due')
    expect(said.unplaced).toMatchObject([{ why: 'partly-in-zone', near: ['120'], zones: ['B'] }])
    expect(states(one({ place: '120', lng: 113.025, lat: 34.005 }))).toBe('A due, B blocked, C due')
    expect(states(one({ place: '120', lng: 113.035, lat: 34.015 }))).toBe(FREE)
    expect(states(one({ place: 'T1' }))).toBe('A unknown, B unknown, C due')
    const around = [aZone({ id: 'A', from: '2022-05-01', drawn: box(112.99, 33.99, 113.05, 34.05) })]
    expect(states(answer({ zones: around, cases: [{ ...yesterday, place: 'T1' }] }))).toBe('A blocked')
  })

  test('Z100 where a zone has no ground, that is why a position may lie in it, and not that the place is cut', () => {
    const zones = [
      aZone({ id: 'A', from: '2022-05-01', drawn: box(113, 34, 113.02, 34.02) }),
      aZone({ id: 'B', from: '2022-05-01', drawn: [] }),
    ]
    const said = answer({ zones, cases: [{ ...yesterday, lng: 113.01, lat: 34.01 }] })
    expect(states(said)).toBe('A blocked, B unknown')
    expect(said.unplaced).toMatchObject([{ why: 'zone-undrawn', zones: ['B'] }])
  })

  test('Z52 position against place: both are candidates', () => {
    const said = one({ place: '110', lng: 113.05, lat: 34.01 })
    expect(states(said)).toBe('A unknown, B due, C unknown')
    expect(said.unplaced).toMatchObject([{ why: 'position-against-place', zones: ['A', 'C'] }])
    expect(one({ place: '220', lng: 113.07, lat: 34.03 }).unplaced).toEqual([])
  })

  test('Z52 a place that lies nowhere in the zone which is named may be in the zones that have part of it', () => {
    expect(states(one({ zone: 'C', place: '120' }))).toBe('A due, B unknown, C blocked')
    expect(states(one({ zone: 'C', place: 'T1' }))).toBe('A unknown, B unknown, C blocked')
    expect(states(one({ zone: 'B', place: '120' }))).toBe('A due, B blocked, C due')
    expect(states(one({ zone: 'C', place: 'T2' }))).toBe('A due, B due, C blocked')
    expect(states(one({ zone: 'C', place: '南门外' }))).toBe('A due, B due, C blocked')
  })

  test('Z16 what names a zone that has ended holds those that have its ground since, not the weaker one around it', () => {
    const ended = aZone({ id: 'A', from: '2022-05-01', to: '2022-05-15', members: ['110'] })
    const standing = (over: Parameters<typeof aZone>[0]) =>
      answer({
        zones: [ended, aZone(over)],
        cases: [{ ...yesterday, zone: 'A', reportedAt: '2022-05-14T10:00' }],
      })
    const since = { id: 'N', from: '2022-05-15' }
    expect(states(standing({ ...since, members: ['110'] }))).toBe('N blocked')
    expect(states(standing({ ...since, drawn: box(113, 34, 113.01, 34.02) }))).toBe('N unknown')
    expect(states(standing({ ...since, members: ['210'] }))).toBe('N due')
    expect(states(standing({ id: 'N', from: '2022-05-01', members: ['T1'] }))).toBe('N blocked')
    expect(states(standing({ id: 'N', level: 'controlled', from: '2022-05-01', members: ['T1'] }))).toBe(
      'N due',
    )
  })

  test('Z52 a position in no place may be in a member of which nothing is drawn', () => {
    const drawn = (codes: readonly string[]) =>
      states(
        answer({
          places: places.map((place) => (codes.includes(place.code) ? place : { ...place, shape: null })),
          cases: [{ ...yesterday, lng: 113.055, lat: 34.035 }],
        }),
      )
    expect(drawn([])).toBe('A unknown, B due, C unknown')
    expect(drawn(['T1'])).toBe('A due, B due, C unknown')
    expect(drawn(['D', 'T1', 'T2'])).toBe('A due, B due, C unknown')
    expect(drawn(['D', 'T1', 'T2', '110', '210'])).toBe(FREE)
  })

  test('Z53 a case on the ground of several zones counts once and holds each, but not the one it is cut out of', () => {
    const over = [
      aZone({ id: 'A', from: '2022-05-01', drawn: box(113, 34, 113.03, 34.02) }),
      aZone({ id: 'B', from: '2022-05-01', drawn: box(113.02, 34, 113.06, 34.02) }),
    ]
    const both = { ...yesterday, lng: 113.025, lat: 34.01 }
    expect(states(answer({ zones: over, cases: [both] }))).toBe('A blocked, B blocked')
    const inner = [
      aZone({ id: 'A', from: '2022-05-01', drawn: box(113.021, 34.001, 113.03, 34.02) }),
      aZone({ id: 'B', level: 'controlled', from: '2022-05-01', drawn: box(113.02, 34, 113.06, 34.03) }),
    ]
    const [sealed, controlled] = answer({ zones: inner, cases: [both] }).zones
    expect(sealed!.transitions[0]!.conditions[0]!.state).toBe('unmet')
    expect(controlled!.transitions[0]!.conditions[0]!.state).toBe('met')
  })
})

describe('a row that cannot be given to its time', () => {
  const inA = { ...yesterday, place: '110' }

  test('Z54 a case without a report, or with one that cannot be, may have come up to when it was learned', () => {
    for (const [reportedAt, why] of [
      [null, 'no-time'],
      ['1922-05-19', 'implausible-time'],
      ['2202-05-19', 'implausible-time'],
    ] as const) {
      const said = answer({ cases: [{ ...inA, reportedAt }] })
      expect(states(said), why).toBe('A unknown, B due, C due')
      expect(said.unplaced).toMatchObject([
        { why, near: ['110'], zones: ['A'], candidateTime: { from: null, to: '2022-05-20T12:00:00+08:00' } },
      ])
      expect(said.zones[0]!.transitions[0]).toMatchObject({ heldUntil: '2022-05-27T12:00:00+08:00' })
    }
  })

  test('Z54 what was learned before all facts was not: any time up to the as-of', () => {
    const learned = (at: string): string =>
      withTable({ ...cases([{ ...inA, reportedAt: null }]), knownAt: Float64Array.of(moment(at).at) })
    expect(learned('1922-05-19')).toBe('A unknown, B due, C due')
    expect(learned('2022-05-02')).toBe(FREE)
  })

  test('Z54 what happened after the own as-of of a review did not happen then; a later fact of one looked back at is to come', () => {
    const ahead = { ...inA, reportedAt: '2022-05-25T10:00' }
    const ofReview = aPack({ policy: 'test-one', asOf: '2022-05-20T12:00' })
    const said = answer({ pack: ofReview, cases: [ahead] })
    expect(said.unplaced).toMatchObject([{ why: 'time-ahead', zones: ['A'] }])
    expect(states(said)).toBe('A unknown, B due, C due')
    expect(states(answer({ pack: { ...ofReview, asOf: '2022-05-26' }, cases: [ahead] }))).toBe(FREE)
  })

  test('Z54 of live data a row dated months ahead is mistyped, one that the pack goes on to is to come', () => {
    const live = aPack({ policy: 'test-one', use: 'live' })
    const statedFacts = ['cases', 'contacts'].map((list) =>
      aFact({ fact: `asOf.${list}`, at: NOW, place: 'D' }),
    )
    const asked = (reportedAt: string): string =>
      states(answer({ pack: live, statedFacts, cases: [{ ...inA, reportedAt }] }))
    expect(asked('2023-05-19')).toBe('A unknown, B due, C due')
    expect(asked('2022-05-24')).toBe(FREE)
  })

  test('Z54 it holds no longer than the clock of the leaf, and the forecast promises nothing before', () => {
    const said = answer({ cases: [{ ...inA, reportedAt: null }] })
    const [a] = said.zones
    expect(a!.forecast.at(-1)).toMatchObject({ level: 'normal', from: '2022-05-27T12:00:00+08:00' })
    expect(a!.transitions[0]).toMatchObject({ state: 'unknown', heldUntil: '2022-05-27T12:00:00+08:00' })
    const stated = one({ reportedAt: '2022-05-12' })
    expect([states(stated), held(stated.unplaced!)]).toEqual([FREE, []])
  })
})

describe('what a row without a ground holds', () => {
  test('Z55 only a leaf that is met without it and unmet with it', () => {
    const blocked = answer({ cases: [{ ...yesterday, place: '110' }, yesterday] })
    expect(states(blocked)).toBe('A blocked, B unknown, C unknown')
    expect(held(blocked.unplaced!)).toEqual(['B', 'C'])
    const central = {
      id: 'noNewCase',
      count: { event: 'case', withinDays: 7, filter: { not: ['central'] }, eq: 0 },
    }
    const ofFilter = (foundIn: string | null): string =>
      states(answer({ when: central, cases: [{ ...yesterday, foundIn }] }))
    expect(ofFilter('central')).toBe(FREE)
    expect(ofFilter('community')).toBe('A unknown, B unknown, C unknown')
    const only = {
      id: 'noNewCase',
      count: { event: 'case', withinDays: 7, filter: { only: ['community'] }, eq: 0 },
    }
    expect(states(answer({ when: only, cases: [{ ...yesterday, foundIn: null }] }))).not.toContain('due')
    expect(states(answer({ when: only, cases: [{ ...yesterday, foundIn: 'central' }] }))).toBe(FREE)
  })

  test('Z55 each alone and all together', () => {
    const atMostTwo = { id: 'few', count: { event: 'case', withinDays: 7, lte: 2 } }
    const rows = (count: number): CaseRow[] =>
      Array.from({ length: count }, (_, i) => ({ ...yesterday, id: `c${i}` }))
    expect(states(answer({ when: atMostTwo, cases: rows(2) }))).toBe(FREE)
    const three = answer({ when: atMostTwo, cases: rows(3) })
    expect(states(three)).toBe('A unknown, B unknown, C unknown')
    expect(three.unplaced!.map(({ holds }) => holds.length)).toEqual([3, 3, 3])
  })

  test('Z55 the date is the one that holds once it is placed elsewhere, and the evidence names the row', () => {
    const { zones: all } = answer({
      cases: [{ ...yesterday, id: 'old', reportedAt: '2022-05-03', place: '110' }, yesterday],
    })
    expect(all[0]!.transitions[0]).toMatchObject({
      ...{ state: 'unknown', eligibleAt: '2022-05-10', oncePlacedAt: '2022-05-10' },
      heldUntil: '2022-05-26T10:00:00+08:00',
    })
    expect(all[0]!.transitions[0]!.conditions[0]).toMatchObject({
      ...{ state: 'unknown', reason: 'unplaced' },
      evidence: [{ file: 'cases.csv', row: 2, at: '2022-05-19T10:00:00+08:00', value: 'c' }],
    })
  })

  test('Z55 it raises nothing', () => {
    const raising = onePolicy(SINCE_CASE, {
      transitions: [
        { id: 'raise', from: 'controlled', to: 'sealed', kind: 'upgrade', on: 'case' },
        { id: 'release', from: ['sealed', 'controlled'], to: 'normal', kind: 'release', when: SINCE_CASE },
      ],
    })
    const controlled = [aZone({ id: 'A', level: 'controlled', from: '2022-05-01', members: ['110'] })]
    const asked = (row: CaseRow) =>
      answer({ policies: [raising], zones: controlled, cases: [{ ...yesterday, ...row }] }).zones[0]!
    expect(asked({ place: '110' }).transitions[0]!.state).toBe('due')
    const unplaced = asked({})
    expect(unplaced.transitions.map(({ state }) => state)).toEqual(['blocked', 'unknown'])
    expect(unplaced.forecast.map(({ level }) => level)).toEqual(['controlled', 'normal'])
  })

  test('Z56 contacts, by exposure and while they are still there', () => {
    const past = { id: 'past', days: { since: { event: 'contact.exposure' }, gte: 7 }, ifMissing: true }
    const moved = { id: 'moved', days: { since: { event: 'contact.transferred' }, gte: 3 }, ifMissing: true }
    const asked = (when: unknown, row: ContactRow): string => states(answer({ when, contacts: [row] }))
    expect(asked(past, { exposedAt: '2022-05-18' })).toBe('A unknown, B unknown, C unknown')
    expect(asked(past, { exposedAt: '2022-05-05' })).toBe(FREE)
    expect(asked(past, { exposedAt: '2022-05-18', place: '220' })).toBe(FREE)
    expect(asked(past, { place: '110' })).toBe('A unknown, B due, C due')
    expect(asked(moved, { exposedAt: '2022-05-05' })).toBe('A unknown, B unknown, C unknown')
    expect(asked(moved, { exposedAt: '2022-05-05', transferredAt: '2022-05-06' })).toBe(FREE)
  })

  test('Z56 rounds and facts that name no zone and no place that is known', () => {
    const negative = { id: 'rounds', rounds: { min: 1, result: 'negative', consecutive: true } }
    const good = ['A', 'B', 'C'].map((zone) => aRound({ zone, round: '1', finishedAt: '2022-05-18' }))
    const positive = { result: 'positive', positivePeople: 2, round: '2', finishedAt: '2022-05-19' } as const
    const round = (over: object): string =>
      states(answer({ when: negative, rounds: [...good, aRound({ ...positive, ...over })] }))
    expect(round({ zone: '九区' })).toBe('A unknown, B unknown, C unknown')
    expect(round({ zone: '二区' })).toBe('A due, B blocked, C due')
    expect(round({ place: '新村' })).toBe('A due, B unknown, C unknown')
    expect(round({ zone: '九区', result: 'negative', positivePeople: 0 })).toBe(FREE)
    const flag = { id: 'negative', flag: 'contactsNegative' }
    const said = zones.map(({ id }) => aFact({ zone: id, at: '2022-05-18', fact: 'contactsNegative' }))
    const fact = (over: object): string =>
      states(
        answer({
          when: flag,
          statedFacts: [
            ...said,
            aFact({ at: '2022-05-19', fact: 'contactsNegative', value: 'false', ...over }),
          ],
        }),
      )
    expect(fact({ zone: '九区' })).toBe('A unknown, B unknown, C unknown')
    expect(fact({ zone: '二区' })).toBe('A due, B blocked, C due')
    expect(fact({ zone: '九区', value: 'true' })).toBe(FREE)
    expect(fact({ zone: 'B', at: '1922-05-19' })).toBe('A due, B unknown, C due')
    expect(fact({ zone: '九区', fact: 'terminalDisinfection' })).toBe(FREE)
  })

  test('Z56 what was found or denied of a wider place may be of every zone in it, until the zone says otherwise later', () => {
    const negative = { id: 'rounds', rounds: { min: 1, result: 'negative' } }
    const good = ['A', 'B', 'C'].map((zone, i) =>
      aRound({ zone, round: '1', finishedAt: '2022-05-18', origin: origin('rounds.csv', i + 2) }),
    )
    const found = {
      result: 'positive',
      positivePeople: 2,
      round: '2',
      origin: origin('rounds.csv', 9),
    } as const
    const round = (over: object): string =>
      states(answer({ when: negative, rounds: [...good, aRound({ ...found, ...over })] }))
    expect(round({ place: 'T1', finishedAt: '2022-05-19' })).toBe('A unknown, B unknown, C due')
    expect(round({ place: '120', finishedAt: '2022-05-19' })).toBe('A due, B unknown, C due')
    expect(round({ place: 'T1', finishedAt: '2022-05-17' })).toBe(FREE)
    expect(round({ place: 'T1', finishedAt: '2022-05-19', result: 'negative', positivePeople: 0 })).toBe(FREE)
    const said = zones.map(({ id }) => aFact({ zone: id, at: '2022-05-18', fact: 'contactsNegative' }))
    const fact = (place: string, value: string, at: string): string =>
      states(
        answer({
          when: { id: 'negative', flag: 'contactsNegative' },
          statedFacts: [...said, aFact({ place, at, fact: 'contactsNegative', value })],
        }),
      )
    expect(fact('T1', 'false', '2022-05-19')).toBe('A unknown, B unknown, C due')
    expect(fact('D', '未完成', '2022-05-19')).toBe('A unknown, B unknown, C unknown')
    expect(fact('T1', 'false', '2022-05-17')).toBe(FREE)
    expect(fact('T1', 'true', '2022-05-19')).toBe(FREE)
  })

  test('Z56 a round of no known time that is not over may be under way', () => {
    const rounds = [
      aRound({ zone: 'A', round: '1', finishedAt: '2022-05-18' }),
      {
        ...aRound({ zone: 'A', round: '2', result: null, sampled: 30, origin: origin('rounds.csv', 9) }),
        startedAt: { at: Number.NaN, isDay: false },
      },
    ]
    const said = answer({
      when: { id: 'rounds', rounds: { min: 1, result: 'negative' } },
      rounds,
      zones: zones.slice(0, 1),
    })
    expect(states(said)).toBe('A unknown')
    expect(said.unplaced).toMatchObject([{ list: 'rounds', why: 'no-time' }])
  })

  test('Z56 a report of a place nobody knows is listed and holds nothing', () => {
    const reports = [aReport({ place: '幸福里', day: '2022-05-19', filedAt: moment('2022-05-19T09:00') })]
    const said = answer({ reports })
    expect(said.unplaced).toMatchObject([{ list: 'reports', why: 'unknown-place', holds: [] }])
    expect(states(said)).toBe(FREE)
  })

  test('Z57 a refused row may be whatever its list holds, until it is mended', () => {
    const refused = [
      { list: 'cases', file: 'a.csv', row: 3, why: 'no-such-day', place: null, knownAt: null },
    ] as const
    const said = answer({ refused })
    expect(states(said)).toBe('A unknown, B unknown, C unknown')
    expect(said.unplaced).toMatchObject([{ id: null, row: 3, why: 'no-such-day', refused: true, near: [] }])
    expect(states(answer({ refused: [{ ...refused[0], place: '220' }] }))).toBe(FREE)
    expect(states(answer({ refused: [{ ...refused[0], place: 'T2' }] }))).toBe('A due, B due, C unknown')
    const of = (list: 'contacts' | 'rounds' | 'facts' | 'reports', when: unknown, over: Rows = {}): string =>
      states(answer({ ...over, when, refused: [{ ...refused[0], list }] }))
    expect(of('reports', SINCE_CASE)).toBe(FREE)
    expect(of('contacts', SINCE_CASE)).toBe(FREE)
    const moved = { id: 'moved', days: { since: { event: 'contact.transferred' }, gte: 3 }, ifMissing: true }
    expect(of('contacts', moved)).toBe('A unknown, B unknown, C unknown')
    const rounds = ['A', 'B', 'C'].map((zone) => aRound({ zone, round: '1', finishedAt: '2022-05-18' }))
    const negative = { id: 'rounds', rounds: { min: 1, result: 'negative', consecutive: true } }
    expect(of('rounds', negative, { rounds })).toBe('A unknown, B unknown, C unknown')
    const statedFacts = zones.map(({ id }) => aFact({ zone: id, at: '2022-05-18', fact: 'contactsNegative' }))
    expect(of('facts', { flag: 'contactsNegative' }, { statedFacts })).toBe('A unknown, B unknown, C unknown')
  })

  test('Z58 one that a person rules out holds nothing and stays listed with the name', () => {
    const ruling: Ruling = {
      ...({ list: 'cases', kind: 'outsideDistrict' } as const),
      ...{ file: 'cases.csv', row: 1, of: null, by: '王敏' },
      ...{ role: 'epidemiologist', reason: '外县复阳', at: moment('2022-05-20T09:00').at, event: 'e1' },
    }
    const said = answer({ cases: [yesterday], rulings: [ruling] })
    expect(states(said)).toBe(FREE)
    expect(said.unplaced).toMatchObject([
      { id: 'c', holds: [], ruledOut: { kind: 'outsideDistrict', by: '王敏', reason: '外县复阳' } },
    ])
  })
})

describe('what is counted', () => {
  const rows: CaseRow[] = [
    { ...yesterday, place: '110' },
    { ...yesterday, id: 'far', lng: 0, lat: 0 },
    { ...yesterday, id: 'when', place: '110', reportedAt: null },
    { ...yesterday, id: 'out', place: '220' },
  ]
  const facts = factsOf({ cases: rows })
  const asOf = readAsOf(SHANGHAI, NOW)!
  const assessed = assess(facts, { asOf })
  const covered = coverage(facts, { asOf })
  const seen = survey(facts, { asOf, assess: assessed, coverage: covered })

  test('Z59 an unplaced case is in the total, in a row of its own, and never in routine prevention', () => {
    expect(seen.cases).toMatchObject({ unplaced: 2, cumulative: { total: 4 } })
    const byLevel = Object.fromEntries(seen.levels.map((level) => [level.level, level.cases]))
    expect(byLevel).toMatchObject({ sealed: 1, normal: 1, unplaced: 2 })
    expect(seen.levels.reduce((sum, level) => sum + level.cases, 0)).toBe(4)
    expect(seen.levels.at(-1)).toMatchObject({ level: 'unplaced', zh: '未落位', count: null, areaM2: 0 })
  })

  test('Z59 without unplaced cases there is no such row', () => {
    const placed = factsOf({ cases: [rows[0]!] })
    const answers = { asOf, assess: assess(placed, { asOf }), coverage: coverage(placed, { asOf }) }
    expect(survey(placed, answers).levels.map(({ level }) => level)).not.toContain('unplaced')
  })

  test('Z59 coverage lists the same rows, and what each holds', () => {
    expect(covered.unplaced).toEqual(assessed.unplaced)
    expect(covered.unplaced!.map(({ id }) => id)).toEqual(['far', 'when'])
  })

  test('Z59 twenty rows of one cause are twenty rows', () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ ...yesterday, id: `c${i}` }))
    expect(answer({ cases: many }).unplaced).toHaveLength(20)
  })
})

test('Z53 origin of every row is its file and number', () => {
  const said = answer({ statedFacts: [aFact({ at: '2022-05-19', fact: 'x', origin: origin('f.csv', 7) })] })
  expect(said.unplaced).toMatchObject([{ list: 'facts', file: 'f.csv', row: 7, why: 'no-ground' }])
})
