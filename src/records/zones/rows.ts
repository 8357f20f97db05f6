import type { ZoneStay } from '#geo'
import { due, type StandingRows } from '../standing-rows'
import { withGeometry } from '../written'

export const readZones = (rows: StandingRows): readonly ZoneStay[] =>
  rows.map((row) => ({
    id: row.required('id'),
    name: row.text('name') ?? row.required('id'),
    level: row.required('level'),
    from: due(row, 'from'),
    to: row.moment('to'),
    policy: row.text('policy'),
    members: row.list('members'),
    parent: row.text('parent'),
    arrivedFrom: row.text('arrivedFrom'),
    drawn: row.shape('shape'),
    heirOf: row.list('heirOf'),
    origin: row.origin,
  }))

export const writeZones = withGeometry(({ drawn }: ZoneStay) => ({ shape: drawn }))
