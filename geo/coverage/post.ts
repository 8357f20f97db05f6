import type { PostState } from '../answers'
import { largest } from '../extremes'
import type { Check, Facility } from '../facts'
import { addDays, dayOf, type Instant, minuteOfDay, offsetAt, startOfDay } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { type Crew, holdsMinute, readCrew, readHours, readShifts, type Shift, shortRoles } from './crew'

export interface PostOptions {
  /** the pack's IANA zone, in whose hours shifts and locks are written */
  readonly timezone: string
  readonly asOf: Instant
  /** checks of this checkpoint; null where the list of checks is not known */
  readonly checks: readonly Check[] | null
}

/** Posts that count: manned, planned where nobody keeps checks, or locked. */
export const COUNTED_POSTS: ReadonlySet<PostState> = new Set<PostState>(['onDuty', 'planned', 'locked'])

/**
 * The state of a checkpoint at an hour. `locked` in its locked hours, or where the check says so. With checks: the last one since the shift
 * began speaks for the rest of the shift (without a shift plan: for the rest of the day): `empty` when all are
 * missing, `short` when a role is, else `onDuty`; none in the shift is `noRecord`. Checks not known: what the plan
 * says is taken for present, `planned`. Hours for which the plan has no shift are `empty`, unless checked since.
 */
export function postState(checkpoint: Facility, { timezone, asOf, checks }: PostOptions): PostState {
  const minute = minuteOfDay(timezone, asOf)
  const locked = (checkpoint.lockedHours ?? '').split(/[;；]/).map(readHours)
  if (locked.some((hours) => hours && holdsMinute(hours, minute))) return 'locked'
  const shifts = readShifts(checkpoint.shifts)
  const shift = shifts.find((one) => holdsMinute(one, minute)) ?? null
  if (checks === null) return shift ? 'planned' : shifts.length > 0 ? 'empty' : 'noRecord'
  const since = beganAt(shifts, shift, timezone, asOf)
  const last = lastOf(checks, since, asOf)
  if (last) return stateOf(last, shift?.crew ?? null)
  return shift || shifts.length === 0 ? 'noRecord' : 'empty'
}

/** When what goes on now began: the shift, else the end of the one before, else the day. */
function beganAt(shifts: readonly Shift[], shift: Shift | null, timezone: string, asOf: Instant): Instant {
  if (shift) return lastPassing(timezone, asOf, shift.from)
  return shifts.length > 0
    ? largest(shifts.map(({ to }) => lastPassing(timezone, asOf, to)))
    : lastPassing(timezone, asOf, 0)
}

/** The last instant not after `asOf` at which the zone's clocks showed that minute of the day. */
function lastPassing(timezone: string, asOf: Instant, minute: number): Instant {
  const today = dayOf(timezone, asOf)
  const clock = (day: string): Instant => {
    const start = startOfDay(timezone, day)
    const at = start + (minute % 1440) * 60_000
    return at + (offsetAt(timezone, start) - offsetAt(timezone, at)) * 60_000
  }
  return clock(today) <= asOf ? clock(today) : clock(addDays(today, -1))
}

/** The latest check of the stretch; of equal times the later row. */
function lastOf(checks: readonly Check[], since: Instant, asOf: Instant): Check | null {
  let last: Check | null = null
  for (const check of checks)
    if (check.at.at >= since && isSeenMoment(check.at, asOf) && (!last || check.at.at >= last.at.at))
      last = check
  return last
}

const LOCKED = new Set(['locked', '落锁', '已落锁'])
const ALL = new Set(['all', '全部', '全缺', '无人', 'everyone'])
const NOBODY = new Set(['0', 'none', 'nobody', '无', '无人'])
const NOTHING_MISSING = new Set(['', '0', 'none', '无', '-', '—'])

function stateOf({ present, missing }: Check, plan: Crew | null): PostState {
  const absent = (missing ?? '').trim().toLowerCase()
  const there = (present ?? '').trim().toLowerCase()
  if (LOCKED.has(there)) return 'locked'
  if (ALL.has(absent) || NOBODY.has(there)) return 'empty'
  if (!NOTHING_MISSING.has(absent))
    return everyoneOf(plan, readCrew(absent)) && there === '' ? 'empty' : 'short'
  return there !== '' && plan && shortRoles(plan, readCrew(there)).length > 0 ? 'short' : 'onDuty'
}

function everyoneOf(plan: Crew | null, missing: Crew): boolean {
  return (
    plan !== null && plan.size > 0 && [...plan].every(([role, count]) => (missing.get(role) ?? 0) >= count)
  )
}
