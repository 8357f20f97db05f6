import { overlapAreaM2 } from '../geometry/overlay/overlay'
import { areaM2 } from '../geometry/rings/area'
import { boundsMeet, boundsOf } from '../geometry/rings/bounds'
import type { Shape } from '../geometry/rings/shape'
import type { Hierarchy } from '../places/hierarchy'
import { SLIVER_M2 } from '../places/overlaps'
import type { ZoneGround } from '../zones/ground/ground'
import { type DistrictGround, districtGround } from './town-grounds'

/** Ground of one zone (null: no zone) in one town (null: no town), m². */
export interface AreaShare {
  readonly zone: string | null
  readonly town: string | null
  areaM2: number
}

/**
 * The ground of the district by zone and town. Only what lies in zones is cut out and measured; the rest of a town is
 * its own area less that, not a second cut. Two cuts of one border differ by rounding, and a remainder is right to
 * the same rounding, so nothing is hidden, and the sum is exact. Slivers along a border (below `SLIVER_M2`) go to the
 * town in which most of the zone lies, and such a remainder in no town to the largest part. Without any drawn place the district is the ground of its zones.
 */
export function areaShares(hierarchy: Hierarchy, zones: readonly ZoneGround[]): AreaShare[] {
  const district = districtGround(hierarchy)
  const shares = zones.flatMap((zone) => (district.shape ? zoneByTown(zone, district) : wholeZone(zone)))
  const remainder = (town: string | null, whole: number): AreaShare => {
    const taken = shares.filter((share) => share.town === town)
    const left = whole - taken.reduce((sum, share) => sum + share.areaM2, 0)
    const largest = taken.sort((a, b) => b.areaM2 - a.areaM2)[0]
    if (!largest || Math.abs(left) > SLIVER_M2) return { zone: null, town, areaM2: left }
    largest.areaM2 += left
    return { zone: null, town, areaM2: 0 }
  }
  if (!district.shape) return shares
  const rest = district.towns.map(({ town, areaM2: whole }) => remainder(town, whole))
  const inTowns = district.towns.reduce((sum, one) => sum + one.areaM2, 0)
  const townless = remainder(null, Math.max(0, district.areaM2 - inTowns))
  const largest = [...shares, ...rest].sort((a, b) => b.areaM2 - a.areaM2)[0]
  if (!largest || townless.areaM2 > SLIVER_M2) rest.push(townless)
  else largest.areaM2 += townless.areaM2
  return [...shares, ...rest].filter((share) => share.areaM2 !== 0)
}

function wholeZone(zone: ZoneGround): AreaShare[] {
  return [{ zone: zone.id, town: null, areaM2: areaM2(zone.shape) }]
}

function zoneByTown(zone: ZoneGround, district: DistrictGround): AreaShare[] {
  const parts: AreaShare[] = []
  const put = (town: string | null, shape: Shape): void => {
    const cut = meet(zone.shape, shape) ? overlapAreaM2(zone.shape, shape) : 0
    if (cut > SLIVER_M2) parts.push({ zone: zone.id, town, areaM2: cut })
  }
  for (const { town, shape } of district.towns) put(town, shape)
  put(null, district.outside)
  return parts
}

function meet(a: Shape, b: Shape): boolean {
  const [one, other] = [boundsOf(a), boundsOf(b)]
  return one !== null && other !== null && boundsMeet(one, other)
}
