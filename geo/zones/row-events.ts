import { momentAt, textAt } from '../columns'
import type { CaseTable, ContactTable, MomentColumn } from '../facts'
import type { Instant } from '../time/calendar'
import { isSeen, isSeenMoment } from '../time/seen'
import { caseRow, type SaidOfRow } from './case-rows'
import { earlierOf } from './days'
import { isReleasedBy, openResult } from './flags/results'
import type { Held, Occurrence, Untold } from './record'
import { type Silent, timesOf, untoldIn } from './untold'

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
  if (!timeless.has(event) && isSeen(at, isDay, draft.asOf)) pushEvent(draft, event, { ...said, at, isDay })
}

/** The events of a case; a suspected one is no `case`. */
export function takeCase(
  draft: Draft,
  cases: CaseTable,
  { row, timeless, isDrawnOver = false }: { row: number; timeless: Timeless; isDrawnOver?: boolean },
): void {
  const read = caseRow(cases, row)
  for (const [event, occurrence] of read.events)
    if (!timeless.has(event) && isSeenMoment(occurrence, draft.asOf))
      pushEvent(draft, event, isDrawnOver ? { ...occurrence, isDrawnOver } : occurrence)
  if (!read.isCase) return
  const said = isDrawnOver ? { ...read.said, isDrawnOver } : read.said
  if (read.reportedAt === null && !timeless.has('case'))
    leaveUntold(draft, 'case', { said, told: read.others, ends: [] }, read.untold)
  leaveCourseUntold(draft, { cases, row, said })
}

/** Who fell ill did so when reported at the latest; who is not moved out is not isolated yet. */
function leaveCourseUntold(
  draft: Draft,
  { cases, row, said }: { cases: CaseTable; row: number; said: Silent['said'] },
): void {
  const { reportedAt, all: told, untold } = caseRow(cases, row)
  const { onsetOn, transferredAt } = cases
  if (Number.isNaN(onsetOn.at[row]!) && textAt(cases.kind, row) !== 'asymptomatic')
    leaveUntold(draft, 'case.onset', { said, told, ends: reportedAt ? [reportedAt] : [] }, untold)
  if (!isSeen(transferredAt.at[row]!, transferredAt.isDay[row] === 1, draft.asOf))
    leaveUntold(draft, 'case.isolated', { said, told, ends: [], pending: true }, untold)
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
  const kind = textAt(contacts.kind, row)
  const said = saidOfContact(contacts, row)
  takeMoment(draft, 'contact.exposure', { column: contacts.exposedAt, row, said, timeless })
  const ends = timesOf(row, [contacts.transferredAt, contacts.releasedAt])
  if (Number.isNaN(contacts.exposedAt.at[row]!) && !timeless.has('contact.exposure'))
    leaveUntold(draft, 'contact.exposure', { said, told: ends, ends })
  takeMoment(draft, 'contact.transferred', { column: contacts.transferredAt, row, said, timeless })
  if (TO_BE_MOVED.has(kind) && !timeless.has('contact.transferred') && !isOver(contacts, row, draft.asOf))
    leaveUntold(draft, 'contact.transferred', {
      ...{ said, ends: [], pending: true },
      told: timesOf(row, [contacts.exposedAt]),
    })
  if (isReleasedBy(contacts, row, draft.asOf))
    takeMoment(draft, 'contact.left', { column: contacts.releasedAt, row, said, timeless })
  takeGone(draft, contacts, { row, said, timeless })
  const result = openResult(contacts, row, draft.asOf)
  if (result)
    leaveUntold(draft, `contact.${result}`, {
      ...{ said, ends: [], pending: true },
      told: timesOf(row, [contacts.exposedAt, contacts.transferredAt]),
    })
}

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
  if (first) pushEvent(draft, 'contact.gone', { ...said, ...first })
  else if (TO_BE_MOVED.has(textAt(contacts.kind, row)))
    leaveUntold(draft, 'contact.gone', {
      ...{ said, ends: [], pending: true },
      told: timesOf(row, [contacts.exposedAt]),
    })
}

/** Kinds of contact that have to be moved out of the zone; one of no known kind may be. */
const TO_BE_MOVED: ReadonlySet<string | null> = new Set(['close', 'secondary', null])

/** Moved out, or released where it was, by the instant. */
function isOver(contacts: ContactTable, row: number, asOf: Instant): boolean {
  const { at, isDay } = contacts.transferredAt
  return isSeen(at[row]!, isDay[row] === 1, asOf) || isReleasedBy(contacts, row, asOf)
}

/** `kept` has what the row left untold before: where that is still the same it is taken again. */
function leaveUntold(draft: Draft, event: string, row: Silent, kept?: Map<string, Untold>): void {
  const last = kept?.get(event)
  const untold = untoldIn(row, draft.asOf, last)
  if (!untold) return
  if (untold !== last) kept?.set(event, untold)
  const known = draft.untold.get(event)
  if (known) known.push(untold)
  else draft.untold.set(event, [untold])
}
