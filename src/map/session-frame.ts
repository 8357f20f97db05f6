import type { Theme } from '../ui/tokens'
import { discScaleSize, paintDiscScale } from './furniture'
import type { Box } from './labels/box'
import type { MapCamera } from './maplibre'
import { discSizesIn, type MapPicture } from './parts/compose'

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

/** What scale and discs of a desk map take, css px. */
export function deskBox(size: readonly [number, number], picture: MapPicture | null): Box {
  const [left, top, right, bottom] = scaleBox(...size)
  const [, height] = discScaleSize(discSizesIn(picture))
  return [left, top - (height ? height + 8 : 0), right, bottom]
}

/** The scale of the discs above that of the map, where the map has no furniture of its own. */
export function paintDeskDiscs(
  context: CanvasRenderingContext2D,
  {
    size,
    picture,
    ...look
  }: { size: readonly [number, number]; picture: MapPicture | null; k: number; theme: Theme },
): void {
  const [, top, right] = scaleBox(...size)
  paintDiscScale(context, { right: right + 40, bottom: top - 8, sizes: discSizesIn(picture), ...look })
}
