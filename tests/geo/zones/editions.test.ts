import { describe, expect, test } from 'vitest'
import { assess, type Facts, policyInForce, readAsOf } from '#geo'
import { aFact, aFacts, aPack, aRound, aZone, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const noCase = (gte: number, over: object = {}) => ({
  id: 'noNewCase',
  authority: 'national',
  days: { since: { maxOf: [{ event: 'zone.designated' }, { event: 'case' }] }, gte },
  ...over,
})
const edition = (id: string, levels: readonly string[], over: object = {}) => ({
  ...onePolicy(noCase(7)),
  id,
  levels: [...levels, 'normal'].map((level, i) => ({ id: level, rank: 9 - i })),
  transitions: levels.map((from) => ({
    id: `lift-${from}`,
    from,
    to: 'normal',
    kind: 'release',
    when: { all: [noCase(7)] },
  })),
  ...over,
})
const first = edition('first', ['sealed', 'controlled'])
const second = edition('second', ['H', 'M'], {
  valid: { from: '2022-05-10', to: null },
  migrate: [{ from: 'first', map: { sealed: 'H', controlled: 'M' }, keepClock: true }],
})
const third = edition('third', ['H', 'L'], {
  valid: { from: '2022-05-20', to: null },
  migrate: [{ from: 'second', map: { H: 'H', M: 'L' }, keepClock: false, graceDays: 4 }],
})

const facts = (over: Partial<Facts> = {}) =>
  aFacts({
    pack: aPack({ policy: 'first' }),
    policies: [first, second, third],
    zones: [
      aZone({ id: 'C', level: 'controlled', from: '2022-05-08' }),
      aZone({ id: 'S', from: '2022-05-08' }),
    ],
    ...over,
  })
const zones = (policy: string | null, asOf: string, over: Partial<Facts> = {}) =>
  Object.fromEntries(
    assess(facts(over), { asOf: readAsOf(SHANGHAI, asOf)!, policy }).zones.map((zone) => [zone.id, zone]),
  )
const lines = (policy: string, asOf: string, id: string) =>
  zones(policy, asOf)[id]!.forecast.map(({ level, from }) => `${level} ${from}`)

describe('an edition asked for', () => {
  test('Z22 levels it does not have are carried over, the clock kept', () => {
    const { C, S } = zones('second', '2022-05-12')
    expect(S).toMatchObject({ level: 'H', since: '2022-05-08', unmapped: null })
    expect(S!.transitions).toMatchObject([{ id: 'lift-H', eligibleAt: '2022-05-15' }])
    expect(C).toMatchObject({ level: 'M', policy: 'second' })
  })

  test('Z22 over several editions; without keepClock the days start when the edition comes into force', () => {
    const { S } = zones('third', '2022-05-26')
    expect(S).toMatchObject({ level: 'H', since: '2022-05-20', designatedAt: '2022-05-20' })
    expect(lines('third', '2022-05-26', 'S')).toEqual(['H 2022-05-20', 'normal 2022-05-27'])
    expect(zones('third', '2022-05-12').S).toMatchObject({ since: '2022-05-13T00:00:00+08:00' })
  })

  test('Z22 where a zone came from is carried over like its level', () => {
    const policies = [first, second].map((one) => ({
      ...one,
      transitions: one.transitions.map((lift) => ({ ...lift, cameFrom: [one.levels[0]!.id] })),
    }))
    const came = (arrivedFrom: string) =>
      zones('second', '2022-05-12', {
        policies,
        zones: [aZone({ id: 'C', level: 'controlled', from: '2022-05-08', arrivedFrom })],
      }).C!.transitions.map(({ id }) => id)
    expect(came('sealed')).toEqual(['lift-M'])
    expect(came('normal')).toEqual([])
  })

  test('Z22 until the grace is over the old rule holds, then the new level', () => {
    const late = { zones: [aZone({ id: 'C', level: 'M', policy: 'second', from: '2022-05-18' })] }
    const { C } = zones('third', '2022-05-21', late)
    expect(C).toMatchObject({ level: 'M', policy: 'second', transitions: [{ id: 'lift-M' }] })
    expect(C!.forecast.map(({ level, from }) => `${level} ${from}`)).toEqual(['M 2022-05-18', 'L 2022-05-24'])
    expect(zones('third', '2022-05-24', late).C).toMatchObject({ level: 'L', since: '2022-05-20' })
  })

  test('Z22 a level nothing carries over is answered without transitions, and says why', () => {
    const odd = { zones: [aZone({ id: 'X', level: 'amber', from: '2022-05-08' })] }
    expect(zones('second', '2022-05-12', odd).X).toMatchObject({
      level: 'amber',
      transitions: [],
      unmapped: { policy: 'first', level: 'amber' },
    })
  })

  test('Z22 a local edition is carried over as the one it extends', () => {
    const local = { id: 'local', extends: 'first', name: { zh: '本地' } }
    const own = { policies: [first, second, third, local], pack: aPack({ policy: 'local' }) }
    expect(zones('second', '2022-05-12', own).S).toMatchObject({ level: 'H' })
  })
})

describe('editions by date', () => {
  const documents = [
    edition('nation-1', ['a'], { jurisdiction: 'CN', valid: { from: '2021-09-01', to: '2022-06-28' } }),
    edition('nation-2', ['a'], { jurisdiction: 'CN', valid: { from: '2022-06-28', to: '2022-11-11' } }),
    edition('city', ['a'], { jurisdiction: 'CN-4401', valid: { from: '2022-04-09', to: '2022-06-28' } }),
    edition('other', ['a'], { jurisdiction: 'CN-4401', disease: 'dengue' }),
    edition('broken', ['a'], { jurisdiction: 'CN-4401', dayCount: 'moons' }),
  ]
  const on = (jurisdiction: string, day: string) =>
    policyInForce(documents, { jurisdiction, disease: 'test', day })?.id ?? null

  test('Z23 the most local edition of the disease that is in force on the day', () => {
    expect(on('CN', '2022-06-27')).toBe('nation-1')
    expect(on('CN', '2022-06-28')).toBe('nation-2')
    expect(on('CN-440103', '2022-04-08')).toBe('nation-1')
    expect(on('CN-440103', '2022-04-09')).toBe('city')
    expect(on('CN-440103', '2022-06-28')).toBe('nation-2')
    expect(on('CN-31', '2022-05-01')).toBe('nation-1')
    expect(on('CN', '2022-11-11')).toBeNull()
    expect(on('CNX', '2022-05-01')).toBeNull()
  })
})

describe('zones held longer', () => {
  const local = {
    id: 'local',
    extends: 'first',
    transitions: [
      {
        id: 'lift-sealed',
        when: {
          all: [noCase(10, { authority: 'local' }), { id: 'own', authority: 'local', flag: 'gatesPainted' }],
        },
      },
    ],
  }
  const answer = (asOf: string, over: Partial<Facts> = {}) =>
    assess(
      aFacts({
        pack: aPack({ policy: 'local' }),
        policies: [first, local],
        zones: [aZone({ id: 'S', from: '2022-05-01' })],
        cases: cases([{ zone: 'S', reportedAt: '2022-05-02' }]),
        rounds: [aRound({ zone: 'S' })],
        ...over,
      }),
      { asOf: readAsOf(SHANGHAI, asOf)! },
    )
  const painted = { statedFacts: [aFact({ zone: 'S', at: '2022-05-03', fact: 'gatesPainted' })] }

  test('Z24 a local condition in the place of one from above is measured against that one', () => {
    expect(answer('2022-05-05', painted).zones[0]!.transitions[0]).toMatchObject({
      eligibleAt: '2022-05-12',
      nationalAt: '2022-05-09',
    })
    expect(answer('2022-05-05', painted).heldLonger).toEqual([
      { zone: 'S', transition: 'lift-sealed', nationalAt: '2022-05-09', localAt: '2022-05-12', days: 3 },
    ])
  })

  test('Z24 without a date of its own it is held up to the as-of; before the national day it is not', () => {
    expect(answer('2022-05-14').heldLonger).toMatchObject([{ localAt: null, days: 5 }])
    expect(answer('2022-05-05').heldLonger).toEqual([])
  })

  test('Z24 nothing is held where no local condition was added', () => {
    const plain = { pack: aPack({ policy: 'first' }) }
    expect(answer('2022-05-20', plain).heldLonger).toEqual([])
  })
})
