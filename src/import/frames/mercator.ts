import type { Position } from '#geo'

/** The sphere of the maps of the web: the equator of WGS-84. */
const RADIUS_M = 6_378_137
/** Half the equator: the square of the map ends there. */
export const MERCATOR_EDGE_M = Math.PI * RADIUS_M

const CODES = /^(?:epsg:?|esri:?|urn:ogc:def:crs:epsg:[\d.]*:)(?:3857|900913|3785|102100|102113)$/i
const NAMES =
  /^(?:PROJC(?:S|RS)\s*\[\s*")?[^",]*(?:web[ _-]?mercator|pseudo[ _-]?mercator|popular[ _]visualisation|墨卡托)/i

/** Whether a name, a code or well-known text means the Mercator of web maps. */
export const isMercator = (wanted: string): boolean => CODES.test(wanted) || NAMES.test(wanted)

/** Metres on the map of the web → degrees; null beyond its edge. */
export function fromMercator(x: number, y: number): Position | null {
  if (Math.abs(x) > MERCATOR_EDGE_M || Math.abs(y) > MERCATOR_EDGE_M) return null
  const degree = 180 / Math.PI
  return [(x / RADIUS_M) * degree, Math.atan(Math.sinh(y / RADIUS_M)) * degree]
}
