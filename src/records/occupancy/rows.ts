import type { Occupancy } from '#geo'
import { due, type StandingRows } from '../standing-rows'
import { plainly } from '../written'

export const readOccupancy = (rows: StandingRows): readonly Occupancy[] =>
  rows.map((row) => ({
    site: row.required('site'),
    at: due(row, 'at'),
    rooms: row.number('rooms'),
    occupied: row.number('occupied'),
    closed: row.number('closed'),
    origin: row.origin,
  }))

export const writeOccupancy = plainly
