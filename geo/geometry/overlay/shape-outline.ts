import type { Shape } from '../rings/shape'
import { dissolve } from './dissolve'

const known = new WeakMap<Shape, Shape>()

/** The ground of a shape as the union of its parts, for an edge inside another part is no edge. Worked out once a shape. */
export function shapeOutline(shape: Shape): Shape {
  if (shape.length < 2) return shape
  let outline = known.get(shape)
  if (!outline) known.set(shape, (outline = dissolve(shape.map((part) => [part]))))
  return outline
}
