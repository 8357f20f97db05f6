import type { CoverageAnswer } from '../answers'
import type { Facility, Facts, Occupancy } from '../facts'
import { byCode } from '../places/tree'
import { type Day, dayOf, daysBetween, formatMoment, type Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { knownSum } from './known-sum'

export type Quarantine = NonNullable<CoverageAnswer['quarantine']>
type Site = Quarantine['sites'][number]

/** Days with figures over which the mean daily change is taken. */
const DAYS = 7

/**
 * Rooms of the quarantine sites in use at `asOf`, from each site's newest row by then; a site without a row has the
 * rooms of its facility and is otherwise unknown. Sums are over what is known (`leastOf`). Null where no site is known at
 * all, none where a list says that there is no facility.
 */
export function quarantineOf(facts: Facts, asOf: Instant): Quarantine | null {
  const { timezone } = facts.pack
  const facilities = new Map(
    facts.facilities
      .filter((one) => one.kind === 'quarantine' && inUse(one, asOf))
      .map((one) => [one.id, one]),
  )
  const rows = rowsBySite(facts.occupancy, asOf)
  const ended = new Set(facts.facilities.filter((one) => !inUse(one, asOf)).map((one) => one.id))
  const ids = [...new Set([...facilities.keys(), ...rows.keys()])].filter((id) => !ended.has(id)).sort(byCode)
  if (ids.length === 0) return isNone(facts) ? NO_SITES : null
  const sites = ids.map((id) => siteOf(id, facilities.get(id) ?? null, rows.get(id) ?? [], timezone))
  const newest = ids
    .flatMap((id) => rows.get(id)?.at(-1)?.at ?? [])
    .reduce<Occupancy['at'] | null>((latest, at) => (latest && latest.at >= at.at ? latest : at), null)
  const least = (['rooms', 'occupied', 'free'] as const).filter((figure) =>
    isPartly(sites.map((site) => site[figure])),
  )
  return {
    ...(least.length > 0 ? { leastOf: least } : {}),
    rooms: knownSum(sites.map((site) => site.rooms)),
    occupied: knownSum(sites.map((site) => site.occupied)),
    free: knownSum(sites.map((site) => site.free)),
    at: newest ? formatMoment(timezone, newest) : null,
    sites,
  }
}

const NO_SITES: Quarantine = { rooms: 0, occupied: 0, free: 0, at: null, sites: [] }

const isNone = ({ stated, facilities, occupancy }: Facts): boolean =>
  stated.has('facilities') && facilities.length === 0 && occupancy.length === 0

const isPartly = (values: readonly (number | null)[]): boolean =>
  values.includes(null) && values.some((value) => value !== null)

function inUse(facility: Facility, asOf: Instant): boolean {
  return (facility.from === null || isSeenMoment(facility.from, asOf)) && !isSeenMoment(facility.to, asOf)
}

/** Rows at or before `asOf` by site, oldest first; of equal times the later row of the file last. */
function rowsBySite(occupancy: readonly Occupancy[], asOf: Instant): Map<string, Occupancy[]> {
  const rows = new Map<string, Occupancy[]>()
  for (const row of occupancy) {
    if (!isSeenMoment(row.at, asOf)) continue
    const list = rows.get(row.site)
    if (list) list.push(row)
    else rows.set(row.site, [row])
  }
  for (const list of rows.values()) list.sort((a, b) => a.at.at - b.at.at || a.origin.row - b.origin.row)
  return rows
}

function siteOf(id: string, facility: Facility | null, rows: readonly Occupancy[], timezone: string): Site {
  const last = rows.at(-1) ?? null
  const rooms = last?.rooms ?? facility?.rooms ?? null
  const occupied = last?.occupied ?? null
  const free =
    rooms === null || occupied === null ? null : Math.max(0, rooms - occupied - (last?.closed ?? 0))
  return {
    id,
    rooms,
    occupied,
    free,
    at: last ? formatMoment(timezone, last.at) : null,
    daysToFull: free === null ? null : daysToFull(free, rows, timezone),
  }
}

/** Free ÷ mean daily change over the last 7 days that have figures; null if not growing or fewer than 2 days. */
function daysToFull(free: number, rows: readonly Occupancy[], timezone: string): number | null {
  const byDay = new Map<Day, number>()
  for (const row of rows) if (row.occupied !== null) byDay.set(dayOf(timezone, row.at.at), row.occupied)
  const days = [...byDay].slice(-DAYS)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last || first === last) return null
  const change = (last[1] - first[1]) / daysBetween(first[0], last[0])
  return change > 0 ? free / change : null
}
