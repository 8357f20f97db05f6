import { fromGcj02, gcj02, type Position } from '#geo'

/** Brings a position of the file's frame to WGS-84, in degrees; null where it has no place there. */
export type ToWgs84 = (lon: number, lat: number) => Position | null

export interface Frame {
  /** as `check` prints it: `wgs84`, `gcj02` */
  readonly name: string
  readonly toWgs84: ToWgs84
}

const identity: ToWgs84 = (lon, lat) => [lon, lat]
const WGS84_NAMES = /^(wgs-?84|epsg:4326|crs84|urn:ogc:def:crs:(ogc:[\d.]*:crs84|epsg:[\d.]*:4326))$/i
const GCJ02_NAMES = /^(gcj-?02|火星坐标系?|国测局坐标系?)$/i

function unshifted(lon: number, lat: number): Position | null {
  try {
    return fromGcj02(gcj02(lon, lat))
  } catch {
    return null
  }
}

/** The frame of that name, or null where this release cannot convert it (`frame-not-yet`). */
export function frameNamed(name: string): Frame | null {
  const wanted = name.trim()
  if (WGS84_NAMES.test(wanted)) return { name: 'wgs84', toWgs84: identity }
  return GCJ02_NAMES.test(wanted) ? { name: 'gcj02', toWgs84: unshifted } : null
}
