import { momentAt, textAt } from '../columns'
import type { CaseTable, ContactTable, MomentColumn } from '../facts'
import type { Instant } from '../time/calendar'
import { isSeen, isSeenMoment } from '../time/seen'
import { earlierOf } from './days'
import { isReleasedBy, openResult } from './flags/results'
import { linksOfCase } from './metrics'
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
  readonly said: Omit<Occurrence, 'at' | 'isDay'>
  readonly timeless: Timeless
}

function takeMoment(draft: Draft, event: string, { column, row, said, timeless }: Taken): void {
  const at = column.at[row]!
  const isDay = column.isDay[row] === 1
  if (!timeless.has(event) && isSeen(at, isDay, draft.asOf)) pushEvent(draft, event, { ...said, at, isDay })
}

/** What a case says beside its times. */
export function saidOfCase(cases: CaseTable, row: number): Omit<Occurrence, 'at' | 'isDay'> {
  const kind = textAt(cases.kind, row)
  const foundIn = textAt(cases.foundIn, row)
  const origin = textAt(cases.origin, row)
  const tags =
    textAt(cases.tags, row)
      ?.split(';')
      .map((tag) => tag.trim()) ?? []
  return {
    file: textAt(cases.file, row) ?? 'cases',
    row: cases.row[row]!,
    segment: cases.segment && textAt(cases.segment, row),
    value: textAt(cases.id, row),
    place: textAt(cases.place, row),
    words: [kind, foundIn, origin, ...tags].filter((word): word is string => word !== null),
    silent: (['kind', 'foundIn', 'origin'] as const).filter((_, i) => [kind, foundIn, origin][i] === null),
  }
}

/** The events of a case; a suspected one is no `case`. */
export function takeCase(
  draft: Draft,
  cases: CaseTable,
  { row, timeless, isDrawnOver = false }: { row: number; timeless: Timeless; isDrawnOver?: boolean },
): void {
  const said = { ...saidOfCase(cases, row), ...(isDrawnOver ? { isDrawnOver } : {}) }
  const isCase = textAt(cases.kind, row) !== 'suspected'
  if (isCase)
    takeMoment(draft, 'case', {
      column: cases.reportedAt,
      row,
      timeless,
      said: { ...said, links: linksOfCase(cases, row) },
    })
  for (const [event, column] of CASE_EVENTS(cases)) takeMoment(draft, event, { column, row, said, timeless })
  const told = timesOf(row, [cases.sampledAt, cases.onsetOn, cases.kindAt, cases.transferredAt])
  if (isCase && Number.isNaN(cases.reportedAt.at[row]!) && !timeless.has('case'))
    leaveUntold(draft, 'case', { said, told, ends: [] })
  if (isCase)
    leaveCourseUntold(draft, { cases, row, said, told: [...told, ...timesOf(row, [cases.reportedAt])] })
}

/** What else happened to a case, by the column that tells it: it fell ill, and was isolated by being moved out. */
const CASE_EVENTS = (cases: CaseTable): readonly (readonly [string, MomentColumn])[] => [
  ['case.left', cases.transferredAt],
  ['case.isolated', cases.transferredAt],
  ['case.onset', cases.onsetOn],
]

/** Who fell ill did so when reported at the latest; who is not moved out is not isolated yet. */
function leaveCourseUntold(
  draft: Draft,
  { cases, row, said, told }: { cases: CaseTable; row: number; said: Silent['said']; told: Silent['told'] },
): void {
  const { onsetOn, transferredAt, reportedAt } = cases
  if (Number.isNaN(onsetOn.at[row]!) && textAt(cases.kind, row) !== 'asymptomatic')
    leaveUntold(draft, 'case.onset', { said, told, ends: timesOf(row, [reportedAt]) })
  if (!isSeen(transferredAt.at[row]!, transferredAt.isDay[row] === 1, draft.asOf))
    leaveUntold(draft, 'case.isolated', { said, told, ends: [], pending: true })
}

/** What a contact says beside its times. */
export function saidOfContact(contacts: ContactTable, row: number): Omit<Occurrence, 'at' | 'isDay'> {
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

function leaveUntold(draft: Draft, event: string, row: Silent): void {
  const untold = untoldIn(row, draft.asOf)
  if (!untold) return
  const known = draft.untold.get(event)
  if (known) known.push(untold)
  else draft.untold.set(event, [untold])
}
