import {
  type Bounds,
  boundsOf,
  type CaseTable,
  type ContactTable,
  type Facts,
  type Hierarchy,
  hierarchyOf,
  joinBounds,
  type Place,
  type PlaceKind,
  type Position,
  resolvedOf,
  type Shape,
} from '#geo'

/** Where the rows of one table would lie, as a drawing of `width` × `height` px. Shown, never stored. */
export interface TableGround {
  readonly width: number
  readonly height: number
  /** the outer line, as the path of an SVG */
  readonly line: string
  readonly kind: PlaceKind | null
  readonly places: readonly PlaceDrawn[]
  readonly points: readonly PointDrawn[]
  /** zones that the rows draw */
  readonly zones: readonly ZoneDrawn[]
  /** rows that name a place without ground, or none */
  readonly nowhere: number
  /** rows that name a zone alone */
  readonly inZones: number
  /** rows whose position lies beyond the drawing */
  readonly beyond: number
  /** px a km */
  readonly km: number
}

export interface PlaceDrawn {
  readonly code: string
  readonly name: string
  readonly path: string
  readonly at: readonly [x: number, y: number]
  /** width of its bounds, px */
  readonly across: number
  /** numbers of the rows that name it, or that lie in it by its parts */
  readonly rows: readonly number[]
}

export interface ZoneDrawn {
  readonly row: number
  readonly name: string
  readonly path: string
}

export interface PointDrawn {
  readonly at: readonly [x: number, y: number]
  readonly rows: readonly number[]
}

interface Where {
  readonly row: number
  readonly place: string | null
  readonly zone: string | null
  readonly position: Position | null
}

const WIDTH = 430
const HEIGHT = 318
const MARGIN = 8
/** more are no picture of single places: those one level up are drawn */
const MOST_PLACES = 1_200
const KINDS: readonly PlaceKind[] = ['compound', 'village', 'town', 'district']

/** The rows that the file of that name brought, on the ground that the facts hold; null where nothing is drawn of either. */
export function tableGround(written: Facts, file: string): TableGround | null {
  const { facts } = resolvedOf(written)
  const wheres = [...wheresOf(facts, file)]
  const hierarchy = hierarchyOf(facts.places)
  const kind = kindDrawn(wheres, facts.places, hierarchy)
  const drawn = kind ? hierarchy.ofKind(kind).filter((code) => hierarchy.shapeOf(code)) : []
  const shapes = drawn.map((code) => hierarchy.shapeOf(code)!)
  const positions = wheres.flatMap(({ position }) => (position ? [position] : []))
  const stays = facts.zones.filter(({ origin, drawn: ground }) => origin.file === file && ground)
  const bounds =
    joinBounds(shapes.map(boundsOf)) ??
    joinBounds(stays.map((stay) => boundsOf(stay.drawn!))) ??
    boundsOfPositions(positions)
  if (!bounds || wheres.length + stays.length === 0) return null
  const plane = planeOf(bounds)
  const rowsOf = new Map<string, number[]>()
  let [nowhere, inZones] = [0, 0]
  for (const { row, place, zone, position } of wheres) {
    const code = place !== null && kind ? upTo(kind, place, hierarchy) : null
    if (code !== null) rowsOf.set(code, [...(rowsOf.get(code) ?? []), row])
    else if (position === null && zone !== null) inZones += 1
    else if (position === null && !(place && hierarchy.shapeOf(place))) nowhere += 1
  }
  const tops = hierarchy.tops.map((code) => hierarchy.shapeOf(code) ?? [])
  const { points, beyond } = pointsOf(wheres, plane)
  return {
    ...{ width: WIDTH, height: HEIGHT, kind, points, beyond, nowhere, inZones },
    line: tops.map((shape) => pathOf(shape, plane)).join(''),
    zones: stays.map(({ origin, name, drawn: ground }) => ({
      ...{ row: origin.row, name, path: pathOf(ground!, plane) },
    })),
    places: drawn.map((code, n) =>
      placeDrawn(code, shapes[n]!, { hierarchy, plane, rows: rowsOf.get(code) }),
    ),
    km: plane.scale / KM_PER_DEGREE,
  }
}

function* wheresOf(facts: Facts, file: string): Generator<Where> {
  for (const table of [facts.cases, facts.contacts]) yield* wheresIn(table, file)
  const sites = new Map(facts.facilities.map((one) => [one.id, one]))
  const lists: readonly (readonly Row[] | undefined)[] = [
    ...[facts.rounds, facts.statedFacts, facts.reports, facts.metrics, facts.surveys, facts.facilities],
    facts.occupancy.map((row) => ({
      ...row,
      place: sites.get(row.site)?.place ?? null,
      ...at(sites.get(row.site)),
    })),
    facts.checks.map((row) => ({ ...row, ...at(sites.get(row.checkpoint)) })),
    facts.zones.flatMap(({ origin, members }) => members.map((place) => ({ origin, place }))),
    facts.places.map((place) => ({ origin: place.origin, place: place.code })),
  ]
  for (const { origin, place = null, zone = null, position = null } of lists.flatMap((rows) => rows ?? []))
    if (origin.file === file) yield { row: origin.row, place, zone, position }
}

interface Row {
  readonly origin: { readonly file: string; readonly row: number }
  readonly place?: string | null
  readonly zone?: string | null
  readonly position?: Position | null
}

