import type { Truth } from './conditions/asked'
import type { Policy } from './policy/policy'

/** Level of a place that cannot be told for want of figures. */
export const UNDETERMINED = 'unknown'

/** A day of a place: the level of its figures, and whether it may leave a level it stands at. */
export interface DayOfPlace {
  readonly level: string
  mayLeave(level: string): Truth
}

/**
 * The level after all days, the first day first, where a level is left only by its own `until`, one step down at a time;
 * up it goes at once. A day that cannot be told changes nothing, and says so if it is the last.
 */
export function keptLevel(policy: Policy, days: readonly DayOfPlace[]): string {
  const rankOf = (id: string): number => policy.levels.find((one) => one.id === id)!.rank
  const downwards = [...policy.levels].sort((a, b) => b.rank - a.rank).map(({ id }) => id)
  let standing = downwards.at(-1)!
  let answer = standing
  for (const day of days) {
    answer = day.level
    if (day.level === UNDETERMINED) continue
    let truth: Truth = 'met'
    while (rankOf(standing) > rankOf(day.level)) {
      truth = day.mayLeave(standing)
      if (truth !== 'met') break
      standing = downwards[downwards.indexOf(standing) + 1]!
    }
    if (rankOf(standing) < rankOf(day.level)) standing = day.level
    answer = truth === 'unknown' ? UNDETERMINED : standing
  }
  return answer
}
