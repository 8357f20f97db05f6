import { fromGcj02, gcj02, gcj02FromBd09, type Position } from '#geo'

/** Brings a position of the file's frame to WGS-84, in degrees; null where it has no place there. */
export type ToWgs84 = (lon: number, lat: number) => Position | null

export interface Frame {
  /** as `check` prints it: `wgs84`, `gcj02` */
  readonly name: string
  readonly toWgs84: ToWgs84
  /** whether its positions are metres on a plane, not degrees */
  readonly isPlane: boolean
}

const identity: ToWgs84 = (lon, lat) => [lon, lat]
const WGS84_NAMES =
  /^(wgs[- ]?(?:19)?84|epsg:4326|crs84|urn:ogc:def:crs:(ogc:[\d.]*:crs84|epsg:[\d.]*:4326)|gcs_wgs_1984)$/i
const BD09_NAMES = /^(bd-?09(?:-?ll)?|百度(?:坐标系?)?)$/i
const GCJ02_NAMES = /^(gcj-?02|火星坐标系?|国测局坐标系?)$/i
/** The legal frame of the mainland since 2008: from WGS-84 it differs by less than a decimetre. */
const CGCS2000_NAMES =
  /^(cgcs[- ]?2000|epsg:4490|urn:ogc:def:crs:epsg:[\d.]*:4490|gcs_china_geodetic_coordinate_system_2000)$/i

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
  const wanted = geographicIn(name.trim()) ?? name.trim()
  if (WGS84_NAMES.test(wanted)) return { name: 'wgs84', toWgs84: identity, isPlane: false }
  if (CGCS2000_NAMES.test(wanted)) return { name: 'EPSG:4490', toWgs84: identity, isPlane: false }
  if (GCJ02_NAMES.test(wanted)) return { name: 'gcj02', toWgs84: unshifted, isPlane: false }
  if (BD09_NAMES.test(wanted)) return { name: 'bd09', toWgs84: fromBaidu, isPlane: false }
  const plane = gaussKruger(wanted)
  return plane && fromPlane(plane)
}

/** The name of a geographic frame in well-known text (`.prj`); null where the text is none. */
function geographicIn(text: string): string | null {
  return /^GEOG(?:CS|CRS)\s*\[\s*"([^"]+)"/i.exec(text)?.[1] ?? null
}

/** A transverse Mercator plane on the ellipsoid of CGCS2000. */
interface Plane {
  readonly name: string
  readonly meridian: number
  readonly falseEasting: number
}

const HALF_MILLION = 500_000
/** The planes of CGCS2000 in EPSG's order: 6° and 3° zones, each with and without the zone's number before the easting. */
const SERIES = [
  { first: 4491, last: 4501, width: 6, zone: 13 },
  { first: 4502, last: 4512, width: 6, zone: null },
  { first: 4513, last: 4533, width: 3, zone: 25 },
  { first: 4534, last: 4554, width: 3, zone: null },
] as const
const FIRST_MERIDIAN = 75

function gaussKruger(wanted: string): Plane | null {
  const code = Number(/^(?:epsg:|urn:ogc:def:crs:epsg:[\d.]*:)(\d+)$/i.exec(wanted)?.[1] ?? Number.NaN)
  const series = SERIES.find(({ first, last }) => code >= first && code <= last)
  if (series) {
    const step = code - series.first
    const falseEasting = (series.zone === null ? 0 : (series.zone + step) * 1e6) + HALF_MILLION
    return { name: `EPSG:${code}`, meridian: FIRST_MERIDIAN + step * series.width, falseEasting }
  }
  return planeInText(wanted)
}

/** The plane that a `.prj` writes out; only on CGCS2000, unscaled, from the equator: the older ellipsoids lie elsewhere. */
function planeInText(text: string): Plane | null {
  if (!/^PROJCS\s*\[/i.test(text) || !/China_(?:Geodetic_Coordinate_System_)?2000|CGCS[_ ]?2000/i.test(text))
    return null
  if (!/PROJECTION\s*\[\s*"(?:Gauss_Kruger|Transverse_Mercator)"/i.test(text)) return null
  const said = (name: string): number | null => {
    const found = new RegExp(`PARAMETER\\s*\\[\\s*"${name}"\\s*,\\s*(-?[\\d.]+)`, 'i').exec(text)
    return found ? Number(found[1]) : null
  }
  const [meridian, falseEasting] = [said('central_meridian'), said('false_easting')]
  const isPlain =
    (said('scale_factor') ?? 1) === 1 &&
    (said('latitude_of_origin') ?? 0) === 0 &&
    (said('false_northing') ?? 0) === 0
  if (meridian === null || falseEasting === null || !isPlain) return null
  const own = /^PROJCS\s*\[\s*"([^"]+)"/i.exec(text)?.[1]
  return { name: own ?? `CGCS2000 ${meridian}E`, meridian, falseEasting }
}

async function fromPlane({ name, meridian, falseEasting }: Plane): Promise<Frame> {
  const { default: proj4 } = await import('proj4')
  const plane = proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  )
  return {
    name,
    isPlane: true,
    toWgs84: (x, y) => {
      const [lon, lat] = plane.inverse([x, y]) as [number, number]
      return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lat) <= 90 ? [lon, lat] : null
    },
  }
}
