import type { Facility, Position } from '#geo'
import { type StandingRow, type StandingRows, stated } from '../standing-rows'
import { withGeometry } from '../written'

export const readFacilities = (rows: StandingRows): readonly Facility[] =>
  rows.map((row) => ({
    id: row.required('id'),
    kind: row.required('kind'),
    name: row.text('name'),
    place: row.text('place'),
    from: row.moment('from'),
    to: row.moment('to'),
    status: row.text('status'),
    position: positionOf(row),
    ...stated({ road: row.text('road'), layer: row.number('layer') }),
    shifts: row.text('shifts'),
    lockedHours: row.text('lockedHours'),
    rooms: row.number('rooms'),
    tables: row.number('tables'),
    tubesPerDay: row.number('tubesPerDay'),
    beds: row.number('beds'),
    origin: row.origin,
  }))

function positionOf(row: StandingRow): Position | null {
  const [lon, lat] = [row.number('lng'), row.number('lat')]
  return lon === null || lat === null ? null : Object.freeze([lon, lat] as const)
}

export const writeFacilities = withGeometry(({ position }: Facility) => ({ position }))
