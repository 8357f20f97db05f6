import type { ContactTable } from '#geo'
import type { StandingTable } from '../standing-rows'

/** The standing contacts in columns. */
export function readContacts(table: StandingTable): ContactTable {
  return Object.freeze({
    length: table.length,
    id: table.text('id'),
    case: table.text('case'),
    kind: table.text('kind'),
    place: table.text('place'),
    zone: table.text('zone'),
    ...table.beside(),
    exposedAt: table.moments('exposedAt'),
    transferredAt: table.moments('transferredAt'),
    site: table.text('site'),
    releasedAt: table.moments('releasedAt'),
    result: table.text('result'),
    ...table.origins(),
  })
}
