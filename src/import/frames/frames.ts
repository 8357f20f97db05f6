import { fromGcj02, gcj02, gcj02FromBd09, type Position } from '#geo'
import type { Frame, ToWgs84 } from './frame'
import { fromMercator, isMercator } from './mercator'
import { codeIn, fromPlane, oldDatum, planeNamed, positionsOn } from './planes'

/** The frame with latitude before longitude. */
export const swapped = (frame: Frame): Frame => ({
  ...frame,
  toWgs84: (lat, lon) => frame.toWgs84(lon, lat),
  isSwapped: true,
})

const identity: ToWgs84 = (lon, lat) => [lon, lat]
const WGS84_NAMES =
  /^(wgs[-_ ]?(?:19)?84|epsg:4326|crs:?84|urn:ogc:def:crs:ogc:[\d.]*:crs84|gcs_wgs_(?:19)?84)$/i
const BD09_NAMES = /^(bd-?09(?:-?ll)?|百度(?:坐标系?)?)$/i
const GCJ02_NAMES = /^(gcj-?02|火星坐标系?|国测局坐标系?)$/i
/** The legal frame of the mainland since 2008: from WGS-84 it differs by less than a decimetre. */
const CGCS2000_NAMES =
  /^(cgcs[-_ ]?2000|epsg:4490|(?:gcs_)?china[_ ](?:geodetic[_ ]coordinate[_ ]system[_ ])?2000)$/i

function unshifted(lon: number, lat: number): Position | null {
  try {
    return fromGcj02(gcj02(lon, lat))
  } catch {
    return null
  }
}

function fromBaidu(lon: number, lat: number): Position | null {
  try {
    return fromGcj02(gcj02FromBd09([lon, lat]))
  } catch {
    return null
  }
}

/**
 * The frame of that name, EPSG code or well-known text, or null where this release cannot convert it (`frame-not-yet`).
 */
export async function frameNamed(name: string): Promise<Frame | null> {
  const code = codeIn(name.trim())
  const wanted = code === null ? (geographicIn(name.trim()) ?? name.trim()) : `epsg:${code}`
  if (WGS84_NAMES.test(wanted)) return { name: 'wgs84', toWgs84: identity, isPlane: false }
  if (CGCS2000_NAMES.test(wanted)) return { name: 'EPSG:4490', toWgs84: identity, isPlane: false }
  if (GCJ02_NAMES.test(wanted)) return { name: 'gcj02', toWgs84: unshifted, isPlane: false }
  if (BD09_NAMES.test(wanted)) return { name: 'bd09', toWgs84: fromBaidu, isPlane: false }
  if (isMercator(wanted)) return { name: 'EPSG:3857', toWgs84: fromMercator, isPlane: true }
  const datum = oldDatum(wanted)
  if (datum)
    return { name: datum.name, toWgs84: await positionsOn(datum), isPlane: false, errorM: datum.errorM }
  const plane = planeNamed(wanted)
  return plane && fromPlane(plane)
}

/** The name of a geographic frame in well-known text (`.prj`); null where the text is none. */
function geographicIn(text: string): string | null {
  return /^GEOG(?:CS|CRS)\s*\[\s*"([^"]+)"/i.exec(text)?.[1] ?? null
}
