import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aPack, aPlace, aRound, aStep, aZone, box, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy, shanghai22May } from '../../helpers/policies'

const at = (facts: Facts, asOf: string) => assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! })
const zone = (facts: Facts, asOf: string, id: string) => at(facts, asOf).zones.find((one) => one.id === id)!
const lines = (facts: Facts, asOf: string, id: string) =>
  zone(facts, asOf, id).forecast.map(
    ({ level, from, into }) => `${level} ${from}${into ? ` into ${into}` : ''}`,
  )

const nested = aFacts({
  zones: [
    aZone({ id: 'S', from: '2022-04-01', drawn: box(113.02, 31.02, 113.03, 31.03) }),
    aZone({ id: 'C', level: 'controlled', from: '2022-04-01', drawn: box(113, 31, 113.1, 31.1) }),
  ],
  cases: cases([
    { reportedAt: '2022-04-01', zone: 'S' },
    { reportedAt: '2022-03-30', zone: 'C' },
  ]),
  statedFacts: ['S', 'C'].map((id) => aFact({ zone: id, at: '2022-04-02', fact: 'contactsNegative' })),
  rounds: ['S', 'C'].map((id) => aRound({ zone: id, finishedAt: '2022-04-14' })),
})

describe('enclosure', () => {
  test('Z5 sealed inside controlled is lowered and merged, never released', () => {
    const [unseal] = zone(nested, '2022-04-14', 'S').transitions
    expect(unseal).toMatchObject({
      id: 'unseal',
      kind: 'downgrade',
      to: 'controlled',
      into: 'C',
      state: 'due',
    })
    expect(lines(nested, '2022-04-14', 'S')).toEqual(['sealed 2022-04-01', 'controlled 2022-04-15 into C'])
  })

  test('Z5 the outer zone is not due while a stricter one lies inside, and its clock does not restart', () => {
    const outer = zone(nested, '2022-04-14T20:00', 'C').transitions.find((one) => one.id === 'uncontrol')!
    expect(outer.state).toBe('blocked')
    expect(outer.conditions.filter((one) => one.state !== 'met')).toMatchObject([
      { id: 'stricterInside', reason: 'stricter-inside', en: 'Stricter zones inside, not lowered yet: 1' },
    ])
    expect(lines(nested, '2022-04-14', 'C')).toEqual(['controlled 2022-04-01', 'normal 2022-04-15'])
  })

  test('Z5 without an outer zone a release stays a release', () => {
    const alone = { ...nested, zones: nested.zones.slice(0, 1) }
    expect(zone(alone, '2022-04-15', 'S').transitions[0]).toMatchObject({
      kind: 'release',
      to: 'normal',
      into: null,
    })
  })

  test('Z5 a named parent encloses without geometry', () => {
    const named = {
      ...nested,
      zones: [
        aZone({ id: 'S', from: '2022-04-01', parent: 'C' }),
        aZone({ id: 'C', level: 'controlled', from: '2022-04-01' }),
      ],
    }
    expect(zone(named, '2022-04-14', 'S')).toMatchObject({ enclosedBy: 'C', transitions: [{ into: 'C' }] })
  })
})

describe('siblings', () => {
  test('Z6 precaution is lifted when all sealed and controlled zones of the county are, not of another county', () => {
    const county = (code: string) => aPlace({ code, kind: 'district' })
    const places = [
      county('D1'),
      county('D2'),
      aPlace({ code: 'A', parent: 'D1' }),
      aPlace({ code: 'B', parent: 'D2' }),
    ]
    const facts = aFacts({
      places,
      zones: [
        aZone({ id: 'P', level: 'precaution', from: '2022-04-01', members: ['D1'] }),
        aZone({ id: 'S', from: '2022-04-01', members: ['B'] }),
      ],
    })
    expect(
      zone(facts, '2022-04-02', 'P').transitions.find((one) => one.id === 'lift-precaution')!.state,
    ).toBe('due')
    const same = {
      ...facts,
      zones: [facts.zones[0]!, aZone({ id: 'S', from: '2022-04-01', members: ['A'] })],
    }
    const lift = zone(same, '2022-04-02', 'P').transitions.find((one) => one.id === 'lift-precaution')!
    expect(lift.conditions[0]).toMatchObject({ state: 'unmet', reason: 'zones-remain', figures: { have: 1 } })
  })
})

