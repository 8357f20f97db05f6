import type { Position } from '#geo'
import type { MapCamera } from './maplibre'

const RADIANS = Math.PI / 180

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
  const world = 512 * 2 ** zoom
  const [x, y] = [across(centre[0]), down(centre[1])]
  return ([lon, lat]) => [(across(lon) - x) * world + width / 2, (down(lat) - y) * world + height / 2]
}
