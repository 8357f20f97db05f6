import type { SurveySource, When } from '../answers'
import type { Facts, ListName, MomentColumn } from '../facts'
import { hierarchyOf } from '../places/hierarchy'
import { formatMoment, type Instant, type Moment } from '../time/calendar'
import { isSeen, isSeenMoment } from '../time/seen'
import { holdsUntil } from '../zones/sources/holds-until'
import { newestStated } from '../zones/sources/list-parts'
import { speechOf } from '../zones/sources/list-speech'
import { townsOf } from '../zones/sources/towns'
import type { Slice } from './slice'

type SourceId = SurveySource['id']

const HOUR = 3_600_000

/**
 * Sources whose rows come every few hours, so that an old newest row means old data. No new case since yesterday is
 * no late case list, a report is due once a day, and a zone is not redrawn by the hour: these are late only by a
 * stated time of their own.
 */
const HOURLY: ReadonlySet<SourceId> = new Set(['contacts', 'rounds', 'checks', 'occupancy'])

const LISTS: readonly (readonly [SourceId, ListName])[] = [
  ['cases', 'cases'],
  ['contacts', 'contacts'],
  ['rounds', 'rounds'],
  ['checks', 'checks'],
  ['occupancy', 'occupancy'],
  ['reports', 'reports'],
  ['zones', 'zones'],
]

/**
 * How new each stated source is: the newest of its facts at the as-of; or, as new or newer than that, the time to which it
 * is stated to be complete (a fact `asOf.cases`, the description of the pack, a person), with or without a new row; or,
 * where none of its facts bears a time, when the newest of them was imported. Late is a source whose time is known to the
 * hour and at least an hour older than that of the newest one, by as much as it is older than the as-of; when a file was imported makes no source late or new.
 */
export function surveySources(slice: Slice): SurveySource[] {
  const found = LISTS.filter(([, list]) => slice.facts.stated.has(list)).map(([id]) => {
    const { at, basis } = timeOf(slice, id)
    const isHourly = basis === 'stated' || (basis === 'newest' && HOURLY.has(id))
    return { id, at, basis, hourly: at !== null && !at.isDay && isHourly }
  })
  const newest = found.reduce((most, { at, hourly }) => (hourly ? Math.max(most, at!.at) : most), -Infinity)
  return found.map(({ id, at, basis, hourly }): SurveySource => {
    const isBehind = hourly && newest - at!.at >= HOUR
    const lagHours = isBehind ? (slice.asOf - at!.at) / HOUR : 0
    const limits = limitsOf(slice, id)
    const late = isBehind || limits.towns !== undefined || limits.over !== undefined
    return { id, at: at ? formatMoment(slice.timezone, at) : null, basis, late, lagHours, ...limits }
  })
}

/** The time of a source at the as-of, and what it is. */
function timeOf(slice: Slice, id: SourceId): { at: Moment | null; basis: SurveySource['basis'] } {
  const stated = newestStated(slice.facts, id, slice.asOf)
  const newest = newestMoment(slice, id)
  if (stated && (!newest || stated.at >= newest.at)) return { at: stated, basis: 'stated' }
  if (newest) return { at: newest, basis: 'newest' }
  const imported = importedAt(slice, id)
  return { at: imported, basis: imported && 'imported' }
}

/** Where silence of the list means nothing: the towns it lacks, and that it holds no more. */
function limitsOf({ facts, asOf, policy }: Slice, id: SourceId): Pick<SurveySource, 'towns' | 'over'> {
  const speech = id === 'cases' || id === 'contacts' ? speechOf(facts, id, asOf) : null
  if (!speech) return {}
  const { pack } = facts
  const hierarchy = hierarchyOf(facts.places)
  const towns = speech.speaksFor === 'district' ? [] : townsOf(hierarchy)
  const lacks = towns.filter((code) => speech.of(code).missing.length > 0)
  const { until } = speech.whole
  const isOver = asOf > holdsUntil(id as ListName, until, { pack, policy })
  const hours = until ? Math.floor((asOf - until.at) / HOUR) : null
  return {
    ...(towns.length === 0
      ? {}
      : {
          towns: {
            ...{ spoken: towns.length - lacks.length, of: towns.length },
            lacks: lacks.map((code) => hierarchy.place(code)!.name),
          },
        }),
    ...(isOver ? { over: { until: until && formatMoment(pack.timezone, until), hours } } : {}),
  }
}

