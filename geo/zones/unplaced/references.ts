import type { CaseTable, Facts, Place, TextColumn, ZoneStay } from '../../facts'
import type { Position } from '../../geometry/shape'
import { DistrictReach } from '../../places/district-reach'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import { namesOf } from '../../places/names'
import { plainCode, plainName } from '../../places/spelling'

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
  const rounds = rowsOf(facts.rounds, place, zone)
  const statedFacts = rowsOf(facts.statedFacts, place, zone)
  const reports = rowsOf(facts.reports, place)
  const metrics = rowsOf(facts.metrics, place)
  const surveys = facts.surveys && rowsOf(facts.surveys, place, zone)
  const isSame =
    settled.cases === facts.cases &&
    contacts === facts.contacts &&
    rounds === facts.rounds &&
    statedFacts === facts.statedFacts &&
    reports === facts.reports &&
    metrics === facts.metrics &&
    surveys === facts.surveys
  if (isSame) return { facts, positions }
  return {
    facts: Object.freeze({
      ...settled,
      contacts,
      rounds,
      statedFacts,
      reports,
      metrics,
      ...(surveys ? { surveys } : {}),
    }),
    positions,
  }
}

type Reader = (text: string) => string

/** A code as it is; else the one place meant; else the text. */
function placeReader(hierarchy: Hierarchy): Reader {
  const read = new Map<string, string>()
  return (text) => {
    if (hierarchy.place(text) || hierarchy.codes.length === 0) return text
    let code = read.get(text)
    if (code === undefined) {
      const codes = namesOf(hierarchy).find(text)?.codes ?? []
      read.set(text, (code = codes.length === 1 ? codes[0]! : text))
    }
    return code
  }
}

/** Zones that a text may mean, by id or name however it is spelled. */
export function zonesMeant(
  { zones }: { readonly zones: readonly Pick<ZoneStay, 'id' | 'name'>[] },
  text: string,
): string[] {
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

function textsOf<Table extends { readonly place: TextColumn; readonly zone: TextColumn }>(
  table: Table,
  place: Reader,
  zone: Reader,
): Table {
  const [places, zones] = [columnOf(table.place, place), columnOf(table.zone, zone)]
  return places === table.place && zones === table.zone ? table : { ...table, place: places, zone: zones }
}

function columnOf(column: TextColumn, read: Reader): TextColumn {
  const values = column.values.map(read)
  return values.every((value, at) => value === column.values[at]) ? column : { ...column, values }
}

function rowsOf<Row extends { readonly place: string | null; readonly zone?: string | null }>(
  rows: readonly Row[],
  place: Reader,
  zone: Reader = (text) => text,
): readonly Row[] {
  let changed = false
  const read = rows.map((row) => {
    const to = row.place === null ? null : place(row.place)
    const into = row.zone == null ? row.zone : zone(row.zone)
    if (to === row.place && into === row.zone) return row
    changed = true
    return { ...row, place: to, zone: into }
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
