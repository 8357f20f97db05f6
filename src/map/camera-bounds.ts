import type { Bounds, Facts } from '#geo'
import { bordersIn } from './parts/backdrop'

/** West, south, east and north of everything with ground, else of zones and roads; null where nothing lies anywhere. */
export function boundsOfFacts(register: Facts): Bounds | null {
  let [west, south, east, north] = [180, 90, -180, -90]
  const take = (flat: Float64Array): void => {
    for (let i = 0; i + 1 < flat.length; i += 2) {
      if (flat[i]! < west) west = flat[i]!
      if (flat[i]! > east) east = flat[i]!
      if (flat[i + 1]! < south) south = flat[i + 1]!
      if (flat[i + 1]! > north) north = flat[i + 1]!
    }
  }
  for (const place of bordersIn(register).ground) for (const polygon of place.shape!) take(polygon[0]!)
  if (west > east)
    for (const zone of register.zones) for (const polygon of zone.drawn ?? []) take(polygon[0]!)
  if (west > east) for (const road of register.roads) take(road.line)
  return west > east ? null : [west, south, east, north]
}
