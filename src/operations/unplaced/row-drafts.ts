import type { UnplacedList, UnplacedRow, UnreadList } from '#geo'
import type { Body, RowAt, RowSubject, UnreadSubject } from '../../log/events'

const SUBJECTS: Readonly<Record<UnplacedList, RowSubject>> = {
  cases: 'case',
  contacts: 'contact',
  rounds: 'round',
  facts: 'fact',
  reports: 'report',
}
const UNREAD_SUBJECTS: Readonly<Record<UnreadList, UnreadSubject>> = { zones: 'stay', transitions: 'step' }

/** Whether a row is one of zones or steps that an import refused: it has no ground of its own and is in no total. */
export const isOfUnread = <Row extends Pick<UnplacedRow, 'list'>>(
  row: Row,
): row is Row & { readonly list: UnreadList } => Object.hasOwn(UNREAD_SUBJECTS, row.list)

/** One event for the rows of each list: what it says is said of all of them. */
export function draftsOf(
  rows: readonly UnplacedRow[],
  say: (subject: RowSubject, rows: readonly RowAt[]) => Body,
): Body[] {
  return byList(rows.filter((row) => !isOfUnread(row))).map(([list, own]) =>
    say(SUBJECTS[list as UnplacedList], own.map(placeOf)),
  )
}

/** The same for rows of zones and steps that an import refused. */
export function unreadDraftsOf(
  rows: readonly UnplacedRow[],
  say: (subject: UnreadSubject, rows: readonly RowAt[]) => Body,
): Body[] {
  return byList(rows.filter(isOfUnread)).map(([list, own]) =>
    say(UNREAD_SUBJECTS[list as UnreadList], own.map(placeOf)),
  )
}

function byList(rows: readonly UnplacedRow[]): [UnplacedRow['list'], UnplacedRow[]][] {
  const lists = [...new Set(rows.map(({ list }) => list))]
  return lists.map((list) => [list, rows.filter((row) => row.list === list)])
}

const placeOf = ({ file, row, segment }: UnplacedRow): RowAt => ({ file, row, segment })
