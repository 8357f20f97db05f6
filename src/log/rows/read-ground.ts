import type { BackdropPiece, Facility, Place, PlaceKind, Position, Road } from '#geo'
import type { RowReader } from './row-reader'

/** What changes seldom: places, roads, backdrop, facilities. */
export const readPlaces = (rows: RowReader): readonly Place[] =>
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

/** Without what the row leaves empty. */
function stated<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Stated<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Stated<Fields>
}

type Stated<Fields> = { readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> }

/** A row of several lines is several roads of one origin. */
export const readRoads = (rows: RowReader): readonly Road[] =>
  rows.map((row): readonly Road[] => {
    const { origin } = row
    const shared = {
      name: row.text('name'),
      class: row.text('class') ?? 'unclassified',
      closed: row.flag('closed') ?? false,
      ...stated({
        bridge: row.text('bridge'),
        tunnel: row.text('tunnel'),
        layer: row.number('layer'),
        access: row.text('access'),
        oneway: row.text('oneway'),
      }),
    }
    return row.lines('line').map((line) => ({ ...shared, line, origin }))
  })

export const readBackdrop = (rows: RowReader): readonly BackdropPiece[] =>
  rows.map((row): readonly BackdropPiece[] => {
    const { origin } = row
    const shared = {
      kind: row.required('kind') as BackdropPiece['kind'],
      name: row.text('name'),
      widthM: row.number('widthM'),
    }
    const shape = row.shape('shape')
    const lines = row.lines('line').map((line) => ({ ...shared, shape: null, line, origin }))
    return shape || lines.length === 0 ? [{ ...shared, shape, line: null, origin }, ...lines] : lines
  })

export const readFacilities = (rows: RowReader): readonly Facility[] =>
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

function positionOf(row: RowReader): Position | null {
  const [lon, lat] = [row.number('lng'), row.number('lat')]
  return lon === null || lat === null ? null : Object.freeze([lon, lat] as const)
}
