import { positionAt, textAt } from '../columns'
import type { CaseTable, ContactTable, MomentColumn } from '../facts'
import type { Position } from '../geometry/shape'
import type { Instant } from '../time/calendar'

/** What a row says of where it belongs. */
export interface Whereabouts {
  readonly zone: string | null
  readonly place: string | null
  readonly position: Position | null
  /** when it happened; null is unknown */
  readonly at: Instant | null
}

function firstOf(row: number, columns: readonly MomentColumn[]): Instant | null {
  const known = columns.map((column) => column.at[row]!).find((at) => !Number.isNaN(at))
  return known ?? null
}

/** Where a case says it belongs; of its times the first that is given. */
export function whereaboutsOfCase(cases: CaseTable, row: number): Whereabouts {
  return {
    zone: textAt(cases.zone, row),
    place: textAt(cases.place, row),
    position: positionAt(cases, row),
    at: firstOf(row, [cases.reportedAt, cases.sampledAt, cases.onsetOn, cases.transferredAt]),
  }
}

/** Where a contact says it belongs; it has no position. */
export function whereaboutsOfContact(contacts: ContactTable, row: number): Whereabouts {
  return {
    zone: textAt(contacts.zone, row),
    place: textAt(contacts.place, row),
    position: null,
    at: firstOf(row, [contacts.exposedAt, contacts.transferredAt, contacts.releasedAt]),
  }
}
