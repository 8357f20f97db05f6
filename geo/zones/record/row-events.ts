import { momentAt, textAt } from '../../columns'
import type { CaseTable, ContactTable, MomentColumn } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeen, isSeenMoment } from '../../time/seen'
import { isReleasedBy, openResult } from '../flags/results'
import { earlierOf } from '../moves/days'
import { caseRow, saidOfCase } from './case-rows'
import { type Held, type Occurrence, occurrenceOf, type SaidOfRow, type Untold } from './record'
import { isAheadIn, type Silent, timesOf, untoldIn } from './untold'

/** The record of a zone while its rows are taken in. */
export interface Draft {
  readonly asOf: Instant
  readonly events: Map<string, Occurrence[]>
  readonly flags: Map<string, Held<string>[]>
  readonly untold: Map<string, Untold[]>
}

/** A draft in which nothing has happened. */
export function emptyDraft(asOf: Instant): Draft {
  return { asOf, events: new Map(), flags: new Map(), untold: new Map() }
}

/** Events of a row whose time is not known: they are left out, neither told nor untold. */
export type Timeless = ReadonlySet<string>

export const NOTHING_TIMELESS: Timeless = new Set()

/** Adds something that happened. */
export function pushEvent(draft: Draft, event: string, occurrence: Occurrence): void {
  const known = draft.events.get(event)
  if (known) known.push(occurrence)
  else draft.events.set(event, [occurrence])
}

interface Taken {
  readonly column: MomentColumn
  readonly row: number
  readonly said: SaidOfRow
  readonly timeless: Timeless
}

function takeMoment(draft: Draft, event: string, { column, row, said, timeless }: Taken): void {
  const at = column.at[row]!
  const isDay = column.isDay[row] === 1
  if (!timeless.has(event) && isSeen(at, isDay, draft.asOf))
    pushEvent(draft, event, occurrenceOf(said, { at, isDay }))
}

/** The events of a case; a suspected one is no `case`. */
export function takeCase(
  draft: Draft,
  cases: CaseTable,
  { row, timeless, isDrawnOver = false }: { row: number; timeless: Timeless; isDrawnOver?: boolean },
): void {
  const read = caseRow(cases, row)
  const take = (event: string, occurrence: Occurrence | null): void => {
    if (timeless.has(event) || !isSeenMoment(occurrence, draft.asOf)) return
    pushEvent(draft, event, isDrawnOver ? { ...occurrence!, isDrawnOver } : occurrence!)
  }
  take('case', read.reported)
  take('case.left', read.left)
  take('case.isolated', read.left)
  take('case.onset', read.onset)
  if (read.isCase) leaveCaseUntold(draft, { cases, row, timeless, isDrawnOver })
}

interface TakenCase {
  readonly cases: CaseTable
  readonly row: number
  readonly timeless: Timeless
  readonly isDrawnOver: boolean
}

/** Who fell ill did so when reported at the latest; who is not moved out is not isolated yet. */
function leaveCaseUntold(draft: Draft, { cases, row, timeless, isDrawnOver }: TakenCase): void {
  const { reportedAt, sampledAt, onsetOn, kindAt, transferredAt } = cases
  const { asOf } = draft
  const read = caseRow(cases, row)
  const said = (): SaidOfRow => ({ ...saidOfCase(cases, row), ...(isDrawnOver ? { isDrawnOver } : {}) })
  const leave = (event: string, silent: Silent, last: Untold | null): Untold | null => {
    const isAlike = last && Boolean(last.isDrawnOver) === isDrawnOver
    return leaveUntold(draft, event, silent, { said, last: isAlike ? last : null }) ?? last
  }
  const others = [sampledAt, onsetOn, kindAt, transferredAt]
  const isReported = !Number.isNaN(reportedAt.at[row]!)
  if (!isReported && !timeless.has('case')) {
    const silent = { isAhead: isAheadIn(others, row, asOf), ends: [] }
    read.unreported = leave('case', silent, read.unreported)
  }
  const isAhead = isAheadIn([...others, reportedAt], row, asOf)
  if (Number.isNaN(onsetOn.at[row]!) && textAt(cases.kind, row) !== 'asymptomatic')
    read.unstarted = leave('case.onset', { isAhead, ends: timesOf(row, [reportedAt]) }, read.unstarted)
  if (!isSeen(transferredAt.at[row]!, transferredAt.isDay[row] === 1, asOf))
    read.unmoved = leave('case.isolated', { isAhead, ends: [], pending: true }, read.unmoved)
}

