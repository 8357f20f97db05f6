import { type Facts, type Instant, isSeenMoment, quarantineOf, readShifts } from '#geo'
import { type FacilityRecord, SIZED } from '../../../log/hand/facility-body'
import { countTyped, momentTyped, typedInstant } from './as-typed'
import type { CaseFields } from './hand-form'

/** Roles that a crew usually has; others that posts of the workspace have stand behind them. */
const ROLES = ['leader', 'cadre', 'police', 'medic', 'villageCadre', 'villager'] as const

/** Hours of one shift and how many of each role stand there, as typed. */
export interface ShiftFields {
  hours: string
  roles: Record<string, string>
}

/** What the form of a facility holds, as its fields have it. */
export interface FacilityFields {
  kind: string
  name: string
  place: CaseFields['place']
  from: string
  road: string
  lockedHours: string
  shifts: ShiftFields[]
  rooms: string
  beds: string
  tables: string
  tubesPerDay: string
}

/** Three shifts of eight hours, nobody in them. */
const SHIFTS = ['00-08', '08-16', '16-24']
const newShifts = (): ShiftFields[] => SHIFTS.map((hours) => ({ hours, roles: {} }))

/** As the form opens: a checkpoint that stands from now on. */
export const newFacility = (timezone: string, at: Instant): FacilityFields => ({
  ...{ kind: 'checkpoint', name: '', place: null, road: '', lockedHours: '' },
  from: typedInstant(timezone, at),
  ...{ shifts: newShifts(), rooms: '', beds: '', tables: '', tubesPerDay: '' },
})

/** Roles of a crew that the sheet has a column for. */
export function rolesOf({ facilities }: Pick<Facts, 'facilities'>): readonly string[] {
  const known = facilities.flatMap(({ shifts }) => readShifts(shifts).flatMap(({ crew }) => [...crew.keys()]))
  return [...new Set([...ROLES, ...known])].slice(0, 10)
}

/** The plan of shifts as its list has it; a shift in which nobody stands is none, null where there is none at all. */
export function shiftsTyped(shifts: readonly ShiftFields[]): string | null {
  const parts = shifts.flatMap(({ hours, roles }) => {
    const crew = Object.entries(roles).flatMap(([role, typed]) => crewPart(role, typed))
    return crew.length > 0 ? [`${hours.trim()} ${crew.join(' ')}`] : []
  })
  return parts.length > 0 ? parts.join('; ') : null
}

function crewPart(role: string, typed: string): string[] {
  const count = countTyped(typed)
  return count === null || count === 0 ? [] : [`${role}${count}`]
}

/** The role of whose figure nobody can tell how many stand there; null where all can. */
export const wrongRole = (shifts: readonly ShiftFields[]): string | null =>
  shifts
    .flatMap(({ roles }) => Object.entries(roles))
    .find(([, typed]) => Number.isNaN(countTyped(typed)))?.[0] ?? null

/** The record of the fields: of its sizes only those that its kind has. */
export function facilityOf(
  { kind, name, place, from, road, lockedHours, shifts, ...sizes }: FacilityFields,
  id: string,
  timezone: string,
): FacilityRecord {
  const isPost = kind === 'checkpoint'
  const asked = (SIZED as Readonly<Record<string, readonly string[]>>)[kind] ?? []
  const size = (of: keyof typeof sizes): number | null => (asked.includes(of) ? countTyped(sizes[of]) : null)
  return {
    ...{ id, kind: kind || null, name: name.trim() || null },
    place: place?.code ?? null,
    position: place?.code ? null : (place?.position ?? null),
    ...{ from: momentTyped(timezone, from), to: null },
    road: isPost ? road.trim() || null : null,
    shifts: isPost ? shiftsTyped(shifts) : null,
    lockedHours: isPost ? lockedHours.trim() || null : null,
    ...{ rooms: size('rooms'), beds: size('beds'), tables: size('tables'), tubesPerDay: size('tubesPerDay') },
  }
}

/** The next number of a kind that no facility has: of those that end in a number, one beyond the largest. */
export function nextFacilityId({ facilities }: Pick<Facts, 'facilities'>, kind: string): string {
  const numbered = facilities.flatMap((one) => {
    const [, stem, number] = /^(.*?)(\d+)$/.exec(one.id) ?? []
    return one.kind === kind && number ? [{ stem: stem!, number }] : []
  })
  const stem = mostOften(numbered.map((one) => one.stem)) ?? `${STEMS[kind] ?? kind}-`
  const ofStem = numbered.filter((one) => one.stem === stem)
  const width = ofStem.reduce((most, { number }) => Math.max(most, number.length), 2)
  const taken = new Set(facilities.map(({ id }) => id))
  let next = ofStem.reduce((most, { number }) => Math.max(most, Number(number)), 0) + 1
  const called = (): string => `${stem}${String(next).padStart(width, '0')}`
  while (taken.has(called())) next += 1
  return called()
}

const STEMS: Readonly<Record<string, string>> = { checkpoint: 'K', quarantine: 'G', testing: 'C' }

function mostOften(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** A quarantine site and how its rooms stand; null is unknown. */
export interface SiteRow {
  readonly id: string
  readonly name: string
  readonly rooms: number | null
  readonly occupied: number | null
  readonly closed: number | null
  readonly free: number | null
  /** when its figures stood; null where nobody stated any */
  readonly at: string | null
}

/** Every site that is in use at the instant, those with the most free rooms first, those of which nobody knows last. */
export function siteRows(facts: Facts, asOf: Instant): readonly SiteRow[] {
  const known = new Map(facts.facilities.map((one) => [one.id, one.name]))
  const sites = quarantineOf(facts, asOf)?.sites ?? []
  return sites
    .map(({ id, rooms, occupied, free, at }) => ({
      ...{ id, name: known.get(id) ?? id, rooms, occupied, free, at },
      closed: closedOf(facts, id, asOf),
    }))
    .sort((a, b) => (b.free ?? -1) - (a.free ?? -1) || (a.id < b.id ? -1 : 1))
}

function closedOf({ occupancy }: Facts, site: string, asOf: Instant): number | null {
  const rows = occupancy.filter((row) => row.site === site && isSeenMoment(row.at, asOf))
  return rows.sort((a, b) => a.at.at - b.at.at || a.origin.row - b.origin.row).at(-1)?.closed ?? null
}
