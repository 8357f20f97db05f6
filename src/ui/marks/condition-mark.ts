import type { ConditionAnswer } from '#geo'

/** ✓ met · ✕ not met · ? unknown · hollow ring: only the time has not come. */
export type MarkState = 'met' | 'unmet' | 'unknown' | 'notYet'

/** The mark a condition gets: unmet with an `at` is met by time alone. */
export function markOf(condition: Pick<ConditionAnswer, 'state' | 'at'>): MarkState {
  if (condition.state !== 'unmet') return condition.state
  return condition.at === null ? 'unmet' : 'notYet'
}
