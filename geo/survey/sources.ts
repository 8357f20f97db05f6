import type { SurveySource, When } from '../answers'
import type { Facts, ListName, MomentColumn, Origin } from '../facts'
import { hierarchyOf } from '../places/hierarchy'
import { formatMoment, type Instant, type Moment } from '../time/calendar'
import { isSeen, isSeenMoment } from '../time/seen'
import { holdsUntil } from '../zones/sources/holds-until'
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
 * How new each stated source is: the newest of its rows at the as-of; or, newer than that, a stated fact named
 * `asOf.<source>` (`asOf.cases` at 14:00: the list was complete at 14:00, with or without a new row). Late is a source
 * whose time is known to the hour and at least an hour older than that of the newest one.
 */
export function surveySources(slice: Slice): SurveySource[] {
  const found = LISTS.filter(([, list]) => slice.facts.stated.has(list)).map(([id]) => {
    const stated = statedTime(slice, id)
    const newest = newestMoment(slice, id)
    const at = later(stated, newest)
    const hourly = at !== null && !at.isDay && (HOURLY.has(id) || (stated !== null && at === stated))
    return { id, at, hourly }
  })
  const newest = found.reduce((most, { at, hourly }) => (hourly ? Math.max(most, at!.at) : most), -Infinity)
  return found.map(({ id, at, hourly }): SurveySource => {
    const lagHours = hourly ? (newest - at!.at) / HOUR : 0
    const limits = limitsOf(slice, id)
    const late = lagHours >= 1 || limits.towns !== undefined || limits.over !== undefined
    return { id, at: at ? formatMoment(slice.timezone, at) : null, late, lagHours, ...limits }
  })
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
    ...(speech.speaksFor === 'district'
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

/** The time of a source as printed; null where it has no row yet. */
export function newestOf(slice: Slice, id: SourceId): When | null {
  const at = later(statedTime(slice, id), newestMoment(slice, id))
  return at ? formatMoment(slice.timezone, at) : null
}

function later(a: Moment | null, b: Moment | null): Moment | null {
  return !a ? b : !b ? a : a.at >= b.at ? a : b
}

function statedTime({ facts, asOf }: Slice, id: SourceId): Moment | null {
  return facts.statedFacts
    .filter((row) => row.fact === `asOf.${id}` && isSeenMoment(row.at, asOf))
    .reduce<Moment | null>((newest, row) => later(newest, row.at), null)
}

function newestMoment({ facts, asOf }: Slice, id: SourceId): Moment | null {
  let newest: Moment | null = null
  for (const moment of momentsOf(facts, id)) if (isSeenMoment(moment, asOf)) newest = later(newest, moment)
  for (const column of columnsOf(facts, id)) newest = later(newest, newestIn(column, asOf))
  return newest
}

function columnsOf({ cases, contacts }: Facts, id: SourceId): readonly MomentColumn[] {
  if (id === 'cases') return [cases.reportedAt, cases.kindAt, cases.transferredAt, known(cases.knownAt)]
  if (id === 'contacts')
    return [contacts.exposedAt, contacts.transferredAt, contacts.releasedAt, known(contacts.knownAt)]
  return []
}

const known = (at: Float64Array): MomentColumn => ({ at, isDay: new Uint8Array(at.length) })

function newestIn({ at, isDay }: MomentColumn, asOf: Instant): Moment | null {
  let newest = -1
  for (let row = 0; row < at.length; row++)
    if (isSeen(at[row]!, isDay[row] === 1, asOf) && (newest < 0 || at[row]! > at[newest]!)) newest = row
  return newest < 0 ? null : { at: at[newest]!, isDay: isDay[newest] === 1 }
}

function momentsOf(facts: Facts, id: SourceId): readonly (Moment | null)[] {
  const learned = (rows: readonly { readonly origin: Origin }[]): (Moment | null)[] =>
    rows.map(({ origin }) => (origin.knownAt === null ? null : { at: origin.knownAt, isDay: false }))
  switch (id) {
    case 'rounds':
      return [...facts.rounds.flatMap((row) => [row.startedAt, row.finishedAt]), ...learned(facts.rounds)]
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
