import { describe, expect, test } from 'vitest'
import { assess, attribute, type Facts, policiesOf, readAsOf, type ZoneStay } from '#geo'
import {
  aFact,
  aFacts,
  aPack,
  aPlace,
  aRound,
  aStep,
  aZone,
  box,
  cases,
  moment,
  SHANGHAI,
} from '../../helpers/facts'
import { onePolicy, shanghai22May } from '../../helpers/policies'

const zone = (facts: Facts, asOf: string, id: string) =>
  assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones.find((one) => one.id === id)!
const lines = (facts: Facts, asOf: string, id: string) =>
  zone(facts, asOf, id).forecast.map(({ level, from, recorded }) => `${level} ${from}${recorded ? '' : '?'}`)

/** z of 1 May, split on the 6th: the west stays z, the east becomes e. */
const whole = aZone({ id: 'z', from: '2022-05-01', to: '2022-05-06T10:00', drawn: box(113, 31, 113.2, 31.1) })
const west = aZone({ id: 'z', from: '2022-05-06T10:00', drawn: box(113, 31, 113.1, 31.1) })
const east = aZone({
  id: 'e',
  from: '2022-05-06T10:00',
  heirOf: ['z'],
  drawn: box(113.1, 31, 113.2, 31.1),
})
const split = (over: Partial<Facts> = {}): Facts =>
  aFacts({
    pack: aPack({ policy: shanghai22May.id }),
    policies: [shanghai22May],
    zones: [whole, west, east],
    ...over,
  })

describe('a zone that was split', () => {
  test('Z15 the part carries on the clocks of the whole', () => {
    expect(zone(split(), '2022-05-07', 'e')).toMatchObject({
      since: '2022-05-01',
      designatedAt: '2022-05-01',
      transitions: [{ id: 'unseal', eligibleAt: '2022-05-08' }],
    })
    expect(lines(split(), '2022-05-07', 'e')).toEqual([
      'sealed 2022-05-06T10:00:00+08:00',
      'controlled 2022-05-08?',
      'precaution 2022-05-11?',
      'normal 2022-05-11?',
    ])
    const alone = split({ zones: [whole, west, { ...east, heirOf: [] }] })
    expect(zone(alone, '2022-05-07', 'e').transitions[0]!.eligibleAt).toBe('2022-05-13T10:00:00+08:00')
  })

  test('Z15 it keeps where the whole came from, and moves at the earliest when there is a part', () => {
    const zones = [
      aZone({ id: 'z', from: '2022-05-01', to: '2022-05-08' }),
      aZone({ id: 'z', level: 'controlled', from: '2022-05-08' }),
      aZone({ id: 'e', level: 'controlled', from: '2022-05-12T10:00', heirOf: ['z'] }),
    ]
    const answer = zone(split({ zones }), '2022-05-12T12:00', 'e')
    expect(answer.since).toBe('2022-05-08')
    expect(answer.transitions.map((one) => [one.id, one.eligibleAt])).toContainEqual([
      'uncontrol',
      '2022-05-12T10:00:00+08:00',
    ])
    expect(lines(split({ zones }), '2022-05-12T12:00', 'e')[1]).toBe('precaution 2022-05-12T10:00:00+08:00?')
  })

  test('Z15 a part drawn at another level enters that level with the split', () => {
    const lower = { ...east, level: 'controlled' }
    expect(zone(split({ zones: [whole, west, lower] }), '2022-05-07', 'e')).toMatchObject({
      since: '2022-05-06T10:00:00+08:00',
      designatedAt: '2022-05-01',
    })
  })

  const where = (row: Parameters<typeof cases>[0][number]) => {
    const facts = split({ cases: cases([row]) })
    const found = attribute(facts, moment('2022-05-20').at, policiesOf(facts))
    return found.zones[found.cases[0]!]?.id ?? null
  }

  test('Z16 what names the whole goes to the part its position lies in, else stays with the zone named', () => {
    expect(where({ zone: 'z', reportedAt: '2022-05-03', lng: 113.15, lat: 31.05 })).toBe('e')
    expect(where({ zone: 'z', reportedAt: '2022-05-03', lng: 113.05, lat: 31.05 })).toBe('z')
    expect(where({ zone: 'z', reportedAt: '2022-05-03' })).toBe('z')
    expect(where({ zone: 'z', reportedAt: '2022-05-08', lng: 113.15, lat: 31.05 })).toBe('z')
  })

  test('Z17 a round of the whole before the split counts for the part, a later one does not', () => {
    const policy = onePolicy({ rounds: { min: 1, result: 'negative', coverage: 1 } })
    const state = (finishedAt: string) =>
      zone(
        split({
          pack: aPack({ policy: 'test-one' }),
          policies: [policy],
          rounds: [aRound({ zone: 'z', finishedAt })],
        }),
        '2022-05-12',
        'e',
      ).transitions[0]!.state
    expect(state('2022-05-04')).toBe('due')
    expect(state('2022-05-10')).toBe('blocked')
  })
})

