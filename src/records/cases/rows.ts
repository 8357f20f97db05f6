import type { CaseTable } from '#geo'
import type { StandingTable } from '../standing-rows'

/** The standing cases in columns. */
export function readCases(table: StandingTable): CaseTable {
  return Object.freeze({
    length: table.length,
    id: table.text('id'),
    reportedAt: table.moments('reportedAt'),
    sampledAt: table.moments('sampledAt'),
    onsetOn: table.moments('onsetOn'),
    kind: table.text('kind'),
    kindAt: table.moments('kindAt'),
    origin: table.text('origin'),
    foundIn: table.text('foundIn'),
    place: table.text('place'),
    zone: table.text('zone'),
    ...table.beside(),
    lon: table.numbers('lng'),
    lat: table.numbers('lat'),
    chain: table.text('chain'),
    infectedBy: table.text('infectedBy'),
    transferredAt: table.moments('transferredAt'),
    tags: table.text('tags'),
    ...table.origins(),
  })
}
