import { describe, expect, test } from 'vitest'
import { addDays, assess, type Facts, readAsOf, startOfDay } from '#geo'
import { SHANGHAI } from '../helpers/facts'
import { CLASS_POLICIES, classesFallen, dueIn, wronglyDue } from '../helpers/lowering'
import { AS_OF_DAYS, factsOf, PACK_POLICIES, type Pack, randomPack } from '../helpers/random-packs'
import { seeded } from '../helpers/seeded'
import { worseThan } from '../helpers/worse-packs'

const SEEDS = Array.from({ length: 4 * PACK_POLICIES.length }, (_, i) => i + 1)
/** So many changes of each pack are tried, others with each seed. */
const CHANGES = 10

function sample<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = seeded(seed)
  return all.filter(() => random.chance(count / all.length))
}

const dayOf = (seed: number): string => AS_OF_DAYS[seed % AS_OF_DAYS.length]!
const at = (facts: Facts, day: string) => assess(facts, { asOf: startOfDay(SHANGHAI, addDays(day, 1)) })

describe('nothing opens by mistake', () => {
  test.each([35, 125, 128, 147])(
    'Z60 of seed %i every change, for a round without its beginning opened it',
    (seed) => {
      const pack = randomPack(seed)
      const day = dayOf(seed)
      const before = new Set(dueIn(factsOf(pack), day))
      expect(before.size).toBeGreaterThan(0)
      for (const worse of worseThan(pack)) expect(wronglyDue(before, worse, day), worse.what).toEqual([])
    },
    180_000,
  )

  test('Z60 adding what speaks against it, leaving out a cell, a row or a list never makes a lowering due', () => {
    let someDue = 0
    const tried = new Set<string>()
    for (const seed of SEEDS) {
      const pack = randomPack(seed)
      const day = dayOf(seed)
      const before = new Set(dueIn(factsOf(pack), day))
      if (before.size > 0) someDue++
      for (const worse of sample(worseThan(pack), CHANGES, seed)) {
        tried.add(worse.what.replaceAll(/\d+/g, '#'))
        expect(wronglyDue(before, worse, day), `seed ${seed}, ${pack.policy}, ${worse.what}`).toEqual([])
      }
    }
    expect(someDue / SEEDS.length).toBeGreaterThanOrEqual(0.2)
    expect(tried.size).toBeGreaterThan(40)
  })

  test('Z60 Z61 nor does it give a place a lower class', () => {
    let lowest = 0
    for (const seed of SEEDS)
      for (const policy of CLASS_POLICIES) {
        const pack = { ...randomPack(seed), policy }
        const { fallen, isLowest } = classesFallen(pack, dayOf(seed))
        if (isLowest) lowest++
        for (const worse of sample(worseThan(pack), 3, seed))
          expect(fallen(worse), `seed ${seed}, ${policy}, ${worse.what}`).toEqual([])
      }
    expect(lowest / (SEEDS.length * CLASS_POLICIES.length)).toBeGreaterThanOrEqual(0.2)
  })

  test('Z60 the end of a day and the beginning of the next give one document', () => {
    for (const seed of SEEDS.slice(0, 8)) {
      const facts = factsOf(randomPack(seed))
      const day = dayOf(seed)
      const document = (asOf: string): string =>
        JSON.stringify(assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }))
      expect(document(`${addDays(day, 1)}T00:00`), `seed ${seed}`).toBe(document(day))
    }
  })

  test('Z60 the forecast is what stepping from day to day finds', () => {
    for (const seed of SEEDS.slice(0, 8)) {
      /** it assumes that lists go on saying none, as those of a review do */
      const facts = factsOf({ ...randomPack(seed), speaksFor: null })
      const lines = (day: string) =>
        at(facts, day).zones.map(({ id, forecast }) => [
          id,
          forecast.map(({ level, from, into }) => [level, from, into]),
        ])
      const first = lines('2022-05-30')
      for (const days of [1, 2, 9])
        expect(lines(addDays('2022-05-30', days)), `seed ${seed}, ${days} days on`).toEqual(first)
    }
  })

  test('Z60 nothing depends on the order of rows', () => {
    const turned = (pack: Pack, lists: readonly (keyof Pack)[]): Pack => ({
      ...pack,
      ...Object.fromEntries(lists.map((list) => [list, [...(pack[list] as readonly unknown[])].reverse()])),
    })
    /** a row that stands elsewhere in its file has another number, and of several of one instant the first is named */
    const unnumbered = (key: string, value: unknown): unknown => (key === 'evidence' ? null : value)
    for (const seed of SEEDS.slice(0, 8)) {
      const pack = randomPack(seed)
      const document = (one: Pack, as?: typeof unnumbered): string =>
        JSON.stringify(at(factsOf(one), dayOf(seed)), as)
      const lists = turned(pack, ['zones', 'rounds', 'statedFacts', 'reports', 'metrics', 'places'])
      expect(document(lists), `seed ${seed}`).toBe(document(pack))
      const people = turned(pack, ['cases', 'contacts'])
      expect(document(people, unnumbered), `seed ${seed}`).toBe(document(pack, unnumbered))
    }
  })
})
