import { textAt } from '../../columns'
import type { CaseTable, Facts, Place, TextColumn, ZoneStay } from '../../facts'
import { type ListedRow, ROW_LISTS, withRows } from '../../facts/lists'
import type { Position } from '../../geometry/rings/shape'
import { DistrictReach } from '../../places/district-reach'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import { plainCode, plainName } from '../../places/spelling'
import { isTakenOut, type PlaceReader, placeReader } from './place-words'

/** Why a case has no position of its own any more, or another one than its row says. */
export type PositionNote = 'position-at-zero' | 'position-outside' | 'position-swapped'

/** Facts whose references are read: names are codes wherever one place or zone is meant. */
export interface Resolved {
  readonly facts: Facts
  /** by row of the cases */
  readonly positions: ReadonlyMap<number, PositionNote>
}

const known = new WeakMap<Facts, Resolved>()

/**
 * The facts with places and zones that rows give by name, alias, address or another spelling of the code under their
 * codes, where just one is meant; what means several or none stays as it was written. Positions at 0, 0 or more than
 * 5 km outside the district are none; one that only lies in the district as latitude, longitude is turned. The same facts
 * give the same answer, and facts in which nothing has to be read come back as they are.
 */
export function resolvedOf(facts: Facts): Resolved {
  let resolved = known.get(facts)
  if (!resolved) {
    resolved = resolve(facts)
    known.set(facts, resolved)
    if (resolved.facts !== facts) known.set(resolved.facts, resolved)
  }
  return resolved
}

function resolve(facts: Facts): Resolved {
  const hierarchy = hierarchyOf(facts.places)
  const place = placeReader(hierarchy)
  const zone = zoneReader(facts)
  const positions = new Map<number, PositionNote>()
  const cases = textsOf(facts.cases, place, zone)
  const settled = { ...facts, cases: settle(cases, hierarchy, positions) }
  const contacts = textsOf(facts.contacts, place, zone)
  const rows = withRows(facts, (all, { ground }) => (ground === null ? all : rowsOf(all, place, zone)))
  const isSame =
    settled.cases === facts.cases &&
    contacts === facts.contacts &&
    ROW_LISTS.every(({ held }) => rows[held] === facts[held])
  if (isSame) return { facts, positions }
  return { facts: Object.freeze({ ...settled, ...rows, contacts }), positions }
}

type Reader = (text: string) => string
/** Zones that a text may mean, by id or name however it is spelled. */
export function zonesMeant(
  { zones }: { readonly zones: readonly Pick<ZoneStay, 'id' | 'name'>[] },
  text: string,
): string[] {
  if (isTakenOut(text)) return zones.some(({ id }) => id === text) ? [text] : []
  const [code, name] = [plainCode(text), plainName(text)]
  const meant = zones.filter((stay) => plainCode(stay.id) === code || plainName(stay.name) === name)
  return [...new Set(meant.map(({ id }) => id))].sort()
}

function zoneReader(facts: Facts): Reader {
  const ids = new Set(facts.zones.map(({ id }) => id))
  const read = new Map<string, string>()
  return (text) => {
    if (ids.has(text) || ids.size === 0) return text
    let id = read.get(text)
    if (id === undefined) {
      const meant = zonesMeant(facts, text)
      read.set(text, (id = meant.length === 1 ? meant[0]! : text))
    }
    return id
  }
}

interface Named {
  readonly place: TextColumn
  readonly town?: TextColumn
  readonly zone: TextColumn
}

function textsOf<Table extends Named>(table: Table, place: PlaceReader, zone: Reader): Table {
  const places = table.town ? placesIn(table, place) : columnOf(table.place, (text) => place(text, null))
  const zones = columnOf(table.zone, zone)
  return places === table.place && zones === table.zone ? table : { ...table, place: places, zone: zones }
}

/** Row by row, for one name may be meant in several towns; of a row that gives only its town that is the place. */
function placesIn({ place, town }: Named, read: PlaceReader): TextColumn {
  const values: string[] = []
  const codeOf = new Map<string, number>()
  const codes = place.codes.map((_, row) => {
    const [text, within] = [textAt(place, row), textAt(town!, row)]
    if (text === null && within === null) return -1
    const meant = text === null ? read(within!, null) : read(text, within)
    let code = codeOf.get(meant)
    if (code === undefined) codeOf.set(meant, (code = values.push(meant) - 1))
    return code
  })
  const isSame = codes.every((_, row) => textAt({ codes, values }, row) === textAt(place, row))
  return isSame ? place : { codes, values }
}

function columnOf(column: TextColumn, read: Reader): TextColumn {
  const values = column.values.map(read)
  return values.every((value, at) => value === column.values[at]) ? column : { ...column, values }
}

function rowsOf(rows: readonly ListedRow[], place: PlaceReader, zone: Reader): readonly ListedRow[] {
  let changed = false
  const read = rows.map((row) => {
    const { town = null, place: named = null } = row
    const to = named === null ? town && place(town, null) : place(named, town)
    const into = row.zone == null ? row.zone : zone(row.zone)
    if (to === row.place && into === row.zone) return row
    changed = true
    return { ...row, place: to, ...('zone' in row ? { zone: into } : {}) }
  })
  return changed ? Object.freeze(read) : rows
}

/** Positions that are none taken out, swapped ones turned. */
function settle(table: CaseTable, hierarchy: Hierarchy, notes: Map<number, PositionNote>): CaseTable {
  let turned: { lon: Float64Array; lat: Float64Array } | null = null
  for (const [row, { position, note }] of readPositions(table, hierarchy)) {
    turned ??= { lon: table.lon.slice(), lat: table.lat.slice() }
    ;[turned.lon[row], turned.lat[row]] = position
    notes.set(row, note)
  }
  return turned ? { ...table, ...turned } : table
}

type Positions = Pick<CaseTable, 'lon' | 'lat'>

/** By row, what is wrong with positions (degrees WGS-84) in a district of these places; those in order are left out. */
export function positionsRead(table: Positions, places: readonly Place[]): Map<number, PositionNote> {
  const read = readPositions(table, hierarchyOf(places))
  return new Map([...read].map(([row, { note }]) => [row, note]))
}

function readPositions({ lon, lat }: Positions, hierarchy: Hierarchy) {
  const reach = new DistrictReach(hierarchy)
  const read = new Map<number, { readonly position: Position; readonly note: PositionNote }>()
  lon.forEach((x, row) => {
    const y = lat[row]!
    const found = Number.isNaN(x) || Number.isNaN(y) ? null : positionRead([x, y], reach)
    if (found) read.set(row, found)
  })
  return read
}

const NOWHERE: Position = [Number.NaN, Number.NaN]

/** Null where the position stays as it is. */
function positionRead(
  [lon, lat]: Position,
  reach: DistrictReach,
): { readonly position: Position; readonly note: PositionNote } | null {
  if (lon === 0 && lat === 0) return { position: NOWHERE, note: 'position-at-zero' }
  if (reach.reaches([lon, lat])) return null
  if (Math.abs(lon) < 90 && reach.holds([lat, lon])) return { position: [lat, lon], note: 'position-swapped' }
  return { position: NOWHERE, note: 'position-outside' }
}
