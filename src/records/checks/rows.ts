import type { Check } from '#geo'
import { due, type StandingRows } from '../standing-rows'
import { plainly } from '../written'

export const readChecks = (rows: StandingRows): readonly Check[] =>
  rows.map((row) => ({
    checkpoint: row.required('checkpoint'),
    at: due(row, 'at'),
    by: row.text('by'),
    present: row.text('present'),
    missing: row.text('missing'),
    note: row.text('note'),
    origin: row.origin,
  }))

export const writeChecks = plainly
