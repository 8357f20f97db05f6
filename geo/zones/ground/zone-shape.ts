import type { Place, ZoneStay } from '../../facts'
import { dissolve } from '../../geometry/overlay/dissolve'
import type { Shape } from '../../geometry/rings/shape'
import { hierarchyOf } from '../../places/hierarchy'

const shapes = new WeakMap<readonly Place[], WeakMap<ZoneStay, Shape>>()

/**
 * The zone's own ground, not cut out (degrees WGS-84). With members: the union of their polygons, where the drawn
 * geometry serves only members without one; without members: as drawn. Nothing known is the empty shape.
 */
export function zoneShape(stay: ZoneStay, places: readonly Place[]): Shape {
  let known = shapes.get(places)
  if (!known) shapes.set(places, (known = new WeakMap()))
  let shape = known.get(stay)
  if (!shape) known.set(stay, (shape = outlineOf(stay, places)))
  return shape
}

function outlineOf(stay: ZoneStay, places: readonly Place[]): Shape {
  const drawn = stay.drawn ?? []
  if (stay.members.length === 0) return drawn
  const hierarchy = hierarchyOf(places)
  const parts = stay.members.map((code) => hierarchy.shapeOf(code) ?? [])
  return together(parts.some((part) => part.length === 0) ? [...parts, drawn] : parts)
}

/** The ground of all that have any; one alone comes back as it is. */
function together(shapes: readonly Shape[]): Shape {
  const grounds = shapes.filter((shape) => shape.length > 0)
  return grounds.length <= 1 ? (grounds[0] ?? []) : dissolve(grounds)
}
