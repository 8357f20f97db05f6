import { describe, expect, test } from 'vitest'
import { assess, BUILT_IN_POLICIES, type Policy, readAsOf, resolvePolicy, validatePolicy } from '#geo'
import { aFact, aFacts, aPack, aRound, aZone, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy, shanghai22May } from '../../helpers/policies'

const ok = { flag: 'x' }
const paths = (document: unknown) => validatePolicy(document).map((one) => `${one.path} ${one.code}`)
const resolvedPaths = (id: string, documents: unknown[]) =>
  resolvePolicy(id, documents).faults.map((one) => `${one.path} ${one.code}`)

describe('validation', () => {
  test.each(BUILT_IN_POLICIES.map((one) => [(one as Policy).id, one]))(
    'P5 %s is without fault',
    (id, document) => {
      expect(validatePolicy(document)).toEqual([])
      expect(resolvePolicy(id as string, BUILT_IN_POLICIES).faults).toEqual([])
    },
  )

  test('P5 the path of every fault is named', () => {
    expect(paths(null)).toEqual([' wrong-type'])
    expect(paths({ id: 'x' }).slice(0, 2)).toEqual(['name missing', 'disease missing'])
    const broken = onePolicy({
      all: [
        { days: { since: { event: '' }, gte: '14' } },
        { rounds: { min: 1, result: 'clean', withinDayz: 2 } },
        { flag: 'a', metric: { name: 'b', gt: 1 } },
        { mark: '增长', flag: 'a' },
        { count: { event: 'case', withinDays: 3 } },
        {},
      ],
    })
    expect(paths(broken)).toEqual([
      'transitions.0.when.all.0.days.since.event empty',
      'transitions.0.when.all.0.days.gte wrong-type',
      'transitions.0.when.all.1.rounds.withinDayz unknown-key',
      'transitions.0.when.all.1.rounds.result not-in-list',
      'transitions.0.when.all.2 one-of',
      'transitions.0.when.all.3.mark wrong-type',
      'transitions.0.when.all.4.count one-of',
      'transitions.0.when.all.5 one-of',
    ])
    expect(paths(onePolicy(ok, { mode: 'magic', colour: 1 }))).toEqual([
      'colour unknown-key',
      'mode not-in-list',
    ])
    const twice = onePolicy(ok, {
      levels: [
        { id: 'a', rank: 1 },
        { id: 'a', rank: Number.NaN },
      ],
    })
    expect(paths(twice)).toEqual(['levels.1.id duplicate-id', 'levels.1.rank wrong-type'])
    const idle = onePolicy(ok, { transitions: [{ id: 't', from: 'sealed', to: 'normal', kind: 'release' }] })
    expect(paths(idle)).toEqual(['transitions.0 no-condition'])
  })

  test('P5 what is referred to must exist', () => {
    const loose = onePolicy(
      {
        all: [
          { days: { since: { clock: 'nobody' }, gte: 1 } },
          { zones: { within: 'county', levels: ['red'], eq: 0 } },
        ],
      },
      {
        clocks: { a: { clock: 'b' }, b: { maxOf: [{ clock: 'a' }] } },
      },
    )
    expect(resolvedPaths('test-one', [loose])).toEqual([
      'transitions.0.when.all.0.days.since unknown-clock',
      'transitions.0.when.all.1.zones.levels unknown-level',
      'clocks.b.maxOf.0 cycle',
      'clocks.a cycle',
    ])
    const unknown = onePolicy(ok, {
      transitions: [{ id: 't', from: 'red', to: 'blue', kind: 'release', sameAs: 'u', approval: 'v' }],
    })
    expect(resolvedPaths('test-one', [unknown])).toEqual([
      'transitions.0.from unknown-level',
      'transitions.0.to unknown-level',
      'transitions.0.sameAs unknown-transition',
      'transitions.0.approval unknown-approval',
    ])
  })
})

