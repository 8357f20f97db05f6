import { describe, expect, test } from 'vitest'
import {
  type AssessAnswer,
  assess,
  extendPolicy,
  readMoment,
  resolvePolicy,
  startOfDay,
  thresholdsOf,
} from '#geo'
import { SHANGHAI } from '../helpers/facts'
import { editionFacts, editionRows, MOVING } from '../helpers/random-editions'

const SEEDS = [1, 2, 3, 4]
const ASOF = startOfDay(SHANGHAI, '2022-05-12')
const plain = (answer: AssessAnswer): string =>
  JSON.stringify(answer, (key, value: unknown) => (key === 'policy' ? undefined : value))

/** Earliest instant of each transition of each zone; infinite where it hangs on people. */
const earliest = (answer: AssessAnswer): Map<string, number> =>
  new Map(
    answer.zones.flatMap(({ id, transitions }) =>
      transitions.map((one): [string, number] => [
        `${id} ${one.id}`,
        one.eligibleAt === null ? Number.POSITIVE_INFINITY : readMoment(SHANGHAI, one.eligibleAt)!.at,
      ]),
    ),
  )

describe.each(MOVING.map((policy) => [policy.id, policy] as const))('%s', (id, policy) => {
  const named = { id: 'local', name: { zh: '本地', en: 'Local' } }

  test('Y33 a local edition without a change gives the same answers', () => {
    const { document, faults, loosened } = extendPolicy(policy, named)
    expect([faults, loosened]).toEqual([[], []])
    for (const seed of SEEDS) {
      const rows = editionRows(policy, seed)
      const local = editionFacts({ ...rows, policy: 'local' }, { policies: [document] })
      expect(plain(assess(local, { asOf: ASOF })), `seed ${seed}`).toBe(
        plain(assess(editionFacts(rows), { asOf: ASOF })),
      )
    }
  })

  const days = thresholdsOf(policy).filter(({ key }) => key === 'days.gte')
  if (days.length === 0) return
  test('Y34 more days never let a zone go earlier', () => {
    for (const { transition, condition, key, value } of days) {
      const thresholds = [{ transition, condition, key, value: value + 2 }]
      const { document, faults } = extendPolicy(policy, { ...named, thresholds })
      expect(faults, `${id} ${condition}`).toEqual([])
      expect(resolvePolicy('local', [document, policy]).faults).toEqual([])
      for (const seed of SEEDS.slice(0, 2)) {
        const rows = editionRows(policy, seed)
        const before = earliest(assess(editionFacts(rows), { asOf: ASOF }))
        const local = editionFacts({ ...rows, policy: 'local' }, { policies: [document] })
        for (const [which, at] of earliest(assess(local, { asOf: ASOF })))
          expect(at, `seed ${seed}: ${which}, ${condition}`).toBeGreaterThanOrEqual(
            before.get(which) ?? -Infinity,
          )
      }
    }
  })
})
