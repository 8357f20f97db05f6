import { eachMade } from '../../formats/rows'
import type { FormatTable, RawRow } from '../../formats/table'
import { textOf } from '../cells/fields'

type Json = readonly unknown[]

/**
 * The table with the geometry that one of its columns writes as text: WKT, or points `lng lat,lng lat;…` and
 * `lng,lat;lng,lat|…` as public downloads have them. The column itself goes. A table without such a column is as it was.
 */
export function withGeometryCells(table: FormatTable): FormatTable {
  if (table.areFeatures || table.rows.length === 0) return table
  const found = table.headers
    .map((header) => ({ header, share: shareOf(table, header) }))
    .filter(({ share }) => share > 0.5)
    .sort((a, b) => b.share - a.share)[0]
  if (!found) return table
  const rows = eachMade(table.rows, (row) => {
    const { [found.header]: cell, ...cells } = row.cells
    const geometry = geometryIn(cell)
    const broken = geometry === undefined ? (row.broken ?? brokenIn(found.header, cell)) : row.broken
    return { ...row, cells, geometry: geometry ?? null, ...(broken ? { broken } : {}) }
  })
  return { ...table, headers: table.headers.filter((header) => header !== found.header), rows }
}

/** So much of the end of ground that cannot be read is shown: spreadsheets cut long cells there. */
const SHOWN = 40

/** Ground that cannot be read; a word or a stroke without any number says that there is none. */
function brokenIn(column: string, cell: unknown): RawRow['broken'] {
  const text = textOf(cell) ?? ''
  return /\d/.test(text) ? { code: 'broken-coordinates', seen: `…${text.slice(-SHOWN)}`, column } : undefined
}

/** Of the rows of which the cell says anything, how many write ground or a course in it. */
function shareOf({ rows }: FormatTable, header: string): number {
  const looked = rows.slice(0, 200).filter(({ cells }) => (textOf(cells[header]) ?? '') !== '')
  const written = looked.filter(({ cells }) => geometryIn(cells[header]) !== undefined)
  return written.length === 0 ? 0 : written.length / looked.length
}

/** The geometry of a cell; null where it says that there is none, undefined where it is no geometry. */
export function geometryIn(seen: unknown): unknown {
  const text = textOf(seen)
  if (text === null) return undefined
  if (/^(?:EMPTY|(?:MULTI)?(?:POINT|LINESTRING|POLYGON) EMPTY)$/i.test(text)) return null
  return wkt(text) ?? rings(text)
}

const TYPES: Readonly<Record<string, string>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
  MULTILINESTRING: 'MultiLineString',
}

/** Well-known text, with or without a frame before it (`SRID=4326;`). */
function wkt(text: string): unknown {
  const found =
    /^(?:SRID=\d+;)?\s*(MULTI(?:POLYGON|LINESTRING)|POLYGON|LINESTRING|POINT)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is.exec(
      text,
    )
  if (!found) return undefined
  const number = String.raw`[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?`
  const listed = found[2]!
    .replace(
      new RegExp(`${number}(?:\\s+${number})+`, 'gi'),
      (point) => `[${point.trim().split(/\s+/).map(Number).join(',')}]`,
    )
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  const type = TYPES[found[1]!.toUpperCase()]!
  try {
    const coordinates = JSON.parse(listed) as Json
    return { type, coordinates: type === 'Point' ? coordinates[0] : coordinates }
  } catch {
    return undefined
  }
}

const PAIR = String.raw`[-+]?\d{1,3}(?:\.\d+)?`

/** Rings of points, their numbers apart by a space or a comma, the points by a comma or semicolon, parts by `;` or `|`. */
function rings(text: string): unknown {
  const bySpace = new RegExp(`^${PAIR} ${PAIR}(?:\\s*,\\s*${PAIR} ${PAIR}){2,}(?:\\s*;.*)?$`, 's')
  const byComma = new RegExp(`^${PAIR},${PAIR}(?:;${PAIR},${PAIR}){2,}(?:\\|.*)?$`, 's')
  const [parts, points, numbers] = bySpace.test(text)
    ? [';', ',', ' ']
    : byComma.test(text)
      ? ['|', ';', ',']
      : []
  if (parts === undefined) return undefined
  const shapes = text
    .split(parts)
    .filter((part) => part.trim() !== '')
    .map((part) => [part.split(points!).map((point) => point.trim().split(numbers!).map(Number))])
  if (shapes.some(([ring]) => ring!.some((point) => point.length < 2 || point.some(Number.isNaN))))
    return undefined
  return shapes.length === 1
    ? { type: 'Polygon', coordinates: shapes[0] }
    : { type: 'MultiPolygon', coordinates: shapes }
}
