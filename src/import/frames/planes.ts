import type { Frame, ToWgs84 } from './frame'

/** What a plane stands on. */
export interface Datum {
  readonly name: string
  /** as the projecting library reads it */
  readonly ellipsoid: string
  /** metres by which positions may be off after conversion */
  readonly errorM: number
}

/** By less than a decimetre the frame of the mainland, of Taiwan and WGS-84 are one. */
export const MODERN: Datum = { name: 'CGCS2000', ellipsoid: '+ellps=GRS80', errorM: 0 }

/**
 * The frames before 2008. Of Beijing 54 one shift for the whole country is public and fits to some 30 m; of Xi'an 80
 * none is, and its positions are taken as they stand, which is off by 150 m at most.
 */
const OLD = [
  {
    name: 'Beijing 1954',
    ellipsoid: '+ellps=krass +towgs84=15.8,-154.4,-82.3,0,0,0,0',
    errorM: 30,
    names: /beijing[ _]?(?:19)?54|北京(?:19)?54/i,
    codes: [4214],
  },
  {
    name: "Xi'an 1980",
    ellipsoid: '+a=6378140 +rf=298.257',
    errorM: 150,
    names: /xi'?an[ _]?(?:19)?80|西安(?:19)?80/i,
    codes: [4610],
  },
] as const
export const [BEIJING, XIAN] = OLD

/** A transverse Mercator plane. */
export interface Plane {
  readonly name: string
  readonly meridian: number
  readonly falseEasting: number
  readonly scale: number
  readonly datum: Datum
}

const HALF_MILLION = 500_000
const FIRST_MERIDIAN = 75
/**
 * Gauss-Krüger planes in EPSG's order from 75° E on: 6° and 3° zones, each with the zone's number before the easting and
 * without it.
 */
const SERIES = [
  { first: 4491, last: 4501, width: 6, zone: 13, datum: MODERN },
  { first: 4502, last: 4512, width: 6, zone: null, datum: MODERN },
  { first: 4513, last: 4533, width: 3, zone: 25, datum: MODERN },
  { first: 4534, last: 4554, width: 3, zone: null, datum: MODERN },
  { first: 2327, last: 2337, width: 6, zone: 13, datum: XIAN },
  { first: 2338, last: 2348, width: 6, zone: null, datum: XIAN },
  { first: 2349, last: 2369, width: 3, zone: 25, datum: XIAN },
  { first: 2370, last: 2390, width: 3, zone: null, datum: XIAN },
  { first: 21_413, last: 21_423, width: 6, zone: 13, datum: BEIJING },
  { first: 21_453, last: 21_463, width: 6, zone: null, datum: BEIJING },
  { first: 2401, last: 2421, width: 3, zone: 25, datum: BEIJING },
  { first: 2422, last: 2442, width: 3, zone: null, datum: BEIJING },
] as const

/** The planes of Taiwan: 2° zones of Penghu and of the island. */
const TAIWAN: Readonly<Record<number, number>> = { 3825: 119, 3826: 121 }

export const codeIn = (wanted: string): number | null => {
  const found = /^(?:epsg[:_]?|urn:ogc:def:crs:epsg:[\d.]*:|https?:\/\/\S*\/epsg\/[\d.]+\/)(\d{4,5})$/i.exec(
    wanted,
  )
  return found ? Number(found[1]) : null
}

