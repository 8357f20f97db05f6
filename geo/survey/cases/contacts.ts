import { textAt } from '../../columns'
import type { ContactTable, Facts, MomentColumn } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeen } from '../../time/seen'

/** Kinds that are moved to a site: close and secondary contacts. A contact without a kind is taken for one. */
const MOVED: ReadonlySet<string | null> = new Set(['close', 'secondary', null])

function isPast({ at, isDay }: MomentColumn, row: number, asOf: Instant): boolean {
  return isSeen(at[row]!, isDay[row] === 1, asOf)
}

/** In care (在管): moved to a site by then and not released by then. */
export function isInCare(contacts: ContactTable, row: number, asOf: Instant): boolean {
  return (
    MOVED.has(textAt(contacts.kind, row)) &&
    isPast(contacts.transferredAt, row, asOf) &&
    !isPast(contacts.releasedAt, row, asOf)
  )
}

/** To be moved (待转运): exposed by then, or at a time not known, and neither moved nor released by then. */
export function isToMove(contacts: ContactTable, row: number, asOf: Instant): boolean {
  return (
    MOVED.has(textAt(contacts.kind, row)) &&
    (Number.isNaN(contacts.exposedAt.at[row]!) || isPast(contacts.exposedAt, row, asOf)) &&
    !isPast(contacts.transferredAt, row, asOf) &&
    !isPast(contacts.releasedAt, row, asOf)
  )
}

/** How many rows hold. */
export function countContacts(
  contacts: ContactTable,
  asOf: Instant,
  holds: (contacts: ContactTable, row: number, asOf: Instant) => boolean,
): number {
  let count = 0
  for (let row = 0; row < contacts.length; row++) if (holds(contacts, row, asOf)) count++
  return count
}

const firstOf = new WeakMap<ContactTable, Instant>()

/** Before the first thing that is known of any contact, their number is not 0 but unknown. */
function firstContact(contacts: ContactTable): Instant {
  let first = firstOf.get(contacts)
  if (first === undefined) {
    first = Infinity
    for (const { at } of [contacts.exposedAt, contacts.transferredAt, contacts.releasedAt])
      for (const one of at) if (one < first) first = one
    firstOf.set(contacts, first)
  }
  return first
}

/** Whether their number can be told at the instant: an empty list that was taken says that there are none. */
export function contactsKnownAt({ stated, contacts }: Facts, at: Instant): boolean {
  return stated.has('contacts') && (contacts.length === 0 || at >= firstContact(contacts))
}
