import { expect, test } from 'vitest'
import { assess, coverage, type Facts, type Instant, readAsOf, survey } from '#geo'
import { demoFacts } from '../helpers/demo-facts'
import { SHANGHAI } from '../helpers/facts'
import { AS_OF_DAYS, factsOf, PACK_POLICIES, randomPack } from '../helpers/random-packs'
import { seeded } from '../helpers/seeded'

const HOUR = 3_600_000
const LAST = readAsOf(SHANGHAI, AS_OF_DAYS[0])! as Instant

function answersOf(facts: Facts, asOf: Instant): string {
  const assessed = assess(facts, { asOf })
  const covered = coverage(facts, { asOf })
  return JSON.stringify([assessed, covered, survey(facts, { asOf, assess: assessed, coverage: covered })])
}

/** Moments around a day, forth and back, some an hour apart and some days. */
function momentsOf(seed: number, last: Instant, count = 5): Instant[] {
  const random = seeded(seed)
  let at = last
  return Array.from({ length: count }, () => {
    const step = random.chance(0.5) ? 1 : 24 * (1 + Math.floor(random.next() * 5))
    at += (random.chance(0.6) ? -step : step) * HOUR
    return at as Instant
  })
}

test('Z83 of random packs, what was kept at other moments changes no answer', () => {
  let different = 0
  for (let seed = 1; seed <= 2 * PACK_POLICIES.length; seed++) {
    const pack = randomPack(seed)
    const kept = factsOf(pack)
    const answers = new Set<string>()
    for (const asOf of momentsOf(seed, LAST)) {
      const answer = answersOf(kept, asOf)
      answers.add(answer)
      expect(
        answer === answersOf(factsOf(pack), asOf),
        `seed ${seed} at ${new Date(asOf).toISOString()}`,
      ).toBe(true)
    }
    if (answers.size > 1) different++
  }
  expect(different).toBeGreaterThan(PACK_POLICIES.length)
})

test('Z83 nor of the demo, over days on which zones begin, end and are lowered', async () => {
  const kept = await demoFacts()
  for (const asOf of momentsOf(7, readAsOf(SHANGHAI, '2022-05-23T09:00')! as Instant, 3))
    expect(answersOf(kept, asOf) === answersOf(await demoFacts(), asOf)).toBe(true)
})
