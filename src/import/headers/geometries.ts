import {
  areaM2,
  boundsOfLine,
  faultsOf,
  isHeaped,
  isTangled,
  type Line,
  largest,
  ownOverlapM2,
  type Position,
  type Ring,
  repaired,
  type Shape,
  SLIVER_M2,
} from '#geo'
import { formatPosition } from '../../i18n/measures'
import type { Frame } from '../frames/frame'
import type { ProblemCode, Taken } from '../problem'

export interface Geometry {
  readonly shape: Shape | null
  /** the parts of a line feature; one where it is a LineString */
  readonly lines: readonly Line[] | null
  readonly point: Position | null
  readonly notes: readonly GeometryNote[]
}

export interface GeometryNote {
  readonly code: ProblemCode
  readonly seen: string | null
}

/** Which geometry types a kind of file may hold. */
export type Wanted = 'shape' | 'line' | 'point'

const NONE: Geometry = { shape: null, lines: null, point: null, notes: [] }
const EMPTY: Geometry = { ...NONE, notes: [{ code: 'empty-geometry', seen: null }] }
const WANTED_BY_TYPE: Record<string, Wanted> = {
  Polygon: 'shape',
  MultiPolygon: 'shape',
  LineString: 'line',
  MultiLineString: 'line',
  Point: 'point',
}

class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly seen: string,
  ) {
    super(code)
  }
}

const excerpt = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? ''

/**
 * GeoJSON geometry as shape, lines or point in WGS-84 degrees; a null geometry is none, and so is, with a note, one of any type
 * without a position. Rings that are not
 * closed are closed and noted; rings without ground, shapes whose holes leave none, positions off the map and foreign types are refused. A part that
 * crosses itself is parted where it does and noted; so are parts that lie over each other, which stay as they are: their
 * ground counts once. A ring wider than half the Earth is no ground that anybody knows.
 */
export function readGeometry(seen: unknown, wanted: readonly Wanted[], frame: Frame): Taken<Geometry> {
  if (seen === null || seen === undefined) return { ok: true, value: NONE }
  if (isEmptyGeometry(seen)) return { ok: true, value: EMPTY }
  const { type, coordinates } = seen as { type?: unknown; coordinates?: unknown }
  const as = typeof type === 'string' ? WANTED_BY_TYPE[type] : undefined
  if (!as || !wanted.includes(as))
    return { ok: false, code: 'wrong-geometry', seen: String(type ?? excerpt(seen)) }
  const notes: GeometryNote[] = []
  try {
    if (as === 'point') return { ok: true, value: { ...NONE, point: readPosition(coordinates, frame) } }
    if (as === 'line') return { ok: true, value: drawnLines(readLines(type, coordinates, frame)) }
    const polygons = type === 'Polygon' ? [coordinates] : listOf(coordinates).filter((one) => !isEmpty(one))
    const shape = polygons.map((rings) => ringsOf(rings).map((ring) => readRing(ring, { frame, notes })))
    const wide = wideNote(shape)
    if (wide) return { ok: true, value: { ...NONE, notes: [wide] } }
    if (shape.length === 0 || shape.some((rings) => rings.length === 0))
      throw new Refusal('no-ground', excerpt(seen))
    const kept = usable(shape, notes)
    if (areaM2(kept) === 0) throw new Refusal('no-ground', whereOf(kept))
    const twice = ownOverlapM2(kept)
    if (twice > SLIVER_M2)
      notes.push({
        code: kept.length > 1 ? 'parts-overlap' : 'holes-beyond',
        seen: String(Math.round(twice)),
      })
    return { ok: true, value: { ...NONE, shape: kept, notes } }
  } catch (fault) {
    if (fault instanceof Refusal) return { ok: false, code: fault.code, seen: fault.seen }
    throw fault
  }
}

const LISTED: ReadonlySet<unknown> = new Set([...Object.keys(WANTED_BY_TYPE), 'MultiPoint'])

/** A geometry of any type in which no position stands, alone or all of a collection: none, whatever the file may hold. */
function isEmptyGeometry(seen: unknown): boolean {
  const left: unknown[] = [seen]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const { type, coordinates, geometries } = (one ?? {}) as {
      [key in 'type' | 'coordinates' | 'geometries']?: unknown
    }
    if (type === 'GeometryCollection' && Array.isArray(geometries))
      for (const part of geometries) left.push(part)
    else if (one !== null && !(LISTED.has(type) && isEmpty(coordinates))) return false
  }
  return true
}

/** A list of coordinates in which no position stands, however many lists it is made of: no geometry. */
const isEmpty = (coordinates: unknown): boolean => Array.isArray(coordinates) && coordinates.every(isEmpty)

