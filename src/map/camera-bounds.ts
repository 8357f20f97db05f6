import type { Bounds, Facts } from '#geo'
import { bordersIn } from '../layers/backdrop/backdrop'

/** Half the side of the ground round a single point, degrees: some 500 m. */
const ROUND_A_POINT = 0.005

function positionsOf({ cases, facilities }: Facts): Float64Array {
  const found: number[] = []
  for (let row = 0; row < cases.length; row++)
    if (!Number.isNaN(cases.lon[row]!)) found.push(cases.lon[row]!, cases.lat[row]!)
  for (const { position } of facilities) if (position) found.push(position[0], position[1])
  return Float64Array.from(found)
}

/** West, south, east and north of villages, towns and district, else of any other place, of zones, roads, cases, sites; null where nothing lies anywhere. */
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
    for (const place of register.places) for (const polygon of place.shape ?? []) take(polygon[0]!)
  if (west > east)
    for (const zone of register.zones) for (const polygon of zone.drawn ?? []) take(polygon[0]!)
  if (west > east) for (const road of register.roads) take(road.line)
  if (west > east) take(positionsOf(register))
  if (west > east) return null
  const [across, up] = [west === east ? ROUND_A_POINT : 0, south === north ? ROUND_A_POINT : 0]
  return [west - across, south - up, east + across, north + up]
}
