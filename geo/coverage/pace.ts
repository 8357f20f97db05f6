import type { Instant } from '../time/calendar'

/** How many had been sampled at an hour. */
export interface SampledAt {
  readonly at: Instant
  readonly sampled: number
}

/** People an hour of one part of a round, and how many of those due are left; null is not known. */
export interface Pace {
  readonly perHour: number | null
  readonly left: number | null
}

const HOUR = 3_600_000
/** how far back speed is measured, hours */
export const PACE_HOURS = 2

/**
 * The speed of the two hours before the last figure. Not known where no other figure is of them, or where the last one
 * is itself older than that.
 */
export function paceOf(
  figures: readonly SampledAt[],
  { due, asOf }: { readonly due: number | null; readonly asOf: Instant },
): Pace {
  const seen = figures.filter(({ at }) => at <= asOf).sort((a, b) => a.at - b.at)
  const last = seen.at(-1)
  const left = due === null || !last ? null : Math.max(0, due - last.sampled)
  if (!last || last.at < asOf - PACE_HOURS * HOUR) return { perHour: null, left }
  const first = seen.find(({ at }) => at >= last.at - PACE_HOURS * HOUR && at < last.at)
  if (!first) return { perHour: null, left }
  return { perHour: ((last.sampled - first.sampled) * HOUR) / (last.at - first.at), left }
}

/** Hours until all parts are sampled at their common speed; 0 where nobody is left, null where it is not known or nobody is being sampled. */
export function hoursToFinish(parts: readonly Pace[]): number | null {
  if (parts.length === 0 || parts.some(({ left }) => left === null)) return null
  const left = parts.reduce((sum, one) => sum + one.left!, 0)
  if (left === 0) return 0
  const open = parts.filter((one) => one.left! > 0)
  if (open.some(({ perHour }) => perHour === null)) return null
  const perHour = open.reduce((sum, one) => sum + one.perHour!, 0)
  return perHour > 0 ? left / perHour : null
}
