import { describe, expect, test } from 'vitest'
import { assess, coverage, type Facts, readAsOf, type Signal, survey } from '#geo'
import { aFacts, aPlace, aStep, aZone, box, cases, moment, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

/** Sealed is released after seven days, approved by one step. */
const plain = onePolicy(
  { id: 'days', days: { since: { event: 'level.entered' }, gte: 7 } },
  { approvals: { short: [{ step: 'approve', zh: '审批', en: 'Approve' }] } },
)
const policy = { ...plain, transitions: plain.transitions.map((one) => ({ ...one, approval: 'short' })) }
const hours = {
  ...policy,
  deadlines: [
    { id: 'review', zh: '线索复核', from: 'signal.reported', done: 'signal.decided', hours: 2, source: 'x' },
  ],
}

const aSignal = (over: Partial<Signal> = {}): Signal => ({
  ...{ id: 'g1', kind: 'pooled', at: moment('2022-05-20T10:00'), place: 'V', position: null },
  ...{ tubes: 1, people: 10, decisions: [] },
  origin: { file: 'log.ndjson', row: 9, segment: null, knownAt: null },
  ...over,
})
const decided = (at: string, over: Partial<Signal['decisions'][number]> = {}): Pick<Signal, 'decisions'> => ({
  decisions: [{ at: moment(at), outcome: 'cleared', case: null, event: 'e2', knownAt: null, ...over }],
})

const facts = (over: Partial<Facts> = {}, by: object = policy): Facts =>
  aFacts({
    pack: { ...aFacts().pack, policy: 'test-one' },
    policies: [by],
    places: [
      aPlace({ code: 'D', kind: 'district' }),
      aPlace({ code: 'V', kind: 'village', parent: 'D', shape: box(113, 34, 113.02, 34.02) }),
      aPlace({ code: 'W', kind: 'village', parent: 'D', shape: box(113.05, 34, 113.07, 34.02) }),
      aPlace({ code: 'O', kind: 'village', parent: 'D', shape: box(113.1, 34, 113.12, 34.02) }),
    ],
    zones: [
      aZone({ id: 'S', from: '2022-05-10T08:00', members: ['V'] }),
      aZone({ id: 'T', from: '2022-05-10T08:00', members: ['W'] }),
    ],
    ...over,
  })
const at = (given: Facts, asOf = '2022-05-20T15:00') => assess(given, { asOf: readAsOf(SHANGHAI, asOf)! })
const lowering = (given: Facts, id: string, asOf?: string) =>
  at(given, asOf)
    .zones.find((one) => one.id === id)!
    .transitions.find(({ kind }) => kind === 'release')!
const states = (given: Facts, asOf?: string) => ['S', 'T'].map((id) => lowering(given, id, asOf).state)
const surveyOf = (given: Facts, text = '2022-05-20T15:00') => {
  const asOf = readAsOf(SHANGHAI, text)!
  return survey(given, { asOf, assess: assess(given, { asOf }), coverage: coverage(given, { asOf }) })
}

describe('a signal that nobody has decided', () => {
  test('Z84 holds every lowering of the zones on whose ground it lies, with its id, and no other', () => {
    expect(states(facts())).toEqual(['due', 'due'])
    const held = facts({ signals: [aSignal()] })
    expect(states(held)).toEqual(['unknown', 'due'])
    expect(lowering(held, 'S')).toMatchObject({ suspendedBy: ['g1'], oncePlacedAt: null })
    expect(lowering(held, 'T').suspendedBy).toEqual([])
    const leaf = lowering(held, 'S').conditions.find(({ id }) => id === 'signalOpen')
    expect(leaf).toMatchObject({ state: 'unknown', reason: 'signal-open', figures: { have: 1, people: 10 } })
    expect(leaf!.evidence).toEqual([
      { file: 'log.ndjson', row: 9, segment: null, at: '2022-05-20T10:00:00+08:00', value: 'pooled' },
    ])
  })

  test('Z84 by its position; where it lies nowhere that is known it may lie anywhere, outside all zones it holds none', () => {
    const of = (over: Partial<Signal>) => states(facts({ signals: [aSignal({ place: null, ...over })] }))
    expect(of({ position: [113.06, 34.01] })).toEqual(['due', 'unknown'])
    expect(of({ place: 'Q' })).toEqual(['unknown', 'unknown'])
    expect(of({})).toEqual(['unknown', 'unknown'])
    expect(of({ place: 'O' })).toEqual(['due', 'due'])
    expect(of({ place: 'D' })).toEqual(['unknown', 'unknown'])
  })

  test('Z84 from when it was reported until it is decided; what is due is due since then', () => {
    const cleared = facts({ signals: [aSignal(decided('2022-05-20T12:00'))] })
    expect(states(cleared, '2022-05-20T09:59')).toEqual(['due', 'due'])
    expect(states(cleared, '2022-05-20T10:00')).toEqual(['unknown', 'due'])
    expect(states(cleared, '2022-05-20T11:59')).toEqual(['unknown', 'due'])
    expect(states(cleared, '2022-05-20T12:00')).toEqual(['due', 'due'])
    expect(lowering(cleared, 'S').eligibleAt).toBe('2022-05-20T12:00:00+08:00')
    expect(lowering(cleared, 'T').eligibleAt).toBe('2022-05-17T08:00:00+08:00')
  })

  test('Z84 a time that cannot be true ends nothing, and one that is reported then is open', () => {
    const of = (signal: Signal) => states(facts({ signals: [signal] }))[0]
    expect(of(aSignal({ at: moment('2032-05-20T10:00') }))).toBe('unknown')
    expect(of(aSignal(decided('2002-05-20T12:00')))).toBe('unknown')
  })

  test('Z84 of what was said of it the last counts', () => {
    const [cleared, found] = [
      decided('2022-05-20T12:00'),
      decided('2022-05-20T13:00', { outcome: 'case', case: 'K9' }),
    ]
    const signals = [aSignal({ decisions: [...cleared.decisions, ...found.decisions] })]
    expect(states(facts({ signals }), '2022-05-20T12:30')).toEqual(['due', 'due'])
    expect(states(facts({ signals }))).toEqual(['unknown', 'due'])
  })

  test('Z84 became a case: open until the list of cases has one of that number that counts by then', () => {
    const signals = [aSignal(decided('2022-05-20T12:00', { outcome: 'case', case: 'K9' }))]
    const known = (over: object) =>
      states(
        facts({ signals, cases: cases([{ id: 'K9', reportedAt: '2022-05-20T12:30', place: 'O', ...over }]) }),
      )[0]
    expect(states(facts({ signals }))[0]).toBe('unknown')
    expect(known({ kind: 'confirmed' })).toBe('due')
    expect(known({ id: ' k9 ', kind: 'asymptomatic' })).toBe('due')
    expect(known({ id: 'K8', kind: 'confirmed' })).toBe('unknown')
    expect(known({ kind: 'suspected' })).toBe('unknown')
    // reported before the day of the signal it is another case, whose number was mistyped
    expect(known({ kind: 'confirmed', reportedAt: '2022-05-19T23:59' })).toBe('unknown')
    expect(known({ kind: 'confirmed', reportedAt: '2022-05-20T00:00' })).toBe('due')
    expect(known({ kind: 'confirmed', reportedAt: '2022-05-20T16:00' })).toBe('unknown')
  })

  test('Z84 an empty number is of no case, though cases without one are listed', () => {
    const of = (number: string) =>
      states(
        facts({
          signals: [aSignal(decided('2022-05-20T12:00', { outcome: 'case', case: number }))],
          cases: cases([{ id: '', reportedAt: '2022-05-20T12:30', place: 'O', kind: 'confirmed' }]),
        }),
      )[0]
    expect(of(' ')).toBe('unknown')
  })

  test('Z84 a decision is as plausible as when it was said, not as when the signal was', () => {
    const late = (knownAt: number | null) =>
      states(facts({ signals: [aSignal(decided('2024-05-20T12:00', { knownAt }))] }), '2024-05-21')[0]
    expect(late(moment('2024-05-20T12:05').at)).toBe('due')
    expect(late(null)).toBe('unknown')
  })

  test('Z85 suspends an order while it is open at its hour, one approved in spite of it too', () => {
    const step = (when: string) =>
      aStep({
        zone: 'S',
        transition: 'release',
        step: 'approve',
        at: when,
        takesEffectAt: '2022-05-20T14:00',
      })
    const order = (when: string, asOf: string, signal: Signal | null = aSignal()) =>
      lowering(facts({ steps: [step(when)], signals: signal ? [signal] : [] }), 'S', asOf)
    expect(order('2022-05-20T09:00', '2022-05-20T13:00', null).state).toBe('approval')
    expect(order('2022-05-20T09:00', '2022-05-20T13:00').approval).toMatchObject({
      ...{ suspended: ['signalOpen'], untilPlaced: false },
    })
    expect(order('2022-05-20T10:30', '2022-05-20T13:00').approval!.suspended).toEqual(['signalOpen'])
    const cleared = aSignal(decided('2022-05-20T13:30'))
    expect(order('2022-05-20T09:00', '2022-05-20T13:45', cleared).state).toBe('approval')
  })

  test('Z85 is in no count of cases, and resets no clock', () => {
    const [before, after] = [facts(), facts({ signals: [aSignal()] })].map((one) => surveyOf(one))
    expect(after!.cases).toEqual(before!.cases)
    expect(after!.zones.map((zone) => zone.cases)).toEqual(before!.zones.map((zone) => zone.cases))
    expect(after!.zones.map((zone) => zone.dayProgress)).toEqual(
      before!.zones.map((zone) => zone.dayProgress),
    )
  })
})

describe('what the screens say of it', () => {
  const zone = (given: Facts, id: string, asOf?: string) =>
    surveyOf(given, asOf).zones.find((one) => one.id === id)!

  test('Z86 a pending lowering is suspended; one that lacks something else keeps its word and names the signal', () => {
    const given = facts({ signals: [aSignal()] })
    expect(zone(given, 'S')).toMatchObject({ word: 'suspended', date: null, held: null })
    expect(zone(given, 'T')).toMatchObject({ word: 'met', suspension: null })
    const young = facts({
      signals: [aSignal()],
      zones: [aZone({ id: 'S', from: '2022-05-18T08:00', members: ['V'] })],
    })
    expect(zone(young, 'S').word).toBe('unmet')
    expect(zone(young, 'S').missing.map(({ reason }) => reason)).toContain('signal-open')
    expect(zone(young, 'S').suspension).toMatchObject({ signals: ['g1'] })
  })

  test('Z86 until when it is to be decided is what the edition states; none states none', () => {
    const given = (by: object) => facts({ signals: [aSignal()] }, by)
    expect(zone(given(policy), 'S').suspension).toEqual({
      ...{ signals: ['g1'], people: 10, dueAt: null, overMinutes: null },
    })
    expect(zone(given(hours), 'S', '2022-05-20T11:00').suspension).toMatchObject({
      ...{ dueAt: '2022-05-20T12:00:00+08:00', overMinutes: null },
    })
    expect(zone(given(hours), 'S', '2022-05-20T12:12').suspension!.overMinutes).toBe(12)
  })

  test('Z86 people who wait are summed apart, unknown ones make a lower bound', () => {
    const signals = [
      aSignal(),
      aSignal({ id: 'g2', place: 'O', people: null, at: moment('2022-05-20T09:00') }),
    ]
    const { signals: told } = surveyOf(facts({ signals }))
    expect(told).toMatchObject({ people: 10, isAtLeast: true })
    expect(told!.open.map(({ id, zones, place }) => [id, zones, place!.code])).toEqual([
      ['g2', [], 'O'],
      ['g1', ['S'], 'V'],
    ])
    expect(surveyOf(facts()).signals).toBe(null)
  })
})
