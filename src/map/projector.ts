import type { Bounds, Position } from '#geo'
import type { MapCamera, Padding } from './maplibre'

const RADIANS = Math.PI / 180
/** Pixels of the whole world at zoom 0. */
const WORLD = 512

/** Web Mercator, 0 … 1 from 180° W and from the north. */
const across = (lon: number): number => (lon + 180) / 360
const down = (lat: number): number =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / (2 * Math.PI)

export type Project = (position: Position) => readonly [number, number]

/**
 * css px of positions on an upright map of that size: thousands of vertices a frame without asking the renderer for
 * each. Web Mercator, 512 px a world at zoom 0.
 */
export function projectorOf(
  { centre, zoom }: MapCamera,
  [width, height]: readonly [number, number],
): Project {
  const world = WORLD * 2 ** zoom
  const [x, y] = [across(centre[0]), down(centre[1])]
  return ([lon, lat]) => [(across(lon) - x) * world + width / 2, (down(lat) - y) * world + height / 2]
}

/** The camera that shows these bounds between the paddings, as the renderer finds it. */
export function fittingCamera(
  [west, south, east, north]: Bounds,
  [width, height]: readonly [number, number],
  padding: Padding,
): MapCamera {
  const [left, right] = [across(west), across(east)]
  const [top, bottom] = [down(north), down(south)]
  const room = [width - padding.left - padding.right, height - padding.top - padding.bottom] as const
  const world = Math.min(room[0] / (right - left), room[1] / (bottom - top))
  const x = (left + right) / 2 + (padding.right - padding.left) / 2 / world
  const y = (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / world
  return { centre: unscaled(x, y), zoom: Math.log2(world / WORLD) }
}

const unscaled = (x: number, y: number): Position => [
  x * 360 - 180,
  (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / Math.PI) * 180,
]

/** West, south, east and north of a box of that size round the middle of a camera. */
export function groundSeen({ centre, zoom }: MapCamera, [width, height]: readonly [number, number]): Bounds {
  const world = WORLD * 2 ** zoom
  const [x, y] = [across(centre[0]), down(centre[1])]
  const [west, north] = unscaled(x - width / 2 / world, y - height / 2 / world)
  const [east, south] = unscaled(x + width / 2 / world, y + height / 2 / world)
  return [west, south, east, north]
}