/** The rings of a part without holes in which no position stands; an outer ring without one stays, to be refused. */
const ringsOf = (rings: unknown): unknown[] => listOf(rings).filter((ring, at) => at === 0 || !isEmpty(ring))

/** Where a ring is wider than half the Earth, how wide: drawn across the 180th meridian it goes the long way round. */
function wideNote(shape: Shape): GeometryNote | null {
  return widerNote('wider-than-180', shape.flat())
}

/** A line that goes the long way round the Earth stays, for a road that is left out would be cut by no border. */
function drawnLines(lines: readonly Line[]): Geometry {
  const wide = widerNote('line-wider-than-180', lines)
  return { ...NONE, lines, notes: wide ? [wide] : [] }
}

function widerNote(code: ProblemCode, lines: readonly Line[]): GeometryNote | null {
  const width = largest(lines.map((line) => widthOf(line)))
  return width > 180 ? { code, seen: String(Math.round(width * 10) / 10) } : null
}

function widthOf(line: Line): number {
  const bounds = boundsOfLine(line)
  return bounds ? bounds[2] - bounds[0] : 0
}

/** The shape, parted where it crosses itself. Ground that comes to nothing, or is one knot, is refused. */
function usable(shape: Shape, notes: GeometryNote[]): Shape {
  const tangled = shape.flat().find(isTangled)
  if (tangled) throw new Refusal('tangled', String(tangled.length / 2 - 1))
  if (isHeaped(shape)) throw new Refusal('tangled', String(shape.flat().length))
  const fault = faultsOf(shape).find(({ code }) => code === 'self-crossing' || code === 'no-area')
  if (!fault) return shape
  const where = fault.at ? formatPosition(fault.at) : ''
  const parted = repaired(shape)
  if (!parted) throw new Refusal('no-ground', where)
  if (fault.code === 'self-crossing') notes.push({ code: 'self-crossing', seen: where })
  return parted
}

function whereOf(shape: Shape): string {
  const [lon, lat] = shape[0]![0]!
  return formatPosition([lon!, lat!])
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Refusal('broken-coordinates', excerpt(value))
  return value
}

function readPosition(value: unknown, frame: Frame): Position {
  const [lon, lat] = listOf(value)
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    throw new Refusal('broken-coordinates', excerpt(value))
  }
  const fault = faultIn(frame, lon, lat)
  if (fault) throw new Refusal(fault, `${lon}, ${lat}`)
  const position = frame.toWgs84(lon, lat)
  if (!position) throw new Refusal('off-the-map', `${lon}, ${lat}`)
  return position
}

/** Why two numbers, as they stand in the file, are no position of its frame; null where they are or nobody knows. */
export function faultIn(
  { isPlane, isSwapped }: Frame,
  first: number,
  second: number,
): ReturnType<typeof degreesFault> {
  if (isPlane) return null
  return isSwapped ? degreesFault(second, first) : degreesFault(first, second)
}

/** `metres-not-degrees` where the numbers can only be a projected frame, `off-the-map` where they are no place on Earth. */
export function degreesFault(lon: number, lat: number): 'metres-not-degrees' | 'off-the-map' | null {
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return null
  return Math.abs(lon) > 1000 || Math.abs(lat) > 1000 ? 'metres-not-degrees' : 'off-the-map'
}

function readLines(type: unknown, value: unknown, frame: Frame): Line[] {
  const parts = type === 'LineString' ? [value] : listOf(value).filter((one) => !isEmpty(one))
  if (parts.length === 0) throw new Refusal('line-too-short', excerpt(value))
  return parts.map((part) => readLine(part, frame))
}

function readLine(value: unknown, frame: Frame): Line {
  const positions = listOf(value).map((position) => readPosition(position, frame))
  const line = flat(positions)
  if (line.length < 4) throw new Refusal('line-too-short', excerpt(value))
  return line
}

function readRing(value: unknown, { frame, notes }: { frame: Frame; notes: GeometryNote[] }): Ring {
  const positions = listOf(value).map((position) => readPosition(position, frame))
  const [first] = positions
  const last = positions.at(-1)
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
    if (distinct(positions) < 3) throw new Refusal('ring-too-short', excerpt(value))
    positions.push(first)
    if (!notes.some(({ code }) => code === 'ring-closed')) notes.push({ code: 'ring-closed', seen: null })
  }
  if (distinct(positions) < 3) throw new Refusal('ring-too-short', excerpt(value))
  return flat(positions)
}

const distinct = (positions: readonly Position[]): number =>
  new Set(positions.map(([x, y]) => `${x} ${y}`)).size

function flat(positions: readonly Position[]): Float64Array {
  const out = new Float64Array(positions.length * 2)
  positions.forEach(([lon, lat], i) => {
    out[2 * i] = lon
    out[2 * i + 1] = lat
  })
  return out
}
