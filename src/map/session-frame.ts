import type { Box } from './labels/box'
import type { MapCamera } from './maplibre'

/** True where going there would be no journey: an address rounds, and must not pull the map to its rounding. */
export const isNear = (a: MapCamera, b: MapCamera): boolean =>
  Math.abs(a.zoom - b.zoom) < 0.01 &&
  Math.abs(a.centre[0] - b.centre[0]) < 1e-4 &&
  Math.abs(a.centre[1] - b.centre[1]) < 1e-4

/** Where the scale of a desk map stands, css px: no label goes below it. */
export const scaleBox = (width: number, height: number): Box => [
  width - 12 - 262,
  height - 12 - 62,
  width - 12,
  height - 12,
]
