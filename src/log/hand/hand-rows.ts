import { type ListName, type Moment, readMoment } from '#geo'
import { KINDS } from '../../records/records'
import type { LogEvent } from '../events'
import { ownIdentity } from '../identity/identity'
import { keptBlock } from '../personal/kept-block'
import { blockOf } from '../rows/blocks'
import type { Cell, ColumnBlock } from '../rows/columns'
import type { CaseRecord, HandType } from './hand-body'

export type HandEvent = Extract<LogEvent, { type: HandType }>

/** The list that an entry is a row of. */
export const HAND_LISTS: Readonly<Record<HandType, ListName>> = {
  'report.filed@1': 'reports',
  'checkpoint.checked@1': 'checks',
  'case.reported@1': 'cases',
  'contact.added@1': 'contacts',
  'fact.stated@1': 'facts',
  'metric.stated@1': 'metrics',
  'round.reported@1': 'rounds',
  'facility.opened@1': 'facilities',
  'occupancy.stated@1': 'occupancy',
  'passage.counted@1': 'passages',
}

export type HandValues = Readonly<Record<string, Cell>>

/** The row of an entry, under the names of the columns of its list. */
export function handValues(event: HandEvent, timezone: string): HandValues {
  const moment = (text: string | null): Moment | null => (text === null ? null : readMoment(timezone, text))
  switch (event.type) {
    case 'report.filed@1':
      return { ...event.items, place: event.place, day: event.day, filedAt: moment(event.filedAt) }
    case 'checkpoint.checked@1':
      return {
        ...{ checkpoint: event.checkpoint, at: moment(event.at), by: event.by.unit || event.by.name || null },
        present: event.state === 'locked' ? 'locked' : null,
        missing: event.state === 'empty' ? 'all' : event.state === 'short' ? event.missing : null,
      }
    case 'case.reported@1':
      return caseValues(event.case, moment)
    case 'contact.added@1': {
      const { exposedAt, transferredAt, releasedAt, ...said } = event.contact
      const times = { exposedAt, transferredAt, releasedAt }
      const moments = Object.entries(times).map(([name, text]) => [name, moment(text)])
      return { ...said, ...Object.fromEntries(moments) }
    }
    case 'fact.stated@1': {
      const { zone, place, at, fact, value, unit, paper } = event
      return { zone, place, at: moment(at), fact, value, unit, paper }
    }
    case 'round.reported@1': {
      const { startedAt, finishedAt, ...said } = event.round
      return { ...said, startedAt: moment(startedAt), finishedAt: moment(finishedAt) }
    }
    case 'facility.opened@1': {
      const { position, from, to, ...said } = event.facility
      return { ...said, ...lonLat(position), from: moment(from), to: moment(to) }
    }
    case 'occupancy.stated@1':
      return { ...event.occupancy, at: moment(event.occupancy.at) }
    case 'passage.counted@1':
      return { ...event.passage }
    case 'metric.stated@1': {
      const { zone, place, at, metric, value, unit, paper } = event
      return { place: zone ?? place, at: moment(at), metric, value, unit, paper }
    }
  }
}

/** The same as its history tells it: of a round also at what hour the figures stood. */
export function toldValues(event: HandEvent, timezone: string): HandValues {
  const values = handValues(event, timezone)
  return event.type === 'round.reported@1' ? { ...values, at: readMoment(timezone, event.at) } : values
}

function caseValues(
  { position, reportedAt, sampledAt, ...said }: CaseRecord,
  moment: (text: string | null) => Moment | null,
): HandValues {
  return {
    ...said,
    ...{ reportedAt: moment(reportedAt), sampledAt: moment(sampledAt) },
    ...lonLat(position),
  }
}

const lonLat = (position: CaseRecord['position']): HandValues => ({
  ...{ lng: position?.[0] ?? null, lat: position?.[1] ?? null },
})

/**
 * An entry as a block of one row at its line of the log. A row without an identity of its own is known by its event: two
 * people of whom the same is said are two.
 */
export function handBlock(
  event: HandEvent,
  { line, timezone }: { line: number; timezone: string },
): ColumnBlock {
  const kind = KINDS.find(({ list }) => list === HAND_LISTS[event.type])!
  const values = handValues(event, timezone)
  const block = keptBlock(blockOf(kind, [{ row: line, values }]))
  return { ...block, ids: [ownIdentity(kind, (name) => values[name] ?? null) ?? event.id] }
}
