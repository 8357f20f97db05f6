import { difference, intersection, overlapAreaM2, union } from '../geometry/overlay/overlay'
import { areaM2 } from '../geometry/rings/area'
import { boundsMeet, boundsOf } from '../geometry/rings/bounds'
import type { Shape } from '../geometry/rings/shape'
import type { Hierarchy } from '../places/hierarchy'
import { SLIVER_M2 } from '../places/overlaps'

/** The ground that one town answers for. */
export interface TownGround {
  readonly town: string
  readonly shape: Shape
  readonly areaM2: number
}

/** The district cut into its towns: no ground twice, and what no town has is a shape of its own. */
export interface DistrictGround {
  /** null where the pack draws no place */
  readonly shape: Shape | null
  readonly areaM2: number
  readonly towns: readonly TownGround[]
  /** what no town covers; empty where the towns cover all */
  readonly outside: Shape
}

const known = new WeakMap<Hierarchy, DistrictGround>()

/**
 * The district is its own polygon, else the union of the widest places without a parent. Ground in two towns goes to the
 * smaller code, as a position there does; ground of a town beyond the district's own line is not counted.
 */
export function districtGround(hierarchy: Hierarchy): DistrictGround {
  let ground = known.get(hierarchy)
  if (!ground) known.set(hierarchy, (ground = cutIntoTowns(hierarchy)))
  return ground
}

function cutIntoTowns(hierarchy: Hierarchy): DistrictGround {
  const roots = hierarchy.tops.flatMap((code) => {
    const shape = hierarchy.shapeOf(code)
    return shape ? [shape] : []
  })
  const shape = roots.length === 0 ? null : roots.length === 1 ? roots[0]! : union(roots)
  const bordered = hierarchy.tops.some((code) => hierarchy.place(code)!.shape)
  const towns: TownGround[] = []
  for (const town of hierarchy.ofKind('town')) {
    const drawn = hierarchy.shapeOf(town)
    if (!drawn || !shape) continue
    const taken = overlapping(drawn, towns)
    const own = taken.length > 0 ? difference(drawn, taken) : drawn
    const within = bordered ? withinDistrict(own, shape) : own
    towns.push({ town, shape: within, areaM2: areaM2(within) })
  }
  const area = shape ? areaM2(shape) : 0
  const left = area - towns.reduce((sum, one) => sum + one.areaM2, 0)
  const open =
    shape && left > SLIVER_M2
      ? difference(
          shape,
          towns.map((one) => one.shape),
        )
      : []
  return { shape, areaM2: area, towns, outside: open }
}

function overlapping(shape: Shape, earlier: readonly TownGround[]): Shape[] {
  const bounds = boundsOf(shape)
  return earlier
    .map((one) => one.shape)
    .filter((other) => {
      const box = boundsOf(other)
      return bounds && box && boundsMeet(bounds, box) && overlapAreaM2(shape, other) > SLIVER_M2
    })
}

function withinDistrict(town: Shape, district: Shape): Shape {
  const cut = intersection(town, district)
  return areaM2(town) - areaM2(cut) > SLIVER_M2 ? cut : town
}
