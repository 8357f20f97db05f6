import { addDays, assess, BUILT_IN_POLICIES, type Facts, resolvePolicy, startOfDay } from '#geo'
import { SHANGHAI } from './facts'
import { factsOf, type Pack } from './random-packs'
import type { Worse } from './worse-packs'

/** Editions that give places a class by what happened in them. */
export const CLASS_POLICIES = ['in-2020-05', 'cn-county-2020'] as const

const at = (facts: Facts, day: string) => assess(facts, { asOf: startOfDay(SHANGHAI, addDays(day, 1)) })
/** The worse pack as the kernel is given it. */
export const factsOfWorse = ({ pack, refused, unread = [], signals = [] }: Worse): Facts => ({
  ...factsOf(pack),
  ...{ refused, unread, signals },
})

/** Lowerings that may happen at the end of the day, as `zone transition`. */
export function dueIn(facts: Facts, day: string): string[] {
  return at(facts, day).zones.flatMap(({ id, transitions }) =>
    transitions
      .filter(({ kind, state }) => (kind === 'release' || kind === 'downgrade') && state === 'due')
      .map((one) => `${id} ${one.id}`),
  )
}

/** Lowerings that are due in the worse pack and were not before. */
export function wronglyDue(before: ReadonlySet<string>, worse: Worse, day: string): string[] {
  return dueIn(factsOfWorse(worse), day).filter((one) => !before.has(one))
}

/** Whether some place of the pack has the lowest class, and which places of a worse one have a lower class than in it. */
export function classesFallen(
  pack: Pack,
  day: string,
): { readonly isLowest: boolean; readonly fallen: (worse: Worse) => string[] } {
  const { levels } = resolvePolicy(pack.policy, BUILT_IN_POLICIES).policy!
  const rankOf = (level: string): number =>
    levels.find(({ id }) => id === level)?.rank ?? Number.POSITIVE_INFINITY
  const lowest = Math.min(...levels.map(({ rank }) => rank))
  const before = new Map(at(factsOf(pack), day).places.map(({ code, level }) => [code, rankOf(level)]))
  return {
    isLowest: [...before.values()].includes(lowest),
    fallen: (worse) =>
      at(factsOfWorse(worse), day)
        .places.filter(({ code, level }) => rankOf(level) < before.get(code)!)
        .map(({ code, level }) => `${code} ${level}`),
  }
}

/** Every place with its class at the end of the day. */
export function classesIn(facts: Facts, day: string): string[] {
  return at(facts, day).places.map(({ code, level }) => `${code} ${level}`)
}
