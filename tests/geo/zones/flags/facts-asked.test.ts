import { describe, expect, test } from 'vitest'
import {
  assessWithFindings,
  BUILT_IN_POLICIES,
  contradictedBy,
  factName,
  factsAsked,
  lacksFact,
  policiesOf,
  resolvePolicy,
  type ZoneStay,
} from '#geo'
import { SPEAKS_OF } from '../../../../geo/zones/flags/speaks-of'
import { aFact, aFacts, aPack, aZone, contacts } from '../../../helpers/facts'
import { onePolicy } from '../../../helpers/policies'
import { at } from '../policies/ask'

const AS_OF = '2022-05-20T12:00'

describe('C64 the facts that a condition asks people for', () => {
  const policies = [
    onePolicy({
      all: [
        { id: 'said', flag: 'environmentNegative' },
        {
          id: 'clock',
          days: {
            since: {
              maxOf: [{ event: 'case' }, { event: 'terminalDisinfection' }, { event: 'zone.designated' }],
            },
            gte: 3,
          },
        },
        { id: 'figure', not: { metric: { name: 'positivity', gte: 5 } } },
        { id: 'rounds', rounds: { min: 1, result: 'negative' } },
      ],
    }),
  ]
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies,
    zones: [aZone({ id: 'Z', level: 'sealed', from: '2022-05-01' })],
  })
  const policy = policiesOf(facts)({ policy: null } as ZoneStay)!

  test('what the other lists tell is none of them', () => {
    const [asked] = factsAsked(policy).values()
    expect(Object.fromEntries(asked!)).toMatchObject({
      said: [{ name: 'environmentNegative', kind: 'yesNo' }],
      clock: [{ name: 'terminalDisinfection', kind: 'event' }],
      figure: [{ name: 'positivity', kind: 'figure' }],
      rounds: [],
    })
  })

  test('a condition lacks one until it is stated, and has it then', () => {
    const leaf = (statedFacts: readonly ReturnType<typeof aFact>[]) =>
      at(
        { ...facts, statedFacts, stated: new Set(['cases', 'contacts', 'rounds', 'facts']) },
        AS_OF,
      ).zones[0]!.transitions[0]!.conditions.find(({ id }) => id === 'said')!
    expect(lacksFact(leaf([]))).toBe(true)
    const said = aFact({ zone: 'Z', at: '2022-05-15T08:00', fact: 'environmentNegative', value: 'true' })
    expect(lacksFact(leaf([said]))).toBe(false)
    expect(lacksFact(leaf([{ ...said, value: '是否' }]))).toBe(true)
  })

  test('every flag of a built-in edition is found and has a name in both languages', () => {
    const flags = new Set<string>()
    for (const document of BUILT_IN_POLICIES) {
      const { policy: one } = resolvePolicy((document as { id: string }).id, BUILT_IN_POLICIES)
      for (const leaves of factsAsked(one!).values())
        for (const all of leaves.values())
          for (const fact of all) {
            if (fact.kind === 'yesNo') flags.add(fact.name)
            expect(Object.values(factName(fact)).join(), fact.name).not.toMatch(/[“「]/)
          }
    }
    expect(flags.size).toBeGreaterThan(5)
    for (const flag of flags) expect(Object.keys(SPEAKS_OF)).toContain(flag)
  })

  test('a statement that the list of contacts denies is told by its row', () => {
    const statedFacts = [
      aFact({ zone: 'Z', at: '2022-05-15T08:00', fact: 'allContactsControlled', value: 'true' }),
    ]
    const asked = {
      ...facts,
      policies: [onePolicy({ all: [{ id: 'moved', flag: 'allContactsControlled' }] })],
      statedFacts,
      contacts: contacts([{ zone: 'Z', kind: 'close', exposedAt: '2022-05-10T08:00' }]),
      stated: new Set(['cases', 'contacts', 'facts']) as never,
    }
    const { assess } = assessWithFindings(asked, { asOf: Date.parse(`${AS_OF}:00+08:00`) })
    const told = contradictedBy(assess, statedFacts[0]!.origin)
    expect(told.map(({ zone }) => zone)).toEqual(['Z'])
    expect(told[0]!.finding.zh).toContain('与名单不符')
    expect(contradictedBy(assess, { file: 'elsewhere.csv', row: 1 })).toEqual([])
  })
})
