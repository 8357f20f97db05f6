import { expect, test } from 'vitest'
import { assess, coverage, readAsOf, survey } from '#geo'
import { box, SHANGHAI } from '../helpers/facts'
import { AS_OF_DAYS, factsOf, PACK_POLICIES, randomPack } from '../helpers/random-packs'

test('S17 the cases of a level are those of its zones: one that is unplaced counts in neither', () => {
  let withUnplaced = 0
  for (let seed = 1; seed <= 3 * PACK_POLICIES.length; seed++) {
    const facts = factsOf(randomPack(seed))
    // a zone drawn over the others cuts their villages: whose case lies in it nobody can tell
    const [first] = facts.zones
    const over = {
      ...first!,
      id: 'X-over',
      name: 'over',
      members: [],
      shape: box(113.1, 23.0, 113.2075, 23.2),
    }
    const given = { ...facts, zones: [...facts.zones, over] }
    const asOf = readAsOf(SHANGHAI, AS_OF_DAYS[0])!
    const assessed = assess(given, { asOf })
    const { zones, levels } = survey(given, { asOf, assess: assessed, coverage: coverage(given, { asOf }) })
    if (levels.some(({ level, cases }) => level === 'unplaced' && cases > 0)) withUnplaced++
    for (const { level, cases, count } of levels) {
      if (count === null) continue
      const own = zones.filter((zone) => zone.level === level)
      expect(
        own.reduce((sum, zone) => sum + zone.cases, 0),
        `seed ${seed}, ${level}`,
      ).toBe(cases)
    }
  }
  expect(withUnplaced).toBeGreaterThan(0)
})
