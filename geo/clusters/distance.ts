import { metresPerDegree } from '../geometry/rings/plane'

/**
 * Metres between two positions (degrees WGS-84) on the ellipsoid's tangent at their middle latitude: up to 5 km
 * within 1 mm of the geodesic below latitude 60°. The shorter way round where they lie on both sides of 180°.
 */
export function metresBetween(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const scale = metresPerDegree((lat1 + lat2) / 2)
  const east = Math.abs(lon2 - lon1)
  return Math.hypot(Math.min(east, 360 - east) * scale.lon, (lat2 - lat1) * scale.lat)
}