/** The time of a source as printed; null where nothing but when it was learned tells one. */
export function newestOf(slice: Slice, id: SourceId): When | null {
  const { at, basis } = timeOf(slice, id)
  return at && basis !== 'imported' ? formatMoment(slice.timezone, at) : null
}

function later(a: Moment | null, b: Moment | null): Moment | null {
  return !a ? b : !b ? a : a.at >= b.at ? a : b
}

function newestMoment({ facts, asOf }: Slice, id: SourceId): Moment | null {
  let newest: Moment | null = null
  for (const moment of momentsOf(facts, id)) if (isSeenMoment(moment, asOf)) newest = later(newest, moment)
  for (const column of columnsOf(facts, id)) newest = later(newest, newestIn(column, asOf))
  return newest
}

function columnsOf(facts: Facts, id: SourceId): readonly MomentColumn[] {
  const { cases, contacts } = facts
  if (id === 'cases') return [cases.reportedAt, cases.kindAt, cases.transferredAt, ownLearned(facts, id)]
  if (id === 'contacts')
    return [contacts.exposedAt, contacts.transferredAt, contacts.releasedAt, ownLearned(facts, id)]
  return []
}

/** When files of the list were imported; of what a person says of it no time. */
const importsOf = (facts: Facts, list: ListName): readonly Instant[] =>
  (facts.listSources ?? []).flatMap((one) =>
    one.list === list && one.file !== null && one.until === null ? (one.knownAt ?? []) : [],
  )

function importedAt({ facts, asOf }: Slice, id: SourceId): Moment | null {
  const newest = importsOf(facts, id).reduce((most, at) => (at <= asOf && at > most ? at : most), -1)
  return newest < 0 ? null : { at: newest, isDay: false }
}

/** When rows were learned, as they say themselves: the time of an import tells nothing of the list. */
function ownLearned(facts: Facts, id: 'cases' | 'contacts'): MomentColumn {
  const imports = new Set(importsOf(facts, id))
  const at = facts[id].knownAt.map((time) => (imports.has(time) ? Number.NaN : time))
  return { at, isDay: new Uint8Array(at.length) }
}

function newestIn({ at, isDay }: MomentColumn, asOf: Instant): Moment | null {
  let newest = -1
  for (let row = 0; row < at.length; row++)
    if (isSeen(at[row]!, isDay[row] === 1, asOf) && (newest < 0 || at[row]! > at[newest]!)) newest = row
  return newest < 0 ? null : { at: at[newest]!, isDay: isDay[newest] === 1 }
}

function momentsOf(facts: Facts, id: SourceId): readonly (Moment | null)[] {
  switch (id) {
    case 'rounds': {
      const imports = new Set(importsOf(facts, id))
      return facts.rounds.flatMap(({ startedAt, finishedAt, origin: { knownAt } }) => [
        ...[startedAt, finishedAt],
        knownAt === null || imports.has(knownAt) ? null : { at: knownAt, isDay: false },
      ])
    }
    case 'checks':
      return facts.checks.map((row) => row.at)
    case 'occupancy':
      return facts.occupancy.map((row) => row.at)
    case 'reports':
      return facts.reports.map((row) => row.filedAt)
    case 'zones':
      return [...facts.zones.flatMap((row) => [row.from, row.to]), ...facts.steps.map((row) => row.at)]
    case 'cases':
    case 'contacts':
      return []
  }
}