describe('siblings of a level that nobody can read', () => {
  const lift = (over: Partial<Parameters<typeof aZone>[0]>) =>
    zone(
      aFacts({
        zones: [
          aZone({ id: 'P', level: 'precaution', from: '2022-04-01' }),
          aZone({ id: 'S', from: '2022-04-01', ...over }),
        ],
      }),
      '2022-04-02',
      'P',
    ).transitions.find((one) => one.id === 'lift-precaution')!

  test('Z6 one whose level no edition has, or another edition of the disease, may be one of those waited for', () => {
    for (const over of [{ level: '封锁区' }, { level: 'H', policy: 'cn-9th-2022' }, { level: 'H' }]) {
      const { state, conditions, ifDone } = lift(over)
      expect({ state, ...conditions[0] }).toMatchObject({
        ...{ state: 'unknown', reason: 'level-unknown', figures: { unread: 'S' } },
        evidence: [{ file: 'zones.geojson', value: over.level }],
      })
      expect(ifDone).toMatchObject({ open: ['othersLifted'], decidedBy: 'othersLifted' })
    }
  })

  test('Z6 a zone of another disease is none of them, nor one at a level that this edition has', () => {
    expect(lift({ level: 'epidemicArea', policy: 'cn-hpai' }).state).toBe('due')
    expect(lift({ level: 'precaution' }).state).toBe('due')
    expect(lift({ level: 'sealed', policy: 'nowhere' }).state).toBe('blocked')
  })
})

describe('approval', () => {
  const due = aFacts({
    pack: aPack({ policy: shanghai22May.id }),
    policies: [shanghai22May],
    zones: [aZone({ id: 'S', from: '2022-05-20' })],
    cases: cases([{ reportedAt: '2022-05-20', zone: 'S' }]),
  })
  const step = (name: string, time: string, over = {}) =>
    aStep({ zone: 'S', transition: 'unseal', step: name, at: `2022-05-${time}`, by: '区指挥部', ...over })
  const unseal = (steps: Facts['steps'], asOf = '2022-05-27T14:00') =>
    zone({ ...due, steps }, asOf, 'S').transitions[0]!

  test('Z7 due, then to assess, to approve, approved until it takes effect', () => {
    expect(unseal([])).toMatchObject({ state: 'due', approval: null })
    const applied = [step('apply', '27T08:00')]
    expect(unseal(applied)).toMatchObject({
      state: 'approval',
      approval: { next: 'assess', takesEffectAt: null },
    })
    const assessed = [...applied, step('assess', '27T10:00')]
    expect(unseal(assessed).approval).toMatchObject({ next: 'approve' })
    const approved = [...assessed, step('approve', '27T12:00', { takesEffectAt: '2022-05-27T18:00' })]
    expect(unseal(approved).approval).toMatchObject({
      next: null,
      takesEffectAt: '2022-05-27T18:00:00+08:00',
    })
    expect(lines({ ...due, steps: approved }, '2022-05-27T14:00', 'S')).toEqual([
      'sealed 2022-05-20',
      'controlled 2022-05-27T18:00:00+08:00',
      'precaution 2022-05-30T18:00:00+08:00',
      'normal 2022-05-30T18:00:00+08:00',
    ])
  })

  test('Z7 steps later than the as-of are not there yet', () => {
    expect(unseal([step('apply', '27T15:00')])).toMatchObject({ state: 'due', approval: null })
  })

  test('Z7 declined sends the chain back; a new case blocks what was approved', () => {
    const declined = [step('apply', '27T08:00'), step('assess', '27T10:00', { decision: 'declined' })]
    expect(unseal(declined)).toMatchObject({
      state: 'due',
      approval: { next: 'assess', takesEffectAt: null },
    })
    expect(unseal([...declined, step('apply', '27T13:00')])).toMatchObject({ state: 'approval' })
    const approved = [
      step('apply', '27T08:00'),
      step('approve', '27T12:00', { takesEffectAt: '2022-05-27T18:00' }),
    ]
    const again = { ...due, steps: approved, cases: cases([{ reportedAt: '2022-05-27T13:00', zone: 'S' }]) }
    expect(zone(again, '2022-05-27T14:00', 'S').transitions[0]).toMatchObject({ state: 'blocked' })
    expect(lines(again, '2022-05-27T14:00', 'S')[1]).toBe('controlled 2022-06-03T13:00:00+08:00')
  })
})