describe('zones that were merged', () => {
  const at = '2022-05-10T09:00'
  const merged: ZoneStay[] = [
    aZone({ id: 'a', from: '2022-05-01', to: at, drawn: box(113, 31, 113.1, 31.1) }),
    aZone({ id: 'a', from: at, heirOf: ['a', 'b'], drawn: box(113, 31, 113.2, 31.1) }),
    aZone({ id: 'b', from: '2022-05-04', to: at, drawn: box(113.1, 31, 113.2, 31.1) }),
  ]
  const facts = (over: Partial<Facts> = {}) => split({ zones: merged, ...over })

  test('Z15 of several the latest designation and entry', () => {
    expect(zone(facts(), '2022-05-10', 'a')).toMatchObject({
      since: '2022-05-04',
      designatedAt: '2022-05-04',
      transitions: [{ eligibleAt: '2022-05-11' }],
    })
  })

  test('Z15 where they came from different levels, or one was drawn, the longer way is asked', () => {
    const came = (level: string | null) => [
      aZone({ id: 'a', level: 'controlled', from: '2022-05-01', to: at, arrivedFrom: 'sealed' }),
      aZone({ id: 'a', level: 'controlled', from: at, heirOf: ['a', 'b'], arrivedFrom: 'sealed' }),
      aZone({ id: 'b', level: 'controlled', from: '2022-05-04', to: at, arrivedFrom: level }),
    ]
    const ids = (level: string | null) =>
      zone(facts({ zones: came(level) }), '2022-05-10', 'a').transitions.map((one) => one.id)
    expect(ids('sealed')).toContain('uncontrol')
    expect(ids(null)).toContain('uncontrol-direct')
    expect(ids(null)).not.toContain('uncontrol')
  })

  test('Z15 approvals given before the merger are spent', () => {
    const step = (time: string) =>
      aStep({ zone: 'a', transition: 'unseal', step: 'apply', at: time, by: '区指挥部' })
    const chain = (time: string) =>
      zone(facts({ steps: [step(time)] }), '2022-05-12', 'a').transitions[0]!.approval
    expect(chain('2022-05-09T20:00')).toBeNull()
    expect(chain('2022-05-11T08:00')).toMatchObject({ next: 'assess' })
  })

  test('Z16 what names the merged zone goes to the one it runs on in, before and after', () => {
    const events = cases([
      { zone: 'b', reportedAt: '2022-05-08' },
      { zone: 'b', reportedAt: '2022-05-12' },
      { zone: 'a', reportedAt: '2022-05-02' },
    ])
    const found = attribute(facts({ cases: events }), moment('2022-05-20').at, policiesOf(facts()))
    expect([...found.cases].map((i) => found.zones[i]?.id)).toEqual(['a', 'a', 'a'])
  })

  const policy = onePolicy({
    all: [{ rounds: { min: 1, result: 'negative', coverage: 1 } }, { flag: 'environmentNegative' }],
  })
  const one = (over: Partial<Facts>) =>
    zone(facts({ pack: aPack({ policy: 'test-one' }), policies: [policy], ...over }), '2022-05-20', 'a')
      .transitions[0]!.conditions

  test('Z17 a round from before counts if each had one of that number, or if it names the merged zone', () => {
    const round = (id: string, number: string, finishedAt: string) =>
      aRound({ zone: id, round: number, finishedAt })
    expect(one({ rounds: [round('a', '3', '2022-05-08')] })[0]).toMatchObject({ state: 'unmet' })
    expect(one({ rounds: [round('a', '3', '2022-05-08'), round('b', '4', '2022-05-08')] })[0]).toMatchObject({
      state: 'unmet',
    })
    expect(one({ rounds: [round('a', '3', '2022-05-08'), round('b', '3', '2022-05-09')] })[0]).toMatchObject({
      state: 'met',
      at: '2022-05-09',
      figures: { of: 200, have: 200 },
    })
    expect(one({ rounds: [round('a', '5', '2022-05-12')] })[0]).toMatchObject({ state: 'met' })
  })

  test('Z17 what was stated of one part before is not stated of the whole', () => {
    const said = (id: string, time: string, value = 'true') =>
      aFact({ zone: id, at: time, fact: 'environmentNegative', value })
    const state = (...statedFacts: Facts['statedFacts']) => one({ statedFacts })[1]
    expect(state(said('a', '2022-05-08'))).toMatchObject({ state: 'unknown' })
    expect(state(said('a', '2022-05-08'), said('b', '2022-05-07', 'false'))).toMatchObject({
      state: 'unknown',
    })
    expect(state(said('a', '2022-05-08'), said('b', '2022-05-07'))).toMatchObject({
      state: 'met',
      at: '2022-05-08',
    })
    expect(state(said('a', '2022-05-12'))).toMatchObject({ state: 'met' })
  })

  test('Z17 split and merged again is counted once', () => {
    const again = [
      ...[whole, west].map((stay, i) => (i === 1 ? { ...stay, to: moment(at) } : stay)),
      { ...east, to: moment(at) },
      aZone({ id: 'z', from: at, heirOf: ['z', 'e'], drawn: box(113, 31, 113.2, 31.1) }),
    ]
    const answer = zone(
      facts({
        zones: again,
        pack: aPack({ policy: 'test-one' }),
        policies: [policy],
        rounds: [aRound({ zone: 'z', finishedAt: '2022-05-04' })],
      }),
      '2022-05-12',
      'z',
    )
    expect(answer.designatedAt).toBe('2022-05-01')
    expect(answer.transitions[0]!.conditions[0]).toMatchObject({ state: 'met', figures: { of: 100 } })
  })

  test('Z15 a heir of itself, of nobody or in a ring is answered', () => {
    const odd = [
      aZone({ id: 'a', from: '2022-05-01', heirOf: ['a', 'nobody', 'b'] }),
      aZone({ id: 'b', from: '2022-05-01', heirOf: ['a'], members: ['B'] }),
    ]
    const answer = facts({ zones: odd, places: [aPlace({ code: 'B' })], rounds: [aRound({ zone: 'a' })] })
    expect(zone(answer, '2022-05-03', 'a').designatedAt).toBe('2022-05-01')
    expect(zone(answer, '2022-05-03', 'b').designatedAt).toBe('2022-05-01')
  })
})
