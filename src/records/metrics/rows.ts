import type { Metric } from '#geo'
import { due, type StandingRows } from '../standing-rows'
import { plainly } from '../written'

export const readMetrics = (rows: StandingRows): readonly Metric[] =>
  rows.map((row) => ({
    place: row.required('place'),
    at: due(row, 'at'),
    metric: row.required('metric'),
    value: row.number('value'),
    origin: row.origin,
  }))

export const writeMetrics = plainly
