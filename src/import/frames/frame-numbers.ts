import { isOnMainland, type Position } from '#geo'
import type { FormatTable } from '../../formats/table'
import type { Kind } from '../../records/records'
import { readField } from '../cells/fields'
import { degreesFault } from '../headers/geometries'
import { matchHeaders } from '../headers/headers'
import type { Frame } from './frame'
import { frameInWords, meridianInWords } from './frame-words'
import { frameNamed, swapped } from './frames'
import { BEIJING, fromPlane, MODERN, planeOfZone, XIAN } from './planes'

/** A frame that the numbers themselves tell, with how many of them agree. */
export interface ByNumbers {
  readonly frame: Frame
  readonly code: 'frame-by-numbers' | 'axes-swapped'
  readonly counts: string
}

/** From so many positions on, where nearly all agree and twice as many as in the frame that is said or usual. */
const ENOUGH = 5
const MARGIN = 2
const NEARLY_ALL = 0.9
/** So many positions are looked at. */
const LOOKED_AT = 2_000

/**
 * Whether the numbers of a table are in another frame than the one in which it would be read: metres of web maps or of
 * a zone of Gauss-Krüger where degrees are said, or latitude before longitude. Null where they are not, where they are
 * too few, and where more than one frame would fit.
 */
export async function frameByNumbers(
  { kind, table, path }: { readonly kind: Kind; readonly table: FormatTable; readonly path: string },
  given: Frame,
): Promise<ByNumbers | null> {
  const positions = positionsIn(kind, table)
  if (positions.length < ENOUGH) return null
  const own = fitOf(given, positions)
  if (own.mainland >= NEARLY_ALL * positions.length) return null
  const areMetres = positions.filter(([x, y]) => degreesFault(x, y) === 'metres-not-degrees').length
  const isPlane = !given.isPlane && areMetres >= NEARLY_ALL * positions.length
  const others = isPlane ? await planesFor(positions, path) : [swapped(given)]
  const fits = others
    .map((frame) => ({ frame, ...fitOf(frame, positions) }))
    .map((fit) => ({
      ...fit,
      score: own.mainland > 0 || fit.mainland > 0 || isPlane ? fit.mainland : fit.onEarth,
    }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = fits
  const plain = own.mainland > 0 || best?.mainland ? own.mainland : own.onEarth
  if (!best || best.score < ENOUGH || best.score < NEARLY_ALL * positions.length) return null
  if (best.score < MARGIN * Math.max(plain, next?.score ?? 0)) return null
  const counts = [{ frame: given, score: isPlane ? 0 : plain }, ...fits]
    .map(({ frame, score }) => `${nameOf(frame)} ${score}/${positions.length}`)
    .join(' · ')
  return {
    frame: best.frame,
    code: isPlane && !best.frame.isSwapped ? 'frame-by-numbers' : 'axes-swapped',
    counts,
  }
}

const nameOf = ({ name, isSwapped }: Frame): string => (isSwapped ? `${name} (lat, lng)` : name)

/** How many positions are on the mainland in a frame, and how many anywhere on Earth. */
function fitOf(
  frame: Frame,
  positions: readonly Position[],
): { readonly mainland: number; readonly onEarth: number } {
  let [mainland, onEarth] = [0, 0]
  for (const [x, y] of positions) {
    const [lon, lat] = frame.isSwapped ? [y, x] : [x, y]
    const position = frame.isPlane || !degreesFault(lon, lat) ? frame.toWgs84(x, y) : null
    if (!position) continue
    onEarth += 1
    if (isOnMainland(position[0], position[1])) mainland += 1
  }
  return { mainland, onEarth }
}

/** The planes whose numbers look like these: of web maps, and of the zone whose number stands before the easting. */
async function planesFor(positions: readonly Position[], path: string): Promise<Frame[]> {
  const mercator = (await frameNamed('EPSG:3857'))!
  const planes: Frame[] = [mercator]
  const said = frameInWords([path])
  const datum = said === 'Beijing 1954' ? BEIJING : said === "Xi'an 1980" ? XIAN : MODERN
  const zones = new Set(positions.flatMap(([x, y]) => [Math.floor(x / 1e6), Math.floor(y / 1e6)]))
  const meridian = meridianInWords(path)
  for (const plane of [
    ...[...zones].flatMap((zone) => planeOfZone(zone, datum) ?? []),
    ...(meridian === null
      ? []
      : [{ name: `${datum.name} ${meridian}E`, meridian, falseEasting: 500_000, scale: 1, datum }]),
  ]) {
    const frame = await fromPlane(plane)
    planes.push(frame, swapped(frame))
  }
  return planes
}

/** Positions of the table as they are written: of its geometries the vertices, else of its two columns. */
function positionsIn(kind: Kind, { headers, rows, told }: FormatTable): Position[] {
  const found: Position[] = []
  const { fields } = matchHeaders(kind, headers, { told })
  const headerOf = (type: string): string | null =>
    [...fields].find(([field]) => field.type === type)?.[1] ?? null
  const [lng, lat] = [headerOf('lon'), headerOf('lat')]
  for (const { geometry, cells } of rows) {
    if (found.length >= LOOKED_AT) break
    if (geometry) addVertices((geometry as { readonly coordinates?: unknown }).coordinates, found)
    else if (lng !== null && lat !== null) {
      const [x, y] = [numberIn(cells[lng]), numberIn(cells[lat])]
      if (x !== null && y !== null && (x !== 0 || y !== 0)) found.push([x, y])
    }
  }
  return found
}

const NUMBER = { name: 'number', type: 'number', synonyms: [] } as const

function numberIn(cell: unknown): number | null {
  const read = readField(NUMBER, cell, 'UTC')
  return read.ok && typeof read.value === 'number' ? read.value : null
}

function addVertices(coordinates: unknown, found: Position[]): void {
  if (!Array.isArray(coordinates) || found.length >= LOOKED_AT) return
  const [x, y] = coordinates as unknown[]
  if (typeof x === 'number' && typeof y === 'number') found.push([x, y])
  else for (const one of coordinates) addVertices(one, found)
}
