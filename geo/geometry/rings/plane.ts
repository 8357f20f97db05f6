import { ECCENTRICITY_2, SEMI_MAJOR_M } from './ring-area'
import type { Bounds } from './shape'

const RADIANS = Math.PI / 180

/** Metres per degree along the parallel and along the meridian at that latitude (degrees), on WGS-84. */
export function metresPerDegree(latitude: number): { readonly lon: number; readonly lat: number } {
  const sine = Math.sin(latitude * RADIANS)
  const w2 = 1 - ECCENTRICITY_2 * sine * sine
  const normal = SEMI_MAJOR_M / Math.sqrt(w2)
  return {
    lon: normal * Math.cos(latitude * RADIANS) * RADIANS,
    lat: ((normal * (1 - ECCENTRICITY_2)) / w2) * RADIANS,
  }
}

/**
 * Local metres: x = (lon − lon₀) · m_lon, y = (lat − lat₀) · m_lat. Straight in degrees stays straight in metres, so
 * that what is cut in the plane is cut along the edges whose area is measured. Lengths are true at the middle of the
 * bounds; 30 km north of it they are 0.3 % off at latitude 31° in the east–west direction.
 */
export interface Plane {
  readonly lon: number
  readonly lat: number
  readonly metresLon: number
  readonly metresLat: number
}

/**
 * The plane with its origin in the south-west corner and its lengths true at the middle. All coordinates inside the
 * bounds are positive: what cuts downwards to whole steps then moves every new vertex the same way, and areas keep.
 */
export function planeOf(bounds: Bounds): Plane {
  const { lon: metresLon, lat: metresLat } = metresPerDegree((bounds[1] + bounds[3]) / 2)
  return { lon: bounds[0], lat: bounds[1], metresLon, metresLat }
}
