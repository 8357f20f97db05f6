import { difference } from '../geometry/overlay/overlay'
import { areaM2 } from '../geometry/rings/area'
import type { Hierarchy } from '../places/hierarchy'
import { SLIVER_M2 } from '../places/overlaps'
import type { ZoneGround } from '../zones/ground/ground'

/** Ground left over that is less than this share of the place is a border drawn twice. */
const SLIVER_SHARE = 0.01

/** Whether zones, each of which has part of it, leave no ground of a place, or of the nearest drawn one around it. */
export function isFilled(code: string, zones: readonly ZoneGround[], hierarchy: Hierarchy): boolean {
  if (zones.length < 2) return false
  const drawn = [code, ...hierarchy.ancestorsOf(code)].map((one) => hierarchy.shapeOf(one) ?? [])
  const shape = drawn.find((one) => one.length > 0)
  if (!shape) return false
  const outlines = zones.map(({ outline }) => outline)
  const left = areaM2(difference(shape, outlines))
  return left <= Math.max(SLIVER_M2, SLIVER_SHARE * areaM2(shape))
}
