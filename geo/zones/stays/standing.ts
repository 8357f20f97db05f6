import { rowRefOf } from '../../columns'
import type { ZoneStay } from '../../facts'
import type { Instant, Moment } from '../../time/calendar'
import type { ZoneState } from '../conditions/asked'
import { type PolicyOf, rankOf } from '../ground/ground'
import { laterOf, latestOf } from '../moves/days'
import type { Policy, Transition } from '../policy/policy'
import { bequeathers } from './heirs'

/** A zone as it stands at an instant of the record or of the run. */
export interface Standing extends ZoneState {
  readonly rank: number
  readonly policy: Policy | null
  readonly parent: string | null
  /** true once it is at the lowest level of its policy or merged into another zone */
  readonly over: boolean
  /** since when there is a zone of this ground: later than its clocks where it is the heir of others */
  readonly standsFrom: Moment
}

/**
 * Whether an edition cannot tell how strict a zone is that stands beside one of its own: no edition that it follows has its
 * level, or another edition of the same disease does, at which it still is a zone, and this one does not.
 */
export function isUnread(
  edition: Policy | null,
  { policy, level }: Pick<Standing, 'policy' | 'level'>,
): boolean {
  const has = ({ levels }: Policy): boolean => levels.some(({ id }) => id === level)
  if (!policy || !has(policy)) return !edition || !has(edition)
  return edition !== null && policy.disease === edition.disease && rankOf(policy, level) > 0 && !has(edition)
}

/** The recorded stays by zone, and the policy each follows. */
export interface Recorded {
  readonly stays: ReadonlyMap<string, readonly ZoneStay[]>
  readonly policyOf: PolicyOf
}

/**
 * How a zone stands at the instant by its recorded stays; null where none is in force. Stays that follow on each
 * other are one designation, unless the policy's move between them is marked `redesignate` or time lies between them.
 * The clocks of the zones a stay is heir of run on in it: of several the latest designation and the latest entry, and
 * where it came from if they agree.
 */
export function standingAt(id: string, at: Instant, recorded: Recorded): Standing | null {
  const begun = (recorded.stays.get(id) ?? []).filter((stay) => stay.from.at <= at)
  const last = begun.at(-1)
  if (!last || (last.to !== null && at >= last.to.at)) return null
  return standingAfter(begun, recorded, new Set([id]))
}

/** The earliest instant at which it can move: when it entered its level, and when there came to be a zone of its ground. */
export function mayMoveFrom({ enteredAt, standsFrom }: Standing): Moment {
  return laterOf(enteredAt, standsFrom)
}

/** `within`: zones already asked about the same instant. */
function standingAfter(
  stays: readonly ZoneStay[],
  recorded: Recorded,
  within: ReadonlySet<string>,
): Standing | null {
  let standing: Standing | null = null
  let previous: ZoneStay | null = null
  for (const stay of stays) {
    const before: Standing | null =
      previous && (previous.to === null || previous.to.at >= stay.from.at) ? standing : null
    const policy = recorded.policyOf(stay)
    const heirOf = bequeathers(stay).flatMap((id) => standingBefore(id, { stay, recorded, within }) ?? [])
    const own = follow(before, stay, policy, before !== null && isExtension(previous!, stay))
    standing = heirOf.length === 0 ? own : joined(stay, policy, [...(before ? [before] : []), ...heirOf])
    previous = stay
  }
  return standing
}

/** How a zone stood last before the stay began; where it began at the same instant, how it stood then. */
function standingBefore(
  id: string,
  { stay, recorded, within }: { stay: ZoneStay; recorded: Recorded; within: ReadonlySet<string> },
): Standing | null {
  const own = recorded.stays.get(id) ?? []
  const earlier = own.filter(({ from }) => from.at < stay.from.at)
  if (earlier.length > 0) return standingAfter(earlier, recorded, new Set([id]))
  if (within.has(id)) return null
  const same = own.filter(({ from }) => from.at === stay.from.at)
  return standingAfter(same, recorded, new Set([...within, id]))
}

function joined(stay: ZoneStay, policy: Policy | null, before: readonly Standing[]): Standing {
  const after = before.map((one) => follow(one, stay, policy))
  const [first] = after
  const agreed = after.every((one) => one.cameFrom === first!.cameFrom)
  return {
    ...first!,
    enteredAt: latestOf(after.map((one) => one.enteredAt))!,
    designatedAt: latestOf(after.map((one) => one.designatedAt))!,
    cameFrom: agreed ? first!.cameFrom : null,
    standsFrom: stay.from,
  }
}

/** The standing in a stay that goes on from another standing, or begins. */
function follow(
  standing: Standing | null,
  stay: ZoneStay,
  policy: Policy | null,
  extended = false,
): Standing {
  const { id, level, from, origin } = stay
  const rank = rankOf(policy, level)
  const bare = { id, level, rank, policy, parent: stay.parent, ...rowRefOf(origin) }
  const over = isLowest(policy, level)
  const begun = { ...bare, over, enteredAt: from, designatedAt: from }
  if (!standing) return { ...begun, cameFrom: stay.arrivedFrom, standsFrom: from }
  const renewed = policy?.transitions?.some(
    (one) => one.redesignate && one.to === level && startsFrom(one.from, standing.level),
  )
  if (standing.level === level)
    return extended && renewed
      ? { ...begun, cameFrom: null, standsFrom: standing.standsFrom }
      : { ...standing, ...bare, over }
  return {
    ...bare,
    over,
    enteredAt: from,
    designatedAt: renewed ? from : standing.designatedAt,
    cameFrom: stay.arrivedFrom ?? (renewed ? null : standing.level),
    standsFrom: standing.standsFrom,
  }
}

/**
 * A stay that says it came from its own level prolongs it, where a stay that only has another ground does not: that one
 * repeats what the stay before it says.
 */
function isExtension(before: ZoneStay, stay: ZoneStay): boolean {
  if (stay.arrivedFrom !== stay.level) return false
  return before.arrivedFrom !== stay.level || isSameGround(before, stay)
}

function isSameGround(a: ZoneStay, b: ZoneStay): boolean {
  return a.drawn === b.drawn && a.members.join('\n') === b.members.join('\n')
}

/** Whether a transition starts from the level. */
export function startsFrom(from: string | readonly string[], level: string): boolean {
  return typeof from === 'string' ? from === level : from.includes(level)
}

/** True for a change of a part of the zone, which gets a zone of its own. */
export function isOfPart({ kind, scope }: Pick<Transition, 'kind' | 'scope'>): boolean {
  return kind === 'split' || scope === 'affectedUnits'
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