/** What a contact says beside its times. */
export function saidOfContact(contacts: ContactTable, row: number): SaidOfRow {
  const kind = textAt(contacts.kind, row)
  return {
    file: textAt(contacts.file, row) ?? 'contacts',
    row: contacts.row[row]!,
    segment: contacts.segment && textAt(contacts.segment, row),
    value: textAt(contacts.id, row),
    words: kind === null ? [] : [kind],
    silent: kind === null ? (['kind'] as const) : [],
  }
}

/** The events of a contact. */
export function takeContact(
  draft: Draft,
  contacts: ContactTable,
  { row, timeless }: { row: number; timeless: Timeless },
): void {
  const { exposedAt, transferredAt, releasedAt } = contacts
  const kind = textAt(contacts.kind, row)
  const said = saidOfContact(contacts, row)
  const leave = (event: string, columns: readonly MomentColumn[], silent: Omit<Silent, 'isAhead'>): void => {
    leaveUntold(
      draft,
      event,
      { ...silent, isAhead: isAheadIn(columns, row, draft.asOf) },
      { said: () => said },
    )
  }
  takeMoment(draft, 'contact.exposure', { column: exposedAt, row, said, timeless })
  const ends = [transferredAt, releasedAt]
  if (Number.isNaN(exposedAt.at[row]!) && !timeless.has('contact.exposure'))
    leave('contact.exposure', ends, { ends: timesOf(row, ends) })
  takeMoment(draft, 'contact.transferred', { column: transferredAt, row, said, timeless })
  if (TO_BE_MOVED.has(kind) && !timeless.has('contact.transferred') && !isOver(contacts, row, draft.asOf))
    leave('contact.transferred', [exposedAt], NOT_YET)
  if (isReleasedBy(contacts, row, draft.asOf))
    takeMoment(draft, 'contact.left', { column: releasedAt, row, said, timeless })
  takeGone(draft, contacts, { row, said, timeless })
  const result = openResult(contacts, row, draft.asOf)
  if (result) leave(`contact.${result}`, [exposedAt, transferredAt], NOT_YET)
}

const NOT_YET = { ends: [], pending: true }

/** When a contact was gone: moved out or released, whichever came first; one that is neither is still there. */
function takeGone(
  draft: Draft,
  contacts: ContactTable,
  { row, said, timeless }: Omit<Taken, 'column'>,
): void {
  if (timeless.has('contact.gone')) return
  const moved = timeless.has('contact.transferred') ? null : momentAt(contacts.transferredAt, row)
  const isReleased = !timeless.has('contact.left') && isReleasedBy(contacts, row, draft.asOf)
  const released = isReleased ? momentAt(contacts.releasedAt, row) : null
  const ends = [moved, released].filter((one) => isSeenMoment(one, draft.asOf))
  const first = ends.length > 0 ? ends.reduce((a, b) => earlierOf(a!, b!))! : null
  if (first) pushEvent(draft, 'contact.gone', occurrenceOf(said, first))
  else if (TO_BE_MOVED.has(textAt(contacts.kind, row)))
    leaveUntold(
      draft,
      'contact.gone',
      { ...NOT_YET, isAhead: isAheadIn([contacts.exposedAt], row, draft.asOf) },
      { said: () => said },
    )
}

/** Kinds of contact that have to be moved out of the zone; one of no known kind may be. */
const TO_BE_MOVED: ReadonlySet<string | null> = new Set(['close', 'secondary', null])

/** Moved out, or released where it was, by the instant. */
function isOver(contacts: ContactTable, row: number, asOf: Instant): boolean {
  const { at, isDay } = contacts.transferredAt
  return isSeen(at[row]!, isDay[row] === 1, asOf) || isReleasedBy(contacts, row, asOf)
}

/** What is left untold, taken in; null where nothing is. */
function leaveUntold(
  draft: Draft,
  event: string,
  row: Silent,
  before: Parameters<typeof untoldIn>[2],
): Untold | null {
  const untold = untoldIn(row, draft.asOf, before)
  if (!untold) return null
  const known = draft.untold.get(event)
  if (known) known.push(untold)
  else draft.untold.set(event, [untold])
  return untold
}
