import { positionAt, textAt } from '../../columns'
import type { CaseTable, ContactTable, MomentColumn } from '../../facts'
import type { Position } from '../../geometry/rings/shape'
import type { Instant } from '../../time/calendar'

/** What a row says of where it belongs. */
export interface Whereabouts {
  readonly zone: string | null
  readonly place: string | null
  readonly position: Position | null
  /** when it happened; null is unknown */
  readonly at: Instant | null
}

/** The same of a row, with what it says of what lies around its place. */
export interface RowWhereabouts extends Whereabouts {
  /** the town in which the place is meant, as written */
  readonly town: string | null
  /** who filled in the row, else the file that it came in */
  readonly unit: string | null
}

function firstOf(row: number, columns: readonly MomentColumn[]): Instant | null {
  const known = columns.map((column) => column.at[row]!).find((at) => !Number.isNaN(at))
  return known ?? null
}

function aroundOf(
  { town, unit, file }: Pick<CaseTable, 'town' | 'unit' | 'file'>,
  row: number,
): Pick<RowWhereabouts, 'town' | 'unit'> {
  return {
    town: town ? textAt(town, row) : null,
    unit: (unit && textAt(unit, row)) ?? unitOfFile(textAt(file, row)),
  }
}

/** What the name of a file may tell of who filled it in: without its folder and its ending. */
export function unitOfFile(file: string | null): string | null {
  return file === null
    ? null
    : file
        .split('/')
        .at(-1)!
        .replace(/\.[^.]*$/, '') || null
}

/** Where a case says it belongs; of its times the first that is given. */
export function whereaboutsOfCase(cases: CaseTable, row: number): RowWhereabouts {
  return {
    zone: textAt(cases.zone, row),
    place: textAt(cases.place, row),
    ...aroundOf(cases, row),
    position: positionAt(cases, row),
    at: firstOf(row, [cases.reportedAt, cases.sampledAt, cases.onsetOn, cases.transferredAt]),
  }
}

/** Where a contact says it belongs; it has no position. */
export function whereaboutsOfContact(contacts: ContactTable, row: number): RowWhereabouts {
  return {
    zone: textAt(contacts.zone, row),
    place: textAt(contacts.place, row),
    ...aroundOf(contacts, row),
    position: null,
    at: firstOf(row, [contacts.exposedAt, contacts.transferredAt, contacts.releasedAt]),
  }
}
