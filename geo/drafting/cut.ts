import { buffer, circle } from '../geometry/overlay/buffer'
import { dissolve } from '../geometry/overlay/dissolve'
import { cutExactly } from '../geometry/overlay/exact-cut'
import { difference, intersection, union } from '../geometry/overlay/overlay'
import { splitByLine } from '../geometry/overlay/split'
import { areaM2 } from '../geometry/rings/area'
import type { Line, Position, Shape } from '../geometry/rings/shape'
import { bufferLine } from '../geometry/roads/line-buffer'

/** Why an act on a shape is not done. */
export type CutRefusal =
  /** the line does not pass through the ground from side to side */
  | 'line-does-not-part'
  /** there is no ground to act on */
  | 'nothing-there'
  /** nothing would be left */
  | 'nothing-left'
  /** the ground is not touched by it */
  | 'does-not-meet'
  /** the hole reaches the line or beyond it: trim instead */
  | 'hole-reaches-the-line'

export type CutAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: CutRefusal }

const done = <T>(value: T): CutAnswer<T> => ({ ok: true, value })
const refused = (reason: CutRefusal): CutAnswer<never> => ({ ok: false, reason })

/** m² below which nothing is left: what cutting at 0.1 mm leaves along a border. */
const NOTHING_M2 = 0.01

/** Ground of `a` inside and outside `b`: the cut points are the same numbers in both, so that the parts add up. */
export function parted(a: Shape, b: Shape): { readonly inside: Shape; readonly outside: Shape } {
  return cutExactly(a, b) ?? { inside: intersection(a, b), outside: difference(a, b) }
}

/** The shape cut by a line into two or more parts, the largest first. They sum to the whole. */
export function splitShape(shape: Shape, line: Line): CutAnswer<readonly Shape[]> {
  if (shape.length === 0) return refused('nothing-there')
  const parts = splitByLine(shape, line)
  if (!parts || parts.length < 2) return refused('line-does-not-part')
  return done([...parts].sort((a, b) => areaM2(b) - areaM2(a)))
}

/** All of them together: exactly where they fit each other. */
export function mergedShape(shapes: readonly Shape[]): CutAnswer<Shape> {
  const grounds = shapes.filter((shape) => shape.length > 0)
  return grounds.length === 0 ? refused('nothing-there') : done(dissolve(grounds))
}

/** The shape less a hole that lies wholly inside it. */
export function withHole(shape: Shape, hole: Shape): CutAnswer<Shape> {
  if (shape.length === 0 || hole.length === 0) return refused('nothing-there')
  const { inside, outside } = parted(hole, shape)
  if (areaM2(inside) <= NOTHING_M2) return refused('does-not-meet')
  if (areaM2(outside) > NOTHING_M2) return refused('hole-reaches-the-line')
  const left = parted(shape, hole).outside
  return areaM2(left) > NOTHING_M2 ? done(left) : refused('nothing-left')
}

/** What of the shape lies inside the boundary. */
export function trimmedTo(shape: Shape, boundary: Shape): CutAnswer<Shape> {
  if (shape.length === 0) return refused('nothing-there')
  const { inside } = parted(shape, boundary)
  return areaM2(inside) > NOTHING_M2 ? done(inside) : refused('does-not-meet')
}

/** What of the shape none of the others has. */
export function remainderOf(shape: Shape, others: readonly Shape[]): CutAnswer<Shape> {
  if (shape.length === 0) return refused('nothing-there')
  let left = shape
  for (const other of others) if (other.length > 0 && left.length > 0) left = parted(left, other).outside
  return areaM2(left) > NOTHING_M2 ? done(left) : refused('nothing-left')
}

/** The ground within `metres` outside the shape, the shape itself left out. */
export function ringRound(shape: Shape, metres: number): CutAnswer<Shape> {
  if (!(metres > 0)) throw new RangeError(`a ring must be wider than 0 m, got ${metres}`)
  if (shape.length === 0) return refused('nothing-there')
  return remainderOf(buffer(shape, metres), [shape])
}

/** The ground within `metres` of any of the positions. */
export function roundPositions(positions: readonly Position[], metres: number): CutAnswer<Shape> {
  if (positions.length === 0) return refused('nothing-there')
  const circles = positions.map((position) => circle(position, metres))
  return done(circles.length === 1 ? circles[0]! : union(circles))
}

/** The ground within `metres` of the line, with round ends. */
export function roundLine(line: Line, metres: number): CutAnswer<Shape> {
  return line.length < 4 ? refused('nothing-there') : done(bufferLine(line, metres))
}

/** The shape widened by `metres`, or narrowed where that is below 0. */
export function widened(shape: Shape, metres: number): CutAnswer<Shape> {
  if (shape.length === 0) return refused('nothing-there')
  const wider = buffer(shape, metres)
  return areaM2(wider) > NOTHING_M2 ? done(wider) : refused('nothing-left')
}
