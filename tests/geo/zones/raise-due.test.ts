import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import {
  aFact,
  aFacts,
  aPack,
  aPlace,
  aRound,
  aZone,
  box,
  type CaseRow,
  cases,
  SHANGHAI,
} from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const AS_OF = '2022-05-20T12:00'
const facts = (rows: CaseRow[], over: Partial<Facts> = {}): Facts =>
  aFacts({
    pack: aPack({ policy: 'cn-2021-three-zone' }),
    places: [
      aPlace({ code: 'D', kind: 'district', shape: box(113, 31, 113.2, 31.2) }),
      aPlace({ code: 'V', parent: 'D', shape: box(113, 31, 113.1, 31.1) }),
    ],
    zones: [aZone({ id: 'P', level: 'precaution', from: '2022-05-10', members: ['V'] })],
    cases: cases(rows),
    rounds: [
      aRound({ zone: 'P', scope: 'zone', startedAt: '2022-05-20T06:00', finishedAt: '2022-05-20T11:00' }),
    ],
    ...over,
  })
const precaution = (given: Facts, asOf = AS_OF) => {
  const zone = assess(given, { asOf: readAsOf(SHANGHAI, asOf)! }).zones.find(({ id }) => id === 'P')!
  const lift = zone.transitions.find(({ id }) => id === 'lift-precaution')!
  const split = zone.transitions.find(({ id }) => id === 'positive-in-precaution')!
  return {
    ...{ lift: lift.state, split: split.state },
    open: lift.conditions.filter(({ state }) => state !== 'met').map(({ id, reason }) => `${id} ${reason}`),
  }
}
const inside: CaseRow = { id: 'K', reportedAt: '2022-05-12T10:00', place: 'V' }
const sealed = (over: { from: string; to?: string }) =>
  aZone({ id: 'S', drawn: box(113, 31, 113.1, 31.1), ...over })

describe('a raise that is due and not done', () => {
  test('Z36 without a case inside the zone comes due', () => {
    expect(precaution(facts([]))).toEqual({ lift: 'due', split: 'blocked', open: [] })
  })

  test('Z36 a case that calls for a stricter part holds it', () => {
    expect(precaution(facts([inside]))).toEqual({
      ...{ lift: 'blocked', split: 'due' },
      open: ['raiseDue raise-due'],
    })
  })

  test('Z36 once a stricter zone was drawn over it and has come down again it holds no longer', () => {
    const drawn = (over: { from: string; to?: string }) =>
      precaution(facts([inside], { zones: [...facts([]).zones, sealed(over)] }))
    expect(drawn({ from: '2022-05-12T14:00', to: '2022-05-18T08:00' })).toMatchObject({
      lift: 'due',
      split: 'blocked',
    })
    expect(drawn({ from: '2022-05-11T14:00', to: '2022-05-12T08:00' })).toMatchObject({
      lift: 'blocked',
      split: 'due',
    })
  })

  test('Z36 a case that may lie inside holds it until it is placed', () => {
    const lost: CaseRow = { ...inside, place: null }
    expect(precaution(facts([lost]))).toMatchObject({ lift: 'unknown', open: ['raiseDue unplaced'] })
    expect(precaution(facts([{ ...lost, place: 'D' }])).lift).toBe('unknown')
  })
})

/** A controlled zone with a case on its fourth day that nobody acted on, two weeks later; its lowering by these conditions. */
function controlled(conditions: readonly unknown[], clocks = {}) {
  const policy = onePolicy(undefined, {
    clocks,
    transitions: [
      { id: 'raise', from: 'controlled', to: 'sealed', kind: 'upgrade', on: 'case' },
      { id: 'lower', from: 'controlled', to: 'normal', kind: 'release', when: { all: conditions } },
    ],
  })
  const given = facts([{ id: 'K', reportedAt: '2022-05-04T10:00', zone: 'P' }], {
    pack: aPack({ policy: 'test-one' }),
    policies: [policy],
    zones: [aZone({ id: 'P', level: 'controlled', from: '2022-05-01', members: ['V'] })],
    statedFacts: [aFact({ zone: 'P', at: '2022-05-20T08:00', fact: 'allContactsControlled' })],
  })
  const [zone] = assess(given, { asOf: readAsOf(SHANGHAI, AS_OF)! }).zones
  const [raise, lower] = ['raise', 'lower'].map((id) => zone!.transitions.find((one) => one.id === id)!)
  expect(raise!.state).toBe('due')
  return {
    lower: lower!.state,
    open: lower!.conditions.filter(({ state }) => state !== 'met').map(({ id }) => id),
  }
}
const since = (clock: unknown, more = {}) => ({ days: { since: clock, gte: 7 }, ifMissing: true, ...more })
const LAST = { event: 'case', agg: 'last' }
const AT_LEVEL = since({ event: 'level.entered' })
const none = (limit: object) => ({ count: { event: 'case', withinDays: 7, ...limit } })
const HELD = { lower: 'blocked', open: ['raiseDue'] }
const FREE = { lower: 'due', open: [] }

describe('what a lowering says of the event of a raise', () => {
  test.each<[string, unknown[]]>([
    ['days at the level alone', [AT_LEVEL]],
    ['a flag that speaks of cases', [AT_LEVEL, { flag: 'allContactsControlled' }]],
    ['a clock of some cases', [since({ ...LAST, filter: { not: ['central'] } })]],
    ['a clock of the first case', [since({ event: 'case', agg: 'first' })]],
    ['a limit above none', [none({ lte: 3 })]],
    ['a clock of what came first', [since({ minOf: [LAST, { event: 'level.entered' }] })]],
    ['one way of two', [{ any: [since(LAST), AT_LEVEL] }]],
    ['a reference', [AT_LEVEL, since(LAST, { authority: 'reference' })]],
  ])('Z87 %s does not count its days: it holds', (_, conditions) => {
    expect(controlled(conditions)).toEqual(HELD)
  })

  test.each<[string, unknown[]]>([
    ['days since the last', [since(LAST)]],
    ['days since what came last', [since({ maxOf: [{ event: 'level.entered' }, LAST] })]],
    ['a clock with a name', [AT_LEVEL, since({ clock: 'quiet' })]],
    ['a count of none', [none({ lte: 0 })]],
    ['each way of two', [{ any: [since(LAST), none({ lt: 1 })] }]],
  ])('Z87 %s counts its days: it holds no longer than that', (_, conditions) => {
    expect(controlled(conditions, { quiet: LAST })).toEqual(FREE)
  })
})
