import { type Facility, type Facts, isSeenMoment, readHours, readMoment } from '#geo'
import { wordsOf } from '../../records/records'
import type { FacilityRecord, OccupancyRecord } from './facility-body'
import { groundFault, type HandFault, isCount, type SaidAt, timeFault, wordsFault } from './field-faults'

const SIZES = ['rooms', 'tables', 'tubesPerDay', 'beds'] as const
const ROOMS = ['rooms', 'occupied', 'closed'] as const
const KINDS = new Set(wordsOf('facilities', 'kind'))

/** The first thing that is missing or cannot be of a facility, in the order of its fields. */
export function facilityFault(facility: FacilityRecord, { facts }: SaidAt): HandFault | null {
  const { id, kind, name, from, to, road } = facility
  if (kind === null || !KINDS.has(kind)) return { field: 'kind', code: 'no-kind' }
  if (name === null || name.trim() === '') return { field: 'name', code: 'no-name' }
  const personal = wordsFault('name', name) ?? wordsFault('road', road) ?? wordsFault('id', id)
  if (personal) return personal
  const nowhere = groundFault(facility, { facts })
  if (nowhere) return nowhere
  if (facts.facilities.some((one) => one.id === id)) return { field: 'id', code: 'facility-taken' }
  return (
    sizeFault(facility) ??
    unreadable('from', from, facts) ??
    unreadable('to', to, facts) ??
    hoursFault('shifts', facility.shifts) ??
    hoursFault('lockedHours', facility.lockedHours)
  )
}

const sizeFault = (facility: FacilityRecord): HandFault | null => {
  const field = SIZES.find((name) => facility[name] !== null && !isCount(facility[name]))
  return field ? { field, code: 'no-whole-number' } : null
}

/** A facility may open or close on a day to come. */
function unreadable(field: 'from' | 'to', text: string | null, { pack }: Facts): HandFault | null {
  return text === null || readMoment(pack.timezone, text) ? null : { field, code: 'no-time' }
}

/** Stretches of the day parted by `;`, of shifts with their crews behind them. */
export function hoursFault(field: 'shifts' | 'lockedHours', text: string | null): HandFault | null {
  const parts = (text ?? '').split(/[;；]/).filter((part) => part.trim() !== '')
  return parts.every((part) => readHours(part)) ? null : { field, code: 'no-hours' }
}

/** The same of the rooms of a site at an hour. */
export function occupancyFault(occupancy: OccupancyRecord, said: SaidAt): HandFault | null {
  const facility = siteAt(occupancy.site, said)
  if (!facility) return { field: 'site', code: 'no-such-site' }
  const wrong = ROOMS.find((name) => occupancy[name] !== null && !isCount(occupancy[name]))
  if (wrong) return { field: wrong, code: 'no-whole-number' }
  if (occupancy.occupied === null) return { field: 'occupied', code: 'no-whole-number' }
  const rooms = occupancy.rooms ?? facility.rooms
  if (rooms !== null && occupancy.occupied + (occupancy.closed ?? 0) > rooms)
    return { field: 'occupied', code: 'more-than-rooms' }
  return timeFault('at', occupancy.at, said)
}

/** A site that is in use: nobody sleeps in one that was closed. */
function siteAt(site: string, { facts, now }: SaidAt): Facility | undefined {
  return facts.facilities.find(
    ({ id, kind, to }) => id === site && kind === 'quarantine' && !isSeenMoment(to, now),
  )
}
