import type { Passage } from '#geo'
import type { StandingRows } from '../standing-rows'
import { plainly } from '../written'

export const readPassages = (rows: StandingRows): readonly Passage[] =>
  rows.map((row) => ({
    checkpoint: row.required('checkpoint'),
    day: row.required('day'),
    direction: row.text('direction'),
    group: row.text('group'),
    vehicles: row.number('vehicles'),
    persons: row.number('persons'),
    fever: row.number('fever'),
    refused: row.number('refused'),
    origin: row.origin,
  }))

export const writePassages = plainly
