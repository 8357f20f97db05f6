import type { UnplacedList, UnplacedRow } from '#geo'
import type { Body, RowAt, RowSubject } from '../../log/events'

const SUBJECTS: Readonly<Record<UnplacedList, RowSubject>> = {
  cases: 'case',
  contacts: 'contact',
  rounds: 'round',
  facts: 'fact',
  reports: 'report',
}

/** One event for the rows of each list: what it says is said of all of them. */
export function draftsOf(
  rows: readonly UnplacedRow[],
  say: (subject: RowSubject, rows: readonly RowAt[]) => Body,
): Body[] {
  const lists = [...new Set(rows.map(({ list }) => list))]
  return lists.map((list) => say(SUBJECTS[list], rows.filter((row) => row.list === list).map(placeOf)))
}

const placeOf = ({ file, row, segment }: UnplacedRow): RowAt => ({ file, row, segment })
