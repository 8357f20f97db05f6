import { describe, expect, test } from 'vitest'
import { type AssessAnswer, addDays, assess, type Facts, startOfDay } from '#geo'
import { SHANGHAI } from '../helpers/facts'
import { AS_OF_DAYS, factsOf, PACK_POLICIES, randomPack } from '../helpers/random-packs'
import { seeded } from '../helpers/seeded'
import { type Worse, worseThan } from '../helpers/worse-packs'

const SEEDS = Array.from({ length: 8 * PACK_POLICIES.length }, (_, i) => i + 1)
/** So many changes of each pack are tried, others with each seed. */
const CHANGES = 24

const on = (facts: Facts, day: string): AssessAnswer =>
  assess(facts, { asOf: startOfDay(SHANGHAI, addDays(day, 1)) })

/** Lowerings that may happen. */
const due = ({ zones }: AssessAnswer): string[] =>
  zones.flatMap(({ id, transitions }) =>
    transitions
      .filter(({ kind, state }) => (kind === 'release' || kind === 'downgrade') && state === 'due')
      .map((one) => `${id} ${one.id}`),
  )

const worseFacts = ({ pack, refused }: Worse): Facts => ({ ...factsOf(pack), refused })

function sample<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = seeded(seed)
  return all.filter(() => random.chance(count / all.length))
}

describe('nothing opens by mistake', () => {
  test('Z60 adding what speaks against it, leaving out a cell, a row or a list never makes a lowering due', () => {
    let someDue = 0
    const tried = new Set<string>()
    for (const seed of SEEDS) {
      const pack = randomPack(seed)
      const before = AS_OF_DAYS.map((day) => new Set(due(on(factsOf(pack), day))))
      if (before.some(({ size }) => size > 0)) someDue++
      for (const worse of sample(worseThan(pack), CHANGES, seed)) {
        tried.add(worse.what.replaceAll(/\d+/g, '#'))
        for (const [i, day] of AS_OF_DAYS.entries())
          for (const one of due(on(worseFacts(worse), day)))
            expect(before[i]!.has(one), `seed ${seed}, ${pack.policy}, ${worse.what}, ${day}: ${one}`).toBe(
              true,
            )
      }
    }
    expect(someDue / SEEDS.length).toBeGreaterThanOrEqual(0.2)
    expect(tried.size).toBeGreaterThan(60)
  })
})
