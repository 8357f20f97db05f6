import {
  type Bounds,
  bd09FromGcj02,
  boundsOf,
  distanceM,
  type Facts,
  type Hierarchy,
  hierarchyOf,
  joinBounds,
  type Place,
  type PlaceKind,
  type Position,
  resolvedOf,
  type Shape,
  toGcj02,
  wgs84,
} from '#geo'
import { HEIGHT, KM_PER_DEGREE, onPlane, type Plane, pathOf, planeOf, WIDTH } from './flat-drawing'
import { rowsWhere, type Where } from './rows-where'

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
  /** how far positions lie from where they stand in the file, m on average; null where the frame moves none */
  readonly movedM: number | null
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
  /** where it stands in its file, read as WGS-84; absent where that is the same */
  readonly before?: readonly [x: number, y: number]
  readonly rows: readonly number[]
}

/** more are no picture of single places: those one level up are drawn */
const MOST_PLACES = 1_200
const KINDS: readonly PlaceKind[] = ['compound', 'village', 'town', 'district']

/** A file, and the frame in which its positions were read; null where it has none. */
export interface TableAt {
  readonly file: string
  readonly frame: string | null
}

/** The rows that the file of that name brought, on the ground that the facts hold; null where nothing is drawn of either. */
export function tableGround(written: Facts, { file, frame }: TableAt): TableGround | null {
  const { facts } = resolvedOf(written)
  const wheres = [...rowsWhere(facts, file)]
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
  const { points, beyond } = pointsOf(wheres, plane, asFrom(frame))
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
    movedM: movedOf(positions, asFrom(frame)),
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

type Before = (position: Position) => Position

/** Where a position stands in a file of that frame; null where that is the same, or a plane. */
function asFrom(frame: string | null): Before | null {
  if (frame === 'gcj02') return ([lon, lat]) => toGcj02(wgs84(lon, lat))
  if (frame === 'bd09') return ([lon, lat]) => bd09FromGcj02(toGcj02(wgs84(lon, lat)))
  return null
}

function movedOf(positions: readonly Position[], before: Before | null): number | null {
  if (!before || positions.length === 0) return null
  const sum = positions.reduce((all, position) => all + distanceM(position, before(position)), 0)
  return sum / positions.length
}

/** Rows on one pixel are one point. */
function pointsOf(
  wheres: readonly Where[],
  plane: Plane,
  before: Before | null,
): Pick<TableGround, 'points' | 'beyond'> {
  const together = new Map<string, Omit<PointDrawn, 'rows'> & { rows: number[] }>()
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
    else {
      const from = before ? { before: onPlane(...before(position), plane) } : {}
      together.set(key, { at: [x, y], ...from, rows: [row] })
    }
  }
  return { points: [...together.values()], beyond }
}

function boundsOfPositions(positions: readonly Position[]): Bounds | null {
  return joinBounds(positions.map(([lon, lat]): Bounds => [lon, lat, lon, lat]))
}
