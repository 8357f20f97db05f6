import type { Facts, MomentColumn, Origin, TextColumn, TimedList } from '../facts'
import { type Instant, type Moment, startOfDay } from '../time/calendar'

/**
 * What a time says: something that was so (`occurrence`); something that was so or is still planned, by whether it has
 * come (`beginning`: a zone, a round, a release); or an end or effect that was set (`plan`).
 */
export type TimeKind = 'occurrence' | 'beginning' | 'plan'

export interface TimeField {
  readonly list: TimedList
  readonly field: string
  readonly kind: TimeKind
}

/** One time of one row. */
export interface TimeOfRow {
  readonly at: Instant
  readonly isDay: boolean
  readonly file: string
  readonly row: number
  /** null where nothing says when it was learned */
  readonly knownAt: Instant | null
}

export type SeeTime = (field: TimeField, time: TimeOfRow) => void

/** Shows every time that the facts give, field by field. Times that are not given are left out. */
export function seeTimes(facts: Facts, see: SeeTime): void {
  seeCases(facts, see)
  seeContacts(facts, see)
  const rows = <Row extends { readonly origin: Origin }>(
    list: readonly Row[],
    field: TimeField,
    of: (row: Row) => Moment | null,
  ): void => {
    for (const row of list) {
      const moment = of(row)
      if (!moment || Number.isNaN(moment.at)) continue
      const { file, row: number, knownAt } = row.origin
      see(field, { at: moment.at, isDay: moment.isDay, file, row: number, knownAt })
    }
  }
  const { timezone } = facts.pack
  const begun = new Map<string, Moment>()
  const onDay = (day: string): Moment => {
    let moment = begun.get(day)
    if (!moment) begun.set(day, (moment = { at: startOfDay(timezone, day), isDay: true }))
    return moment
  }
  rows(facts.zones, fieldOf('zones', 'from', 'beginning'), (row) => row.from)
  rows(facts.zones, fieldOf('zones', 'to', 'plan'), (row) => row.to)
  rows(facts.steps, fieldOf('transitions', 'at', 'occurrence'), (row) => row.at)
  rows(facts.steps, fieldOf('transitions', 'takesEffectAt', 'plan'), (row) => row.takesEffectAt)
  rows(facts.rounds, fieldOf('rounds', 'startedAt', 'beginning'), (row) => row.startedAt)
  rows(facts.rounds, fieldOf('rounds', 'finishedAt', 'occurrence'), (row) => row.finishedAt)
  rows(facts.statedFacts, fieldOf('facts', 'at', 'occurrence'), (row) => row.at)
  rows(facts.reports, fieldOf('reports', 'day', 'occurrence'), (row) => onDay(row.day))
  rows(facts.reports, fieldOf('reports', 'filedAt', 'occurrence'), (row) => row.filedAt)
  rows(facts.occupancy, fieldOf('occupancy', 'at', 'occurrence'), (row) => row.at)
  rows(facts.checks, fieldOf('checks', 'at', 'occurrence'), (row) => row.at)
  rows(facts.passages, fieldOf('passages', 'day', 'occurrence'), (row) => onDay(row.day))
  rows(facts.metrics, fieldOf('metrics', 'at', 'occurrence'), (row) => row.at)
  rows(facts.signals ?? [], fieldOf('signals', 'at', 'occurrence'), (row) => row.at)
  rows(facts.surveys ?? [], fieldOf('surveys', 'on', 'occurrence'), (row) => row.on)
  rows(facts.facilities, fieldOf('facilities', 'from', 'beginning'), (row) => row.from)
  rows(facts.facilities, fieldOf('facilities', 'to', 'plan'), (row) => row.to)
}

const fieldOf = (list: TimedList, field: string, kind: TimeKind): TimeField => ({ list, field, kind })

function seeCases({ cases }: Facts, see: SeeTime): void {
  for (const field of ['reportedAt', 'sampledAt', 'onsetOn', 'kindAt', 'transferredAt'] as const)
    seeColumn(cases, { field: fieldOf('cases', field, 'occurrence'), column: cases[field] }, see)
}

function seeContacts({ contacts }: Facts, see: SeeTime): void {
  const kinds = { exposedAt: 'occurrence', transferredAt: 'occurrence', releasedAt: 'beginning' } as const
  for (const field of ['exposedAt', 'transferredAt', 'releasedAt'] as const)
    seeColumn(contacts, { field: fieldOf('contacts', field, kinds[field]), column: contacts[field] }, see)
}

interface Table {
  readonly length: number
  readonly file: TextColumn
  readonly row: Uint32Array
  readonly knownAt: Float64Array
}

function seeColumn(
  { length, file, row, knownAt }: Table,
  { field, column }: { field: TimeField; column: MomentColumn },
  see: SeeTime,
): void {
  for (let i = 0; i < length; i++) {
    const at = column.at[i]!
    if (Number.isNaN(at)) continue
    const learned = knownAt[i]!
    see(field, {
      at,
      isDay: column.isDay[i] === 1,
      file: file.values[file.codes[i]!] ?? '',
      row: row[i]!,
      knownAt: Number.isNaN(learned) ? null : learned,
    })
  }
}
