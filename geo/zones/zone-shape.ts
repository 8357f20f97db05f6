import type { Place, ZoneStay } from '../facts'
import type { Shape } from '../geometry/shape'
import { placeTreeOf, together } from './place-tree'

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
  const tree = placeTreeOf(places)
  const parts = stay.members.map((code) => tree.shapeOf(code))
  return together(parts.some((part) => part.length === 0) ? [...parts, drawn] : parts)
}