describe('the machine', () => {
  test('Z8 the level stays the recorded one; a move that came due unrecorded appears with its instant', () => {
    const facts = aFacts({
      pack: aPack({ policy: shanghai22May.id }),
      policies: [shanghai22May],
      zones: [aZone({ id: 'S', from: '2022-05-20' })],
    })
    const late = zone(facts, '2022-06-15', 'S')
    expect(late).toMatchObject({ level: 'sealed', since: '2022-05-20', designatedAt: '2022-05-20' })
    expect(late.forecast.map(({ level, from, recorded }) => [level, from, recorded])).toEqual([
      ['sealed', '2022-05-20', true],
      ['controlled', '2022-05-27', false],
      ['precaution', '2022-05-30', false],
      ['normal', '2022-05-30', false],
    ])
  })

  test('Z8 stays follow on each other: the first is the designation, the level before is where it came from', () => {
    const facts = aFacts({
      pack: aPack({ policy: shanghai22May.id }),
      policies: [shanghai22May],
      zones: [
        aZone({ id: 'S', from: '2022-05-20', to: '2022-05-28T18:00' }),
        aZone({ id: 'S', level: 'controlled', from: '2022-05-28T18:00' }),
      ],
    })
    const now = zone(facts, '2022-05-29', 'S')
    expect(now).toMatchObject({
      level: 'controlled',
      since: '2022-05-28T18:00:00+08:00',
      designatedAt: '2022-05-20',
    })
    expect(now.transitions.map((one) => one.id)).toEqual(['positive-in-controlled', 'uncontrol'])
    expect(now.forecast.at(-1)).toMatchObject({ level: 'normal', from: '2022-05-31T18:00:00+08:00' })
  })

  test('Z8 days at a level, and what an event does, are said', () => {
    const days = onePolicy(undefined, {
      transitions: [
        { id: 'raise', from: 'controlled', to: 'sealed', kind: 'upgrade', on: 'case', redesignate: true },
        {
          id: 'down',
          from: 'controlled',
          to: 'normal',
          kind: 'release',
          minDaysInLevel: 5,
          when: { days: { since: { event: 'suspectCase', agg: 'last' }, gte: 2 }, ifMissing: true },
        },
      ],
    })
    const facts = aFacts({
      pack: aPack({ policy: 'test-one' }),
      policies: [days],
      zones: [aZone({ id: 'z', level: 'controlled', from: '2022-05-01' })],
    })
    const down = zone(facts, '2022-05-02', 'z').transitions.find((one) => one.id === 'down')!
    expect(down).toMatchObject({ state: 'blocked', eligibleAt: '2022-05-06' })
    expect(down.resets).toEqual([
      { event: 'case', effect: 'level', to: 'sealed' },
      { event: 'suspectCase', effect: 'restart', to: null },
    ])
  })

  test('Z9 an unknown policy leaves the zone without transitions; asking for one throws', () => {
    const facts = aFacts({ zones: [aZone({ id: 'z', from: '2022-05-01', policy: 'nobody' })] })
    expect(zone(facts, '2022-05-02', 'z')).toMatchObject({
      policy: 'nobody',
      level: 'sealed',
      transitions: [],
    })
    expect(() => assess(facts, { asOf: 0, policy: 'nobody' })).toThrow('nobody')
  })

  test('Z9 findings stand beside the conditions of a lowering and never decide', () => {
    const finding = { ...zone(nested, '2022-04-14', 'S').transitions[0]!.conditions[0]!, id: 'unguarded' }
    const answer = assess(nested, {
      asOf: readAsOf(SHANGHAI, '2022-04-14')!,
      findings: () => [{ ...finding, state: 'unmet' }],
    })
    const unseal = answer.zones.find((one) => one.id === 'S')!.transitions[0]!
    expect(unseal).toMatchObject({ state: 'due', findings: [{ id: 'unguarded', state: 'unmet' }] })
  })
})