const at = (site: { readonly position: Position | null } | undefined) => ({
  position: site?.position ?? null,
})

function* wheresIn(table: CaseTable | ContactTable, file: string): Generator<Where> {
  const wanted = table.file.values.indexOf(file)
  if (wanted < 0) return
  const lon = 'lon' in table ? table.lon : null
  const lat = 'lat' in table ? table.lat : null
  const text = ({ codes, values }: CaseTable['place'], n: number): string | null => values[codes[n]!] ?? null
  for (let n = 0; n < table.length; n += 1) {
    if (table.file.codes[n] !== wanted) continue
    const position: Position | null = lon && lat && !Number.isNaN(lon[n]) ? [lon[n]!, lat[n]!] : null
    yield { row: table.row[n]!, place: text(table.place, n), zone: text(table.zone, n), position }
  }
}

/** The kind of place that most rows name; of rows by position alone the smallest that can be drawn. */
function kindDrawn(
  wheres: readonly Where[],
  places: readonly Place[],
  hierarchy: Hierarchy,
): PlaceKind | null {
  const kinds = new Map(places.map(({ code, kind }) => [code, kind]))
  const named = new Map<PlaceKind, number>()
  for (const { place } of wheres) {
    const kind = place === null ? undefined : kinds.get(place)
    if (kind) named.set(kind, (named.get(kind) ?? 0) + 1)
  }
  const [most] = [...named].sort((a, b) => b[1] - a[1])
  const from = most ? Math.max(0, KINDS.indexOf(most[0])) : KINDS.indexOf('village')
  const isDrawable = (kind: PlaceKind): boolean => {
    const codes = hierarchy.ofKind(kind)
    return codes.length > 0 && codes.length <= MOST_PLACES && codes.some((code) => hierarchy.shapeOf(code))
  }
  return KINDS.slice(from).find(isDrawable) ?? KINDS.find(isDrawable) ?? null
}

/** The place itself or the one of that kind that holds it. */
function upTo(kind: PlaceKind, code: string, hierarchy: Hierarchy): string | null {
  const found = [code, ...hierarchy.ancestorsOf(code)].find((one) => hierarchy.place(one)?.kind === kind)
  return found && hierarchy.shapeOf(found) ? found : null
}

interface Plane {
  readonly west: number
  readonly north: number
  /** px a degree of latitude */
  readonly scale: number
  readonly narrow: number
  readonly left: number
  readonly top: number
}

const KM_PER_DEGREE = 111.2

function planeOf([west, south, east, north]: Bounds): Plane {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max(1e-4, (east - west) * narrow)
  const up = Math.max(1e-4, north - south)
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN) / up)
  const [left, top] = [(WIDTH - scale * across) / 2, (HEIGHT - scale * up) / 2]
  return { west, north, scale, narrow, left, top }
}

const onPlane = (lon: number, lat: number, { west, north, scale, narrow, left, top }: Plane) =>
  [left + (lon - west) * narrow * scale, top + (north - lat) * scale] as const

const tenth = (px: number): number => Math.round(px * 10) / 10

/** Vertices nearer than half a pixel to the one before are left out of the picture. */
function pathOf(shape: Shape, plane: Plane): string {
  return shape
    .flat()
    .map((ring) => {
      const kept: string[] = []
      let [x, y] = [Number.NaN, Number.NaN]
      for (let n = 0; n + 1 < ring.length; n += 2) {
        const [nextX, nextY] = onPlane(ring[n]!, ring[n + 1]!, plane)
        if (Math.hypot(nextX - x, nextY - y) < 0.5) continue
        ;[x, y] = [nextX, nextY]
        kept.push([tenth(x), tenth(y)].join(' '))
      }
      return kept.length < 2 ? '' : `M${kept.join('L')}Z`
    })
    .join('')
}

function placeDrawn(
  code: string,
  shape: Shape,
  {
    hierarchy,
    plane,
    rows = [],
  }: { hierarchy: Hierarchy; plane: Plane; rows?: readonly number[] | undefined },
): PlaceDrawn {
  const [lon, lat] = hierarchy.pointOf(code)!
  const [west, , east] = boundsOf(shape)!
  return {
    ...{ code, name: hierarchy.place(code)!.name, path: pathOf(shape, plane), rows },
    at: onPlane(lon, lat, plane),
    across: (east - west) * plane.narrow * plane.scale,
  }
}

/** Rows on one pixel are one point. */
function pointsOf(wheres: readonly Where[], plane: Plane): Pick<TableGround, 'points' | 'beyond'> {
  const together = new Map<string, { at: readonly [number, number]; rows: number[] }>()
  let beyond = 0
  for (const { row, position } of wheres) {
    if (!position) continue
    const [x, y] = onPlane(...position, plane)
    if (x < 0 || y < 0 || x > WIDTH || y > HEIGHT) {
      beyond += 1
      continue
    }
    const key = [x, y].map(Math.round).join(' ')
    const known = together.get(key)
    if (known) known.rows.push(row)
    else together.set(key, { at: [x, y], rows: [row] })
  }
  return { points: [...together.values()], beyond }
}

function boundsOfPositions(positions: readonly Position[]): Bounds | null {
  return joinBounds(positions.map(([lon, lat]): Bounds => [lon, lat, lon, lat]))
}
