import { describe, expect, test } from 'vitest'
import { answersOf, answersSupposing, type Facts, type Hypothesis, readAsOf, suppose } from '#geo'
import {
  aFacility,
  aFact,
  aFacts,
  aPack,
  aPlace,
  aRoad,
  aRound,
  aStep,
  aZone,
  box,
  cases,
  moment,
  SHANGHAI,
} from '../../helpers/facts'
import { shanghai22May } from '../../helpers/policies'

const T = readAsOf(SHANGHAI, '2022-05-27T14:00')!
const at = (text: string): number => moment(text).at

/** A sealed zone on its sixth clean day, a controlled one beside it, a precaution zone round both. */
const facts: Facts = aFacts({
  pack: aPack({ policy: shanghai22May.id }),
  policies: [shanghai22May],
  stated: new Set(['places', 'zones', 'cases', 'contacts', 'rounds', 'facts', 'roads', 'facilities']),
  places: [
    aPlace({ code: 'D', kind: 'district', shape: box(120, 31, 120.09, 31.09) }),
    aPlace({
      code: 'A',
      kind: 'village',
      parent: 'D',
      people: 1000,
      shape: box(120.01, 31.01, 120.02, 31.02),
    }),
    aPlace({
      code: 'B',
      kind: 'village',
      parent: 'D',
      people: 2000,
      shape: box(120.04, 31.04, 120.05, 31.05),
    }),
    aPlace({
      code: 'C',
      kind: 'village',
      parent: 'D',
      people: 500,
      shape: box(120.07, 31.07, 120.08, 31.08),
    }),
  ],
  zones: [
    aZone({ id: 'S-01', from: '2022-05-20T08:00', members: ['A'] }),
    aZone({ id: 'C-01', level: 'controlled', from: '2022-05-24T08:00', members: ['B'] }),
    aZone({ id: 'P-01', level: 'precaution', from: '2022-05-20T08:00', members: ['C'] }),
  ],
  cases: cases([
    { id: 'a', reportedAt: '2022-05-21T10:00', zone: 'S-01', kind: 'confirmed', foundIn: 'zone' },
    { id: 'later', reportedAt: '2022-05-29T10:00', zone: 'S-01', kind: 'confirmed' },
  ]),
  rounds: [aRound({ zone: 'S-01', finishedAt: '2022-05-26T20:00', listed: 990, excused: 10, sampled: 980 })],
  statedFacts: [aFact({ zone: 'S-01', at: '2022-05-28', fact: 'contactsNegative' })],
  roads: [aRoad([120.0, 31.015, 120.015, 31.015], { name: '东路' })],
  facilities: [
    aFacility({ id: 'K1', kind: 'checkpoint', position: [120.01, 31.015], shifts: '00-24 police1' }),
  ],
})

const positive = (zone: string, when: string): Hypothesis => ({
  ...{ kind: 'case', at: at(when), zone, place: null, position: null },
  ...{ caseKind: 'confirmed', foundIn: 'community' },
})
const asked = (hypotheses: readonly Hypothesis[], given = facts) =>
  answersSupposing(given, { asOf: T, hypotheses })
const zone = (answers: { survey: { zones: readonly { id: string }[] } }, id: string) =>
  answers.survey.zones.find((one) => one.id === id) as ReturnType<typeof answersOf>['survey']['zones'][number]

