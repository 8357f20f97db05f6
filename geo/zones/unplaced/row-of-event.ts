import type { Evidence } from '../../answers'
import { momentAt, textAt } from '../../columns'
import type { Facts, Origin } from '../../facts'
import { formatMoment, type Instant, type Moment } from '../../time/calendar'
import type { UnplacedEvent } from './unplaced-event'

/** What a row says of itself: where it stands, its own id, its time as stated. */
export interface RowSaid {
  readonly id: string | null
  readonly file: string
  /** of the segment that brought it; absent where nobody says, null where it was refused */
  readonly segment?: string | null | undefined
  /** null: the file as a whole */
  readonly row: number | null
  readonly at: Moment | null
  readonly knownAt: Instant | null
}

/** The row of an unplaced event. */
export function rowOfEvent(facts: Facts, { list, index, refused }: UnplacedEvent): RowSaid {
  if (refused) {
    const { file, row, knownAt } = facts.refused![index]!
    return { id: null, file, segment: null, row, at: null, knownAt }
  }
  switch (list) {
    case 'cases':
      return ofTable(facts.cases, index, momentAt(facts.cases.reportedAt, index))
    case 'contacts':
      return ofTable(facts.contacts, index, momentAt(facts.contacts.exposedAt, index))
    case 'rounds': {
      const { round, finishedAt, startedAt, origin } = facts.rounds[index]!
      return ofRow(origin, { id: round, at: finishedAt ?? startedAt })
    }
    case 'facts': {
      const { at, fact, origin } = facts.statedFacts[index]!
      return ofRow(origin, { id: fact, at })
    }
    case 'reports': {
      const { place, day, filedAt, origin } = facts.reports[index]!
      return ofRow(origin, { id: `${place} ${day}`, at: filedAt })
    }
  }
}

function ofTable(
  table: Pick<Facts['cases'], 'id' | 'file' | 'row' | 'segment' | 'knownAt'>,
  index: number,
  at: Moment | null,
): RowSaid {
  const knownAt = table.knownAt[index]!
  return {
    id: textAt(table.id, index),
    file: textAt(table.file, index) ?? '',
    segment: table.segment && textAt(table.segment, index),
    row: table.row[index]!,
    at,
    knownAt: Number.isNaN(knownAt) ? null : knownAt,
  }
}

const ofRow = (
  { file, row, segment, knownAt }: Origin,
  { id, at }: { id: string | null; at: Moment | null },
): RowSaid => ({ id, file, segment, row, at: at && !Number.isNaN(at.at) ? at : null, knownAt })

/** The row as the evidence of a leaf. */
export function evidenceOf(facts: Facts, event: UnplacedEvent): Evidence {
  const { id, file, segment, row, at } = rowOfEvent(facts, event)
  const printed = at && event.time === null ? formatMoment(facts.pack.timezone, at) : null
  return { file, row: row ?? 0, ...(segment === undefined ? {} : { segment }), at: printed, value: id }
}