describe('extension', () => {
  const facts = aFacts({
    zones: [
      aZone({ id: 'S', from: '2022-04-01' }),
      aZone({ id: 'C', level: 'controlled', from: '2022-04-03' }),
    ],
    cases: cases([
      { reportedAt: '2022-04-02', zone: 'S' },
      { reportedAt: '2022-04-05', zone: 'C' },
    ]),
    statedFacts: [aFact({ zone: 'S', at: '2022-04-02', fact: 'contactsNegative' })],
    rounds: [aRound({ zone: 'S', finishedAt: '2022-04-15' })],
  })
  const answer = (policy: string, documents: unknown[] = []) =>
    assess(
      { ...facts, policies: documents, pack: aPack({ policy }) },
      { asOf: readAsOf(SHANGHAI, '2022-04-16')! },
    )

  test('P6 a policy that extends and changes nothing gives the same answers', () => {
    const same = { id: 'same', extends: 'cn-2021-three-zone' }
    const { policy: _, ...mine } = answer('same', [same])
    const { policy: __, ...theirs } = answer('cn-2021-three-zone')
    const plain = (value: unknown) => JSON.stringify(value).replaceAll('"same"', '"cn-2021-three-zone"')
    expect(plain(mine)).toBe(plain(theirs))
  })

  test('P6 transitions go by id, in their old place; sources add up', () => {
    const { policy } = resolvePolicy(shanghai22May.id, [shanghai22May, ...BUILT_IN_POLICIES])
    const base = BUILT_IN_POLICIES[0] as Policy
    expect(policy!.transitions!.map((one) => one.id)).toEqual([
      ...base.transitions!.map((one) => one.id),
      'uncontrol-direct',
    ])
    expect(policy!.sources).toEqual([...base.sources, ...shanghai22May.sources])
    expect(policy!.levels).toEqual(base.levels)
    expect(policy).not.toHaveProperty('extends')
  })

  test('P6 conditions with ids go by id, the others of the rule stay; without ids the rule is replaced', () => {
    const idsOf = (when: unknown) => {
      const local = { id: 'local', extends: 'cn-2021-three-zone', transitions: [{ id: 'unseal', when }] }
      const { policy } = resolvePolicy('local', [local, ...BUILT_IN_POLICIES])
      const unseal = policy!.transitions!.find((one) => one.id === 'unseal')!.when!
      return 'all' in unseal ? unseal.all.map((one) => `${one.id ?? '-'} ${one.authority ?? '-'}`) : []
    }
    expect(idsOf({ all: [{ id: 'env', authority: 'local', flag: 'environmentNegative' }] })).toEqual([
      'noNewCase national',
      'contactsPast national',
      'contactsNegative national',
      'finalRound national',
      'env local',
    ])
    expect(
      idsOf({ all: [{ id: 'finalRound', authority: 'city', rounds: { min: 2, result: 'negative' } }] }),
    ).toEqual(['noNewCase national', 'contactsPast national', 'contactsNegative national', 'finalRound city'])
    expect(idsOf({ all: [{ flag: 'a' }] })).toEqual(['- -'])
  })

  test('P6 a local condition holds the zone; the national day is shown beside it', () => {
    const local = {
      id: 'local',
      extends: 'cn-2021-three-zone',
      transitions: [
        { id: 'unseal', when: { all: [{ id: 'env', authority: 'local', flag: 'environmentNegative' }] } },
      ],
    }
    const unseal = answer('local', [local]).zones.find((one) => one.id === 'S')!.transitions[0]!
    expect(unseal).toMatchObject({ state: 'unknown', eligibleAt: '2022-04-16', nationalAt: '2022-04-16' })
  })

  test('P6 an edition may omit what it inherits', () => {
    const fewer = { id: 'fewer', extends: 'cn-2021-three-zone', omits: ['positive-in-precaution'] }
    const { policy } = resolvePolicy('fewer', [fewer, ...BUILT_IN_POLICIES])
    expect(policy!.transitions!.map((one) => one.id)).toEqual([
      'positive-in-controlled',
      'unseal',
      'uncontrol',
      'lift-precaution',
    ])
  })

  test('P6 cycles and unknown ids are reported, and no policy comes of them', () => {
    const loop = [
      { id: 'a', extends: 'b' },
      { id: 'b', extends: 'a' },
    ]
    expect(resolvePolicy('a', loop)).toEqual({
      policy: null,
      faults: [{ path: 'extends', code: 'cycle', seen: 'a' }],
    })
    expect(resolvedPaths('c', [{ id: 'c', extends: 'd' }])).toEqual(['extends unknown-policy'])
    expect(resolvedPaths('nobody', [])).toEqual(['id unknown-policy'])
    expect(
      resolvedPaths('e', [
        { id: 'e', extends: 'f' },
        { ...onePolicy(ok), id: 'f', mode: 1 },
      ]),
    ).toEqual(['f: mode wrong-type'])
  })
})