describe('suppositions', () => {
  test('N1 nothing that is handed in is changed, and what was recorded later is not seen', () => {
    const before = JSON.stringify(facts, (_, value) =>
      ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value,
    )
    const { facts: laid, at: until } = suppose(facts, {
      asOf: T,
      hypotheses: [positive('S-01', '2022-05-27T22:00')],
    })
    expect(until).toBe(at('2022-05-27T22:00'))
    expect([...laid.cases.reportedAt.at].filter((time) => !Number.isNaN(time))).toEqual([
      at('2022-05-21T10:00'),
      at('2022-05-27T22:00'),
    ])
    expect(laid.statedFacts).toEqual([])
    const after = JSON.stringify(facts, (_, value) =>
      ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value,
    )
    expect(after).toBe(before)
  })

  test('N1 a row whose time cannot be true has happened all the same, and holds under every hypothesis', () => {
    const mistyped: Facts = {
      ...facts,
      cases: cases([
        { id: 'a', reportedAt: '2022-05-12T10:00', zone: 'S-01', kind: 'confirmed', foundIn: 'zone' },
        { id: 'b', reportedAt: '2032-05-21T10:00', zone: 'S-01', kind: 'confirmed', foundIn: 'zone' },
      ]),
      rounds: [
        ...facts.rounds,
        aRound({ zone: 'S-01', startedAt: '2032-05-26', finishedAt: '2032-05-26T20:00' }),
      ],
      statedFacts: [aFact({ zone: 'S-01', at: '2032-05-28', fact: 'contactsNegative' })],
    }
    const { facts: laid } = suppose(mistyped, { asOf: T, hypotheses: [] })
    expect([laid.cases.length, laid.rounds.length, laid.statedFacts.length]).toEqual([2, 2, 1])
    const unplaced = (given: Facts) => answersOf(given, { asOf: T }).assess.unplaced!.map(({ list }) => list)
    expect(unplaced(mistyped)).toEqual(['cases', 'rounds', 'facts'])
    expect(unplaced(laid)).toEqual(['cases', 'rounds', 'facts'])
    const elsewhere = asked([positive('P-01', '2022-05-27T22:00')], mistyped)
    expect(zone(elsewhere, 'S-01').word).toBe(zone(answersOf(mistyped, { asOf: T }), 'S-01').word)
  })

  test('N2 a positive in a sealed zone moves its date by the days its rule counts anew', () => {
    expect(zone(answersOf(facts, { asOf: T }), 'S-01').date).toBe('2022-05-28T10:00:00+08:00')
    const answers = asked([positive('S-01', '2022-05-27T22:00')])
    expect(zone(answers, 'S-01')).toMatchObject({
      level: 'sealed',
      date: '2022-06-03T22:00:00+08:00',
      cases: 2,
    })
    expect(answers.changes.map(({ id }) => id)).toContain('S-01')
  })

  test('N3 a positive in a controlled zone has sealed it; in a precaution zone it says who has to act', () => {
    const raised = asked([positive('C-01', '2022-05-27T22:00')])
    expect(zone(raised, 'C-01')).toMatchObject({ level: 'sealed', since: '2022-05-27T22:00:00+08:00' })
    expect(raised.changes[0]).toMatchObject({ before: { level: 'controlled' }, after: { level: 'sealed' } })
    expect(zone(raised, 'C-01').code.en).toBe('C-01')
    const called = asked([positive('P-01', '2022-05-27T22:00')])
    expect(zone(called, 'P-01').level).toBe('precaution')
    expect(called.changes[0]?.after?.calls).toEqual([
      { transition: 'positive-in-precaution', kind: 'split', to: 'sealed' },
    ])
  })

  test('N4 a round is of everybody listed; where nobody was ever listed it stays unknown', () => {
    const rounds = (given: Facts) =>
      suppose(given, {
        asOf: T,
        hypotheses: [{ kind: 'round', at: at('2022-05-28T10:00'), zone: 'S-01', result: 'negative' }],
      }).facts.rounds.at(-1)
    expect(rounds(facts)).toMatchObject({ listed: 990, excused: 10, sampled: 980, result: 'negative' })
    expect(rounds({ ...facts, rounds: [] })).toMatchObject({ listed: 1000, sampled: 1000 })
    expect(rounds({ ...facts, rounds: [], places: [] })).toMatchObject({ listed: null, sampled: null })
  })

  test('N5 a checkpoint that closes guards nothing any more', () => {
    expect(zone(answersOf(facts, { asOf: T }), 'S-01')).toMatchObject({ guarded: 1, unguarded: 0 })
    const answers = asked([{ kind: 'checkpointCloses', at: T, checkpoint: 'K1' }])
    expect(zone(answers, 'S-01')).toMatchObject({ guarded: 0, unguarded: 1 })
  })

  test('N6 what was approved takes effect on the way; what only came due does not', () => {
    const approved = {
      ...facts,
      stated: new Set([...facts.stated, 'transitions' as const]),
      cases: cases([{ id: 'a', reportedAt: '2022-05-20T09:00', zone: 'S-01', kind: 'confirmed' }]),
      steps: [
        ...['apply', 'assess'].map((step) =>
          aStep({ zone: 'S-01', transition: 'unseal', step, at: '2022-05-27T10:00' }),
        ),
        aStep({
          ...{ zone: 'S-01', transition: 'unseal', step: 'approve', at: '2022-05-27T12:00' },
          takesEffectAt: '2022-05-27T18:00',
        }),
      ],
    }
    const elsewhere = [positive('P-01', '2022-05-27T22:00')]
    expect(zone(asked(elsewhere, approved), 'S-01').level).toBe('controlled')
    expect(zone(asked(elsewhere, { ...approved, steps: [] }), 'S-01').level).toBe('sealed')
  })

  test('N7 nothing supposed changes nothing', () => {
    const answers = asked([])
    expect(answers.changes).toEqual([])
    expect(answers.survey.zones).toEqual(answersOf(facts, { asOf: T }).survey.zones)
  })
})