/** The frame before 2008 that a name, a code or well-known text of degrees means. */
export function oldDatum(wanted: string): Datum | null {
  if (/^PROJC(?:S|RS)\s*\[/i.test(wanted)) return null
  const code = codeIn(wanted)
  return (
    OLD.find(
      ({ names, codes }) => codes.some((one) => one === code) || (wanted.length < 60 && names.test(wanted)),
    ) ?? null
  )
}

/** The plane that a code or well-known text means; null where it is none of these. */
export function planeNamed(wanted: string): Plane | null {
  const code = codeIn(wanted)
  return code === null ? planeInText(wanted) : planeOfCode(code)
}

export function planeOfCode(code: number): Plane | null {
  const name = `EPSG:${code}`
  const taiwan = TAIWAN[code]
  if (taiwan !== undefined)
    return { name, meridian: taiwan, falseEasting: 250_000, scale: 0.9999, datum: MODERN }
  // the zones of UTM on WGS-84, north of the equator
  if (code > 32_600 && code <= 32_660)
    return {
      name,
      meridian: (code - 32_600) * 6 - 183,
      falseEasting: HALF_MILLION,
      scale: 0.9996,
      datum: MODERN,
    }
  const series = SERIES.find(({ first, last }) => code >= first && code <= last)
  if (!series) return null
  const step = code - series.first
  return {
    name,
    meridian: FIRST_MERIDIAN + step * series.width,
    falseEasting: (series.zone === null ? 0 : (series.zone + step) * 1e6) + HALF_MILLION,
    scale: 1,
    datum: series.datum,
  }
}

/** The plane of a zone by the number before its easting: 13 … 23 are 6° wide, 25 … 45 are 3° wide. */
export function planeOfZone(zone: number, datum: Datum): Plane | null {
  const width = zone >= 13 && zone <= 23 ? 6 : zone >= 25 && zone <= 45 ? 3 : null
  if (width === null) return null
  const meridian = width === 6 ? zone * 6 - 3 : zone * 3
  return {
    name: `${datum.name} GK${width} ${zone}`,
    meridian,
    falseEasting: zone * 1e6 + HALF_MILLION,
    scale: 1,
    datum,
  }
}

/** Data of which well-known text says that its ellipsoid lies where that of WGS-84 does. */
const MODERN_NAMES =
  /China_(?:Geodetic_Coordinate_System_)?2000|CGCS[_ ]?2000|WGS[_ ]?(?:19)?84|TWD97|Taiwan_Datum_1997/i

/** The plane that a `.prj` writes out, measured in metres from the equator on a datum that is known. */
function planeInText(text: string): Plane | null {
  if (!/^PROJCS\s*\[/i.test(text)) return null
  const datum = OLD.find(({ names }) => names.test(text)) ?? (MODERN_NAMES.test(text) ? MODERN : null)
  if (!datum || !/PROJECTION\s*\[\s*"(?:Gauss_Kruger|Transverse_Mercator)"/i.test(text)) return null
  const said = (name: string): number | null => {
    const found = new RegExp(`PARAMETER\\s*\\[\\s*"${name}"\\s*,\\s*(-?[\\d.]+)`, 'i').exec(text)
    return found ? Number(found[1]) : null
  }
  const [meridian, falseEasting] = [said('central_meridian'), said('false_easting')]
  const isPlain = (said('latitude_of_origin') ?? 0) === 0 && (said('false_northing') ?? 0) === 0
  const unit = /UNIT\s*\[\s*"[^"]*"\s*,\s*([\d.]+)[^[]*\]\s*$/i.exec(
    text.replace(/,?\s*AUTHORITY\[[^\]]*\]/gi, ''),
  )
  const isInMetres = unit === null || Number(unit[1]) === 1
  if (meridian === null || falseEasting === null || !isPlain || !isInMetres) return null
  const own = /^PROJCS\s*\[\s*"([^"]+)"/i.exec(text)?.[1]
  return {
    name: own ?? `${datum.name} ${meridian}E`,
    meridian,
    falseEasting,
    scale: said('scale_factor') ?? 1,
    datum,
  }
}

export async function fromPlane({ name, meridian, falseEasting, scale, datum }: Plane): Promise<Frame> {
  const toWgs84 = await positionsFrom(
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=${falseEasting} +y_0=0 ${datum.ellipsoid} +units=m +no_defs`,
  )
  return { name, isPlane: true, toWgs84, ...(datum.errorM > 0 ? { errorM: datum.errorM } : {}) }
}

/** Degrees on an older datum. */
export const positionsOn = ({ ellipsoid }: Datum): Promise<ToWgs84> =>
  positionsFrom(`+proj=longlat ${ellipsoid} +no_defs`)

async function positionsFrom(definition: string): Promise<ToWgs84> {
  const { default: proj4 } = await import('proj4')
  const plane = proj4(definition)
  return (x, y) => {
    const [lon, lat] = plane.inverse([x, y]) as [number, number]
    return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lat) <= 90 ? [lon, lat] : null
  }
}
