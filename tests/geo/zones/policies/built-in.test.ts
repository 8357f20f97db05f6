import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Condition, type Policy, resolvePolicy, validatePolicy } from '#geo'

const IDS = (BUILT_IN_POLICIES as Policy[]).map((one) => one.id)

/** The list of RULES.md, “Policy ids to use”. */
const NAMED =
  `cn-2021-three-zone cn-xian-2022 cn-guangzhou-2021-n20 cn-guangzhou-2022 cn-beijing-2022-10d cn-9th-2022
  cn-20-measures cn-10-measures cn-shanghai-2022-04-11 cn-shanghai-2022-05-22 cn-beijing-2020-risk cn-county-2020
  eu-hpai cn-hpai cn-asf-2020 it-2021-08 eu-ecdc-2020-1475 fr-2020-09 my-2020-04 in-2020-04 us-ny-2020-10`.split(
    /\s+/,
  )

/** Every leaf of a condition. */
function leavesIn(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn)
  if ('any' in condition) return condition.any.flatMap(leavesIn)
  return 'not' in condition ? leavesIn(condition.not) : [condition]
}
const policyOf = (id: string): Policy => resolvePolicy(id, BUILT_IN_POLICIES).policy!
const conditionsOf = (policy: Policy): Condition[] => [
  ...(policy.transitions ?? []).flatMap(({ when }) => when ?? []),
  ...[...(policy.classify ?? []), ...(policy.classifyInitial ?? [])].map(({ when }) => when),
]

describe('the published editions', () => {
  test('Y1 every id that RULES.md names is there, each once', () => {
    expect(NAMED.filter((id) => !IDS.includes(id))).toEqual([])
    expect(new Set(IDS).size).toBe(IDS.length)
  })

  test.each(IDS)('Y1 %s parses and resolves without fault', (id) => {
    expect(validatePolicy(BUILT_IN_POLICIES[IDS.indexOf(id)])).toEqual([])
    expect(resolvePolicy(id, BUILT_IN_POLICIES).faults).toEqual([])
  })

  test.each(IDS)('Y2 %s: every leaf has a sentence in both languages, a mark and an authority', (id) => {
    const leaves = conditionsOf(policyOf(id)).flatMap(leavesIn)
    expect(leaves.length).toBeGreaterThan(1)
    for (const leaf of leaves)
      expect(
        [leaf.id, leaf.zh, leaf.en, leaf.mark, leaf.authority].every((word) => !!word),
        JSON.stringify(leaf),
      ).toBe(true)
  })

  test.each(IDS)('Y2 %s: levels and transitions have names, sources have grades', (id) => {
    const policy = policyOf(id)
    for (const { zh, en, id: about } of [
      ...policy.levels,
      ...(policy.transitions ?? []),
      { ...policy.name, id },
    ])
      expect(
        [zh, en].every((word) => !!word),
        about,
      ).toBe(true)
    expect(policy.sources.length).toBeGreaterThan(1)
    for (const source of policy.sources) expect(source).toMatch(/ · (A|B|C|G|A\/B|B, G for June) · /)
  })
})
