import type { Survey } from '../answers'
import { smallest } from '../extremes'
import { daysWithin, periodOf } from '../period/period'
import { addDays, type Day, dayOf, type Instant, readMoment, startOfDay } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { isLowest } from '../zones/stays/standing'
import { staysInForce } from '../zones/stays/stays'
import type { Slice } from './slice'
import type { ZoneRow } from './zones'

type Counts = Record<string, number>

/**
 * Zones by level for each day, from the first zone to the last change that is forecast, within the period of the
 * facts: past days at their 24:00, the day of the as-of at the as-of, later days by what is to come of each. A zone that
 * came down to the lowest level of its policy, or into the zone around it, is no zone any more.
 */
export function surveyTimeline(slice: Slice, rows: readonly ZoneRow[]): Survey['timeline'] {
  const { facts, asOf, timezone, day: today } = slice
  const begun = facts.zones.filter((stay) => isSeenMoment(stay.from, asOf)).map((stay) => stay.from.at)
  if (begun.length === 0) return []
  const changes = rows.flatMap(({ future }) => future.map(({ from }) => from.slice(0, 10)))
  const last = [today, ...changes].sort().at(-1)!
  return daysWithin(periodOf(facts), dayOf(timezone, smallest(begun)), last).map((day) => ({
    day,
    counts: day > today ? forecastOn(slice, rows, endOf(slice, day)) : recordedOn(slice, day),
    forecast: day > today,
  }))
}

/** The last instant of the day. */
function endOf({ timezone }: Slice, day: Day): Instant {
  return startOfDay(timezone, addDays(day, 1)) - 1
}

function recordedOn(slice: Slice, day: Day): Counts {
  const at = day === slice.day ? slice.asOf : endOf(slice, day)
  const counts: Counts = {}
  for (const stay of staysInForce(slice.facts.zones, at)) {
    if (!isLowest(slice.policyOf(stay), stay.level)) counts[stay.level] = (counts[stay.level] ?? 0) + 1
  }
  return counts
}

function forecastOn(slice: Slice, rows: readonly ZoneRow[], at: Instant): Counts {
  const counts: Counts = {}
  const stays = new Map(slice.attribution.zones.map(({ id, stay }) => [id, stay]))
  for (const row of rows) {
    const level = levelOn(row, at, slice.timezone)
    if (level === null || isLowest(slice.policyOf(stays.get(row.zone.id)!), level)) continue
    counts[level] = (counts[level] ?? 0) + 1
  }
  return counts
}

/** The level the zone will have; null once it has merged into another. */
function levelOn({ zone, future }: ZoneRow, at: Instant, timezone: string): string | null {
  const past = future.filter(({ from }) => (readMoment(timezone, from)?.at ?? Infinity) <= at)
  if (past.some(({ into }) => into !== null)) return null
  return past.at(-1)?.level ?? zone.level
}
