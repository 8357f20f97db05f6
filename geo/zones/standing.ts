import type { ZoneStay } from '../facts'
import type { Instant, Moment } from '../time/calendar'
import type { ZoneState } from './conditions/asked'
import { type PolicyOf, rankOf } from './ground'
import type { Policy } from './policy'

/** A zone as it stands at an instant of the record or of the run. */
export interface Standing extends ZoneState {
  readonly rank: number
  readonly policy: Policy | null
  readonly parent: string | null
  /** true once it is at the lowest level of its policy or merged into another zone */
  readonly over: boolean
}

/**
 * How a zone stands at the instant by its recorded stays; null where none is in force. Stays that follow on each
 * other are one designation, unless the policy's move between them is marked `redesignate` or time lies between them.
 */
export function standingAt(stays: readonly ZoneStay[], at: Instant, policyOf: PolicyOf): Standing | null {
  let standing: Standing | null = null
  let previous: ZoneStay | null = null
  for (const stay of stays) {
    if (stay.from.at > at) break
    standing = follow(standing, { stay, previous, policy: policyOf(stay) })
    previous = stay
  }
  return previous && (previous.to === null || at < previous.to.at) ? standing : null
}

function follow(
  standing: Standing | null,
  { stay, previous, policy }: { stay: ZoneStay; previous: ZoneStay | null; policy: Policy | null },
): Standing {
  const { id, level, from, origin } = stay
  const rank = rankOf(policy, level)
  const bare = { id, level, rank, policy, parent: stay.parent, file: origin.file, row: origin.row }
  const over = isLowest(policy, level)
  const follows = standing && previous && (previous.to === null || previous.to.at >= from.at)
  if (!follows) return { ...bare, over, enteredAt: from, designatedAt: from, cameFrom: stay.arrivedFrom }
  if (standing.level === level) return { ...standing, ...bare, over }
  const renewed = policy?.transitions?.some(
    (one) => one.redesignate && one.to === level && startsFrom(one.from, standing.level),
  )
  return {
    ...bare,
    over,
    enteredAt: from,
    designatedAt: renewed ? from : standing.designatedAt,
    cameFrom: stay.arrivedFrom ?? (renewed ? null : standing.level),
  }
}

/** Whether a transition starts from the level. */
export function startsFrom(from: string | readonly string[], level: string): boolean {
  return typeof from === 'string' ? from === level : from.includes(level)
}

/** True for the level below which nothing lies; false where the policy or the level is unknown. */
export function isLowest(policy: Policy | null, level: string): boolean {
  const own = policy?.levels.find((one) => one.id === level)
  return !!own && policy!.levels.every((one) => one.id === level || one.rank > own.rank)
}

/** The standing after a move within its own ground. */
export function movedTo(
  standing: Standing,
  { level, from, redesignate }: { level: string; from: Moment; redesignate: boolean },
): Standing {
  return {
    ...standing,
    level,
    rank: rankOf(standing.policy, level),
    over: isLowest(standing.policy, level),
    enteredAt: level === standing.level && !redesignate ? standing.enteredAt : from,
    designatedAt: redesignate ? from : standing.designatedAt,
    cameFrom: redesignate ? null : level === standing.level ? standing.cameFrom : standing.level,
  }
}
