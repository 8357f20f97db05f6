import type { Place, PlaceKind } from '#geo'
import type { StandingRows } from '../standing-rows'
import { withGeometry } from '../written'

/** What changes seldom: places, roads, backdrop, facilities. */
export const readPlaces = (rows: StandingRows): readonly Place[] =>
  rows.map((row) => ({
    code: row.required('code'),
    name: row.text('name') ?? row.required('code'),
    kind: row.required('kind') as PlaceKind,
    parent: row.text('parent'),
    people: row.number('people'),
    households: row.number('households'),
    aliases: row.list('aliases'),
    shape: row.shape('shape'),
    origin: row.origin,
  }))

export const writePlaces = withGeometry(({ shape }: Place) => ({ shape }))
